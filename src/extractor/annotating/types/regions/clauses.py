"""Which place of a clause a cue is said of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.types.regions.shares import ABROAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.mention import RegionName

_CLAUSE = late.regex(
    r"[;:]|(?<!-)\b(?:while|whereas|but|though|although|(?<!, )however|however(?!,)|followed by|ahead of|compared (?:to|with)"
    r"|trailed by|unlike)\b|(?<!\.[a-z])\.\s",
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
# "Moss from Peru is growing quickest", "sales to Peru rise fastest": a noun that opens the clause and the place behind it are its subject.
_SUBJECT_OF = late.regex(
    r"\W*(?!(?:in|across|within|for|with|like|unlike|after|by|at|as|on|from|of|to|even|only|there|here|it|they|he|she|we|according) )"
    r"(?:[\w’'-]+ ){1,3}(?:in|from|to|of|across|within)(?: the)? ",
    re.IGNORECASE,
)
_AGENT = (
    r"^(?:[^.;,]|,[^.;,]{0,25},){0,60}?\b(?:by|for|is|was|remains|belongs to|belonged to|went to|goes to|held in"
    r"|from|will be|(?:forecast|(?:fore)?seen|found|likely|[a-z]+ed) in)(?: (?:now|still|again|currently))?(?: the)? $"
    r"|^[a-z\d ,–-]{0,30}[,:(|–-] ?(?:the )?$"
)
_AGENT_BEFORE = late.regex(_AGENT, re.IGNORECASE)
# "The fastest growth is in Peru", "We expect the highest growth in Peru"
_AGENT_OF_PACE = late.regex(
    rf"{_AGENT}|^ ?(?:(?:is|was|will be|should be|comes?) )?(?:in|for|across|from)?(?: the)? ?$", re.IGNORECASE
)
# "Most of the orders come from Peru", "Two thirds of the output go to Peru"
_QUANTITY = late.regex(r"(?:(?:more than|[a-z]+) )?(?:most|two|three|half|bulk|(?:the )?majority)\b")
_GOES = late.regex(rf"{_AGENT}|^[^.;:,]{{0,60}}? (?:in|to)(?: the)? $", re.IGNORECASE)
# "dominated by Peru", "second only to Peru": the place behind leads, not the one before.
_PASSIVE = late.regex(r"(?:dominated|led|topped|headed|spearheaded) ?$", re.IGNORECASE)
_SECOND = late.regex(r"second\b.* (?:after|behind|to)$", re.IGNORECASE)
# "Growth was led by Peru": of what the leading is no size.
_OF_GROWTH = late.regex(r"\b(?:growth|expansion)(?: [a-z]+){0,3}? $", re.IGNORECASE)
# "Peru: fastest-growing region", "- Peru (Lima, Cusco): largest market": a label that is a place speaks for its line.
_LABEL_BEHIND = late.regex(r"(?:\s?\([^()]{0,80}\))?\s?:\s")
_LABEL_AHEAD = late.regex(r"[\W_]*(?:the )?", re.IGNORECASE)
# "Peru, where Lima has no lithium but ash, will": what is told of a place in between.
_ASIDE = late.regex(
    r", (?:where|which|whose|home to|with|including|and within it|especially|particularly|notably|chiefly|mainly)\b[^;:.]{3,160}?,"
    r" (?=(?:is|was|are|were|will|should|could|has|had|have|remains?|stays?|leads?|comes?|takes?|holds?|accounts?|shows?|grows?)\b)"
)
# What is said of several in one.
_PLURAL = late.regex(r"(?:are|were)\b", re.IGNORECASE)
_PLURAL_VERB = late.regex(r"(?:,[^,.;:]{3,60},)? (?:are|were|have|show|see|will|should)\b[a-z ]*", re.IGNORECASE)
_ENUMERATED = late.regex(r"\s*(?:,|,? and|&)\s*(?:the )?")
_BY = late.regex(r"\s*(?:mainly |largely |mostly )?by\b")
_BY_AGENT = late.regex(r"\s*(?:(?:[a-z]+ )?by )?(?:the )?$")
# Cues that go on with the place itself: "on top is Peru", "market leader Peru".
_BE_OR_TO = (" is", " are", " was", " were", " in", " to", "led by", "driven by", "headed by")
_LED_TO_PLACE = ("than", "leader", "leaders", *_BE_OR_TO)
# "Peru, the fastest-growing market": said of the place whatever governs it.
_APPOSED = late.regex(r",\s*(?:which (?:is|was|remains) |now |still |by far |already )*(?:the |its |a |home to the )?$")
# A label and what it says: "Largest market: Peru".
LONGEST_CUE_LABEL = 40
LONGEST_ARTICLE = 4  # characters of "the " behind a label
# "In Peru the growth is highest": the place that opens the clause, where only the market stands before the cue.
_OPENER = late.regex(r"\W*(?:in|across|within|for)(?: the)? ", re.IGNORECASE)
_OPENED = late.regex(
    r",?(?: (?:the|its|market|demand|sales|industry|sector|revenue|growth|spending|uptake|adoption|consumption|is|are|was"
    r"|were|will|be|has|have|been))* ?"
)
# "Peru is the largest market, and the fastest growth is seen in Chile": the cue opens a clause of its own.
_CONJUNCT = late.regex(r", and (?:the )?$", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|,? and|,? or|&|\()\s*(?:the )?")
# "Latin America's biggest buyer is Peru": what has the leader is not the leader.
_OWNER = ("'s ", "’s ")
# "Peru-based": the firm is spoken of.
BASED = late.regex(r"^[-‐‑–]\s?(?:based|led|listed|headquartered|born|made)\b", re.IGNORECASE)


def assign(sentence: str, offset: int, mentions: list[RegionName], cues: Iterable[re.Match[str]], role: str) -> None:
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
        if role == "dominant" and ABROAD.search(sentence, left, right):
            continue
        is_passive = _PASSIVE.search(cue.group()) is not None and _BY.match(sentence, end) is not None
        if is_passive and role == "dominant" and _OF_GROWTH.search(sentence, left, start):
            continue
        is_passive = is_passive or _SECOND.match(cue.group()) is not None
        told = mentions
        if asides and not _is_in(asides, start):
            told = [item for item in mentions if not _is_in(asides, item.start - offset)]
        found: RegionName | None = None
        if label_end and 0 <= start - label_end <= LONGEST_ARTICLE:
            found = mentions[0]
        else:
            is_subject = not sentence[left:start].strip()
            pattern = _agent_pattern(cue.group(), role, is_passive=is_passive, is_subject=is_subject)
            if is_passive or _CONJUNCT.search(sentence, 0, start):
                found = _agent(sentence, offset, mentions, end, right, pattern)
            if not is_passive:
                found = found or _subject(sentence, offset, told, left, start)
            inside = (
                item for item in mentions if start < item.start - offset < end
            )  # "growth in Peru will be highest"
            found = found or next(inside, None) or _agent(sentence, offset, mentions, end, right, pattern)
        if found is None:
            continue
        others = _joined(sentence, offset, mentions, found, start, is_plural=_PLURAL.match(cue.group()) is not None)
        if found.start - offset >= end:
            others = _joined_behind(sentence, offset, mentions, found)
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
    sentence: str, offset: int, mentions: list[RegionName], first: RegionName, cue_start: int, *, is_plural: bool
) -> list[RegionName]:
    """The places that are enumerated with the first before a cue that is said of several ("Peru and Chile are the biggest")."""
    found: list[RegionName] = []
    end = first.end
    for mention in mentions:
        if mention.start < end or mention.end - offset > cue_start:
            continue
        if not _ENUMERATED.fullmatch(sentence, end - offset, mention.start - offset):
            break
        found.append(mention)
        end = mention.end
    return found if is_plural or _PLURAL_VERB.fullmatch(sentence, end - offset, cue_start) else []


def _joined_behind(sentence: str, offset: int, mentions: list[RegionName], first: RegionName) -> list[RegionName]:
    """The places that are enumerated with one behind its cue, where nothing is said of the last ("seen in Peru and Chile.")."""
    found: list[RegionName] = []
    end = first.end
    for mention in mentions:
        if mention.start > end and _ENUMERATED.fullmatch(sentence, end - offset, mention.start - offset):
            found.append(mention)
            end = mention.end
    return found if sentence[end - offset : end - offset + 1] in ("", ".", ",", ";", ")") else []


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
    passed: list[RegionName] = []  # behind a preposition that says no more
    group = passed
    for number, mention in enumerate(before):
        lead = sentence[max(0, mention.start - offset - 60) : mention.start - offset]
        behind = sentence[mention.end - offset : cue_start]
        if BASED.match(behind[:20]) or behind in _OWNER:
            continue
        gap = sentence[before[number - 1].end - offset : mention.start - offset] if number else ""
        opens = number == 1 and gap.strip() == "," and _OPENER.fullmatch(sentence, left, before[0].start - offset)
        if (
            number
            and not opens
            and _JOINED.fullmatch(gap)
            and before[number - 1] in (*group[-1:], *free[-1:], *governed[-1:])
        ):
            if gap.strip() == "," and before[number - 1].kind == "city" and mention.kind in ("subdivision", "country"):
                group[-1] = mention
            elif "," in gap and group is governed and not lead.startswith("(") and "and" not in gap:
                group = free
                free.append(mention)
            elif group is passed:
                passed.append(mention)
            continue
        group = free
        if PREPOSITION.search(lead):
            is_subject = _HEAD_BEFORE.search(lead) or _SUBJECT_OF.fullmatch(sentence, left, mention.start - offset)
            group = governed if is_subject else passed
        group.append(mention)
    chosen = free or governed
    if chosen:
        return chosen[-1]
    if not before or not _OPENER.fullmatch(sentence, left, before[0].start - offset):
        return None
    return before[0] if _OPENED.fullmatch(sentence, before[0].end - offset, cue_start) else None


def _agent_pattern(cue: str, role: str, *, is_passive: bool, is_subject: bool) -> re.Pattern[str]:
    """What may stand between a cue and the place behind it that it is said of; `is_subject` when the cue opens its clause."""
    if is_passive:
        return _BY_AGENT
    if cue.endswith(_LED_TO_PLACE):
        return _AGENT_OF_PACE
    if is_subject and _QUANTITY.match(cue):
        return _GOES
    return _AGENT_OF_PACE if role == "fastest_growing" else _AGENT_BEFORE


def _agent(
    sentence: str, offset: int, mentions: list[RegionName], cue_end: int, right: int, pattern: re.Pattern[str]
) -> RegionName | None:
    """The place behind the cue that it is said of ("captured by Europe", "forecast for Latin America")."""
    for mention in mentions:
        start = mention.start - offset
        if cue_end <= start < right:
            return mention if pattern.match(sentence[cue_end:start]) else None
    return None
