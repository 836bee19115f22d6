"""Which place of a clause a cue is said of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.mention import RegionName

_CLAUSE = late.regex(
    r"[;:]|(?<!-)\b(?:while|whereas|but|though|although|however|followed by|ahead of|compared (?:to|with)"
    r"|trailed by|unlike)\b|\.\s",
    re.IGNORECASE,
)
PREPOSITION = late.regex(
    r"\b(?:overt(?:ook|akes?|aken)|surpass(?:es|ed)?|replaced|displaced|beats?|passed|in|within|across|throughout"
    r"|of|from|to|into|for|at|near|between|outside|over|than|unlike|like)(?: the)? $",
    re.IGNORECASE,
)
_HEAD_BEFORE = late.regex(
    r"\b(?:market|demand|sales|industry|region|revenue|consumption|share|spending|output|production|countries"
    r"|state|province|mills|plants|adoption|shipments|cobalt)s?(?: [a-z]+)? (?:in|of|from|across"
    r"|within)(?: the)? $",
    re.IGNORECASE,
)
_AGENT_BEFORE = late.regex(
    r"^(?:[^.;,]|,[^.;,]{0,25},){0,60}?\b(?:by|for|is|was|remains|belongs to|belonged to|went to|goes to|held in"
    r"|from|(?:expected|forecast|forecasted|projected|seen|recorded|anticipated|found|registered|predicted"
    r"|likely) in)(?: (?:now|still|again|currently))?(?: the)? $|^(?:[a-z -]{0,30})[,:(|–-] ?(?:the )?$",
    re.IGNORECASE,
)
_DIRECT = late.regex(r"^ ?(?:(?:is|was|will be|should be|comes?) )?(?:in|for|across|from)?(?: the)? ?$")
# "dominated by Peru": the place behind leads, not the one before.
_PASSIVE = late.regex(r"(?:dominated|led|topped|headed|spearheaded) ?$", re.IGNORECASE)
# "Peru: fastest-growing region", "- Peru (Lima, Cusco): largest market": a label that is a place speaks for its line.
_LABEL_BEHIND = late.regex(r"(?:\s?\([^()]{0,80}\))?\s?:\s")
_LABEL_AHEAD = late.regex(r"[\W_]*(?:the )?", re.IGNORECASE)
# "Peru, where Lima has no lithium but ash, will": what is told of a place in between.
_ASIDE = late.regex(
    r", (?:where|which|whose|home to)\b[^;:.]{3,160}?, (?=(?:is|was|are|were|will|should|could|has|had|have|remains?|stays?|leads?|comes?"
    r"|takes?|holds?|accounts?|shows?|grows?)\b)"
)
# What is said of several in one.
_PLURAL = late.regex(r"(?:are|were)\b", re.IGNORECASE)
_ENUMERATED = late.regex(r"\s*(?:,|,? and|&)\s*(?:the )?")
_BY = late.regex(r"\s*(?:mainly |largely |mostly )?by\b")
# "Peru, the fastest-growing market": said of the place whatever governs it.
_APPOSED = late.regex(r",\s*(?:which (?:is|was|remains) |now |still |by far |already )*(?:the |its |a |home to the )?$")
# A label and what it says: "Largest market: Peru".
LONGEST_CUE_LABEL = 40
LONGEST_ARTICLE = 4  # characters of "the " behind a label
# "Peru-based": the firm is spoken of.
BASED = late.regex(r"^[-‐‑–]\s?(?:based|led|listed|headquartered|born|made)\b", re.IGNORECASE)


def assign(sentence: str, offset: int, mentions: list[RegionName], cues: Iterator[re.Match[str]], role: str) -> None:
    """Gives the role to the place that each cue of the sentence is said of; `offset` is the sentence's in the text."""
    borders: list[re.Match[str]] | None = None
    asides: list[tuple[int, int]] = []
    label_end = 0
    for cue in cues:
        if borders is None:
            asides = [item.span() for item in _ASIDE.finditer(sentence)]
            label_end = _end_of_label(sentence, offset, mentions)
            borders = [
                item
                for item in _CLAUSE.finditer(sentence)
                if item.start() >= label_end and not _is_in(asides, item.start())
            ]
        start, end = cue.start() - offset, cue.end() - offset
        left = max((border.end() for border in borders if border.end() <= start), default=0)
        right = _right_border(sentence, borders, end)
        is_passive = _PASSIVE.search(cue.group()) is not None and _BY.match(sentence, end) is not None
        told = mentions
        if asides and not _is_in(asides, start):
            told = [item for item in mentions if not _is_in(asides, item.start - offset)]
        found: RegionName | None = None
        if label_end and 0 <= start - label_end <= LONGEST_ARTICLE:
            found = mentions[0]
        elif not is_passive:
            found = _subject(sentence, offset, told, left, start)
        found = found or _agent(sentence, offset, mentions, end, right, role)
        if found is None:
            continue
        others = _joined(sentence, offset, mentions, found, start) if _PLURAL.match(cue.group()) else ()
        for mention in (found, *others):
            if mention.role == "mentioned" or (
                role == "dominant" and mention.role == "fastest_growing" and not cue.group().startswith("followed")
            ):
                mention.role = role


