"""Lines with cells ("a | b | c") seen as rows of tables, and the cells that hold a number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER, NUMBER_NORMS
from extractor.annotating.lines import lines_of
from extractor.annotating.numbers.amount import Amount
from extractor.annotating.numbers.amounts import read_amount
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

Cell = tuple[int, int]
# Marks that leave a number alone in its cell.
_MARKS = frozenset("| ( ) ~ +".split())
_MINUSES = frozenset("- – − —".split())
_MOST_TOKENS = 6


def rows_of(annotation: Annotation) -> Iterator[tuple[bool, list[Cell]]]:
    """The lines with cells, as token ranges, each with whether it starts a new table."""
    last_end = -1
    for start, cells in _lines(annotation):
        yield last_end < 0 or start - last_end > 1, cells
        last_end = cells[-1][1]


def _lines(annotation: Annotation) -> Iterator[tuple[int, list[Cell]]]:
    words = annotation.words
    start = 0
    cells: list[Cell] = []
    cell = 0
    for at, word in enumerate(words):
        if word.text == "|":
            cells.append((cell, at))
            cell = at + 1
        elif word.is_space and "\n" in word.text:
            if cells:
                yield start, [*cells, (cell, at)]
            start = cell = at + 1
            cells = []
    if cells:
        yield start, [*cells, (cell, len(words))]


def only_amount(annotation: Annotation, cell: Cell) -> Amount | None:
    """The amount that is all the cell holds, or None."""
    words = annotation.words
    inner = [at for at in range(*cell) if not words[at].is_space and words[at].text not in _MARKS]
    if not inner or len(inner) > _MOST_TOKENS:
        return None
    is_negative = words[inner[0]].text in _MINUSES and len(inner) > 1
    first = inner[1] if is_negative else inner[0]
    if words[first].norm not in NUMBER_NORMS:
        return None
    amount = read_amount(annotation, first, has_currency=True)
    if amount is None or amount.last != inner[-1] + 1:
        return None
    if is_negative:
        amount.value, amount.first = -amount.value, inner[0]
    return amount


def alone_below(annotation: Annotation, at: int) -> Amount | None:
    """The amount behind the line break at token `at` that is all its line holds, or None."""
    words = annotation.words
    if "\n" not in word_at(words, at).text or word_at(words, at + 1).norm != NUMBER:
        return None
    amount = read_amount(annotation, at + 1, has_currency=True)
    return amount if amount is not None and lines_of(annotation).span(at + 1) == (at + 1, amount.last) else None
