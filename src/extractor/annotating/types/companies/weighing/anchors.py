"""Evidence from what stands directly around a name: shares, offices, deals, deeds, appositions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.letters.facts import STARTING_NOUN
from extractor.annotating.types.companies.names.shapes import POSSESSIVES
from extractor.annotating.types.companies.words.acts import ADVERBS, FIRM_VERBS, SPEECH_VERBS
from extractor.annotating.types.companies.words.cues import (
    APPOSITION,
    COMMERCIAL,
    DEED,
    FIRM_BEHIND,
    FIRM_NOUN,
    OF_FIRM,
    SPEECH,
    VERBS,
    WHICH,
)
from extractor.annotating.types.companies.words.vocabulary import EXCHANGES, HONORIFICS, OFFICES
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.letters.facts import NameFacts
    from extractor.annotating.types.companies.names.chunk import Chunk

_OF_ENDS = frozenset("of at for in with by the acquired acquire acquires acquiring rival unlike".split())
_BASED = frozenset(["-", "based", "owned", "listed", "headquartered"])
_FIRM_NOUNS = frozenset(
    "shares stock ceo cfo cto chief spokesman spokeswoman spokesperson shareholders stockholders board chairman "
    "subsidiary".split()
)
# Who deals with firms and is one mostly ("The buyer, Orvane, takes on debts").
_DEALERS = frozenset("buyer seller bidder grower administrator".split())
# What firms have: behind a firm's name that is a word as well ("Delta pilots").
_OF_FIRMS = frozenset(
    "pilots workers staff employees executives stores shops flights customers drivers factories factory plants "
    "vehicles cars trucks planes jets dealers engineers managers investors subscribers users bosses profits "
    "earnings sales revenue".split()
)
_COINED_AFTER = frozenset(["by", "from", "at", "with", ":", "and"])
_BEFORE_FIRMS = frozenset(["by", "at", "from", "with", "and", ",", "'s", "’s", "in"])
_ARTICLES = frozenset(["the", "a", "an"])
# What a firm does or is, right behind its name.
ACTS = DEED | SPEECH | VERBS
# Behind these words a name needs a closer look; a comma is looked at by what follows it.
_TELLING_BEHIND = OFFICES | _FIRM_NOUNS | POSSESSIVES | COMMERCIAL
_STARTS_APPOSITION = frozenset(["a", "an", "the", "one", "another", "which"])
_BEFORE_OFFICES = frozenset("vice former deputy assistant acting senior executive interim new then".split())
# More words before an office are a title and a name.
LONGEST_BEFORE_OFFICE = 3
# Of short names that are known firms' so many letters may be another's initials in a line of capitals.
LONGEST_SHORT = 3
# Characters looked at on either side of a name.
REACH = 70
# ... and of the cues that end right before it.
LONGEST_CUE = 45


@lru_cache(maxsize=20_000)
def is_firm_noun(word: str) -> bool:
    """Whether the word says that a firm's name follows ("chipmaker")."""
    return FIRM_NOUN.search(word) is not None


@lru_cache(maxsize=20_000)
def tells(before: str) -> bool:
    """Whether the word directly before a name may say what the name is."""
    return (
        before in _OF_ENDS
        or before in _BASED
        or before in HONORIFICS
        or before in HYPHENS
        or before == ":"
        or is_firm_noun(before)
    )


def is_aside(lowers: list[str], start: int) -> bool:
    """Whether the name at token `start` is an aside to one noun of firms ("the new firm, Orvane, will sit in Lima")."""
    noun = lowers[start - 2] if start > 1 and lowers[start - 1] == "," else ""
    return noun in _DEALERS or (is_firm_noun(noun) and not noun.endswith("s"))


def is_told(annotation: Annotation, end: int, behind: str) -> bool:
    """Whether what stands directly behind a name, from token `end` on, may say what it is."""
    if behind != ",":
        return behind in _TELLING_BEHIND
    following = annotation.lowers[end + 1 : end + 2]
    if following and following[0] in _STARTS_APPOSITION:
        return True
    start = annotation.starts[end]
    return annotation.text.find(", which", start, start + REACH) >= 0


