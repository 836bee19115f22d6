"""The lines of a body with what their blocks are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.linking.anchors import ANCHORS
from extractor.linking.segments.dimensions import SEGMENT_HEADING
from extractor.linking.statement import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.cleaning.article import BlockKind

LONGEST_LINE = 5_000  # characters; a longer line is no prose
BULLETS = "-•*▪·●◦‣"
BULLET_STARTS = ("- ", "• ", "* ", "▪ ")
NUMBERED = re.compile(r"\(?\d{1,2}[.)] (?=\S)")
LONGEST_ITEM = 80  # characters of a numbered line that is an item and no sentence


@dataclass(slots=True)
class Line:
    """One line of the body: `lower` is its text in lower case, `seen` the bits of its words (anchors.py), `level` the depth of a list item."""

    text: str
    lower: str
    seen: int
    start: int
    kind: str
    level: int
    _bare: str | None = None

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)

    @property
    def bare(self) -> str:
        """The text without a bullet, a number or marks of bold print."""
        if self._bare is None:
            bare = self.text.strip(BULLETS + " ")
            self._bare = NUMBERED.sub("", bare, count=1) if "(" in bare or any(map(str.isdigit, bare)) else bare
        return self._bare


def lines_of(annotation: Annotation, kinds: list[BlockKind]) -> Iterator[Line]:
    """The lines of a body that hold something, in order; `kinds` are those of its parts."""
    text, folded = annotation.text, lowered(annotation)
    for part, block_kind in zip(annotation.parts, kinds, strict=True):
        if part.last <= part.first:
            continue
        at, end = annotation.starts[part.first], annotation.end(part.last - 1)
        for raw in text[at:end].split("\n"):
            if raw.strip() and len(raw) <= LONGEST_LINE:
                kind: str = block_kind
                if kind == "paragraph" and raw.startswith(BULLET_STARTS):
                    kind = "list_item"
                elif kind == "paragraph" and " | " in raw:
                    kind = "table_row"
                line = raw.rstrip()
                lower = folded[at : at + len(line)]
                seen = ANCHORS.seen(lower)
                if raw[0] in "(0123456789" and len(raw) <= LONGEST_ITEM and NUMBERED.match(raw) and SEGMENT_HEADING.search(seen, raw) is None:
                    kind = "list_item"
                yield Line(line, lower, seen, at, kind, part.level)
            at += len(raw) + 1
