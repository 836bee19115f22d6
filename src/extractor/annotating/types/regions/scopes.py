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
# "Egypt's tile makers sell to Libya", "Latin America's biggest buyer is Peru", "In Vietnam, coffee is roasted by Orvane".
_TRADE_BEHIND = late.regex(
    r"['’]s (?:[a-z-]+ ){0,3}?(?:makers|producers|growers|farms|mills|trade|business|manufacturers|suppliers|retailers|brands"
    r"|output|demand|sales|[a-z]+ers(?=, [A-Z])|(?:biggest|largest|leading|top|main) (?:buyer|producer|market|maker|seller|user|consumer|supplier)s?)\b"
)
_SUPPLIED_BEHIND = late.regex(r",? (?:[a-z-]+ ){0,3}?(?:is|are) (?:[a-z]+ly )?[a-z]+(?:ed|wn|lt|ld|de|ught|un) by\b")
_OPENS = late.regex(r"\W*(?:in |across |the )*", re.IGNORECASE)
# "are compared for Australia", "the study covers Peru and Chile"
_STUDIED_BEFORE = late.regex(
    r"\b(?:(?:compared|ranked|listed|profiled|studied|assessed|reviewed) (?:for|in|across)"
    r"|(?:study|report|survey|analysis|research|it) (?:covers|spans|includes|looks at))(?: the)? $"
)
_PAIRED = (" and ", " & ", " and the ")
_LISTED = late.regex(r",? (?:and|&) (?:the )?|, (?:the )?")
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
        if mention.role == "mentioned" and _SCOPE_LINE.match(text, start, mention.start):
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
    for number, mention in enumerate(mentions):
        if mention.role != "mentioned":
            continue
        behind = text[mention.end : mention.end + 90].split("\n")[0]
        named = _MARKET_BEHIND.match(behind)
        before = text[max(0, mention.start - 80) : mention.start]
        if BASED.match(behind):
            continue
        names_market = named is not None and not _MARKET_STOP.search(named.group())
        if (
            names_market
            or behind.startswith(("-wide", "‐wide"))
            or (
                not found
                and _STRICT_MARKET_BEFORE.search(before)
                and all(other.role == "mentioned" for other in mentions[max(0, number - NEIGHBOURS) : number])
            )
        ):
            mention.role = "market_scope"
            found = True
            if names_market and number and text[mentions[number - 1].end : mention.start] in _PAIRED:
                mentions[number - 1].role = "market_scope"
    if not found:
        _mark_topic(text, mentions)


def _mark_topic(text: str, mentions: list[RegionName]) -> None:
    """The place that a text is about where none names the market: what it is studied for, what its leaders lie in, whose trade it opens with."""
    leaders = [mention for mention in mentions if mention.role in ("dominant", "fastest_growing")][:NEIGHBOURS]
    for number, mention in enumerate(mentions):
        if mention.role != "mentioned":
            continue
        before = text[max(0, mention.start - 80) : mention.start]
        if _STUDIED_BEFORE.search(before):
            mention.role = "market_scope"
            for other, last in zip(mentions[number + 1 :], mentions[number:], strict=False):
                if not _LISTED.fullmatch(text, last.end, other.start):
                    return
                other.role = "market_scope"
            return
        inner = any(_holds(mention, other) for other in leaders)
        opens = number == 0 and _OPENS.fullmatch(text, 0, mention.start)
        if (
            (mention.kind == "macro_region" and (_AREA_BEFORE.search(before) or _MARKET_BEFORE.search(before)))
            or (inner and PREPOSITION.search(before))
            or (opens and (_TRADE_BEHIND.match(text, mention.end) or _SUPPLIED_BEHIND.match(text, mention.end)))
        ):
            mention.role = "market_scope"
            return


def _holds(outer: RegionName, inner: RegionName) -> bool:
    return outer is not inner and outer.kind == "country" and inner.kind != "country" and inner.country == outer.code