def find_anchor(annotation: Annotation, chunk: Chunk, facts: NameFacts, previous: str, after: str) -> str:
    """Evidence from the table of known firms, from the brackets and from what stands before and behind; "" when nothing tells.

    Args:
        annotation: the text.
        chunk: the name, without a legal form.
        facts: what its letters say.
        previous, after: the words beside it in small letters, "" at the ends of the text.
    """
    words, known, names = annotation.words, facts.known, facts.names
    for start, stop in chunk.brackets:
        if words[start].lower.replace(" ", "") in EXCHANGES and stop - start >= 2:
            return "ticker"
    if known == "research":
        return "research_firm"
    lines = lines_of(annotation)
    if known in ("name", "word") and len(names) == 1 and after in SPEECH_VERBS and _is_personal(annotation, chunk):
        return ""  # "Ford said he would step down"
    if known == "name" and not (len(names) == 1 and len(names[0]) <= LONGEST_SHORT and lines.is_shouted(chunk.first)):
        return "known"
    if lines.is_title(chunk.first):
        return ""
    starts = annotation.sentence_of(chunk.first)[0] == chunk.first
    acts = after in ACTS or after in POSSESSIVES or (after in ADVERBS and _verb_behind(annotation, chunk) in ACTS)
    if known == "word" and (
        acts or after in FIRM_VERBS or after in _OF_FIRMS or (not starts and previous not in _ARTICLES)
    ):
        return "known"
    found = _before(annotation, chunk, previous, starts=starts) or _behind(
        annotation, chunk, names, after, starts=starts
    )
    if found:
        return found
    if facts.is_coined and (acts or after in FIRM_VERBS or previous in _COINED_AFTER):
        return "camel_case"
    if (not starts or len(names) > 1) and after in COMMERCIAL and not (len(names) == 1 and facts.is_description):
        return "deed"
    if facts.kind == "hard" or (
        facts.kind == "soft"
        and (acts or after in FIRM_VERBS or previous in _BEFORE_FIRMS or len(names) > 2 or facts.is_odd)
    ):
        return "kind_word"
    return ""


def _is_personal(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether "he" or "she" stands right behind the verb of speech."""
    behind = annotation.lowers[chunk.end + 1 : chunk.end + 3]
    return behind[:1] in (["he"], ["she"]) or behind in (["that", "he"], ["that", "she"])


def _verb_behind(annotation: Annotation, chunk: Chunk) -> str:
    """The first word behind the name that is no adverb ("still wants")."""
    return next((word.lower for word in annotation.words[chunk.end : chunk.end + 4] if word.lower not in ADVERBS), "")


def _before(annotation: Annotation, chunk: Chunk, previous: str, *, starts: bool) -> str:
    """Evidence from the words before ("Peru-based", "chipmaker", "shares of")."""
    if previous in _BASED and text_before(annotation, chunk).rstrip().lower().endswith(
        ("-based", "‑based", "-headquartered", "-listed")
    ):
        return "based"
    if (
        not starts
        and is_firm_noun(previous)
        and (annotation.words[chunk.first - 1].text.islower() or STARTING_NOUN.fullmatch(previous))
    ):
        return "firm_noun"
    if is_aside(annotation.lowers, chunk.start):
        return "firm_noun"
    return "deal" if previous in _OF_ENDS and OF_FIRM.search(_clause_before(annotation, chunk).lower()) else ""


def _behind(annotation: Annotation, chunk: Chunk, names: tuple[str, ...], after: str, *, starts: bool) -> str:
    """Evidence from the words behind ("shares", "CEO", ", a maker of")."""
    if after in OFFICES and annotation.words[chunk.end].is_capitalized and not _starts_title(annotation, chunk):
        return "firm_behind"
    is_word = starts and len(names) == 1 and is_common(names[0])  # "Counting stock is a job"
    if ((after in _FIRM_NOUNS and not is_word) or after in POSSESSIVES) and FIRM_BEHIND.match(
        text_behind(annotation, chunk)
    ):
        return "firm_behind"
    if after == "," and not (starts and len(names) == 1 and names[0].endswith("ly")):
        behind = text_behind(annotation, chunk)
        if APPOSITION.match(behind) or WHICH.match(behind):
            return "apposition"
    return ""


def text_before(annotation: Annotation, chunk: Chunk) -> str:
    """The characters before the name and its prefix form."""
    start = annotation.starts[chunk.start]
    return annotation.text[max(0, start - REACH) : start]


def text_behind(annotation: Annotation, chunk: Chunk) -> str:
    """The characters behind the name and its form."""
    end = annotation.end(chunk.end - 1)
    return annotation.text[end : end + REACH]


def _clause_before(annotation: Annotation, chunk: Chunk) -> str:
    """The end of the clause before the name: no cue there is longer, and none goes across a mark."""
    start = annotation.starts[chunk.start]
    before = annotation.text[max(0, start - LONGEST_CUE) : start]
    return before[max(before.rfind(mark) for mark in ".,;:") + 1 :]


def _starts_title(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the chunk is itself a word of a title ("Vice President", "Former Chief")."""
    return annotation.words[chunk.last - 1].lower in _BEFORE_OFFICES or chunk.last - chunk.first > LONGEST_BEFORE_OFFICE
