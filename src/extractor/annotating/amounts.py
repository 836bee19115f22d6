"""An amount read from the tokens: its digits, grouped or torn, with fractions and scale words behind them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating import lexicon
from extractor.annotating.amount import ONE, Amount
from extractor.annotating.amounts_words import ODD, read_lines
from extractor.annotating.fractions import HYPHENS, added_part, digits_part, is_measure
from extractor.annotating.lexicon import LETTER, Scale, scale_of
from extractor.annotating.numerals import Figure, parse_figure
from extractor.annotating.words import EXTENDS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

_SPANISH_THOUSAND = Scale(Decimal(1000), lexicon.WORD)  # "mil millones"
_THOUSAND = Decimal(1000)
_MOST_GROUPS = 6
_TORN = frozenset({".", ","})
_NUMBER_NORMS = frozenset({"<number>", "<year>"})
_SCALE_NORMS = frozenset({"<scale>", "<letter>"})
_FRACTION_MARKS = frozenset({"and", "/", "-"})
_HALF_STARTS = frozenset({"and", "-"})
# What "+" may part from its number.
_AFTER_PLUS = frozenset({"<scale>", "<letter>", "<percent>", "<basis>", "<unit>", "<minor>"})
_CURRENCY_NORMS = frozenset({"<code>", "<sign>", "<unit>", "<minor>"})
# What follows a number whose groups are set apart by spaces.
_AFTER_GROUPS = _CURRENCY_NORMS | {"<percent>"}


def read_amount(annotation: Annotation, at: int, has_currency: bool) -> Amount | None:
    """The amount that starts at token `at`, or None.

    Args:
        has_currency: whether a currency stands right before it, so that "5 M" is five million.
    """
    if annotation.words[at].text[0].isalpha():
        return read_lines(annotation, at)
    return read_digits(annotation, at, has_currency)


def read_digits(annotation: Annotation, at: int, has_currency: bool) -> Amount | None:
    """The amount whose digits stand at token `at`; see `read_amount`."""
    words = annotation.words
    word = words[at]
    figure = parse_figure(word.text)
    if figure is None:
        return None
    amount = Amount(at, at + 1, figure.value, ONE, figure.other, word.norm == "<year>")
    if at + 1 == len(words) or not words[at + 1].bits & EXTENDS:
        return amount
    following = words[at + 1]
    norm = following.norm
    if norm in _NUMBER_NORMS:
        if len(word.text) <= 3 and word.is_digit:
            _join_groups(annotation, amount, has_currency)
        _add_fraction(annotation, amount)
    elif following.lower in _FRACTION_MARKS:
        _add_fraction(annotation, amount)
    if amount.last < len(words):
        following = words[amount.last]
        if has_currency and following.text in _TORN:
            _join_torn(annotation, amount)
            following = words[amount.last] if amount.last < len(words) else following
            if (
                following.text in _TORN
                and amount.last + 1 < len(words)
                and words[amount.last + 1].text in lexicon.MINUSES
            ):
                return amount  # "39,-"
        elif (
            following.text in _TORN and amount.last + 2 < len(words) and words[amount.last + 1].text in lexicon.MINUSES
        ):
            if words[amount.last + 2].norm in _CURRENCY_NORMS:
                amount.last += 2  # "29,- €"
            return amount
        if following.text == "+" and amount.last + 1 < len(words) and words[amount.last + 1].norm in _AFTER_PLUS:
            amount.last += 1  # "1.2+ billion", "10+%"
            following = words[amount.last]
        elif following.lower in ("odd", "plus") or following.text in HYPHENS:
            amount.last = _behind_odd(words, amount.last)
            following = words[amount.last]
        if following.norm in _SCALE_NORMS or following.text in lexicon.MINUSES:
            _read_scales(annotation, amount, has_currency)
        elif (
            following.text == "("
            and amount.last + 2 < len(words)
            and words[amount.last + 2].text == ")"
            and words[amount.last + 1].norm == "<scale>"
        ):
            amount.last += 1  # "12.5 (Million)"
            _read_scales(annotation, amount, has_currency)
        elif has_currency and following.is_alpha and lexicon.is_unread_scale(following.lower):
            amount.unread = following.text
    return amount


def _join_torn(annotation: Annotation, amount: Amount) -> None:
    """Takes in the rest of a number torn at its mark: "USD 1. 2 billion", "USD 1 ,200 million"."""
    words = annotation.words
    at = amount.last
    if (
        at + 2 >= len(words)
        or words[at + 1].norm != "<number>"
        or words[at + 2].norm not in _SCALE_NORMS
        or not words[amount.first].is_digit
    ):
        return
    spaced = annotation.has_space_before(at), annotation.has_space_before(at + 1)
    rest = words[at + 1].text
    if spaced == (True, True) or (words[at].text == "," and len(rest.partition(".")[0]) != 3):
        return
    figure = parse_figure(f"{words[amount.first].text}{words[at].text}{rest}")
    if figure is not None:
        amount.value, amount.other, amount.last = figure.value, figure.other, at + 2


def _join_groups(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    """Takes in groups of three digits set apart by a space: "1 298.5"."""
    words = annotation.words
    digits = words[amount.first].text
    last = amount.last
    figure: Figure | None = None
    while last < len(words) and digits[0] != "0" and len(digits) < 16:
        text = words[last].text
        if words[last].norm not in ("<number>", "<year>") or annotation.starts[last] != annotation.end(last - 1) + 1:
            break
        if len(text) < 3 or not text[:3].isdigit() or not (len(text) == 3 or text[3] in ".,"):
            break
        digits += text[:3]
        rest = text[3:].replace(",", ".")
        figure = parse_figure(digits + rest)
        last += 1
        if rest:
            break
    if figure is None:
        return
    behind = last
    while behind < len(words) and words[behind].norm in ("<scale>", "<letter>"):
        behind += 1
    if has_currency or (
        behind < len(words) and (words[behind].norm in _AFTER_GROUPS or _is_grouped_range(words, behind))
    ):
        amount.value, amount.other, amount.last = figure.value, None, last


def _is_grouped_range(words: list[Word], at: int) -> bool:
    """Whether a range goes on at token `at` with a number grouped as well that has a currency: "10 000 – 20 000 kr"."""
    if words[at].lower not in lexicon.DASHES and words[at].lower not in lexicon.TO_WORDS:
        return False
    behind = at + 1
    while behind < len(words) and behind < at + _MOST_GROUPS and words[behind].norm in _NUMBER_NORMS:
        behind += 1
    return behind > at + 2 and behind < len(words) and words[behind].norm in _AFTER_GROUPS


def _add_fraction(annotation: Annotation, amount: Amount) -> None:
    """Adds "and a half", "and 50/100", "½", "1/2" or "-1/2" behind a number; "1/2 of 1" is a part alone."""
    words = annotation.words
    last = amount.last
    lowers = [word.lower for word in words[last : last + 2]]
    if not lowers:
        return
    if lowers[0] == "/" and (part := _fraction_at(annotation, amount.first)) is not None:
        amount.value = part
        amount.last = _behind_of_one(words, amount.first + 3)
    elif lowers[1:2] == ["/"] and words[amount.first].is_digit and (part := _fraction_at(annotation, last)) is not None:
        amount.value += part
        amount.last = last + 3
    elif (
        lowers[0] in HYPHENS
        and words[amount.first].is_digit
        and not annotation.has_space_before(last)
        and (part := _fraction_at(annotation, last + 1)) is not None
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


def _fraction_at(annotation: Annotation, at: int) -> Decimal | None:
    """The value of "3/4" written in one piece at token `at`."""
    part = digits_part(annotation.words, at)
    if part is None or annotation.has_space_before(at + 1) or annotation.has_space_before(at + 2):
        return None
    return part


def _behind_of_one(words: list[Word], at: int) -> int:
    """The token behind "of 1", "of one" where a rate or a scale follows ("1/2 of 1%"), or `at`."""
    if (
        at + 2 < len(words)
        and words[at].lower == "of"
        and words[at + 1].lower in ("1", "one", "a")
        and is_measure(words, at + 2)
    ):
        return at + 2
    return at


def _behind_odd(words: list[Word], at: int) -> int:
    """The token behind "odd" or "-odd" at token `at` where a rate, a scale or a currency follows, or `at`."""
    place = at + 1 if words[at].text in HYPHENS else at
    if place + 1 < len(words) and words[place].lower in ODD and is_measure(words, place + 1):
        return place + 1
    return at


def _read_scales(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    words = annotation.words
    count = len(words)
    while amount.last < count:
        at = amount.last
        word = words[at]
        if (
            word.text in lexicon.MINUSES
            and at + 1 < count
            and words[at + 1].norm == "<scale>"
            and not annotation.has_space_before(at)
            and not annotation.has_space_before(at + 1)
        ):
            at += 1  # "10-million"
            word = words[at]
        if word.norm not in ("<scale>", "<letter>"):
            break
        scale = scale_of(word.text)
        if scale is None:
            break
        if word.lower == "mil" and at + 1 < count and words[at + 1].lower in ("millones", "milhões"):
            scale = _SPANISH_THOUSAND
        if scale.kind == LETTER and not _is_scale_letter(annotation, at, scale, amount, has_currency):
            if has_currency and not amount.has_scale and (at + 1 == count or annotation.has_space_before(at + 1)):
                amount.unread = word.text
            break
        if amount.has_scale and (scale.kind == LETTER or (scale.kind != lexicon.WORD and amount.factor >= 10**6)):
            break
        if scale.kind == LETTER:
            amount.letter = word.text
        amount.factor *= scale.factor
        amount.last = at + 1
        if (
            scale.kind != lexicon.WORD
            and at + 2 < count
            and words[at + 1].text == "."
            and words[at + 2].norm in _CURRENCY_NORMS
        ):
            amount.last = at + 2  # "8.5 mil. euros"
        amount.is_year_like = False
    if amount.factor != 1 and amount.last + 1 < count:
        _add_smaller(annotation, amount)


def _is_scale_letter(annotation: Annotation, at: int, scale: Scale, amount: Amount, has_currency: bool) -> bool:
    """Whether a letter beside a number is its scale: glued to it, or set off beside a currency."""
    words = annotation.words
    text = words[at].text
    glued_behind = at + 1 < len(words) and not annotation.has_space_before(at + 1) and words[at + 1].text[0] in "-'’&/"
    if not annotation.has_space_before(at):
        return not (glued_behind and words[at + 1].text[0] in "&'’")
    if glued_behind and not (
        words[at + 1].text[0] == "-" and at + 2 < len(words) and words[at + 2].norm in ("<number>", "<year>", "<sign>")
    ):
        return False
    if text in ("t", "L", "G") and text != "L":
        return False
    if has_currency:
        return True
    return at + 1 < len(words) and words[at + 1].norm in ("<code>", "<sign>", "<unit>") and amount.last == at


def _add_smaller(annotation: Annotation, amount: Amount) -> None:
    """Adds a smaller part: "3 million 100 thousand"."""
    words = annotation.words
    at = amount.last
    if at < len(words) and words[at].lower == "and":
        at += 1
    if at + 1 >= len(words) or words[at].norm not in _NUMBER_NORMS:
        return
    figure = parse_figure(words[at].text)
    if (
        words[at + 1].norm == "<unit>"
        and figure is not None
        and words[at].is_digit
        and figure.value < min(amount.factor, _THOUSAND)
    ):
        amount.value += figure.value / amount.factor  # "10 thousand 500 dollars"
        amount.last = at + 1
        return
    if words[at + 1].norm != "<scale>":
        return
    scale = scale_of(words[at + 1].text)
    if (
        words[at - 1].lower == "and"
        and at + 2 < len(words)
        and words[at + 2].is_alpha
        and words[at + 2].norm not in _CURRENCY_NORMS
    ):
        return  # "5 billion and 7 million people"
    if figure is None or scale is None or scale.kind != lexicon.WORD or figure.value * scale.factor >= amount.factor:
        return
    amount.value += figure.value * scale.factor / amount.factor
    amount.last = at + 2
