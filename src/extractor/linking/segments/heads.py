"""Lines that name a dimension over its values: "By Type", "Type Outlook", "Which types are covered?", "Segments: Type", "Type:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.linking.segments.dimensions import has_head, is_dimension
from extractor.linking.segments.patterns import (
    AHEAD,
    ANY_DIMENSION,
    BY_HEADING,
    LEAD_IN,
    LEADS_LIST,
    OUTLOOK_HEADING,
    SEGMENTS_OF,
    UNITS_BEHIND,
)

if TYPE_CHECKING:
    from extractor.linking.segments.lines import Line

LONGEST_BARE = 40  # characters of the name of a dimension that stands alone
NAME_TAIL = re.compile(r" (?:Segments?|Outlook|Scope|Covered|Included|Analy[sz]ed)$")  # behind the name of a dimension
ORDINAL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-Z])[.)]? (?=[A-Z])")  # "2.1 Material", "II. Material"


class Head(NamedTuple):
    """What a line names: `by` is None where it leads a list in without a name; `sure` where its words say that one follows."""

    by: str | None
    sure: bool
    wording: re.Pattern[str]

    @property
    def is_of_kind(self) -> bool:
        """Whether the name is one of a kind of dimension, whatever stands around it."""
        return self.by is not None and has_head(self.by)

    @property
    def is_lead_in(self) -> bool:
        """Whether it is a sentence or a question that leads a list in."""
        return self.wording in (LEAD_IN.regex, LEADS_LIST.regex)


def head_of(line: Line) -> Head | None:
    """The dimension that a line names, if it may name one and says nothing else."""
    bare = UNITS_BEHIND.sub("", line.bare)
    ordinal = ORDINAL.match(bare)
    if ordinal is not None:
        bare = bare[ordinal.end() :]
    if line.kind == "heading" and bare.startswith("The ") and has_head(bare):
        bare = bare.removeprefix("The ")
    match = (
        BY_HEADING.match(line.seen, bare)
        or OUTLOOK_HEADING.match(line.seen, bare)
        or (_led_in(line, bare) if bare.endswith((":", "?")) else None)
        or SEGMENTS_OF.match(line.seen, bare)
    )
    sure = match is not None
    if match is None:
        match = ANY_DIMENSION.match(bare) if len(bare) <= LONGEST_BARE else None
    if match is None or not is_dimension(match["by"] or bare):
        return None
    by = match["by"]
    if by is None and (ahead := AHEAD.match(bare)) is not None:
        by = ahead["by"]  # "By use, the market is divided as follows:"
    return Head(by if sure or by is None else NAME_TAIL.sub("", by), sure, match.re)


def _led_in(line: Line, bare: str) -> re.Match[str] | None:
    """The kinds that a sentence announces or a question asks for: "The following sales channels are covered:"."""
    leads = LEADS_LIST.search(line.seen, bare)
    if leads is not None and leads["by"] is not None:
        return leads
    asked = LEAD_IN.search(line.seen, bare)
    return asked if asked is not None and has_head(asked["by"]) else leads


def names_dimension(line: Line) -> bool:
    """Whether a line is nothing but the name of a kind of dimension."""
    head = head_of(line) if len(line.text) <= LONGEST_BARE else None
    return head is not None and not head.is_lead_in and head.is_of_kind
