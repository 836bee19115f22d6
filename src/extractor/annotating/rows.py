"""Which lines are rows of tables: those with as many cells as the line before or behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

CELL_MARK = "|"


def is_row(annotation: Annotation, token: int) -> bool:
    """Whether the line of the token is one of several with the same number of cells."""
    text = annotation.text
    if CELL_MARK not in text:
        return False
    start = text.rfind("\n", 0, annotation.starts[token]) + 1
    known = cast("dict[int, bool]", annotation.kept.setdefault("rows", {}))
    found = known.get(start)
    if found is None:
        found = known[start] = _is_row(text, start)
    return found


def _is_row(text: str, start: int) -> bool:
    end = text.find("\n", start)
    if end < 0:
        end = len(text)
    cells = text.count(CELL_MARK, start, end)
    before = text.count(CELL_MARK, text.rfind("\n", 0, max(0, start - 1)) + 1, start)
    following = text.find("\n", end + 1)
    behind = text.count(CELL_MARK, end, following if following >= 0 else len(text))
    return cells > 0 and cells in (before, behind)
