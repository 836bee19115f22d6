"""Roles of places from the clause they stand in: whose market it is, who leads it, who grows fastest."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.anchored import matches_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import RegionName

# A share from which on a place leads without the text saying so.
LEADING_SHARE = Decimal(35)
_SIZE = r"(?:largest|biggest|highest|greatest|leading|dominant|dominating|major|maximum|lion['’]s|bulk|majority|top|commanding|first)"
_DOMINANT = late.regex(
    r"(?<![-‐–])\b(?:dominat(?:e|es|ed|ing)|dominant|led|leads|leading (?:the )?(?:global )?(?:market|region"
    r"|position)|(?:is|are|was|were|remains?|remained) leading|"
    r"tops|topped|(?:take|takes|took|taking) the lead|in the lead|leads the way|ranks first|ranked first|(?:is"
    r"|was|remains?|remained) (?:in )?(?:the )?first(?: place)?|"
    rf"(?:the |a |an )?(?:single )?{_SIZE}(?:[ -](?:regional|revenue|market|sales|volume|national|country|value"
    rf"|global|single|geographical|geographic))*[ -](?:share|market|region|country|contributor|position|consumer"
    rf"|producer|slice|stake|part|portion|revenue|buyer|user|state|percentage|chunk|place|spot|player|hub"
    rf"|shareholder|segment)|"
    rf"(?:is|are|was|were|remains?|remained|as|being|by far) (?:by far )?the (?:single )?{_SIZE}(?! (?:cagr|growth|rate"
    rf"|number|pace))|lion['’]s share|"
    r"(?:more than|over|nearly|almost|about|roughly) (?:half|two[- ]thirds|three[- ]quarters) of|commands"
    r"|commanded|dwarfs|dwarfed|(?:will )?(?:exceeds?|exceeded|outweighs?|outsells|outsold) (?:that|those) of|"
    r"(?:well |far |just )?ahead of (?!schedule|expectation|time|forecast)|followed (?:closely )?by|number one"
    r"|no\. ?1|(?:ranks?|ranked|comes?|came|placed) (?:first|top)|tops the|at the top|heads the|generat(?:es"
    r"|ed) most|accounts? for most|accounted for most|most of (?:the |its |all )?(?:market|revenue|demand|sales"
    r"|output|orders|production|supply|volume|value|growth)|most (?:demand|sales|revenue|orders|units|output)"
    r"|(?:the )?majority of|the heart of|powerhouse|the (?:key|main|core|principal|primary) market|contribut(?:es"
    r"|ed) (?:the )?most|highest number|bulk of|held sway|holds sway|front[- ]?runner|at the forefront"
    r"|spearheads?|spearheaded)\b",
    re.IGNORECASE,
)
_FASTEST = late.regex(
    r"\b(?:fastest|quickest|swiftest|most rapid(?:ly)?|(?:highest|strongest|steepest|sharpest"
    r"|greatest) (?:[a-z]+ )?(?:cagr|growth|compound|rate|pace|gains?|expansion|increase|momentum)|"
    r"(?:grow|growing|expand|expanding|rise|rising) (?:the )?(?:fastest|quickest|most)|highest[- ]growth"
    r"|outpac(?:e|es|ing)|"
    r"(?:fast|rapidly)[- ]growing (?:region|market|country)|most (?:lucrative|promising|dynamic)|(?:faster"
    r"|quicker|more (?:quickly|rapidly|swiftly)) than (?:any|all|elsewhere|every|the rest|other|anywhere"
    r"|everywhere)|No(?:where|ne| other| region| market| country)?\b[^.;]{0,40}\b(?:as fast as|as quickly as"
    r"|faster than|quicker than)|(?:strongest|highest|steepest) (?=(?:in|for|across) ))\b",
    re.IGNORECASE,
)
# Words without which the two patterns above cannot match: cheaper to look for than the patterns are to run.
_DOMINANT_WORDS = frozenset(
    "ahead followed dominate dominates dominated dominating dominant led leads lead leading tops topped ranks "
    "rank ranked first largest biggest highest greatest major maximum lion bulk majority top commanding "
    "half two-thirds three-quarters thirds quarters commands commanded dwarfs dwarfed exceed exceeds exceeded "
    "outweigh outweighs outsells outsold held holds number no no. comes came placed heads generates "
    "generated accounts accounted most majority powerhouse heart key main core principal primary contributes "
    "contributed front-runner frontrunner forefront spearheads spearheaded lion's".split()
)
_FASTEST_WORDS = frozenset(
    "fastest quickest swiftest rapid rapidly highest strongest steepest sharpest greatest most grow growing "
    "expand expanding rise rising outpace outpaces outpacing fast lucrative faster quicker promising dynamic "
    "quickly".split()
)
# Words that the two patterns can start on.
_DOMINANT_STARTS = frozenset(
    "dominate dominates dominated dominating dominant led leads leading is are was were remain remains remained "
    "tops topped take takes took taking in ranks rank ranked the a an single largest biggest highest "
    "greatest major maximum lion lion's lion’s bulk majority top commanding first as being by more over nearly "
    "almost about roughly commands commanded dwarfs dwarfed will exceed exceeds exceeded outweigh "
    "outweighs outsells outsold well far just ahead followed number no no. comes came placed at heads generates "
    "generated accounts accounted most heart powerhouse contributes contributed held holds "
    "front-runner frontrunner front spearhead spearheads spearheaded".split()
)
_FASTEST_STARTS = frozenset(
    "fastest quickest swiftest most highest strongest steepest sharpest greatest grow growing expand expanding "
    "rise rising outpace outpaces outpacing fast rapidly faster quicker more no none nowhere".split()
)
_CLAUSE = late.regex(
    r"[;:]|(?<!-)\b(?:while|whereas|but|though|although|however|followed by|ahead of|compared (?:to|with)"
    r"|trailed by|unlike)\b|\.\s",
    re.IGNORECASE,
)
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
_PREPOSITION = late.regex(
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
_BASED = late.regex(r"^[-‐‑–]\s?(?:based|led|listed|headquartered|born|made)\b", re.IGNORECASE)


def set_roles(annotation: Annotation, mentions: list[RegionName]) -> None:
    """Sets `role` of every mention that a cue of its clause speaks of."""
    text = annotation.text
    _scope_lines(text, mentions)
    all_lowers = annotation.lowers
    for first, last, inside in _by_sentence(annotation, mentions):
        start, end = annotation.starts[first], annotation.end(last - 1)
        if end - start > LONGEST_SENTENCE:
            continue
        lowers = all_lowers[first:last]
        if not _FASTEST_WORDS.isdisjoint(lowers):
            _assign(
                text[start:end],
                start,
                inside,
                matches_from(_FASTEST, annotation, first, last, _FASTEST_STARTS),
                "fastest_growing",
            )
        if not _DOMINANT_WORDS.isdisjoint(lowers):
            _assign(
                text[start:end],
                start,
                inside,
                matches_from(_DOMINANT, annotation, first, last, _DOMINANT_STARTS),
                "dominant",
            )
    _shares(annotation, mentions)
    _largest_of_list(annotation, mentions)
    if annotation.article is None:
        _scopes(text, mentions)


def _by_sentence(annotation: Annotation, mentions: list[RegionName]) -> Iterator[tuple[int, int, list[RegionName]]]:
    """First token, last token (excluded) and mentions of each sentence that has any."""
    number, count = 0, len(mentions)
    while number < count:
        first, last = annotation.sentence_of(mentions[number].first)
        inside = [mentions[number]]
        number += 1
        while number < count and mentions[number].first < last:
            inside.append(mentions[number])
            number += 1
        yield first, last, inside


# What is longer is no sentence; nothing is read from it, and time stays linear.
LONGEST_SENTENCE = 3000
# Leading places that a place is compared with at most.
NEIGHBOURS = 12
# Rates times places that are compared at most.
MOST_PAIRS = 200_000
# A line's label ("Regional scope:") ends within so many characters.
LONGEST_LABEL = 60


def _scope_lines(text: str, mentions: list[RegionName]) -> None:
    for mention in mentions:
        start = text.rfind("\n", 0, mention.start) + 1
        label = text[start : min(mention.start, start + LONGEST_LABEL)]
        if ":" not in label and "|" not in label and "–" not in label and "—" not in label and "-" not in label:
            continue
        if _SCOPE_LINE.match(text, start, mention.start):
            mention.role = "market_scope"


def _assign(sentence: str, offset: int, mentions: list[RegionName], cues: Iterator[re.Match[str]], role: str) -> None:
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
        for mention in (
            (found, *_joined(sentence, offset, mentions, found, start)) if _PLURAL.match(cue.group()) else (found,)
        ):
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
        if _BASED.match(sentence[mention.end - offset : mention.end - offset + 20]):
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
        if _PREPOSITION.search(lead):
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


def _shares(annotation: Annotation, mentions: list[RegionName]) -> None:
    """A place said to have about half or more leads."""
    if len(mentions) * len(annotation.mentions) > MOST_PAIRS:
        return
    for rate in annotation.mentions:
        amount = getattr(rate, "amount", None) if rate.label == "PERCENT" else None
        if amount is None or not LEADING_SHARE <= amount <= 100:
            continue
        if not _OF_SHARE.match(annotation.text[rate.end : rate.end + 40]):
            continue
        first = annotation.sentence_of(rate.first)[0]
        before = [mention for mention in mentions if mention.end <= rate.start and mention.first >= first]
        behind = [mention for mention in mentions if rate.end <= mention.start < rate.end + 40]
        if before and before[-1].role == "mentioned":
            before[-1].role = "dominant"
        elif (
            not before
            and behind
            and behind[0].role == "mentioned"
            and "," in annotation.text[rate.end : behind[0].start]
        ):
            behind[0].role = "dominant"  # "With a 46% slice, Peru ..."


_OF_SHARE = late.regex(
    r"\s*(?:of\b|share|slice|stake|portion|market share|revenue share|to (?:the )?(?:[a-z]+ ){0,2}growth)",
    re.IGNORECASE,
)
_SHARE_BEHIND = late.regex(
    r"(?:\s*[(:|–—-]\s*|\s+(?=\d)|\s+(?:with|at|holds|held|has|had|took|takes|accounts for"
    r"|accounted for)\s+(?:an?\s+)?(?:about |around |roughly |nearly |some )?)(\d{1,2}(?:\.\d+)?)\s?%",
    re.IGNORECASE,
)


def _largest_of_list(annotation: Annotation, mentions: list[RegionName]) -> None:
    """Of several places each with its share, the one with the largest leads."""
    text = annotation.text
    shares = []
    for mention in mentions:
        match = (
            _SHARE_BEHIND.match(text, mention.end, mention.end + 40)
            if "%" in text[mention.end : mention.end + 40]
            else None
        )
        if match is not None:
            shares.append((Decimal(match.group(1)), mention))
    if len(shares) < 2 or any(mention.role == "dominant" for mention in mentions):
        return
    behind = text[shares[0][1].start : shares[-1][1].end + 60].lower()
    if "cagr" in behind or "growth" in behind or "grow" in behind:
        return
    shares.sort(key=lambda item: -item[0])
    if shares[0][0] > shares[1][0] and shares[0][1].role == "mentioned":
        shares[0][1].role = "dominant"


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


def _scopes(text: str, mentions: list[RegionName]) -> None:
    """Whose market the text is about."""
    _divided(text, mentions)
    found = any(mention.role == "market_scope" for mention in mentions)
    for mention in mentions:
        if mention.role != "mentioned":
            continue
        behind = text[mention.end : mention.end + 90].split("\n")[0]
        named = _MARKET_BEHIND.match(behind)
        before = text[max(0, mention.start - 80) : mention.start]
        if _BASED.match(behind):
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
            inner and _PREPOSITION.search(before)
        ):
            mention.role = "market_scope"
            return


def _holds(outer: RegionName, inner: RegionName) -> bool:
    return outer is not inner and outer.kind == "country" and inner.kind != "country" and inner.country == outer.code
