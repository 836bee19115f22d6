"""Tables with a column of companies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.types.companies.cues import MANY

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

_COLUMN = re.compile(rf"^\W*(?:(?:key|major|leading|top|name of|market)\s+)?(?:the\s+)?(?:company|player|vendor|manufacturer|supplier|firm|brand|provider|operator|producer|developer|competitor|issuer|registrant|{MANY})(?:\s+(?:name|names|covered|profiled))?\W*$", re.IGNORECASE)


class Table:
    """A table with a column of companies: the header names it, its cells are taken."""

    def __init__(self) -> None:
        self.column = -1

    def read(self, annotation: Annotation, line: str, start: int, first_of: dict[int, Chunk]) -> bool:
        """Reads one row; true when it belongs to such a table."""
        cells = line.split("|")
        heads = [number for number, cell in enumerate(cells) if _COLUMN.match(cell)]
        if heads and len(cells) > 1 and not (heads[0] == 0 and len(cells) == 2 and ("," in cells[1] or ";" in cells[1])):
            self.column = heads[0]
            return True
        if self.column < 0 or self.column >= len(cells):
            self.column = -1
            return False
        at = start + sum(len(cell) + 1 for cell in cells[: self.column])
        cell = cells[self.column]
        at += len(cell) - len(cell.lstrip())
        chunk = first_of.get(annotation.token_at(at))
        if chunk is not None and chunk.refusal in ("", "shared") and annotation.starts[chunk.start] == at and annotation.end(chunk.tail - 1) >= at + len(cell.strip()) - 1:
            chunk.evidence, chunk.refusal = chunk.evidence or "table", ""
            chunk.role = chunk.role or "key_player"
        return True
