"""Tables with columns of companies: the header names them, or their cells are sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.types.companies.chunk import PARDONED, Chunk, count_sure
from extractor.annotating.types.companies.cues import MANY

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

_COLUMN = late.regex(
    rf"^\W*(?:(?:key|major|leading|top|name of|market)\s+)?(?:the\s+)?(?:company|player|vendor|manufacturer"
    rf"|supplier|firm|brand|provider|operator|producer|developer|competitor|issuer|registrant"
    rf"|{MANY})(?:\s+(?:name|names|covered|profiled))?\W*$",
    re.IGNORECASE,
)
# ... beside a column of symbols.
_NAME_COLUMN = late.regex(
    r"^\W*(?:name|security|securities|holding|constituent|stock|issuer name|security name|full name)\W*$", re.IGNORECASE
)
# A column of stock-exchange symbols holds no names.
_SYMBOLS = late.regex(r"^\W*(?:symbols?|tickers?|ticker symbol|code|isin|cusip)\W*$", re.IGNORECASE)
# Refusals that a cell of a column of companies overrules.
_PARDONED = frozenset([*PARDONED, "place"])
# Without a header so many cells of a column, and this share of them, must be sure.
LEAST_SURE, SURE_SHARE = 2, 0.3
# A column of so many cells, this share of them capitals of so few letters, holds symbols.
LEAST_ROWS, SYMBOL_SHARE, LONGEST_SYMBOL = 3, 0.6, 5
# Evidence that the place in a row alone gave.
_WEAK_EVIDENCE = frozenset(["series", "list", "table", "prose"])


class Table:
    """The table being read, row by row."""

    def __init__(self, annotation: Annotation, first_of: dict[int, Chunk]) -> None:
        self.annotation = annotation
        self.first_of = first_of
        self.column = -1  # the one that the header calls companies
        self.symbols = -1
        self.cells: dict[int, list[Chunk | None]] = {}  # what each column holds, while no header told

    def read(self, line: str, start: int, mark: str = "|") -> bool:
        """Reads one row with `mark` between its cells; true when it belongs to a table whose header names the companies."""
        cells = line.split(mark)
        heads = [number for number, cell in enumerate(cells) if _COLUMN.match(cell)]
        if not heads and any(_SYMBOLS.match(cell) for cell in cells):
            heads = [number for number, cell in enumerate(cells) if _NAME_COLUMN.match(cell)][:1]
        if (
            heads
            and len(cells) > 1
            and not (heads[0] == 0 and len(cells) == 2 and ("," in cells[1] or ";" in cells[1]))
        ):
            self.close()
            self.column = heads[0]
            self._refuse_header(cells, start)
            self.symbols = next((number for number, cell in enumerate(cells) if _SYMBOLS.match(cell)), -1)
            return True
        if 0 <= self.column < len(cells):
            self._refuse_symbol(cells, start)
            chunk = self._cell(cells, self.column, start)
            if chunk is not None and chunk.refusal in _PARDONED:
                chunk.take("table", "key_player")
            return True
        self.column = -1
        at = start
        for number, cell in enumerate(cells):
            self.cells.setdefault(number, []).append(self._alone(cell, at))
            at += len(cell) + 1
        return False

    def _cell(self, cells: list[str], number: int, start: int) -> Chunk | None:
        """The chunk that is all a cell of a row holds."""
        return self._alone(cells[number], start + sum(len(item) + 1 for item in cells[:number]))

    def _alone(self, cell: str, start: int) -> Chunk | None:
        """The chunk that is all of a cell which begins at `start`."""
        at = start + len(cell) - len(cell.lstrip())
        chunk = self.first_of.get(self.annotation.token_at(at)) if cell.strip() else None
        if (
            chunk is None
            or self.annotation.starts[chunk.start] != at
            or self.annotation.end(chunk.tail - 1) < at + len(cell.strip()) - 1
        ):
            return None
        return chunk

    def _refuse_header(self, cells: list[str], start: int) -> None:
        """The titles of columns are no names."""
        end = start + sum(len(cell) + 1 for cell in cells)
        first, last = self.annotation.token_at(start), self.annotation.token_at(end - 1)
        for token in range(first, last):
            chunk = self.first_of.get(token)
            if chunk is not None:
                chunk.refuse("no name")

    def _refuse_symbol(self, cells: list[str], start: int) -> None:
        if 0 <= self.symbols < len(cells):
            chunk = self._cell(cells, self.symbols, start)
            if chunk is not None:
                chunk.refuse("ticker")

    def _are_symbols(self, held: list[Chunk | None]) -> bool:
        """Whether the column holds symbols of stock exchanges."""
        words = self.annotation.words
        symbols = sum(
            chunk is not None
            and chunk.last - chunk.first == 1
            and chunk.form is None
            and words[chunk.first].is_upper
            and len(words[chunk.first].text) <= LONGEST_SYMBOL
            for chunk in held
        )
        return symbols >= SYMBOL_SHARE * len(held)

    def _repeat(self, held: list[Chunk | None]) -> bool:
        """Whether the column holds the same few values again and again: sectors, countries."""
        values = {self.annotation.span_text(chunk.first, chunk.end) for chunk in held if chunk is not None}
        return len(values) * 2 <= len(held)

    def close(self) -> None:
        """Ends the table: columns with enough sure cells are columns of companies."""
        if not self.cells:
            self.column = self.symbols = -1
            return
        columns, self.cells, self.column, self.symbols = self.cells, {}, -1, -1
        for held in columns.values():
            if len(held) >= LEAST_ROWS and (self._are_symbols(held) or self._repeat(held)):
                for chunk in held:
                    if chunk is not None and chunk.evidence in _WEAK_EVIDENCE:
                        chunk.refuse("ticker")
                continue
            sure, trust = count_sure(self.annotation, [chunk for chunk in held if chunk is not None])
            if not sure or trust < max(LEAST_SURE, SURE_SHARE * len(held)):
                continue
            for chunk in held:
                if (
                    chunk is not None
                    and not chunk.is_company
                    and chunk.refusal in PARDONED[:4]
                    and not chunk.facts.is_plain
                ):
                    chunk.evidence, chunk.refusal = "table", ""
