"""Prose under a heading that speaks of firms ("Who sells them"): the firms it is about take part in the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.cues import OTHER_HEADING, SECTION_HEADING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk


# Words of a line that heads a section and no sentence.
LONGEST_SECTION_HEADING = 8


def is_section_heading(line: str) -> bool:
    """Whether a short line without a full stop speaks of firms ("Five suppliers and a queue", "Who sells")."""
    return (
        line[-1:] not in ".!,;"
        and line.count(" ") < LONGEST_SECTION_HEADING
        and SECTION_HEADING.search(line) is not None
        and not OTHER_HEADING.search(line)
    )


def mark_sections(annotation: Annotation, chunks: list[Chunk]) -> None:
    """Gives the part of a player to the firms that a section about those who sell is about."""
    sections: dict[int, bool] = annotation.kept.get("sections", {})
    if not any(sections.values()):
        return
    lines = lines_of(annotation)
    for chunk in chunks:
        is_firm = chunk.evidence and not chunk.refusal
        if is_firm and sections.get(lines.span(chunk.first)[0]) and _is_topic(annotation, chunk):
            chunk.role = chunk.role or "key_player"


# Behind these stand objects and asides: the section is about another.
_ASIDE = frozenset(
    "by to from with for at of than as in between against via since because until when before after paid bought "
    "acquired hired chose sued joined left".split()
)
# "Orvane leads, with Tessel behind it".
_IN_TOW = frozenset("behind following close next second third trailing chasing".split())
WINDOW = 12


def _is_topic(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the section is about the firm: it is no object of what another does, and no aside."""
    if not chunk.start:
        return True
    lowers = annotation.lowers
    before = lowers[chunk.start - 1]
    if before == "with" and lowers[chunk.start - 2 : chunk.start - 1] == [","]:
        return not _IN_TOW.isdisjoint(lowers[chunk.start : chunk.start + WINDOW])
    return before not in _ASIDE
