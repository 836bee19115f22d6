"""Headings that speak of firms ("Who sells them"): the names in the prose below them are firms more often than not."""

from __future__ import annotations

from extractor.annotating.types.companies.cues import OTHER_HEADING, SECTION_HEADING

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
