"""A scale word said once for several amounts: "USD 5, 7 and 9 billion"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER_NORMS
from extractor.annotating.numbers.amounts import read_amount
from extractor.annotating.tokens.words import CLOSING, word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# What may stand behind an amount whose currency was left out; a noun there would be what it counts.
_ENDS = CLOSING | frozenset(
    "and or by in for respectively over from to during at between as while through before after with worth".split()
)
_LONGEST_SERIES = 8
_RESPECTIVELY_WINDOW = 25  # tokens


def next_in_series(words: list[Word], at: int, sign: str = "") -> int | None:
    """The token of the next number of a list that goes on at token `at` with ",", "and" or both; `sign` may stand before it."""
    start = at
    at += word_at(words, at).text == ","
    at += word_at(words, at).lower in ("and", "or")
    if at == start:
        return None
    at += word_at(words, at).text == sign
    return at if word_at(words, at).norm in NUMBER_NORMS else None


def ends_value(words: list[Word], at: int) -> bool:
    """Whether what stands at token `at` leaves the number before it a value: no noun that it could count."""
    word = word_at(words, at)
    return word.is_space or word.lower in _ENDS


def shared_factor(annotation: Annotation, last: int, sign: str = "") -> Decimal | None:
    """The factor of the scale word at the end of the list that goes on at token `last`, or None.

    Args:
        sign: the currency before the first number, which the others may repeat: "$1.2, $1.4 and $1.9 billion".
    """
    words = annotation.words
    if word_at(words, last).text == "/" and word_at(words, last + 1).norm == "<sign>" and last + 2 < len(words):
        converted = read_amount(annotation, last + 2, has_currency=True)  # "$1.5/€1.3 billion"
        return converted.factor if converted is not None and converted.has_scale else None
    first = last
    for _ in range(_LONGEST_SERIES):
        at = next_in_series(words, last, sign)
        if at is None or (words[at].norm == "<year>" and word_at(words, at + 1).norm != "<scale>"):
            return None
        amount = read_amount(annotation, at, has_currency=True)
        if amount is None:
            return None
        if amount.has_scale:
            is_sure = words[at - 1].text != sign or _leaves_scale_out(annotation, first)
            return amount.factor if is_sure and ends_value(words, amount.last) else None
        last = amount.last
    return None


def _leaves_scale_out(annotation: Annotation, last: int) -> bool:
    """Whether the amount before token `last` is no whole one: "$1.2 and $1.4 billion", "$5 and $7 billion, respectively"."""
    words = annotation.words
    if len(words[last - 1].text.partition(".")[2]) == 1:
        return True  # cents have two digits
    end = min(annotation.sentence_of(last - 1)[1], last + _RESPECTIVELY_WINDOW)
    return any(word.lower == "respectively" for word in words[last:end])
