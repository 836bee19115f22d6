"""Places whose market a text is about: in its lines of scope, its divisions by region, its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.types.regions.clauses import BASED, PREPOSITION

if TYPE_CHECKING:
    from extractor.annotating.mention import RegionName

_SCOPE_LINE = late.regex(
    r"^[\W\d]*(?:by\s+)?(?:report\s+)?(?:(?:market |geographic(?:al)? |study )?(?:scope|coverage|area)"
    r"|region(?:al|s)?|countr(?:y|ies)|geograph(?:y|ies|ic|ical)|key regions|key countries|states|cities"
    r"|markets covered|territor(?:y|ies)|locations?)\b(?:\s*(?:/|and|&)\s*(?:region(?:al|s)?|countr(?:y|ies)))?"
    r"\s*(?:scope|coverage|covered|outlook|segments?|segmentation|analysis|insights|included|analy[sz]ed"
    r"|landscape|split|studied|market)?\s*(?:\([^)\n]*\))?\s*[:|–—-]",
    re.IGNORECASE | re.MULTILINE,
)
_MARKET_BEHIND = late.regex(
    r"^(?:['’]s)?(?:[ -][\w&/.'’+()-]+){0,7}? (?:markets?|industry|industries|sector)\b", re.IGNORECASE
)
_MARKET_STOP = late.regex(
    r"\b(?:and|is|was|has|have|will|in|to|of|the|with|from|for|led|are|were|said|by|while|as|on|at|accounted"
    r"|dominated|held|remains)\b",
    re.IGNORECASE,
)
_MARKET_BEFORE = late.regex(
    r"\b(?:market|industry|sector|demand|sales|registrations|adoption|spending|rivals|tenders|revenue|coats"
    r"|business|rate)\b[^.;]{0,60}?\b(?:in|across|within|throughout|for|of)(?: the)? $",
    re.IGNORECASE,
)
_STRICT_MARKET_BEFORE = late.regex(
    r"\b(?:market|industry|sector)\b(?: (?:for|of) [^.;,\n]{0,40}?)?(?: size| share| outlook| growth)? (?:in"
    r"|across|within|throughout|of)(?: the)? $",
    re.IGNORECASE,
)
_AREA_BEFORE = late.regex(
    r"\b(?:in|within|across|throughout|serves?|serving|covers?|covering|compared for|entire|whole)(?: the)? $",
    re.IGNORECASE,
)
# Leading places that a place is compared with at most.
NEIGHBOURS = 12
# A line's label ("Regional scope:") ends within so many characters.
LONGEST_LABEL = 60


def mark_scope_lines(text: str, mentions: list[RegionName]) -> None:
    for mention in mentions:
        start = text.rfind("\n", 0, mention.start) + 1
        label = text[start : min(mention.start, start + LONGEST_LABEL)]
        if ":" not in label and "|" not in label and "–" not in label and "—" not in label and "-" not in label:
            continue
        if _SCOPE_LINE.match(text, start, mention.start):
            mention.role = "market_scope"


def _divided(text: str, mentions: list[RegionName]) -> None:
    """The places that a market is divided into by region are what the text is about."""
    for number, mention in enumerate(mentions):
        before = text[max(0, mention.start - LONGEST_LEAD) : mention.start]
        joined = (
            number > 0
            and mentions[number - 1].role == "market_scope"
            and re.fullmatch(r"(?:,? and| &|,|;) (?:the )?", text[mentions[number - 1].end : mention.start]) is not None
        )
        if mention.role == "mentioned" and (joined or _DIVIDED.search(before)):
            mention.role = "market_scope"


# Characters before a list of places in which "by region ... divided into" is looked for.
LONGEST_LEAD = 120
_DIVIDED = late.regex(
    r"\b(?:region|regional|geograph\w+|countr(?:y|ies))\b[^.\n]{0,90}\b(?:segmented|divided|split|categori[sz]ed"
    r"|classified|bifurcated|segregated|broken down)(?: mainly)? (?:into|across|by|as)(?: the)? $",
    re.IGNORECASE,
)


def mark_scopes(text: str, mentions: list[RegionName]) -> None:
    """Whose market the text is about."""
    _divided(text, mentions)
    found = any(mention.role == "market_scope" for mention in mentions)
    for mention in mentions:
        if mention.role != "mentioned":
            continue
        behind = text[mention.end : mention.end + 90].split("\n")[0]
        named = _MARKET_BEHIND.match(behind)
        before = text[max(0, mention.start - 80) : mention.start]
        if BASED.match(behind):
            continue
        if (
            (named is not None and not _MARKET_STOP.search(named.group()))
            or behind.startswith(("-wide", "‐wide"))
            or (_STRICT_MARKET_BEFORE.search(before) and not found)
        ):
            mention.role = "market_scope"
            found = True
    if found:
        return
    leaders = [mention for mention in mentions if mention.role in ("dominant", "fastest_growing")][:NEIGHBOURS]
    for mention in mentions:
        if mention.role != "mentioned":
            continue
        before = text[max(0, mention.start - 80) : mention.start]
        inner = any(_holds(mention, other) for other in leaders)
        if (mention.kind == "macro_region" and (_AREA_BEFORE.search(before) or _MARKET_BEFORE.search(before))) or (
            inner and PREPOSITION.search(before)
        ):
            mention.role = "market_scope"
            return


def _holds(outer: RegionName, inner: RegionName) -> bool:
    return outer is not inner and outer.kind == "country" and inner.kind != "country" and inner.country == outer.code
