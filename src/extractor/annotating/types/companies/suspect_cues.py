"""Cues for firms that no table has: what stands before and behind a name, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import ANCHORS, Anchored
from extractor.annotating.types.companies.acts import ADVERBS, AUXILIARIES, COMMERCIAL_VERBS, FIRM_VERBS, SPEECH_VERBS
from extractor.annotating.types.companies.predicates import BEFORE, PREDICATE, SPEECH, VERBS_AND_NOUNS
from extractor.annotating.types.companies.predicates import REACH as PREDICATE_REACH
from extractor.annotating.types.companies.shapes import POSSESSIVES

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

# Points: one cue that firms alone give is enough; of those that people and things give too, two are.
STRONG, WEAK = 2, 1
NOUNS_TOO = frozenset("market markets export exports import imports supply supplies produce".split())
_BEHIND_NOUNS = frozenset("to in from of for by at on and or are is size share value report analysis".split())
_CLAUSE_ENDS = frozenset([".", ";", "!", "?", ":"])
# Marks between clauses: "2.1" and "300,000" have none.
_MARKS = (". ", ", ", "; ")
_BEFORE_WORDS = frozenset(
    "with from by for in of to at such as like including include is are buy buys bought acquire acquires "
    "acquired acquiring sue sues sued fined accused joined unlike via against rival rivals "
    "house houses group groups firm firms brand brands name names customer customers client clients supplier "
    "suppliers competitor competitors partner partners owner owners maker makers between and than "
    "according newcomer challenger startup named called back backs backed backing own owns owned beat beats "
    "overtook behind".split()
)
_MARKS_OF_FIRMS = Anchored(
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
)
_MARKS_OF_SOURCES = late.regex(r"\b(?:by|with|against|than|via|behind)\s$")
_APPOSITION_STRONG = late.regex(
    r", (?:for (?:its|their) part|(?:now |once |formerly |since \d{4} |part[- ]|majority[- ])*(?:owned|run|based"
    r"|headquartered|founded|listed|backed|controlled|acquired|bought|part of|a unit|a subsidiary|a division"
    r"|maker|makers|parent|owner|operator|whose (?:shares|products|plants?|stores|brands?|sites?|owners?|parent|chief|customers|fleet|machines|backers|factor"
    r"(?:y|ies))))\b"
    r"|, (?:based )?(?:from|in|of|near|outside) [A-Z][\w ’'.-]{1,25}, (?!sa(?:id|ys)\b)[a-z]+(?:s|ed|t)\b"
    r"|, which (?:is |was |has |have |also |now |already |recently )*\w+s?\b"
)
_APPOSITION_WEAK = late.regex(r", (?:from|in|of) [A-Z]")
_PERSONAL = frozenset(["he", "she", "his", "her", "hers", "himself", "herself"])
_OF_FORECASTS = frozenset(
    "expected projected anticipated estimated forecast forecasted predicted set likely poised slated segmented "
    "divided categorized".split()
)
# Tokens behind a subject in which "its" and "it" are looked for.
CLAUSE = 14
# Characters looked at before a name.
REACH = 70
# Words of a name of two partners.
LEAST_PARTNERS = 3
# Last words of names of partners and of families ("Lindqvist & Daughters").
KIN = frozenset(
    "sons son daughters daughter brothers bros bros. sisters partner partners associates söhne sohn fils figli hijos".split()
)


def cues_of(annotation: Annotation, chunk: Chunk, group: list[Chunk]) -> int:
    """Points of one mention; what is said of the whole enumeration is said of each of its members."""
    found = _as_subject(annotation, group[-1]) + _behind(annotation, chunk) + _before(annotation, group[0])
    return found + _by_name(chunk) + _by_predicate(annotation, chunk, group)


def _by_predicate(annotation: Annotation, chunk: Chunk, group: list[Chunk]) -> int:
    """Points for what only firms do, behind the name, and for what leads to a firm, before it."""
    if not chunk.facts.odd_words or chunk.facts.is_initials:
        return 0
    text, end, start = annotation.text, annotation.end(group[-1].tail - 1), annotation.starts[group[0].start]
    behind = text[end : end + PREDICATE_REACH]
    at, lowers = group[-1].tail, annotation.lowers
    names_thing = at < len(lowers) and lowers[at] in VERBS_AND_NOUNS and is_noun(lowers, at)
    if (not names_thing and PREDICATE.match(behind)) or SPEECH.match(behind):
        return STRONG
    ahead = annotation.lower[max(0, start - REACH) : start]
    return STRONG if BEFORE.search(ANCHORS.seen(ahead), ahead) else 0


def _by_name(chunk: Chunk) -> int:
    """Points for partners in the name ("Haeger & Schmidt", "Pavlov and Sons")."""
    names = chunk.facts.names
    if len(names) < LEAST_PARTNERS or ("&" not in names and "and" not in names):
        return 0
    is_odd = bool(chunk.facts.odd_words)
    return STRONG if is_odd and (names[-1] in KIN or names[-2] == "&") else 0


def _as_subject(annotation: Annotation, chunk: Chunk) -> int:
    """Points for the verb behind the name and for "its" in its clause."""
    lowers = annotation.lowers
    at = chunk.tail
    if lowers[at : at + 1] == ["of"] and at + 2 < len(lowers) and annotation.words[at + 1].is_capitalized:
        at += 2  # "Orvane of Peru supplies"
    stop = min(len(lowers), at + CLAUSE)
    has_auxiliary = False
    while at < stop and (lowers[at] in ADVERBS or lowers[at] in AUXILIARIES):
        has_auxiliary = has_auxiliary or lowers[at] in AUXILIARIES
        at += 1
    verb = lowers[at] if at < stop else ""
    if verb in NOUNS_TOO and not has_auxiliary and is_noun(lowers, at):
        return 0
    clause = lowers[at:stop]
    if not _CLAUSE_ENDS.isdisjoint(clause):
        clause = clause[: min(clause.index(mark) for mark in _CLAUSE_ENDS.intersection(clause))]
    if not _PERSONAL.isdisjoint(clause):
        return -STRONG  # people have "his" and "her"
    owns = "its" in clause
    if verb in COMMERCIAL_VERBS:
        return STRONG
    if verb in SPEECH_VERBS and not has_auxiliary:
        return STRONG if clause[1:2] == ["it"] or clause[1:3] == ["that", "it"] or owns else 0
    if has_auxiliary and verb in _OF_FORECASTS:
        return 0  # "Video Telematics is set to grow"
    if has_auxiliary or verb in FIRM_VERBS:
        return WEAK + owns
    return 0


def is_noun(lowers: list[str], at: int) -> bool:
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
        return WEAK if following is not None and following.text.islower() else 0
    if after != ",":
        return 0
    start = annotation.end(chunk.tail - 1)
    behind = annotation.text[start : start + REACH]
    if _APPOSITION_STRONG.match(behind):
        return STRONG
    return WEAK if _APPOSITION_WEAK.match(behind) else 0


def _before(annotation: Annotation, chunk: Chunk) -> int:
    """Points for what leads to the name ("a deal with", "rival", "from")."""
    lowers = annotation.lowers
    if not chunk.start or lowers[chunk.start - 1] not in _BEFORE_WORDS:
        return 0
    start = annotation.starts[chunk.start]
    before = annotation.lower[max(0, start - REACH) : start]
    before = before[max((before.rfind(mark) + len(mark) for mark in _MARKS if mark in before), default=0) :]
    if _MARKS_OF_FIRMS.search(ANCHORS.seen(before), before):
        return STRONG
    return WEAK if _MARKS_OF_SOURCES.search(before) else 0
