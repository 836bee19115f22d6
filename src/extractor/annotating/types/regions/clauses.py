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
    r"|likely) in)(?: the)? $|^(?:[a-z -]{0,30})[,:(|–-] ?(?:the )?$",
    re.IGNORECASE,
)
_DIRECT = late.regex(r"^ ?(?:in|for|across)?(?: the)? ?$")
# "dominated by Peru": the place behind leads, not the one before.
_PASSIVE = late.regex(r"(?:dominated|led|topped|headed|spearheaded) ?$", re.IGNORECASE)
# What is said of several in one.
_PLURAL = late.regex(r"(?:are|were)\b", re.IGNORECASE)
_ENUMERATED = late.regex(r"\s*(?:,|,? and|&)\s*(?:the )?")
_BY = late.regex(r"\s*(?:mainly |largely |mostly )?by\b")
# "Peru, the fastest-growing market": said of the place whatever governs it.
_APPOSED = late.regex(r",\s*(?:which (?:is|was|remains) |now |still |by far |already )*(?:the |its |a |home to the )?$")
# A label and what it says: "Largest market: Peru".
LONGEST_CUE_LABEL = 40
# "Peru-based": the firm is spoken of.
BASED = late.regex(r"^[-‐‑–]\s?(?:based|led|listed|headquartered|born|made)\b", re.IGNORECASE)


def assign(sentence: str, offset: int, mentions: list[RegionName], cues: Iterator[re.Match[str]], role: str) -> None:
    """Gives the role to the place that each cue of the sentence is said of; `offset` is the sentence's in the text."""
    borders: list[re.Match[str]] | None = None
    for cue in cues:
        if borders is None:
            borders = list(_CLAUSE.finditer(sentence))
        start, end = cue.start() - offset, cue.end() - offset
        left = max((border.end() for border in borders if border.end() <= start), default=0)
        right = _right_border(sentence, borders, end)
        is_passive = _PASSIVE.search(cue.group()) is not None and _BY.match(sentence, end) is not None
        found = None if is_passive else _subject(sentence, offset, mentions, left, start)
        found = found or _agent(sentence, offset, mentions, end, right, role)
        if found is None:
            continue
        others = _joined(sentence, offset, mentions, found, start) if _PLURAL.match(cue.group()) else ()
        for mention in (found, *others):
            if mention.role == "mentioned":
                mention.role = role


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
