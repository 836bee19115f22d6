"""Which lines are rows of tables: those with as many cells as the line before or behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.annotating.lines import lines_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

CELL_MARK = "|"


def is_row(annotation: Annotation, token: int) -> bool:
    """Whether the line of the token is one of several with the same number of cells."""
    if CELL_MARK not in annotation.text:
        return False
    counts = _cell_marks(annotation)
    line = lines_of(annotation).number(token)
    count = counts[line]
    return count > 0 and count in (counts[line - 1] if line else 0, counts[line + 1] if line + 1 < len(counts) else 0)


def _cell_marks(annotation: Annotation) -> list[int]:
    """How many marks between cells each line has, counted once."""
    kept = annotation.kept.get("cell_marks")
    if kept is None:
        lines, words = lines_of(annotation), annotation.words
        kept = annotation.kept["cell_marks"] = [
            sum(word.text == CELL_MARK for word in words[first:last])
            for first, last in zip(lines.firsts, lines.lasts, strict=True)
        ]
    return cast("list[int]", kept)
