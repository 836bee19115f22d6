"""A percent sign said once: in the head of a table's column or row, or before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.numbers.amounts import read_amount
from extractor.annotating.quantities.runs import anchors_of
from extractor.annotating.tables import alone_below, only_amount, rows_of
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.annotating.numbers.amount import Amount

_BEFORE = frozenset({"(", "in", "[", ","})
_LARGEST_SHARE = 1000  # a number above this in a percent column is a slip


def headed(annotation: Annotation, found: list[Mention]) -> Iterator[tuple[Amount, int]]:
    """The bare numbers that a head with a percent sign makes rates, each with the sign's token.

    `found` are the rates found so far: neither they nor earlier mentions are read again.
    """
    words = annotation.words
    heads = [
        at for at in anchors_of(annotation) if words[at].norm == "<percent>" and at and words[at - 1].lower in _BEFORE
    ]
    if not heads:
        return
    taken = {token for mention in (*annotation.mentions, *found) for token in range(mention.first, mention.last)}
    heads = [head for head in heads if head not in taken]
    if "|" in annotation.text:
        yield from _tables(annotation, set(heads), taken)
    for head in heads:
        at = head + 2 if word_at(words, head + 1).text in (")", "]") else head + 1
        if word_at(words, at).text in (":", "=") and word_at(words, at + 1).norm == "<number>":
            amount = read_amount(annotation, at + 1, has_currency=False)
        else:
            amount = alone_below(annotation, at)  # "YoY growth (%)" above "7.45"
        if amount is not None and amount.first not in taken and not amount.has_scale:
            yield amount, head


def _tables(annotation: Annotation, heads: set[int], taken: set[int]) -> Iterator[tuple[Amount, int]]:
    columns: dict[int, int] = {}
    for is_new_table, cells in rows_of(annotation):
        if is_new_table:
            columns = {}
        here = {index: at for index, cell in enumerate(cells) for at in range(*cell) if at in heads}
        if here and 0 not in here:
            columns.update(here)
            continue
        for index, cell in enumerate(cells):
            head = here.get(0, columns.get(index)) if index else None
            if head is not None:
                amount = only_amount(annotation, cell)
                if amount is None or amount.first in taken or amount.has_scale:
                    continue
                if abs(amount.value) < _LARGEST_SHARE:
                    yield amount, head
