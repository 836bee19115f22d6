"""Headings that speak of firms ("Who sells them"): the names in the prose below them are firms more often than not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.words.cues import OTHER_HEADING, SECTION_HEADING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

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


def sections_of(annotation: Annotation) -> dict[int, bool]:
    """The lines of prose below such headings, by first token, and whether these firms sell; `line_lists.py` enters them."""
    sections: dict[int, bool] = annotation.kept.setdefault("sections", {})
    return sections
