"""Parts of a market that sentences speak of by capitalised names: "Corded devices lead. The Cordless type is the newcomer"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from extractor import late
from extractor.cleaning.facts import STOP_WORDS
from extractor.linking.adjectives import PLACE_OF
from extractor.linking.segments.patterns_told import GENERIC_SUBJECT, NO_NAME, STANDING
from extractor.linking.segments.values import value_of
from extractor.linking.statement import mentions_between

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.segments.lines import Line

FEWEST = 2  # parts that a paragraph speaks of
MOST_WORDS = 3  # of a part's name
LONGEST_HEADING = 60  # characters of a heading that is nothing but names
LEAST_PLURAL = 4  # letters of a word whose end may make it a verb, or a plural
# Where a capital within a sentence may begin a clause: there is no other reason for it than that the word is a name.
# Each pattern begins with a mark: all other places are passed over fast.
_WITHIN = late.regex(
    r"[;,.] (?:(?:(?<=[;,] )(?:and |but |yet |while |whereas |though |although )?(?:the )?)|The )"
    r"[A-Z][\w&/’'-]*(?: [A-Z][\w&/’'-]*){0,2} (?!(?:and|or|of|in|to|for|with|by|has|had|says?|said)\b)[a-z]"
)
# "Individual buyers lead. Professional buyers replace a dryer every year."
_SUBJECT = late.regex(r"[.;] [A-Z][\w/-]* ([a-z]{3,}s) ")
_CAPITALS = r"[A-Z][\w’'/-]*(?: [A-Z][\w’'/-]*){0,2}"
_NAME = late.regex(r"(?<![\w’'-])[A-Z][\w&’'/-]*(?: (?:& )?[A-Z][\w&’'/-]*){0,3}")
_NAMES_ONLY = late.regex(rf"^{_CAPITALS}(?:, {_CAPITALS})*,? (?:and|&|vs\.?|versus) {_CAPITALS}$")
_JOINTS = late.regex(r",? (?:and|&|vs\.?|versus) |, ")
_CLAUSE_STARTS = (
    ", ", "; ", ", and ", ", but ", ", yet ", " while ", " whereas ", " though ", " although ",
)  # fmt: skip
_LAST_CLAUSE = " and "  # starts one where its verb is that of another: "Tin is for sheds, and Slate for towers and Horn is for lamps"
_SENTENCE_STARTS = (". ", "! ", "? ", "\n", "\n- ")
_FOLLOWING = late.regex(r" ([a-z][\w’'-]*)(?: ([a-z][\w’'-]*))?")
_VERBS = frozenset(
    "is are was were will can must should may remain stay keep hold account lead make take win grow follow sell need place replace want "
    "buy form represent command dominate fill generate contribute share serve suit cover come gain trail lag rule cost run work appeal "
    "lose bring order matter pay show offer tend rank held led made took won grew sold kept came went".split()
)
_COPULAS = frozenset("is are was were remain remains stay stays keep keeps".split())
_STANDING = frozenset(
    "account accounts accounted hold holds held lead leads led make makes made take takes took win wins won captured dominate dominates "
    "dominated command commands commanded represent represents represented generate generates generated share follow follows trail trails "
    "lag lags".split()
)
# What firms, agencies and people do.
_ACTS = frozenset(
    "has have had says said adds added argues argued expects expected estimates estimated believes notes noted told tells wants launched "
    "launches acquired opened opens announced plans bought agreed reported reports introduced unveiled warns warned thinks calls called put "
    "puts sees forecasts projects counts published writes wrote invested completed received employs makes operates owns owned asked "
    "approved cleared recalled inspects mentions lists knows refunds issued contributes".split()
)
_BODY = late.regex(
    r"\b(?:[Aa]ssociation|Authority|Agency|Administration|Commission|Board|Institute|Society|Federation|Committee|Council|Fund|Guard|Act"
    r"|Department|Ministry|Bureau|Union|Office|Foundation|Organi[sz]ation|University|Tower|Market|CAGR|North\w*|South\w*|East\w*|West\w*"
    r"|Central|Government|Parliament|Court|Pentagon|Congress)$"
)
_PLACE_TAILS = frozenset(("region", "regions", "state", "states", "coast", "cities", "market", "markets"))
_KIND_TAILS = frozenset("type kind segment category form grade version movement variety class model".split())


class Member(NamedTuple):
    """A capitalised name that a clause speaks of, the word behind it that may belong to it, and the verb."""

    name: str
    tail: str
    verb: str
    within: bool  # whether it stands within a sentence
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The name, without a plural or a word for kinds behind it: "Corded devices", "Cordless type"."""
        return f"{self.name} {self.tail}" if _belongs(self.tail) else self.name


def spoken(line: Line, annotation: Annotation) -> list[Member]:
    """The parts of which a paragraph says how they stand, when it names one within a sentence; most paragraphs name none.

    Args:
        line: the paragraph.
        annotation: the document, with the places and firms in it.
    """
    text = line.text
    if (
        _WITHIN.search(text) is None
        and not _repeats_noun(text)
        and not (text.startswith("The ") and text[4:5].isupper())
    ):
        return []
    found = members(text, taken_in(line, annotation))
    shouted = sum(member.name.isupper() for member in found)
    found = [member for member in found if shouted >= FEWEST or not member.name.isupper()]
    verbs = {_class(member.verb) for member in found if member.within}
    alike = [
        member
        for member in found
        if member.within or (verbs and (_class(member.verb) in verbs or member.verb in _STANDING))
    ]
    if not alike:
        tails = Counter(member.tail for member in found if member.tail.endswith("s"))
        alike = [member for member in found if tails[member.tail] >= FEWEST]
        if not any(member.verb in _STANDING for member in alike):
            return []
    told = len({_class(member.verb) for member in alike}) < len(alike) or STANDING.search(text) is not None
    return alike if len(alike) >= FEWEST and told else []


