"""The place that a naming of a market is limited to: behind it, in front of its clause, at the end of a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import RegionName
from extractor.linking.statements.statement import mentions_between

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

PLACE_LISTED = late.regex(r",? (?:and|&) |, [A-Z][a-z]")
# What may stand between "market" and a place that limits it in a title, and behind that place.
TITLE_TAIL = late.regex(
    r"(?: (?:size|share|report|analysis|outlook|forecasts?|research|study|survey|statistics|trends?|growth"
    r"|overview|industry|insights|and|&)\b,?)*(?: ?[-–—:|,(] ?| in | for )(?:the )?",
    re.IGNORECASE,
)
TITLE_END = late.regex(r"\W*(?:$|(?:19|20)\d\d)|\)| ?[|–—]| - ")
LONGEST_FRONT = 40  # characters of a place in front
# What stands before and behind such a place, parted by a bar.
FRONTED_PLACE = late.regex(r"(?:.*[.\n ]|)In (?:the )?\|,? (?:the |its )?", re.DOTALL)
TITLE_FRONT = late.regex(r"\|: (?:the )?")
OF_REGION = late.regex(r"^,? ?(?:in|of|across) (?:the )?$")


def place_after(annotation: Annotation, end: int) -> RegionName | None:
    """The region in "market in Canada", unless a list of regions follows."""
    for mention in mentions_between(annotation, end, end + 13):
        if isinstance(mention, RegionName):
            if not OF_REGION.match(annotation.text[end : mention.start]):
                return None
            behind = annotation.text[mention.end : mention.end + 6]
            return None if PLACE_LISTED.match(behind) else mention
    return None


def place_before(annotation: Annotation, start: int) -> RegionName | None:
    """The region in "the UK market for"."""
    for mention in mentions_between(annotation, max(0, start - LONGEST_FRONT), start):
        if isinstance(mention, RegionName) and annotation.text[mention.end : start] in (" ", "'s ", "’s "):
            return mention
    return None


def place_in_tail(title: Annotation, end: int) -> RegionName | None:
    """The one place behind the market in a title, set off by a mark: "Kelp Snack Market Report – UK 2024-2028"."""
    places = [item for item in title.mentions if isinstance(item, RegionName) and item.start >= end]
    if len(places) != 1 or TITLE_TAIL.fullmatch(title.text, end, places[0].start) is None:
        return None
    return places[0] if TITLE_END.match(title.text, places[0].end) is not None else None


def place_in_front(annotation: Annotation, pattern: re.Pattern[str], start: int) -> RegionName | None:
    """The place that opens the clause of a naming: "In Peru, the kelp market", "Peru: kelp market to double"."""
    for item in mentions_between(annotation, start - LONGEST_FRONT, start):
        if isinstance(item, RegionName):
            lead = annotation.text[max(0, item.start - len(" In the ")) : item.start]
            if pattern.fullmatch(lead + "|" + annotation.text[item.end : start]):
                return item
    return None


def place_of_span(annotation: Annotation, first: int, last: int) -> RegionName | None:
    """The place named between a mark and "market": "Kelp snacks: Peru market to double"."""
    if first >= last:
        return None
    return next(
        (
            item
            for item in mentions_between(annotation, annotation.starts[first], annotation.end(last - 1))
            if isinstance(item, RegionName)
        ),
        None,
    )
