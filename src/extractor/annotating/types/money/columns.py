"""Currency and scale said once: in the head of a table's column or row, in its caption, or before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.amounts import read_amount
from extractor.annotating.types.money.heads import Head, find_heads, value_under
from extractor.annotating.types.money.table_heads import table_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.money.reading import Reading

_INTO_NUMBER = frozenset({":", "=", "-", "–", "is", "was", "of", "~", "approximately", "about"})
_MOST_BEHIND = 3


def headed(annotation: Annotation, taken: set[int], units: list[Reading]) -> Iterator[Reading]:
    """The bare numbers that a head makes money; `taken` are the tokens that are part of a value already, `units` those that are heads."""
    heads = sorted(
        [*find_heads(annotation, taken), *(Head(unit.first, unit.last, unit.currency, unit.low) for unit in units)],
        key=lambda head: head.first,
    )
    if not heads:
        return
    if "|" in annotation.text:
        yield from table_values(annotation, heads, taken)
    for head in heads:
        reading = _after_colon(annotation, head)
        if reading is not None and reading.first not in taken:
            yield reading


def _after_colon(annotation: Annotation, head: Head) -> Reading | None:
    """ "Market size (USD Million): 1,234.5"."""
    words = annotation.words
    at = head.last
    passed = 0
    if at < len(words) and words[at].text in (")", "]"):
        at += 1
        passed += 1
    while at < len(words) and words[at].lower in _INTO_NUMBER and passed < _MOST_BEHIND:
        at += 1
        passed += 1
    if not passed or at >= len(words) or words[at].norm != "<number>":
        return None
    amount = read_amount(annotation, at, has_currency=True)
    return None if amount is None else value_under(annotation, amount, head)
