"""Firms that only the prose tells: names of no dictionary that do what firms do, somewhere in the document."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.acts import (
    ADVERBS,
    AUXILIARIES,
    COMMERCIAL_VERBS,
    FIRM_VERBS,
    SPEECH_VERBS,
    forms_of,
)
from extractor.annotating.types.companies.chunk import firms_of
from extractor.annotating.types.companies.shapes import POSSESSIVES
from extractor.annotating.types.companies.short_names import short_names
from extractor.annotating.types.companies.words import JOBS, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

_WORK = JOBS | TITLES
# Points: one cue that firms alone give is enough; of those that people and things give too, two are.
_STRONG, _WEAK = 2, 1
ENOUGH = 2
# Initials and names made of common words ("Blue Diamond") may be so much else that they need more.
_DOUBT = 1
# Characters looked at before a name.
REACH = 70
# Tokens behind a subject in which "its" and "it" are looked for.
CLAUSE = 14
# So many amounts, shares and sure firms make a text one about business.
BUSINESS = 3
# Behind articles and brackets stand other things.
_NOT_BEFORE = frozenset(
    [
        *"the a an this that these those its their his her our my your every each no any".split(),
        "(",
        "[",
        "“",
        '"',
        "‘",
        "/",
        "#",
        "@",
    ]
)
_PERSONAL = frozenset(["he", "she", "his", "her", "hers", "himself", "herself"])
_ITEM_MARKS = frozenset(["-", "•", "*", "–", "—", ":", "|", "·"])
_OF_FORECASTS = frozenset(
    "expected projected anticipated estimated forecast forecasted predicted set likely poised slated segmented "
    "divided categorized".split()
)
_NOUNS_TOO = frozenset("market markets export exports import imports supply supplies produce".split())
_BEHIND_NOUNS = frozenset("to in from of for by at on and or are is size share value report analysis".split())
# Marks between clauses: "2.1" and "300,000" have none.
_MARKS = (". ", ", ", "; ")
_CLAUSE_ENDS = frozenset([".", ";", "!", "?", ":"])
_BEFORE_WORDS = frozenset(
    "with from by for in of to at such as like including include is are buy buys bought acquire acquires "
    "acquired acquiring sue sues sued fined accused joined unlike via against rival rivals "
    "house houses group groups firm firms brand brands name names customer customers client clients supplier "
    "suppliers competitor competitors partner partners owner owners maker makers between and than "
    "according newcomer challenger startup named called back backs backed backing own owns owned beat beats "
    "overtook behind".split()
)
_MARKS_OF_FIRMS = late.regex(
    r"(?:\b(?:belong(?:s|ed|ing)?|passed|went|lent|licen[cs]ed|issue|issued|sold|sells|suppl(?:y|ies|ied)"
    r"|ship(?:s|ped)?|deliver(?:s|ed)?)\b(?: [\w’'-]+){0,5}? to"
    r"|\b(?:rivals?|competitors?|suppliers?|customers?|clients?|partners?|peers?|owners?|makers?|brands?|firms?"
    r"|companies|groups?|houses?|vendors?|retailers?|chains?)(?: such as| like| including| include| is| are)?"
    r"|\b(?:deals?|contracts?|orders?|agreements?|pacts?|talks|ventures?|partnerships?|tie-ups?|mergers?"
    r"|alliances?|collaborations?|bids?|takeovers?|acquisitions?|purchases?"
    r"|buyouts?)(?: (?:worth|for) .{1,25})? (?:with|from|by|between|for|of)"
    r"|\b(?:stakes?|shares?|holdings?|investment) (?:in|of)"
    r"|\b(?:bought|acquired|owned|made|built|run|operated|supplied|backed|funded|founded|developed|marketed"
    r"|produced|manufactured|designed|launched|hired|advised|taken over|provided|published|commissioned"
    r"|distributed|sold)(?: in part| jointly| mostly| largely| mainly)? by"
    r"|\b(?:analysts?|executives?|engineers?|economists?|strategists?|speakers?|brokers?|lawyers?|bankers?) (?:at"
    r"|of|from|for|with)"
    r"|\b(?:newcomer|challenger|start-?up|firm|company|chain|brand|maker)(?: named| called)?"
    r"|\b(?:according to|figures from|data from|survey by|study by|report by|estimates? by)"
    r"|\b(?:raised|borrowed|secured|won|landed|received|licen[cs]ed|bought|acquired|purchased|leased|hired|poached"
    r"|ordered|imported|took over)\b.{1,50} from"
    r"|\b(?:pa(?:id|ys?|ying)|spen[dt]|offered|bid)\b.{1,50} for"
    r"|\b(?:b(?:ought|uys?|uying)|acquire[sd]?|acquiring|t(?:ook|akes?|aking)|h(?:olds?|eld)|owns?|owned|sold|sells?)"
    r" (?:about |some |nearly |almost |over )?(?:[\d.,]+(?: ?%| per ?cent| percent)|half|a third|a quarter|control|the rest"
    r"|(?:a |the )?(?:majority|minority|remainder|remaining [\w%]+))(?: stake| share| interest)? (?:of|in)"
    r"|\b(?:awarded|handed|assigned|leased|assets?|business|division|unit|arm|rights|contract|plant|factory|factories) to"
    r"|\b(?:t(?:ook|akes?|aking|aken) over|bought out|snap(?:s|ped) up|swallow(?:s|ed)|absorb(?:s|ed))"
    r"|\b(?:su(?:e[sd]?|ing)|fined|overtook|outbid)"
    r"|\b(?:buy|buys|bought|buying|acquire[sd]?|acquiring|unlike|merge with|compete[sd]? with|listed as|backs?"
    r"|backed))(?: the)?\s$",
    re.IGNORECASE,
)
_MARKS_OF_SOURCES = late.regex(r"\b(?:by|with|against|than|via|behind)\s$", re.IGNORECASE)
_APPOSITION_STRONG = late.regex(
    r", (?:for (?:its|their) part|(?:now |once |formerly |since \d{4} |part[- ]|majority[- ])*(?:owned|run|based"
    r"|headquartered|founded|listed|backed|controlled|acquired|bought|part of|a unit|a subsidiary|a division"
    r"|maker|makers|parent|owner|operator|whose (?:shares|products|plants?|stores|brands?|sites?|owners?|parent|chief|customers|fleet|machines|backers|factor"
    r"(?:y|ies))))\b"
    r"|, (?:based )?(?:from|in|of|near|outside) [A-Z][\w ’'.-]{1,25}, (?!sa(?:id|ys)\b)[a-z]+(?:s|ed|t)\b"
    r"|, which (?:is |was |has |have |also |now |already |recently )*\w+s?\b"
)
_APPOSITION_WEAK = late.regex(r", (?:from|in|of) [A-Z]")


def find_suspects(annotation: Annotation, chunks: list[Chunk], series: list[list[Chunk]]) -> None:
    """Gives evidence to open chunks whose name collects enough cues over the whole document.

    Args:
        annotation: the text.
        chunks: all its chunks, judged one by one.
        series: the same in groups that are separated by list marks alone.
    """
    opened = [
        chunk
        for chunk in chunks
        if not chunk.evidence and not chunk.refusal and chunk.facts.may_be_firm and _stands_as_firm(annotation, chunk)
    ]
    if not opened:
        return
    people = _people(annotation, chunks)
    short = {name for chunk in firms_of(chunks) for name in short_names(chunk.facts.text, chunk.form_text(annotation))}
    opened = [
        chunk for chunk in opened if chunk.facts.names[-1] not in people and chunk.facts.text not in short
    ]  # aliases
    points: defaultdict[str, int] = defaultdict(int)
    inside: set[str] = set()  # names that stand inside a sentence somewhere, or that a strong cue speaks for
    frames = {id(chunk): group for group in series if len(group) > 1 for chunk in group}
    for chunk in opened:
        name = chunk.facts.text
        cues = _cues(annotation, chunk, frames.get(id(chunk), [chunk]))
        points[name] += cues
        if cues >= _STRONG or (
            annotation.sentence_of(chunk.first)[0] != chunk.start and not _opens_item(annotation, chunk)
        ):
            inside.add(name)
    enough = ENOUGH - _DOUBT if _is_business(annotation, chunks) else ENOUGH
    firms: dict[int, int] = {}  # of each enumeration so far
    for chunk in opened:
        facts = chunk.facts
        group = frames.get(id(chunk), ())
        count = firms.get(id(group))
        if count is None:
            count = firms[id(group)] = len(firms_of(group))
        if group and count > 1:
            continue  # a list of firms takes it
        doubts = facts.is_initials or facts.is_common or facts.is_place
        unseen = facts.text not in inside and len(facts.words) == 1 and not _does(annotation, chunk)
        if points[facts.text] >= enough + _DOUBT * (doubts + unseen):
            chunk.evidence = "prose"
            firms[id(group)] = count + 1
            _take_possessive(annotation, chunk)


# Endings of words of trades and sciences that no table of the language has ("Urology", "Polyamide").
_TECHNICAL = (
    "logy",
    "tion",
    "ics",
    "ide",
    "ene",
    "ane",
    "ate",
    "ies",
    "ity",
    "ism",
    "ing",
    "oid",
    "metry",
    "graphy",
    "ers",
)


# What is said of segments, materials and regions as well.
_OF_PARTS = forms_of(
    "account hold lead grow rise fall come go remain become dominate command rank make take need gain lose drop jump climb "
    "slip surge serve fill cover benefit share follow show work help increase improve reduce mix keep give cut win beat run"
)


def _does(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether a single name of no trade does what firms do ("Nedgia connects most of ours")."""
    lowers = annotation.lowers
    verb = lowers[chunk.tail] if chunk.tail < len(lowers) else ""
    return (
        verb in FIRM_VERBS
        and verb not in _OF_PARTS
        and verb.endswith(("s", "ed", "t"))
        and not (verb in _NOUNS_TOO and _is_noun(lowers, chunk.tail))
        and not chunk.facts.names[-1].endswith(_TECHNICAL)
    )


