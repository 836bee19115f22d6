"""Parts of one in words and in digits: "three-quarters", "and a half", "3/8", "and 50/100"."""

from __future__ import annotations

from decimal import Decimal
from math import gcd
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import ARTICLES, FRACTIONS, HYPHENS, UNITS
from extractor.annotating.numbers.currency_names import names_currency
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word

# A part and the token behind it.
Part = tuple[Decimal, int]

# The parts that stand without a count: "half a million", "quarter of a million".
_ALONE = frozenset({"half", "quarter"})
_WHOLES = frozenset({"a", "an", "one", "1"})
# What may stand right behind a part of it: "one-half percent", "a quarter million dollars".
_MEASURES = frozenset({"<scale>", "<unit>", "<minor>", "<percent>", "<basis>", "<code>"})
_MEASURES_IN_WORDS = frozenset({"per", "basis"})
_SIXTH_PLACE = Decimal("0.000001")
_FIFTEENTH_PLACE = Decimal("0.000000000000001")  # of a part of a scale: "a third of a billion"
_LARGEST_COUNT = 16
_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "32"})
# Hundredths on cheques and in contracts: "and 50/100 dollars", "and no/100".
_NO_CENTS = frozenset({"no", "00", "xx", "zero"})
_HUNDRED = "100"
_HALF_STARTS = HYPHENS | {"and"}


def part_at(words: list[Word], at: int) -> Part | None:
    """The part that starts at token `at`: "half", "a third", "three-eighths"; no word of what it is a part of."""
    lower = word_at(words, at).lower
    if lower in _ALONE:
        return FRACTIONS[lower], at + 1
    count = 1 if lower in ARTICLES else UNITS.get(lower, 0)
    place = _behind_hyphen(words, at + 1)
    name = word_at(words, place).lower
    part = FRACTIONS.get(name)
    if part is None or not 0 < count < _LARGEST_COUNT or (count > 1 and name == "half"):
        return None
    return part * count, place + 1


def _behind_hyphen(words: list[Word], at: int) -> int:
    """The token behind a hyphen at token `at`, or `at`."""
    return at + 1 if word_at(words, at).text in HYPHENS else at


def part_of_whole(words: list[Word], at: int) -> Part | None:
    """A part with the words that lead to its whole: "half a", "three quarters of a", "one-half" before "percent"."""
    part = part_at(words, at)
    if part is None:
        return None
    value, last = part[0].quantize(_SIXTH_PLACE).normalize(), part[1]
    if (behind := behind_whole(words, last)) != last:
        is_of_scale = word_at(words, behind).norm == "<scale>"
        return (part[0].quantize(_FIFTEENTH_PLACE).normalize() if is_of_scale else value), behind
    article = _behind_hyphen(words, last)  # "half-a-million"
    if words[at].lower == "half" and word_at(words, article).lower in ARTICLES:
        return value, article + 1 if article == last else _behind_hyphen(words, article + 1)
    return (value, last) if last >= len(words) or is_measure(words, last) or words[at].lower in _ALONE else None


def behind_whole(words: list[Word], at: int) -> int:
    """The token behind "of a", "of one" at token `at`, or `at`."""
    is_whole = word_at(words, at).lower == "of" and word_at(words, at + 1).lower in _WHOLES
    return at + 2 if is_whole else at


def is_measure(words: list[Word], at: int) -> bool:
    """Whether a scale, a currency or a word of percentages stands at token `at`, a hyphen passed over."""
    at = _behind_hyphen(words, at)
    word = word_at(words, at)
    return word.norm in _MEASURES or word.lower in _MEASURES_IN_WORDS or names_currency(words, at)


