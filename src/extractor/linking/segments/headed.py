"""Dimensions that a heading names over prose: "Drug class", "Demand by use"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.segments.dimensions import has_head, is_dimension
from extractor.linking.segments.patterns import BY_HEADING, PART_HEADING
from extractor.linking.segments.patterns_told import GENERIC_SUBJECT, STANDING
from extractor.linking.segments.told import OPENER, Told, called, distinct, rest, standing, subjects

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.segments.lines import Line

LONGEST = 110  # characters of such a heading
LONGEST_BARE = 4  # words of a heading that is nothing but the name of a dimension
MOST_LINES = 3  # paragraphs below it that are read
FEWEST = 2  # values
# "..., by technology, during the forecast period"
WHEN = re.compile(
    r",? (?:during|in|over|through|throughout|by|until|till) (?:the |this )?(?:forecast(?:ed)? |study |review )?(?:period|years|\d{4}).*$"
)
# Heads of chapters that name no dimension when they stand alone, though their last word may.
CHAPTERS = frozenset(
    "price prices process method methods design industry system systems equipment service services model models solution "
    "solutions generation origin sales customer customers growth scope segment segments category categories use usage "
    "process procedure speed size range offering".split()
)
# "Rubber. The first choice for free weights", "Vinyl: used in studios"
DEFINED = late.regex(r"^(?:[-•▪*] )?(?P<name>[A-Z][\w&/’'-]*(?: [\w&/’'-]+){0,3}?)(?:\.|:| [–—-]) (?=\w)")


def headed(lines: list[Line], index: int, annotation: Annotation) -> Told | None:
    """The dimension that a heading names, with the values that the prose below it speaks of."""
    line = lines[index]
    heads = line.kind == "heading" or (line.text[0] in '"“' and line.text[-1] in '"”')
    if not heads or index + 1 >= len(lines) or len(line.text) > LONGEST or not _is_prose(lines[index + 1]):
        return None
    bare = WHEN.sub("", line.bare.strip('"“”')).rstrip(" :")
    by = _dimension(line, bare)
    if by is None or not has_head(by) or not is_dimension(by):
        return None
    below = [lines[index + 1]]
    while (
        len(below) < MOST_LINES
        and index + 1 + len(below) < len(lines)
        and lines[index + 1 + len(below)].kind == "paragraph"
    ):
        below.append(lines[index + 1 + len(below)])
    values = _defined(lines, index + 1) or (_spoken_of(bare, below, annotation) if _is_told(below[0]) else [])
    return Told(by, values, line.start, below[-1].end) if len(values) >= FEWEST else None


def _is_prose(line: Line) -> bool:
    """Whether a line is no heading; a short sentence looks like one."""
    return line.kind != "heading" or line.text.endswith(".")


def _is_told(line: Line) -> bool:
    return line.kind == "paragraph" or (line.kind == "heading" and line.text.endswith("."))


def _dimension(line: Line, bare: str) -> str | None:
    """The dimension in a heading: "By Use", "Drug Class Insights", "Drug class"."""
    for match in (PART_HEADING.match(bare), BY_HEADING.match(line.seen, bare)):
        if match is not None and match["by"] is not None:
            by: str = match["by"]
            return None if by.lower() in ("category", "segment", "segments", "categories") else by
    words = bare.split()
    alone = 0 < len(words) <= LONGEST_BARE and words[0][0].isupper() and bare.lower() not in CHAPTERS
    return bare if alone and not any(map(str.isdigit, bare)) else None


def _defined(lines: list[Line], start: int) -> list[str]:
    """The names that lines begin with, each of which says more of it."""
    names = []
    for line in lines[start:]:
        match = DEFINED.match(line.text) if line.kind != "heading" else None
        if match is None:
            break
        names.append(match["name"])
    return distinct(names) if len(names) >= FEWEST else []


def _spoken_of(bare: str, below: list[Line], annotation: Annotation) -> list[str]:
    """What the sentences below a heading say the standing of."""
    text = below[0].text
    if STANDING.search(text) is None or OPENER.search(text) is not None:
        return []
    named = [name for name in subjects(text, annotation) if name.lower() not in GENERIC_SUBJECT]
    values = distinct([*standing(bare, annotation), *named, *standing(text, annotation), *rest(text)])
    return values if len(values) >= FEWEST else distinct([*called(bare), *called(text)])
