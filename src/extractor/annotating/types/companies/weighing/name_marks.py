"""What the words around a name say for and against a firm that no rule tells: marks that are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import ANCHORS, Anchored
from extractor.annotating.types.companies.names.shapes import POSSESSIVES
from extractor.annotating.types.companies.words.acts import (
    ADVERBS,
    AUXILIARIES,
    COMMERCIAL_VERBS,
    FIRM_VERBS,
    SPEECH_VERBS,
    forms_of,
)
from extractor.annotating.types.companies.words.predicates import BEFORE, PREDICATE, SPEECH, VERBS_AND_NOUNS
from extractor.annotating.types.companies.words.predicates import REACH as PREDICATE_REACH
from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Behind a name these are no noun that the name qualifies ("Nitro taps").
_NO_NOUNS = FIRM_VERBS | SPEECH_VERBS | AUXILIARIES | ADVERBS | FUNCTION_WORDS
# Before a place, where no words lead to a firm.
_SEATS = frozenset(["in", "at", "near"])
_NOUNS_TOO = frozenset("market markets export exports import imports supply supplies produce".split())
_BEHIND_NOUNS = frozenset("to in from of for by at on and or are is size share value report analysis".split())
# What is said of segments, materials and regions as well.
_OF_PARTS = forms_of(
    "account hold lead grow rise fall come go remain become dominate command rank make take need gain lose drop jump climb "
    "slip surge serve fill cover benefit share follow show work help increase improve reduce mix keep give cut win beat run"
)
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
# Letters of a verb of no table at least.
LEAST_VERB = 4


def marks_around(annotation: Annotation, chunk: Chunk, group: list[Chunk]) -> set[str]:
    """The marks of one mention by the words around; what is said of the whole enumeration is said of each of its members."""
    lowers, words = annotation.lowers, annotation.words
    is_odd = bool(chunk.facts.odd_words) and not chunk.facts.is_initials
    found = {
        "predicate" if is_odd and _is_predicate(annotation, group[-1]) else _said(annotation, group[-1]),
        _aside(annotation, chunk),
        "led to" if _is_led_to(annotation, group[0], is_odd=is_odd) else "",
    }
    before = lowers[chunk.start - 1] if chunk.start else ""
    found.add(f"after {'line' if not before.strip() else 'speech' if before in SPEECH_VERBS else before}")
    after = lowers[chunk.tail] if chunk.tail < len(lowers) else ""
    found.add(f"before {'line' if not after.strip() else 'number' if after[0].isdigit() else after}")
    if after.isalpha() and words[chunk.tail].text.islower():
        found.add("before word")
        if after not in _NO_NOUNS:
            found.add("before noun, plain" if chunk.facts.is_spoken else "before noun")
    if before in _SEATS and "led to" not in found:
        found.add("seated")
    clause = _clause(lowers, group[-1].tail)
    if not _PERSONAL.isdisjoint(clause):
        found.add("personal")
    if "its" in clause:
        found.add("its")
    return found


def _clause(lowers: list[str], at: int) -> list[str]:
    """The words from token `at` to the end of the clause."""
    clause = lowers[at : at + CLAUSE]
    if not _CLAUSE_ENDS.isdisjoint(clause):
        clause = clause[: min(clause.index(mark) for mark in _CLAUSE_ENDS.intersection(clause))]
    return clause


def _said(annotation: Annotation, chunk: Chunk) -> str:
    """The mark of the verb behind the name."""
    lowers, words = annotation.lowers, annotation.words
    at = chunk.tail
    if lowers[at : at + 1] == ["of"] and at + 2 < len(lowers) and words[at + 1].is_capitalized:
        at += 2  # "Orvane of Peru supplies"
    stop = min(len(lowers), at + CLAUSE)
    has_auxiliary = False
    while at < stop and (lowers[at] in ADVERBS or lowers[at] in AUXILIARIES):
        has_auxiliary = has_auxiliary or lowers[at] in AUXILIARIES
        at += 1
    verb = lowers[at] if at < stop else ""
    if verb in _NOUNS_TOO and not has_auxiliary and is_noun(lowers, at):
        return "qualifies"
    if has_auxiliary:
        return "forecast" if verb in _OF_FORECASTS else "auxiliary of deed" if verb in FIRM_VERBS else "auxiliary"
    if not verb.isalpha() or not words[at].text.islower():
        return ""
    tense = "" if verb.endswith(("s", "ed", "t")) else ", plural"
    if verb in COMMERCIAL_VERBS:
        return f"trades{tense}"
    if verb in SPEECH_VERBS:
        return "speaks"
    if verb in FIRM_VERBS:
        return f"shares{tense}" if verb in _OF_PARTS else f"acts{tense}"
    return "verb" if verb.endswith(("s", "ed")) and len(verb) >= LEAST_VERB and is_common(verb) else ""


def is_noun(lowers: list[str], at: int) -> bool:
    """Whether a word that is verb and noun is what the name before it qualifies: "Kombucha market to surpass", "Tempeh exports rose"."""
    if lowers[at] == "market":
        return True  # the verb would be "markets"
    after = lowers[at + 1] if at + 1 < len(lowers) else "."
    return (
        not after.isalpha() or after in _BEHIND_NOUNS or after in AUXILIARIES or after in ADVERBS or after in FIRM_VERBS
    )


def _is_predicate(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the text behind says what only firms do."""
    at, lowers, end = chunk.tail, annotation.lowers, annotation.end(chunk.tail - 1)
    behind = annotation.text[end : end + PREDICATE_REACH]
    names_thing = at < len(lowers) and lowers[at] in VERBS_AND_NOUNS and is_noun(lowers, at)
    return (not names_thing and PREDICATE.match(behind) is not None) or SPEECH.match(behind) is not None


def _aside(annotation: Annotation, chunk: Chunk) -> str:
    """The mark of "'s" and of what is added behind a comma."""
    lowers = annotation.lowers
    after = lowers[chunk.tail] if chunk.tail < len(lowers) else ""
    if after in POSSESSIVES:
        following = annotation.words[chunk.tail + 1] if chunk.tail + 1 < len(lowers) else None
        return "owns" if following is not None and following.text.islower() else ""
    if after != ",":
        return ""
    start = annotation.end(chunk.tail - 1)
    behind = annotation.text[start : start + REACH]
    return "aside" if _APPOSITION_STRONG.match(behind) else "place aside" if _APPOSITION_WEAK.match(behind) else ""


def _is_led_to(annotation: Annotation, chunk: Chunk, *, is_odd: bool) -> bool:
    """Whether the words before lead to a firm ("a deal with", "rival"); of a name that `is_odd` some more words do."""
    if not chunk.start:
        return False
    is_led = annotation.lowers[chunk.start - 1] in _BEFORE_WORDS
    if not is_odd and not is_led:
        return False
    start = annotation.starts[chunk.start]
    before = annotation.lower[max(0, start - REACH) : start]
    seen = ANCHORS.seen(before)
    if is_odd and BEFORE.search(seen, before) is not None:
        return True
    if not is_led:
        return False
    before = before[max((before.rfind(mark) + len(mark) for mark in _MARKS if mark in before), default=0) :]
    return _MARKS_OF_FIRMS.search(seen, before) is not None
