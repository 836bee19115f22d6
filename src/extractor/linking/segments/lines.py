"""The lines of a body with what their blocks are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.anchors import ANCHORS
from extractor.linking.segments.dimensions import SEGMENT_HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.cleaning.block import BlockKind

LONGEST_LINE = 5_000  # characters; a longer line is no prose
BULLETS = "-•*▪·●◦‣"
BULLET_STARTS = ("- ", "• ", "* ", "▪ ")
PLAIN_STARTS = frozenset("([{\"'“‘«„¿¡#$€£¥₹~<>+≈≥≤&@%_/.©®°")  # marks that a sentence or a figure may begin with
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)] (?=\S)")
COUNTS_ON = re.compile(r"\((?:2|b|ii)\) ")  # "(1) Steel (2) Glass": a line of several
NUMBER_STARTS = frozenset("(0123456789abcdefghivx")
LEAST_ITEM = 3  # characters of a bullet and what it stands before
LONGEST_ITEM = 80  # characters of a numbered line that is an item and no sentence


@dataclass(slots=True)
class Line:
    """One line of the body: `seen` are the bits of its words (anchors.py), `level` the depth of a list item."""

    text: str
    seen: int
    start: int
    kind: str
    level: int
    _bare: str | None = None

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)

    def is_below(self, other: Line) -> bool:
        """Whether an item belongs to another: it is indented more, or has another kind of mark."""
        return self.level > other.level or (self.level == other.level and self._mark != other._mark)

    @property
    def _mark(self) -> str:
        first = self.text[0]
        return "1" if first.isdigit() else "a" if first.isalpha() else first

    @property
    def bare(self) -> str:
        """The text without a bullet, a number or marks of bold print."""
        if self._bare is None:
            bare = self.text.strip(BULLETS + " ")
            number = NUMBERED.match(bare)
            self._bare = bare[number.end() :] if number is not None else bare
        return self._bare


def lines_of(annotation: Annotation, kinds: list[BlockKind]) -> Iterator[Line]:
    """The lines of a body that hold something, in order; `kinds` are those of its parts."""
    text, folded = annotation.text, annotation.lower
    seen_in = ANCHORS.seen
    for part, block_kind in zip(annotation.parts, kinds, strict=True):
        if part.last <= part.first:
            continue
        at, end = annotation.starts[part.first], annotation.end(part.last - 1)
        for raw in text[at:end].split("\n"):
            line, size = raw.rstrip(" \t|") if raw.startswith("|") else raw.rstrip(), len(raw)
            if line and size <= LONGEST_LINE:
                kind: str = block_kind
                if kind == "paragraph":
                    kind = "list_item" if line.startswith(BULLET_STARTS) else "table_row" if " | " in line else kind
                shift = 0 if line[0].isalnum() else _bullet(line)
                if shift:
                    line, kind = line[shift:], "list_item" if kind == "paragraph" else kind
                length = len(line)
                seen = seen_in(folded[at + shift : at + shift + length])
                if (
                    length <= LONGEST_ITEM
                    and line[0] in NUMBER_STARTS
                    and NUMBERED.match(line)
                    and COUNTS_ON.search(line) is None
                    and SEGMENT_HEADING.search(seen, line) is None
                ):
                    kind = "list_item"
                yield Line(line, seen, at + shift, kind, part.level)
            at += size + 1


def _bullet(line: str) -> int:
    """How many characters a symbol in front of a line takes up that is no known bullet: "◘ By Type: Steel, Wood".

    >>> _bullet("◘ Type"), _bullet("- Type"), _bullet("Type"), _bullet("“Type”")
    (2, 0, 0, 0)
    """
    first = line[0]
    if first.isalnum() or first in BULLETS or first in PLAIN_STARTS or len(line) < LEAST_ITEM:
        return 0
    return 2 if line[1] == " " and line[2] != " " else 0
