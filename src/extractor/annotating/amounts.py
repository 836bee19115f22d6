"""One amount read from the tokens: digits or words, grouped or not, with its scale words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating import lexicon
from extractor.annotating.lexicon import LETTER, Scale, scale_of
from extractor.annotating.numerals import Figure, parse_figure

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_BEFORE_ONE = frozenset({"under", "over", "than", "about", "around", "below", "above", "nearly", "almost", "least", "costs", "cost", "exactly"})
_SPANISH_THOUSAND = Scale(Decimal(1000), lexicon.WORD)  # "mil millones"
_PARTS = frozenset({"quarters", "third", "thirds"})  # only after a count: "three quarters of a million"
_SIXTH_PLACE = Decimal("0.000001")
_TORN = frozenset({".", ","})
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10"})
_NUMBER_NORMS = frozenset({"<number>", "<year>"})
_SCALE_NORMS = frozenset({"<scale>", "<letter>"})
_FRACTION_MARKS = frozenset({"and", "/"})
_CURRENCY_NORMS = frozenset({"<code>", "<sign>", "<unit>", "<minor>"})


@dataclass(slots=True)
class Amount:
    """A number as it stands: `value` times `factor`; the scale is kept apart because a range may share it.

    `other` is the value under the other reading of "," and "."; `unread` is a scale word that was not understood.
    """

    first: int
    last: int
    value: Decimal
    factor: Decimal = _ONE
    other: Decimal | None = None
    is_year_like: bool = False
    is_words: bool = False
    letter: str = ""  # the scale, when it is a letter that only a currency beside it makes one
    unread: str | None = None

    @property
    def total(self) -> Decimal:
        """The amount in units of the currency, without the zeros that the scale left behind its point."""
        total = self.value * self.factor
        whole = total.to_integral_value()
        return whole if whole == total else total

    @property
    def has_scale(self) -> bool:
        """Whether a scale word stands beside the number."""
        return self.factor != 1


def read_amount(annotation: Annotation, at: int, has_currency: bool) -> Amount | None:
    """The amount that starts at token `at`, or None.

    Args:
        has_currency: whether a currency stands right before it, so that "5 M" is five million.
    """
    if annotation.words[at].text[0].isalpha():
        return read_words(annotation, at)
    return read_digits(annotation, at, has_currency)


def read_digits(annotation: Annotation, at: int, has_currency: bool) -> Amount | None:
    """The amount whose digits stand at token `at`; see `read_amount`."""
    words = annotation.words
    word = words[at]
    figure = parse_figure(word.text)
    if figure is None:
        return None
    amount = Amount(at, at + 1, figure.value, _ONE, figure.other, word.norm == "<year>")
    if at + 1 == len(words):
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
            if following.text in _TORN and amount.last + 1 < len(words) and words[amount.last + 1].text in lexicon.MINUSES:
                return amount  # "39,-"
        elif following.text in _TORN and amount.last + 2 < len(words) and words[amount.last + 1].text in lexicon.MINUSES:
            if words[amount.last + 2].norm in _CURRENCY_NORMS:
                amount.last += 2  # "29,- €"
            return amount
        if following.text == "+" and amount.last + 1 < len(words) and words[amount.last + 1].norm in _SCALE_NORMS:
            amount.last += 1  # "1.2+ billion"
            following = words[amount.last]
        if following.norm in _SCALE_NORMS or following.text in lexicon.MINUSES:
            _read_scales(annotation, amount, has_currency)
        elif following.text == "(" and amount.last + 2 < len(words) and words[amount.last + 2].text == ")" and words[amount.last + 1].norm == "<scale>":
            amount.last += 1  # "12.5 (Million)"
            _read_scales(annotation, amount, has_currency)
        elif has_currency and following.is_alpha and lexicon.is_unread_scale(following.lower):
            amount.unread = following.text
    return amount


def _join_torn(annotation: Annotation, amount: Amount) -> None:
    """Takes in the rest of a number torn at its mark: "USD 1. 2 billion", "USD 1 ,200 million"."""
    words = annotation.words
    at = amount.last
    if at + 2 >= len(words) or words[at + 1].norm != "<number>" or words[at + 2].norm not in _SCALE_NORMS or not words[amount.first].is_digit:
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
    if has_currency or (behind < len(words) and words[behind].norm in _CURRENCY_NORMS):
        amount.value, amount.other, amount.last = figure.value, None, last


def _add_fraction(annotation: Annotation, amount: Amount) -> None:
    """Adds "and a half", "½" or "1/2" behind a number."""
    words = annotation.words
    last = amount.last
    lowers = [word.lower for word in words[last : last + 3]]
    if lowers[:1] == ["/"] and (part := _fraction_at(annotation, amount.first)) is not None:
        amount.value = part
        amount.last = amount.first + 3
    elif lowers[1:2] == ["/"] and words[amount.first].is_digit and (part := _fraction_at(annotation, last)) is not None:
        amount.value += part
        amount.last = last + 3
    elif lowers == ["and", "a", "half"]:
        amount.value += lexicon.HALF
        amount.last += 3
    elif lowers and len(lowers[0]) == 1 and not lowers[0].isascii() and words[amount.first].is_digit:
        figure = parse_figure(lowers[0])
        if figure is not None and figure.value < 1:
            amount.value += figure.value
            amount.last += 1
    if amount.last != last:
        amount.other = None
        amount.is_year_like = False


def _fraction_at(annotation: Annotation, at: int) -> Decimal | None:
    """The value of "3/4" written in one piece at token `at`: below one, with a small denominator."""
    words = annotation.words
    if at + 2 >= len(words) or words[at + 1].text != "/" or annotation.has_space_before(at + 1) or annotation.has_space_before(at + 2):
        return None
    over, under = words[at].text, words[at + 2].text
    if not (over.isdigit() and under.isdigit() and len(over) == 1 and under in _DENOMINATORS and int(over) < int(under)):
        return None
    return (Decimal(int(over)) / Decimal(int(under))).quantize(Decimal("0.000001")).normalize()


def _read_scales(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    words = annotation.words
    count = len(words)
    while amount.last < count:
        at = amount.last
        word = words[at]
        if word.text in lexicon.MINUSES and at + 1 < count and words[at + 1].norm == "<scale>" and not annotation.has_space_before(at) and not annotation.has_space_before(at + 1):
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
            break
        if amount.has_scale and (scale.kind == LETTER or (scale.kind != lexicon.WORD and amount.factor >= 10**6)):
            break
        if scale.kind == LETTER:
            amount.letter = word.text
        amount.factor *= scale.factor
        amount.last = at + 1
        if scale.kind != lexicon.WORD and at + 2 < count and words[at + 1].text == "." and words[at + 2].norm in _CURRENCY_NORMS:
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
    if glued_behind and not (words[at + 1].text[0] == "-" and at + 2 < len(words) and words[at + 2].norm in ("<number>", "<year>", "<sign>")):
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
    if at + 1 >= len(words) or words[at].norm not in ("<number>", "<year>") or words[at + 1].norm != "<scale>":
        return
    figure = parse_figure(words[at].text)
    scale = scale_of(words[at + 1].text)
    if words[at - 1].lower == "and" and at + 2 < len(words) and words[at + 2].is_alpha and words[at + 2].norm not in _CURRENCY_NORMS:
        return  # "5 billion and 7 million people"
    if figure is None or scale is None or scale.kind != lexicon.WORD or figure.value * scale.factor >= amount.factor:
        return
    amount.value += figure.value * scale.factor / amount.factor
    amount.last = at + 2


def read_words(annotation: Annotation, at: int) -> Amount | None:
    """A number in words: "two hundred and fifty million", "half a billion", "a couple of million"."""
    words = annotation.words
    count = len(words)
    total = Decimal(0)
    current: Decimal | None = None
    largest = _ONE
    start = at
    solid = at  # the token behind the last that surely belongs to the number
    while at < count and at - start < 40:
        word = words[at]
        lower = word.lower
        if lower in lexicon.UNITS:
            small = lexicon.UNITS[lower]
            if current is not None and not (current % 10 == 0 and current % 100 != 10 and small < 10) and current % 100 != 0:
                break
            current = (current or Decimal(0)) + small
        elif lower in lexicon.TENS:
            if current is not None and current % 100 != 0:
                break
            current = (current or Decimal(0)) + lexicon.TENS[lower]
        elif lower in lexicon.FRACTIONS and lower in lexicon.NUMBER_WORDS:
            part = lexicon.FRACTIONS[lower]
            if lower in _PARTS and (current is None or current >= 10 or _lower(words, at + 1) != "of" or _lower(words, at + 2) not in lexicon.ARTICLES):
                break
            if current is not None and not (lower in _PARTS or (lower == "quarter" and current == 1)):
                break
            current = (part * (current or _ONE)).quantize(_SIXTH_PLACE).normalize()
            if _lower(words, at + 1) == "of" and _lower(words, at + 2) in lexicon.ARTICLES:
                at += 2
            elif _lower(words, at + 1) in lexicon.ARTICLES:
                at += 1
        elif lower in lexicon.HEAPS and lower != "dozen":
            if current not in (None, _ONE):
                break
            current = Decimal(lexicon.HEAPS[lower])
            if _lower(words, at + 1) == "of":
                at += 1
        elif lower in lexicon.ARTICLES:
            after = _lower(words, at + 1)
            if current is None and is_one(words, at):
                return Amount(at, at + 1, _ONE, is_words=True)
            if current is not None or not (after in ("half", "quarter", "couple", "dozen") or (at + 1 < count and words[at + 1].norm == "<scale>")):
                break
            if words[at + 1].norm == "<scale>":
                current = _ONE
            at += 1
            continue
        elif word.norm == "<scale>" and (scale := scale_of(word.text)) is not None and scale.kind != LETTER:
            if current is None:
                if total == 0:
                    break
                if scale.factor == _HUNDRED:
                    break
                total *= scale.factor
                largest *= scale.factor
            elif scale.factor == _HUNDRED:
                current *= _HUNDRED
            else:
                if total and scale.factor >= largest:
                    break
                total += current * scale.factor
                largest = max(largest, scale.factor)
                current = None
        elif lower == "and":
            after = _lower(words, at + 1)
            if (after == "a" or after == "one") and _lower(words, at + 2) in ("half", "quarter") and current is not None:
                current += lexicon.FRACTIONS[_lower(words, at + 2)]
                at += 3
                solid = at
                continue
            if after not in lexicon.UNITS and after not in lexicon.TENS:
                break
            if current is not None and current % 100 != 0:
                break
            if current is None and total == 0:
                break
            at += 1
            continue
        elif lower == "point" and current is not None and _lower(words, at + 1) in lexicon.UNITS:
            at += 1
            place = Decimal("0.1")
            while at < count and words[at].lower in lexicon.UNITS and lexicon.UNITS[words[at].lower] < 10:
                current += lexicon.UNITS[words[at].lower] * place
                place /= 10
                at += 1
            solid = at
            continue
        elif (lower in ("-", "‑") and current is not None and current % 10 == 0 and _lower(words, at + 1) in lexicon.UNITS and lexicon.UNITS[_lower(words, at + 1)] < 10) or (lower in ("-", "‑") and at + 1 < count and (words[at + 1].norm == "<scale>" or words[at + 1].lower in _PARTS) and current is not None):
            at += 1
            continue
        else:
            break
        at += 1
        solid = at
    if solid == start or (current is None and total == 0 and largest == 1):
        return None
    total += current or Decimal(0)
    return Amount(start, solid, total / largest, largest, is_words=True)


def is_one(words: list[Word], at: int) -> bool:
    """Whether the article at token `at` counts: "under a dollar"."""
    if at < 1 or at + 1 >= len(words) or words[at + 1].norm not in ("<unit>", "<minor>") or words[at + 1].lower.endswith("s"):
        return False
    return words[at].lower in lexicon.ARTICLES and words[at - 1].lower in _BEFORE_ONE


def _lower(words: list[Word], at: int) -> str:
    return words[at].lower if at < len(words) else ""
