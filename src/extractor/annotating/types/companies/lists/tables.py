"""Tables with columns of companies: the header names them, or their cells are sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.lists.column_heads import head_of, roles_of, symbols_of
from extractor.annotating.types.companies.lists.runs import PARDONED_PLACES, sure_share
from extractor.annotating.types.companies.names.chunk import OF_NAMES, OF_THINGS, PARDONED, Chunk, count_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# Refusals that a cell of a column of companies overrules.
_PARDONED = PARDONED | {"place"}
# Without a header so many cells of a column, and this share of them, must be sure.
LEAST_SURE, SURE_SHARE = 2, 0.3
# A column of so many cells, this share of them capitals of so few letters, holds symbols.
LEAST_ROWS, SYMBOL_SHARE, LONGEST_SYMBOL = 3, 0.6, 5
_SURE_EVIDENCE = frozenset(["known", "legal_form"])
# With this share of sure cells names of plain words are firms as well ("CROSS TIMBERS ROYALTY TRUST").
SURE_COLUMN = 0.75
# ... and with this share of its cells names, all are a list in columns.
GRID_SHARE = 0.9
# A header is among the first rows; further down "Utilities" is a sector.
LAST_HEADER = 2
# Evidence that the place in a row alone gave.
_WEAK_EVIDENCE = frozenset(["series", "list", "table", "prose"])


class Table:
    """The table being read, row by row."""

    def __init__(self, annotation: Annotation, first_of: dict[int, Chunk]) -> None:
        self.annotation = annotation
        self.first_of = first_of
        self.column = -1  # the one that the header calls companies
        self.symbols = -1
        self.roles: dict[int, str] = {}  # what the header says of the firms of other columns
        self.rows = self.width = 0  # rows so far with this many cells
        self.cells: dict[int, list[Chunk | None]] = {}  # what each column holds, while no header told

    def read(self, cells: list[str], start: int) -> bool:
        """Reads one row, which begins at `start`, a mark between its cells; true when it belongs to a table whose header names the companies."""
        self.rows = self.rows + 1 if len(cells) == self.width else 1
        self.width = len(cells)
        may_head = self.rows <= (1 if self.column >= 0 else LAST_HEADER)
        head = head_of(cells) if may_head else -1
        if head >= 0 and not self._holds_firm(cells, start, head):
            self.close()
            self.rows, self.width, self.column = 1, len(cells), head
            self._refuse_header(cells, start)
            self.symbols, self.roles = symbols_of(cells), roles_of(cells)
            return True
        if self.rows == 1:
            self.roles = roles_of(cells)
        if 0 <= self.column < len(cells):
            self._refuse_symbol(cells, start)
            chunk = self._cell(cells, self.column, start)
            if chunk is not None and chunk.refusal in _PARDONED:
                chunk.take("table", self.roles.get(self.column, "key_player"))
            for number in self.roles.keys() & range(len(cells)):
                other = self._cell(cells, number, start)
                if other is not None and other.refusal in OF_NAMES and not other.facts.is_plain:
                    other.take("table", self.roles[number])
            return True
        self.column = -1
        at = start
        for number, cell in enumerate(cells):
            self.cells.setdefault(number, []).append(self._alone(cell, at))
            at += len(cell) + 1
        return False

    def _holds_firm(self, cells: list[str], start: int, head: int) -> bool:
        """Whether a cell of the row beside `head` is a company for certain."""
        held = [self._cell(cells, number, start) for number in range(len(cells)) if number != head]
        return any(chunk is not None and chunk.evidence in _SURE_EVIDENCE for chunk in held)

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
            or not -1 <= self.annotation.end(chunk.tail - 1) - at - len(cell.strip()) <= 1
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

    def _are_named(self, held: list[Chunk | None]) -> bool:
        """Whether the column beside the symbols holds names that are no words of the language and no places."""
        names = [chunk for chunk in held if chunk is not None and chunk.refusal in OF_NAMES and chunk.facts.odd_words]
        return len(held) >= LEAST_ROWS and len(names) >= SYMBOL_SHARE * len(held) and not self._repeat(held)

    def _abbreviate(self, held: list[Chunk | None], firms: list[list[Chunk | None]]) -> bool:
        """Whether the column holds long symbols of the firms in another ("ADANIPORTS" beside "Adani Ports")."""
        words = self.annotation.words
        return any(
            LEAST_ROWS <= len(held) == len(names)
            and 2 * sum(_is_short_for(words, short, name) for short, name in zip(held, names, strict=True)) > len(held)
            for names in firms
        )

    def _repeat(self, held: list[Chunk | None]) -> bool:
        """Whether the column holds the same few values again and again: sectors, countries."""
        values = {self.annotation.span_text(chunk.first, chunk.end) for chunk in held if chunk is not None}
        return len(values) * 2 <= len(held)

    def close(self) -> None:
        """Ends the table: columns with enough sure cells are columns of companies."""
        self.rows = 0
        if not self.cells:
            self.column = self.symbols = -1
            return
        columns, self.cells, self.column, self.symbols = self.cells, {}, -1, -1
        symbols = [held for held in columns.values() if len(held) >= LEAST_ROWS and self._are_symbols(held)]
        firms = []
        for held in columns.values():
            if held in symbols:
                continue
            if len(held) >= LEAST_ROWS and self._repeat(held):
                _refuse(held, weak_only=True)
            elif self._are_firms(held):
                firms.append(held)
        if symbols and not firms:
            firms = next(([held] for held in columns.values() if held not in symbols and self._are_named(held)), [])
        longer = [held for held in firms if self._abbreviate(held, [other for other in firms if other is not held])]
        firms = [held for held in firms if held not in longer]
        symbols += longer
        symbols += [
            held for held in columns.values() if held not in (*symbols, *firms) and self._abbreviate(held, firms)
        ]
        pardoned = OF_THINGS
        if not firms and not symbols and self._is_grid(list(columns.values())):
            firms, pardoned = list(columns.values()), PARDONED_PLACES
        for number, held in columns.items():
            if held in firms:
                _take(held, self.roles.get(number, "key_player"), pardoned)
        for held in symbols:
            _refuse(held, weak_only=not firms)

    def _is_grid(self, columns: list[list[Chunk | None]]) -> bool:
        """Whether the cells are the names of one list in columns."""
        cells = [chunk for held in columns for chunk in held]
        names = [chunk for chunk in cells if chunk is not None]
        return len(columns) > 1 and len(names) >= GRID_SHARE * len(cells) and sure_share(self.annotation, names) > 0

    def _are_firms(self, held: list[Chunk | None]) -> bool:
        """Whether enough cells of the column are companies for certain."""
        sure, trust = count_sure(self.annotation, [chunk for chunk in held if chunk is not None])
        return sure > 0 and trust >= max(LEAST_SURE, SURE_SHARE * len(held))


# First letters that a long symbol and the name have in common.
SHARED_LETTERS = 3


def _is_short_for(words: Sequence[Word], short: Chunk | None, name: Chunk | None) -> bool:
    """Whether the one is a word in capitals that starts like the other."""
    if short is None or name is None or short.last - short.first != 1 or not words[short.first].is_upper:
        return False
    letters = "".join(word.lower for word in words[name.first : name.last] if word.is_alpha)
    return letters[:SHARED_LETTERS] == words[short.first].lower[:SHARED_LETTERS]


def _take(held: list[Chunk | None], role: str, pardoned: frozenset[str]) -> None:
    """Makes companies of the cells of a column whose refusals are pardoned; all of them have this role."""
    sure = sum(chunk is not None and chunk.is_company for chunk in held)
    is_full = sure >= SURE_COLUMN * len(held)
    for chunk in held:
        if chunk is None:
            continue
        if (
            not chunk.is_company
            and chunk.refusal in pardoned
            and not (chunk.facts.is_plain and (not is_full or chunk.last - chunk.first == 1))
        ):
            chunk.evidence, chunk.refusal = "table", ""
        if chunk.is_company:
            chunk.role = chunk.role or role


def _refuse(held: list[Chunk | None], *, weak_only: bool) -> None:
    """Refuses the cells of a column of symbols or sectors; with `weak_only` those that only their place made companies."""
    for chunk in held:
        if chunk is not None and (chunk.evidence in _WEAK_EVIDENCE or not (weak_only or chunk.form)):
            chunk.refuse("ticker")
