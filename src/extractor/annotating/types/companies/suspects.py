"""Firms that only the prose tells: names of no dictionary that do what firms do, somewhere in the document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.acts import (
    AUXILIARIES,
    FIRM_VERBS,
    SPEECH_VERBS,
    forms_of,
)
from extractor.annotating.types.companies.chunk import firms_of
from extractor.annotating.types.companies.shapes import POSSESSIVES
from extractor.annotating.types.companies.short_names import short_names
from extractor.annotating.types.companies.suspect_cues import NOUNS_TOO, STRONG, cues_of, is_noun
from extractor.annotating.types.companies.words import JOBS, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

_WORK = JOBS | TITLES
ENOUGH = 2
# Initials and names made of common words ("Blue Diamond") may be so much else that they need more.
_DOUBT = 1
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
_ITEM_MARKS = frozenset(["-", "•", "*", "–", "—", ":", "|", "·"])


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
        cues = cues_of(annotation, chunk, frames.get(id(chunk), [chunk]))
        points[name] += cues
        if cues >= STRONG or (
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
TECHNICAL = (
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
        and not (verb in NOUNS_TOO and is_noun(lowers, chunk.tail))
        and not chunk.facts.names[-1].endswith(TECHNICAL)
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