def headed_by_parts(heading: str, text: str, taken: Collection[str]) -> list[str]:
    """The names of a heading that is nothing but names, when the text below speaks of each of them.

    >>> headed_by_parts("Corded and Cordless", "Corded devices lead. The Cordless type follows.", ())
    ['Corded', 'Cordless']
    >>> headed_by_parts("Homes and Salons", "Individual buyers lead.", ())
    []
    """
    if len(heading) > LONGEST_HEADING or _NAMES_ONLY.match(heading) is None:
        return []
    names = _JOINTS.split(heading)
    told = all(re.search(rf"\b{re.escape(name)}\b", text) and name not in taken for name in names)
    return names if told and all(_may_be_part(name, "") for name in names) else []


def _class(verb: str) -> str:
    return "is" if verb in _COPULAS else verb


def _repeats_noun(text: str) -> bool:
    """Whether two sentences begin with a name and the same plural behind it."""
    nouns = _SUBJECT.findall(f". {text}")
    return len(set(nouns)) < len(nouns)


def _belongs(tail: str) -> bool:
    """Whether a word in small letters is part of the capitalised name before it: "Stainless steel"."""
    return bool(tail) and tail not in _KIND_TAILS and not (tail.endswith("s") and len(tail) >= LEAST_PLURAL)


def bare_name(text: str) -> str:
    """A name within a sentence without a noun behind it that is written small.

    >>> bare_name("Offline dealers"), bare_name("Stainless steel"), bare_name("steel posts")
    ('Offline', 'Stainless steel', 'steel posts')
    """
    name = _NAME.match(text)
    return name[0] if name is not None and name.end() < len(text) and not _belongs(text[name.end() + 1 :]) else text


def taken_in(line: Line, annotation: Annotation) -> list[tuple[int, int]]:
    """Where in a line the names of firms and places stand."""
    first, last = line.start, line.end
    return [(mention.start - first, mention.end - first) for mention in mentions_between(annotation, first, last)]


def members(text: str, taken: Collection[tuple[int, int]] = ()) -> list[Member]:
    """The names that clauses of a text begin with.

    >>> [(one.bare, one.verb, one.within) for one in members("Soft bristles hold most; the Nanometer type is new.")]
    [('Soft', 'hold', False), ('Nanometer', 'is', True)]
    >>> [one.bare for one in members("Steel is for roofs, Slate is for towers. Acme says so, but the Tin Board has doubts.")]
    ['Steel', 'Slate']
    """
    return list(_members(text, taken))


def _members(text: str, taken: Collection[tuple[int, int]]) -> Iterator[Member]:
    verbs: set[str] = set()
    for match in _NAME.finditer(text):
        start, end = match.span()
        name = match[0]
        behind_the = text.endswith(("The ", "the "), 0, start)
        before = start - len("the ") if behind_the else start
        at_start = before == 0 or text.endswith(_SENTENCE_STARTS, 0, before)
        if name.startswith("The ") and at_start:
            name, start, behind_the = name[len("The ") :], start + len("The "), True
        last_clause = text.endswith(_LAST_CLAUSE, 0, before)
        if not at_start and not last_clause and not text.endswith(_CLAUSE_STARTS, 0, before):
            continue
        following = _FOLLOWING.match(text, end)
        if following is None or not name:
            continue
        tail, verb = _verb(following[1], following[2])
        if last_clause and not at_start and verb not in verbs:
            continue
        if verb is not None and _may_be_part(name, tail) and not _overlaps(start, end, taken):
            verbs.add(verb)
            yield Member(name, tail, verb, not at_start or behind_the, start, end)


def _overlaps(start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    for first, last in taken:  # noqa: SIM110  (a generator costs three times as much)
        if first < end and start < last:
            return True
    return False


def _verb(first: str, second: str | None) -> tuple[str, str | None]:
    """The word between a name and its verb, and the verb, if one is there."""
    if first in _ACTS or second in _ACTS:
        return "", None
    if first in _VERBS or (_may_be_verb(first) and (second is None or not _may_be_verb(second))):
        return "", first
    return (first, second) if second is not None and _may_be_verb(second) else ("", None)


def _may_be_verb(word: str) -> bool:
    return word in _VERBS or (len(word) >= LEAST_PLURAL and word.endswith(("s", "ed")) and not word.endswith("ss"))


def _may_be_part(name: str, tail: str) -> bool:
    """Whether a name may be that of a part of a market: no place, no body, nothing general."""
    words = name.split()
    low = name.lower()
    return (
        len(words) <= MOST_WORDS
        and words[0].lower() not in STOP_WORDS
        and NO_NAME.match(name) is None
        and low not in GENERIC_SUBJECT
        and words[0].lower() not in PLACE_OF
        and tail not in _PLACE_TAILS
        and _BODY.search(name) is None
        and not any(map(str.isdigit, name))
        and value_of(name) is not None
    )
