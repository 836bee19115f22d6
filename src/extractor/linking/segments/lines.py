"""The lines of a body with what their blocks are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.linking.segments.dimensions import SEGMENT_HEADING
from extractor.linking.statement import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

LONGEST_LINE = 5_000  # characters; a longer line is no prose
BULLETS = "-•*▪·●◦‣"
BULLET_STARTS = ("- ", "• ", "* ", "▪ ")
NUMBERED = re.compile(r"\(?\d{1,2}[.)] (?=\S)")
LONGEST_ITEM = 80  # characters of a numbered line that is an item and no sentence


class Line(NamedTuple):
    """One line of the body: `lower` is its text in lower case, `level` the depth of a list item."""

    text: str
    lower: str
    start: int
    kind: str
    level: int

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)

    @property
    def bare(self) -> str:
        """The text without a bullet, a number or marks of bold print."""
        return NUMBERED.sub("", self.text.strip(BULLETS + " "), count=1)


def lines_of(annotation: Annotation) -> Iterator[Line]:
    """The lines of a body that hold something, in order."""
    text = annotation.text
    for part in annotation.parts:
        if part.last <= part.first:
            continue
        at, end = annotation.starts[part.first], annotation.end(part.last - 1)
        block_kind = kind_of(annotation, part)
        for raw in text[at:end].split("\n"):
            if raw.strip() and len(raw) <= LONGEST_LINE:
                kind: str = block_kind
                if kind == "paragraph" and raw.startswith(BULLET_STARTS):
                    kind = "list_item"
                elif kind == "paragraph" and " | " in raw:
                    kind = "table_row"
                elif raw[0] in "(0123456789" and len(raw) <= LONGEST_ITEM and NUMBERED.match(raw) and SEGMENT_HEADING.search(raw) is None:
                    kind = "list_item"
                yield Line(raw.rstrip(), raw.rstrip().lower(), at, kind, part.level)
            at += len(raw) + 1