def added_part(words: list[Word], at: int) -> Part | None:
    """What "and" adds at token `at`: "and a half", "-and-a-half", "and three-quarters", "and 50/100"."""
    at = _behind_hyphen(words, at)
    if word_at(words, at).lower != "and" or at + 1 == len(words):
        return None
    at = _behind_hyphen(words, at + 1)
    cents = _hundredths(words, at)
    if cents is not None:
        return cents
    lower = word_at(words, at).lower
    if lower in ARTICLES and word_at(words, at + 1).text in HYPHENS:
        name = word_at(words, at + 2).lower
        return (FRACTIONS[name], at + 3) if name in _ALONE else None
    part = part_at(words, at)
    if part is None or (lower in _ALONE and not is_measure(words, part[1])):
        return None
    if is_measure(words, part[1]):
        return part
    is_common = words[part[1] - 1].lower.startswith(("half", "quarter"))
    is_of_others = word_at(words, part[1]).lower == "of"  # "$5 and a quarter of the sales"
    return part if is_common and not is_of_others else None


def _hundredths(words: list[Word], at: int) -> Part | None:
    if word_at(words, at + 1).text != "/" or word_at(words, at + 2).text != _HUNDRED:
        return None
    count = words[at].text
    if words[at].lower in _NO_CENTS:
        return Decimal(0), at + 3
    return (Decimal(count) / 100, at + 3) if len(count) == 2 and count.isdigit() else None


def add_fraction(annotation: Annotation, amount: Amount) -> None:
    """Adds "and a half", "and 50/100", "½", "1/2", "and 1/2" or "-1/2" behind a number; "1/2 of 1" is a part alone."""
    words = annotation.words
    last = amount.last
    lowers = [word.lower for word in words[last : last + 2]]
    if not lowers:
        return
    if lowers[0] == "of":
        amount.last = _behind_of_one(words, last) if amount.value < 1 else last  # "0.5 of 1 percent"
    elif lowers[0] == "/" and (part := _fraction_at(annotation, amount.first)) is not None:
        amount.value = part
        amount.last = _behind_of_one(words, amount.first + 3)
    elif lowers[1:2] == ["/"] and words[amount.first].is_digit and (part := _fraction_at(annotation, last)) is not None:
        amount.value += part
        amount.last = last + 3
    elif (
        words[amount.first].is_digit
        and (part := _fraction_at(annotation, last + 1)) is not None
        and (is_measure(words, last + 4) if lowers[0] == "and" else _is_joined_by_hyphen(annotation, last))
    ):
        amount.value += part
        amount.last = last + 4
    elif lowers[0] in _HALF_STARTS and (added := added_part(words, last)) is not None:
        amount.value += added[0]
        amount.last = added[1]
    elif len(lowers[0]) == 1 and not lowers[0].isascii() and words[amount.first].is_digit:
        figure = parse_figure(lowers[0])
        if figure is not None and figure.value < 1:
            amount.value += figure.value
            amount.last += 1
    if amount.last != last:
        amount.other = None
        amount.is_year_like = False


def _is_joined_by_hyphen(annotation: Annotation, at: int) -> bool:
    return annotation.words[at].text in HYPHENS and not annotation.has_space_before(at)


def _fraction_at(annotation: Annotation, at: int) -> Decimal | None:
    """The value of "3/4" written in one piece at token `at`: below one, with a small denominator."""
    over, slash, under = (word_at(annotation.words, place).text for place in range(at, at + 3))
    if (
        slash != "/"
        or under not in _DENOMINATORS
        or not (over.isdecimal() and len(over) <= 2 and int(over) < int(under))
    ):
        return None
    if annotation.has_space_before(at + 1) or annotation.has_space_before(at + 2):
        return None
    if gcd(int(over), int(under)) != 1:
        return None  # "5/10%" are two rates
    return (Decimal(int(over)) / Decimal(int(under))).quantize(_SIXTH_PLACE).normalize()


def _behind_of_one(words: list[Word], at: int) -> int:
    """The token behind "of 1", "of one" where a rate or a scale follows ("1/2 of 1%"), or `at`."""
    behind = behind_whole(words, at)
    return behind if is_measure(words, behind) else at