def _opens_item(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the name stands directly behind a bullet or a colon."""
    return chunk.start > 0 and annotation.words[chunk.start - 1].text in _ITEM_MARKS


def _take_possessive(annotation: Annotation, chunk: Chunk) -> None:
    """Adds the "'s" of a name that is not followed by what it would own ("Squire's has stayed")."""
    lowers = annotation.lowers
    if lowers[chunk.end : chunk.end + 1] and lowers[chunk.end] in POSSESSIVES and chunk.tail == chunk.end:
        after = lowers[chunk.end + 1] if chunk.end + 1 < len(lowers) else "."
        if after in AUXILIARIES or after in ("and", ",", ".", "or"):
            chunk.last = chunk.end = chunk.tail = chunk.end + 1


def _people(annotation: Annotation, chunks: Iterable[Chunk]) -> set[str]:
    """Last words of the names of people, in small letters: they are named by them later."""
    lowers = annotation.lowers
    found: set[str] = set()
    for chunk in chunks:
        if chunk.refusal in ("person", "job") or (not chunk.evidence and _is_introduced_person(lowers, chunk)):
            found.update(lowers[chunk.first : chunk.last])
    return found


# Words beside a name that may introduce a person.
_PERSONAL_BESIDE = SPEECH_VERBS | {",", "who"}


def _is_introduced_person(lowers: list[str], chunk: Chunk) -> bool:
    """Whether a job stands beside the name ("chief executive Moira Lang", "Lang, an analyst")."""
    if chunk.first and lowers[chunk.first - 1] in _WORK:
        return True
    end = chunk.end
    if end >= len(lowers) or lowers[end] not in _PERSONAL_BESIDE:
        return False
    behind = lowers[end : end + 6]
    if behind[0] == ",":
        return not _WORK.isdisjoint(behind) or "who" in behind[:2]
    return behind[0] == "who" or (chunk.last - chunk.first > 1 and "it" not in behind)


def _stands_as_firm(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether a name that may be a firm's stands where one may, and is not written in small letters elsewhere."""
    first, facts = chunk.first, chunk.facts
    before = annotation.lowers[first - 1] if first else ""
    if before in _NOT_BEFORE or _is_plural_subject(annotation, chunk):
        return False
    lines = lines_of(annotation)
    if lines.is_title(first) or lines.is_shouted(first):
        return False
    small = small_words(annotation)
    if any(not (word in small or f"{word}s" in small or word[:-1] in small) for word in facts.odd_words):
        return True
    # two words of the language in capitals are a name ("Blue Diamond"), one is only the first of its sentence
    return len(facts.words) > 1 and facts.is_capitalized and not small.issuperset(facts.names)


def _is_plural_subject(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the verb is a plural's: "Flexitarians are", "Alkyds settle" are no firms."""
    lowers = annotation.lowers
    if not lowers[chunk.last - 1].endswith("s"):
        return False
    if not (
        chunk.facts.is_common if chunk.last - chunk.first > 1 else annotation.sentence_of(chunk.first)[0] == chunk.first
    ):
        return False
    after = lowers[chunk.tail] if chunk.tail < len(lowers) else ""
    return after in ("are", "were", "have", "do") or (after in FIRM_VERBS and not after.endswith(("s", "ed")))


def _is_business(annotation: Annotation, chunks: Iterable[Chunk]) -> bool:
    """Whether the text is about business: it has amounts and shares, and sure firms."""
    figures = sum(mention.label in ("MONEY", "PERCENT") for mention in annotation.mentions)
    firms = len({chunk.facts.text for chunk in firms_of(chunks)})
    return min(figures, BUSINESS) + min(firms, BUSINESS) > BUSINESS


def _cues(annotation: Annotation, chunk: Chunk, group: list[Chunk]) -> int:
    """Points of one mention; what is said of the whole enumeration is said of each of its members."""
    return _as_subject(annotation, group[-1]) + _behind(annotation, chunk) + _before(annotation, group[0])


def _as_subject(annotation: Annotation, chunk: Chunk) -> int:
    """Points for the verb behind the name and for "its" in its clause."""
    lowers = annotation.lowers
    at = chunk.tail
    stop = min(len(lowers), at + CLAUSE)
    has_auxiliary = False
    while at < stop and (lowers[at] in ADVERBS or lowers[at] in AUXILIARIES):
        has_auxiliary = has_auxiliary or lowers[at] in AUXILIARIES
        at += 1
    verb = lowers[at] if at < stop else ""
    if verb in _NOUNS_TOO and not has_auxiliary and _is_noun(lowers, at):
        return 0
    clause = []
    for lower in lowers[at:stop]:
        if lower in _CLAUSE_ENDS:
            break
        clause.append(lower)
    if not _PERSONAL.isdisjoint(clause):
        return -_STRONG  # people have "his" and "her"
    owns = "its" in clause
    if verb in COMMERCIAL_VERBS:
        return _STRONG
    if verb in SPEECH_VERBS and not has_auxiliary:
        return _STRONG if clause[1:2] == ["it"] or clause[1:3] == ["that", "it"] or owns else 0
    if has_auxiliary and verb in _OF_FORECASTS:
        return 0  # "Video Telematics is set to grow"
    if has_auxiliary or verb in FIRM_VERBS:
        return _WEAK + owns
    return 0


def _is_noun(lowers: list[str], at: int) -> bool:
    """Whether a word that is verb and noun is what the name before it qualifies: "Kombucha market to surpass", "Tempeh exports rose"."""
    if lowers[at] == "market":
        return True  # the verb would be "markets"
    after = lowers[at + 1] if at + 1 < len(lowers) else "."
    return (
        not after.isalpha() or after in _BEHIND_NOUNS or after in AUXILIARIES or after in ADVERBS or after in FIRM_VERBS
    )


def _behind(annotation: Annotation, chunk: Chunk) -> int:
    """Points for "'s" and for what is added behind a comma."""
    lowers = annotation.lowers
    after = lowers[chunk.tail] if chunk.tail < len(lowers) else ""
    if after in POSSESSIVES:
        following = annotation.words[chunk.tail + 1] if chunk.tail + 1 < len(lowers) else None
        return _WEAK if following is not None and following.text.islower() else 0
    if after != ",":
        return 0
    start = annotation.end(chunk.tail - 1)
    behind = annotation.text[start : start + REACH]
    if _APPOSITION_STRONG.match(behind):
        return _STRONG
    return _WEAK if _APPOSITION_WEAK.match(behind) else 0


def _before(annotation: Annotation, chunk: Chunk) -> int:
    """Points for what leads to the name ("a deal with", "rival", "from")."""
    lowers = annotation.lowers
    if not chunk.start or lowers[chunk.start - 1] not in _BEFORE_WORDS:
        return 0
    start = annotation.starts[chunk.start]
    before = annotation.text[max(0, start - REACH) : start]
    before = before[max(before.rfind(mark) + len(mark) for mark in _MARKS) :]
    if _MARKS_OF_FIRMS.search(before):
        return _STRONG
    return _WEAK if _MARKS_OF_SOURCES.search(before) else 0
