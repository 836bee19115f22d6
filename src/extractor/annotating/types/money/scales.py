"""A scale word said once for several amounts: "USD 5, 7 and 9 billion"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.amounts import read_amount

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

_NUMBER_NORMS = frozenset({"<number>", "<year>"})
# What may stand behind an amount whose currency was left out; a noun there would be what it counts.
_ENDS = frozenset(
    ", . ; : ) and or by in for respectively over from to during at between as while through before after with | worth".split(
        " "
    )
)
_LONGEST_SERIES = 8


def next_in_series(words: list[Word], at: int) -> int | None:
    """The token of the next number of a list that goes on at token `at` with ",", "and" or both."""
    if at + 1 >= len(words):
        return None
    if words[at].text == ",":
        at += 1
        if words[at].lower in ("and", "or"):
            at += 1
    elif words[at].lower in ("and", "or"):
        at += 1
    else:
        return None
    return at if at < len(words) and words[at].norm in _NUMBER_NORMS else None


def ends_value(words: list[Word], at: int) -> bool:
    """Whether what stands at token `at` leaves the number before it a value: no noun that it could count."""
    return at >= len(words) or words[at].is_space or words[at].lower in _ENDS


def shared_factor(annotation: Annotation, last: int) -> Decimal | None:
    """The factor of the scale word at the end of the list that goes on at token `last`, or None."""
    words = annotation.words
    for _ in range(_LONGEST_SERIES):
        at = next_in_series(words, last)
        if at is None or (words[at].norm == "<year>" and not (at + 1 < len(words) and words[at + 1].norm == "<scale>")):
            return None
        amount = read_amount(annotation, at, has_currency=True)
        if amount is None:
            return None
        if amount.has_scale:
            return amount.factor if ends_value(words, amount.last) else None
        last = amount.last
    return None
