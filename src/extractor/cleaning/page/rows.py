"""Rows of data, read as one block each: cells of a table belong together unless they lay out a page, and a value and its label."""

from __future__ import annotations

from typing import Final

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.tags import LAYOUT

LONG_ROW: Final = 900  # characters; a longer row is no row of data, unless its cells have no more than
SHORT_CELL: Final = 40  # characters on average
LAID_OUT: Final = 6  # blocks of one cell, among them a sentence, from which the table lays out a page of the old kind
SENTENCE: Final = 80  # characters
LONGEST_ROW: Final = 4000  # characters; no reader takes in a longer one: it is cut
LONGEST_LABEL: Final = 80  # characters of a label and of a value that stand beside each other
LONGEST_VALUE: Final = 160
_ENDS: Final = frozenset(".!?")
CELL_MARK: Final = " | "


class Rows:
    """Decides of the rows of tables, when they close, whether they hold data.

    Args:
        drafts: those of the page; the drafts of a row of data give way to one.
    """

    def __init__(self, drafts: list[Draft]) -> None:
        self.open: list[
            tuple[Node, list[int]]
        ] = []  # the rows that may hold data, and where the drafts of each cell begin
        self._drafts = drafts

    def begin(self, row: Node) -> None:
        """A row opens."""
        self.open.append((row, []))

    def inside(self, node: Node) -> None:
        """An element opens inside a row: one of its cells, or what no data table has."""
        row, cells = self.open[-1]
        if node.parent is row and node.tag in ("td", "th"):
            cells.append(node.start)
        elif node.tag in LAYOUT:
            self.open.clear()

    def close(self, row: Node) -> None:
        """Puts the drafts of a row that closes together if it holds data."""
        if not self.open or self.open[-1][0] is not row:
            return
        _, starts = self.open.pop()
        drafts = self._drafts
        found = drafts[row.start :]
        chars = sum(len(draft.text) for draft in found)
        if len(starts) < 2 or not found or chars > max(LONG_ROW, SHORT_CELL * len(starts)):
            return
        ends = [*starts[1:], len(drafts)]
        cells = [[draft.text for draft in drafts[start:end]] for start, end in zip(starts, ends, strict=True)]
        if any(map(_is_laid_out, cells)):
            return
        text = CELL_MARK.join([" ".join(cell) for cell in cells if cell])
        if text:
            linked = sum(len(draft.text) * draft.link_share for draft in found)
            share = min(1.0, linked / len(text))
            drafts[row.start :] = [Draft(part, "table_row", 0, row, share) for part in _parts(text)]

    def close_pair(self, value: Node) -> None:
        """Puts the value of a list of labels and values (dl), which closes, beside its label if both are data."""
        drafts = self._drafts
        if len(drafts) - value.start != 1 or not value.start:
            return
        label, datum = drafts[-2:]
        if label.node.tag == "dt" and label.node.parent is value.parent and _is_datum(label, datum):
            share = min(label.link_share, datum.link_share)
            mark = " " if label.text.endswith(":") else CELL_MARK
            value.start -= 1
            drafts[-2:] = [Draft(label.text + mark + datum.text, "table_row", 0, value, share)]


def _is_laid_out(cell: list[str]) -> bool:
    """Whether a cell holds a part of a page, and no datum."""
    return len(cell) >= LAID_OUT and any(len(text) >= SENTENCE and text[-1] in _ENDS for text in cell)


def _is_datum(label: Draft, value: Draft) -> bool:
    """Whether a value belongs beside its label: neither is a sentence, as the answer to a question is."""
    lengths = len(label.text) <= LONGEST_LABEL and len(value.text) <= LONGEST_VALUE
    return lengths and label.text[-1] not in _ENDS and value.text[-1] not in _ENDS


def _parts(text: str) -> list[str]:
    """A row, cut between cells where it is too long to be read."""
    parts: list[str] = []
    start = 0
    while len(text) - start > LONGEST_ROW:
        cut = text.rfind(CELL_MARK, start, start + LONGEST_ROW)
        if cut <= start:
            break
        parts.append(text[start:cut])
        start = cut + len(CELL_MARK)
    return [*parts, text[start:]]
