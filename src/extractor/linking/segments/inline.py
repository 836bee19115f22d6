"""Dimensions with their values within one line: labels, brackets, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.linking.segments.brackets import brackets
from extractor.linking.segments.labels import chunks, has_mark, labelled
from extractor.linking.segments.patterns import BY_CHUNK
from extractor.linking.segments.sentences import sentences

if TYPE_CHECKING:
    from extractor.linking.segments.found import Found
    from extractor.linking.segments.lines import Line


def inline(line: Line, *, under_segments: bool) -> list[Found]:
    """What one line lists; `under_segments` when a heading about segmentation stands above."""
    found = list(chunks(line)) if BY_CHUNK.may_match(line.seen) else []
    if found and line.kind == "paragraph":
        return [item for item in sentences(line) if item.end <= found[0].start] + found
    if not found and has_mark(line):
        found = list(labelled(line, under_segments))
    if not found and ("(" in line.text or "[" in line.text):
        found = list(brackets(line, under_segments=under_segments))
    return found or (sentences(line) if line.kind != "table_row" else [])
