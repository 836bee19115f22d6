"""Units of account said once for many numbers: "USD Million", "(in US$ Mn)", "millions of euros"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.lexicon.classes import NUMBER_NORMS, SCALE_NORMS
from extractor.annotating.lexicon.currencies import MINOR, Currency
from extractor.annotating.lexicon.terms import LETTER, scale_of
from extractor.annotating.quantities.phrases import read_currency
from extractor.annotating.quantities.runs import anchors_of
from extractor.annotating.tokens.words import word_at
from extractor.annotating.types.money.reading import LARGEST, Reading, amount_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word

_CURRENCY_NORMS = frozenset({"<code>", "<sign>", "<unit>"})
# What may stand between a currency and the scale it is counted in: "USD, in billions".
_INTO_SCALE = frozenset({"in", ","})
_LEAST_UNIT = 1000
_THOUSANDS = frozenset({"000", "000s", "'000", "’000", "000's"})
_COUNTING = frozenset({"a", "hundred", "half", "few", "several"})


class Head(NamedTuple):
    """A unit of account: a currency with a scale, such as "USD Million", as tokens `first` to `last` (excluded)."""

    first: int
    last: int
    currency: Currency
    factor: Decimal


def is_unit(annotation: Annotation, reading: Reading) -> bool:
    """Whether a value is what a table counts in, and no value: "(unit: 100 million yuan)", "(in 1,000 USD)"."""
    if reading.high is not None or reading.low < _LEAST_UNIT or format(reading.low, "f").rstrip("0") != "1":
        return False
    words = annotation.words
    at = reading.first - 1
    if word_at(words, at).lower == "in" and word_at(words, at - 1).text == "(":
        return word_at(words, reading.last).text == ")"
    while word_at(words, at).lower in (":", "in"):
        at -= 1
    return word_at(words, at).lower in ("unit", "units")


def find_heads(annotation: Annotation, taken: set[int]) -> Iterator[Head]:
    """The heads of a text, in order; `taken` are the tokens that are part of a value already."""
    words = annotation.words
    done = 0
    for at in anchors_of(annotation):
        if at < done or at in taken:
            continue
        norm = words[at].norm
        if norm in _CURRENCY_NORMS:
            head = _currency_first(words, at)
        elif norm == "<scale>":
            head = _scale_first(words, at)
        else:
            continue
        if head is not None:
            done = head.last
            yield head


def _currency_first(words: list[Word], at: int) -> Head | None:
    """ "USD Million", "US$ in Mn", "USDm", "(USD)"."""
    currency, behind = read_currency(words, at)
    if currency is None or currency.kind == MINOR or currency.surface == "R":
        return None
    before, following = word_at(words, at - 1).lower, word_at(words, behind)
    if following.norm in NUMBER_NORMS and following.text != "000" and currency.factor == 1:
        return None
    place = behind
    while word_at(words, place).lower in _INTO_SCALE:
        place += 1
    word = word_at(words, place)
    if word.norm in SCALE_NORMS:
        scale = scale_of(word.text)
        if scale is not None and (scale.kind != LETTER or word.is_upper or place == behind):
            return Head(at, place + 1, currency, scale.factor * currency.factor)
    if word.text in ("'", "’"):
        place += 1
    if word_at(words, place).text in _THOUSANDS:
        return Head(at, place + 1, currency, currency.factor * 1000)
    is_led = before == "in" or (before in ("(", "[") and following.text in (")", "]", ","))
    if currency.factor != 1 or (is_led and not currency.is_risky):
        return Head(at, behind, currency, currency.factor)
    return None


def _scale_first(words: list[Word], at: int) -> Head | None:
    """ "Million USD", "millions of US dollars", without a number before."""
    before = word_at(words, at - 1)
    place = at + 2 if word_at(words, at + 1).lower == "of" else at + 1
    counted = word_at(words, place)
    if before.norm in NUMBER_NORMS or before.lower in _COUNTING:
        return None
    if counted.norm not in _CURRENCY_NORMS and counted.lower not in ("us", "u.s."):
        return None
    currency, behind = read_currency(words, place)
    scale = scale_of(words[at].text)
    if currency is None or scale is None or word_at(words, behind).norm in NUMBER_NORMS:
        return None
    return Head(at, behind, currency, scale.factor)


def value_under(annotation: Annotation, amount: Amount, head: Head) -> Reading | None:
    """The bare number in the unit of account of its head; None when it is a rate or far too large."""
    if word_at(annotation.words, amount.last).norm in ("<percent>", "<basis>"):
        return None
    value, _ = amount_value(annotation, amount, head.currency)
    value *= amount.factor if amount.has_scale else head.factor
    if abs(value) > LARGEST:
        return None
    return Reading(amount.first, amount.last, value, None, head.currency, is_inferred=True)
