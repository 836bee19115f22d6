"""Which columns and rows of a table hold money, and in which unit of account."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from extractor.annotating.tables import only_amount, rows_of
from extractor.annotating.types.money.heads import Head, value_under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.money.reading import Reading

# First and last (excluded) token.
Cell = tuple[int, int]

# Columns and rows that hold no money whatever the caption says.
_NO_MONEY = frozenset(
    "% cagr share shares growth volume units unit rank no # rate tons tonnes number count pages y-o-y yoy period "
    "percent kilotons tables figures".split()
)
# The first cell of a row that names the unit of account and not a value.
_UNIT_LABELS = frozenset({"unit", "units", "currency", "metric", "metrics", "quantitative"})
_LONGEST_CAPTION = 40  # tokens


class TableHeads:
    """The heads of one table: of its columns, and the caption's for all that have none."""

    def __init__(self, caption: Head | None) -> None:
        self.columns: dict[int, Head] = {}
        self.plain: set[int] = set()  # columns that hold no money
        self.caption = caption

    def take(self, annotation: Annotation, cells: list[Cell], here: dict[int, Head], is_first: bool) -> bool:
        """Takes in the heads that stand in a row, by column; whether the row holds no values."""
        if {word.lower for word in annotation.words[slice(*cells[0])]} & _UNIT_LABELS and 0 not in here:
            return True
        if is_first and set(here) == {0} and _are_years(annotation, cells[1:]):
            self.caption = here[0]  # "Premiums, C$ million | 2022 | 2023": the unit of all that stands below the years
            return True
        is_head_row = bool(here) and (is_first or len(here) > 1 or 0 not in here)
        if is_head_row:
            self.columns.update(here)
            self.plain -= set(here)
        if is_head_row or is_first:
            others = [(index, cell) for index, cell in enumerate(cells) if index not in here]
            self.plain |= {index for index, cell in others if _says_no_money(annotation, cell)}
        return is_head_row and set(here) != {0}

    def of_column(self, index: int) -> Head | None:
        """The head that the numbers of a column stand under."""
        head = self.columns.get(index)
        return self.caption if head is None and index and index not in self.plain else head


def table_values(annotation: Annotation, heads: list[Head], taken: set[int]) -> Iterator[Reading]:
    """The bare numbers in cells under or beside a head; adds their tokens to `taken`."""
    by_token = {head.first: head for head in heads}
    table = TableHeads(None)
    for is_new_table, cells in rows_of(annotation):
        if is_new_table:
            table = TableHeads(_caption(annotation, heads, cells[0][0]))
        here = {
            index: head
            for index, (first, last) in enumerate(cells)
            for at in range(first, last)
            if (head := by_token.get(at)) is not None
        }
        row_head = here.get(0)
        if table.take(annotation, cells, here, is_new_table):
            continue
        if row_head is None and _says_no_money(annotation, cells[0]):
            continue
        for index, cell in enumerate(cells):
            head = row_head if row_head is not None and index else table.of_column(index)
            if head is None or head.first in range(*cell):
                continue
            reading = _cell_value(annotation, cell, head, taken, may_be_year=index > 0 and head is not table.caption)
            if reading is not None:
                taken.update(range(reading.first, reading.last))
                yield reading


def _cell_value(
    annotation: Annotation, cell: Cell, head: Head, taken: set[int], *, may_be_year: bool
) -> Reading | None:
    amount = only_amount(annotation, cell)
    if amount is None or amount.first in taken or (amount.is_year_like and not may_be_year):
        return None
    return value_under(annotation, amount, head)


def _caption(annotation: Annotation, heads: list[Head], start: int) -> Head | None:
    """The head in the line before a table."""
    words = annotation.words
    line_end = start - 1
    line_start = line_end - 1
    while line_start >= 0 and not (words[line_start].is_space and "\n" in words[line_start].text):
        line_start -= 1
    if line_end - line_start > _LONGEST_CAPTION:
        return None
    index = bisect_left(heads, line_end, key=attrgetter("first")) - 1
    return heads[index] if index >= 0 and heads[index].first > line_start else None


def _are_years(annotation: Annotation, cells: list[Cell]) -> bool:
    """Whether all the cells with nothing but a number, one at least, may be years."""
    amounts = [amount for cell in cells if (amount := only_amount(annotation, cell)) is not None]
    return bool(amounts) and all(amount.is_year_like for amount in amounts)


def _says_no_money(annotation: Annotation, cell: Cell) -> bool:
    return any(word.lower in _NO_MONEY for word in annotation.words[slice(*cell)])