def _is_in(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start < at < end for start, end in spans)


def _end_of_label(sentence: str, offset: int, mentions: list[RegionName]) -> int:
    """Where the label ends that is a place and opens its line, or 0."""
    first = mentions[0]
    if not _LABEL_AHEAD.fullmatch(sentence, 0, first.start - offset):
        return 0
    behind = _LABEL_BEHIND.match(sentence, first.end - offset)
    return behind.end() if behind is not None else 0


def _joined(
    sentence: str, offset: int, mentions: list[RegionName], first: RegionName, cue_start: int
) -> Iterator[RegionName]:
    """The places that are enumerated with the first before a cue ("Peru and Chile are the biggest")."""
    end = first.end
    for mention in mentions:
        if mention.start < end or mention.end - offset > cue_start:
            continue
        if not _ENUMERATED.fullmatch(sentence[end - offset : mention.start - offset]):
            return
        yield mention
        end = mention.end


def _right_border(sentence: str, borders: list[re.Match[str]], cue_end: int) -> int:
    """Where the clause of a cue ends; a colon right behind it only divides the label from what it says."""
    for border in borders:
        if border.start() < cue_end or (
            border.group() == ":"
            and border.start() - cue_end < LONGEST_CUE_LABEL
            and "," not in sentence[cue_end : border.start()]
        ):
            continue
        return border.start()
    return len(sentence)


def _subject(sentence: str, offset: int, mentions: list[RegionName], left: int, cue_start: int) -> RegionName | None:
    """The place that the cue is said of: the last group before it in the clause, its first member."""
    before = [mention for mention in mentions if left <= mention.start - offset and mention.end - offset <= cue_start]
    gap = sentence[before[-1].end - offset : cue_start] if before else ""
    if before and _APPOSED.fullmatch(gap) and (gap.strip() != "," or sentence.startswith("the ", cue_start)):
        return before[-1]
    free: list[RegionName] = []
    governed: list[RegionName] = []
    for number, mention in enumerate(before):
        lead = sentence[max(0, mention.start - offset - 60) : mention.start - offset]
        if BASED.match(sentence[mention.end - offset : mention.end - offset + 20]):
            continue
        gap = sentence[before[number - 1].end - offset : mention.start - offset] if number else ""
        if (
            number
            and re.fullmatch(r"\s*(?:,|,? and|,? or|&|\()\s*(?:the )?", gap)
            and before[number - 1] in (*free[-1:], *governed[-1:])
        ):
            if gap.strip() == "," and before[number - 1].kind == "city" and mention.kind in ("subdivision", "country"):
                (free if before[number - 1] in free else governed)[-1] = mention
            elif "," in gap and before[number - 1] in governed and not lead.startswith("(") and "and" not in gap:
                free.append(mention)
            continue
        if PREPOSITION.search(lead):
            if _HEAD_BEFORE.search(lead):
                governed.append(mention)
            continue
        free.append(mention)
    chosen = free or governed
    return chosen[-1] if chosen else None


def _agent(
    sentence: str, offset: int, mentions: list[RegionName], cue_end: int, right: int, role: str
) -> RegionName | None:
    """The place behind the cue that it is said of ("captured by Europe", "forecast for Latin America")."""
    for mention in mentions:
        start = mention.start - offset
        if cue_end <= start < right:
            between = sentence[cue_end:start]
            return (
                mention
                if _AGENT_BEFORE.match(between) or (role == "fastest_growing" and _DIRECT.match(between))
                else None
            )
    return None
