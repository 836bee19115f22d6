"""Prose under a heading that speaks of firms ("Who sells them"): its subjects are firms, and take part in the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.cues import DEED, OTHER_HEADING, SECTION_HEADING, VERBS
from extractor.annotating.types.companies.shapes import POSSESSIVES

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk


# Words of a line that heads a section and no sentence.
LONGEST_SECTION_HEADING = 8


def is_section_heading(line: str) -> bool:
    """Whether a short line without a full stop speaks of firms ("Five suppliers and a queue", "Who sells")."""
    return (
        line[-1:] not in ".!,;"
        and line.count(" ") < LONGEST_SECTION_HEADING
        and SECTION_HEADING.search(line) is not None
        and not OTHER_HEADING.search(line)
    )


# Endings of words that start a sentence before a plural ("Smaller growers").
_ADJECTIVES = ("er", "est", "al", "ic", "ous", "ive", "ing", "ed", "ly", "an", "ese", "ish", "st", "ct", "nt")


def mark_section(annotation: Annotation, chunks: list[Chunk], small: set[str], *, sells: bool) -> None:
    """Under a heading that speaks of companies, what starts a sentence and does something is one."""
    words = annotation.words
    for number, chunk in enumerate(chunks):
        opens = annotation.sentence_of(chunk.first)[0] == chunk.start
        if opens:
            group = _coordinated(annotation, chunks, number)
            if len(group) >= LEAST_GROUP:
                _mark_group(annotation, group, small)
        if (
            not chunk.evidence
            and not chunk.refusal
            and chunk.end < len(words)
            and opens
            and not chunk.facts.is_word_of(small)
            and not _is_plural_of(chunk, small)
            and not chunk.facts.is_plain
        ):
            after = words[chunk.end]
            if after.text in POSSESSIVES and chunk.end + 1 < len(words):
                after = words[chunk.end + 1]
            if after.text.islower() and (
                after.lower in VERBS
                or after.lower in DEED
                or (
                    after.lower.endswith("s")
                    and len(after.text) > 3
                    and not words[chunk.first].lower.endswith(_ADJECTIVES)
                )
            ):
                chunk.evidence = "section"
        if sells and chunk.is_company and _is_topic(annotation, chunk):
            chunk.role = chunk.role or "key_player"


def _is_plural_of(chunk: Chunk, small: set[str]) -> bool:
    """Whether the text writes the singular of the name in small letters ("Smallholders", "a smallholder")."""
    names = chunk.facts.names
    return len(names) == 1 and names[0].endswith("s") and names[0][:-1] in small


# So many names that open a sentence together and do something are firms, though one of them be a word.
LEAST_GROUP = 3
_BETWEEN = frozenset([",", "and", "&", "or", "the"])


def _coordinated(annotation: Annotation, chunks: list[Chunk], first: int) -> list[Chunk]:
    """The chunk with the number `first` and those that are enumerated with it."""
    lowers = annotation.lowers
    group = [chunks[first]]
    for number in range(first + 1, len(chunks)):
        chunk = chunks[number]
        if not _BETWEEN.issuperset(lowers[group[-1].tail : chunk.start]):
            break
        group.append(chunk)
    return group


def _mark_group(annotation: Annotation, group: list[Chunk], small: set[str]) -> None:
    """Takes the open names of an enumeration that is followed by a verb."""
    tail = group[-1].tail
    after = annotation.words[tail] if tail < len(annotation.words) else None
    if after is None or not after.text.islower() or after.lower in _ASIDE:
        return
    plain = sum(not chunk.is_company and (chunk.facts.is_word_of(small) or chunk.facts.is_plain) for chunk in group)
    if 2 * plain > len(group) or any(chunk.refusal == "place" for chunk in group):
        return
    for chunk in group:
        if chunk.refusal in ("", "person"):
            chunk.take("section")


# Behind these stand objects and asides: the section is about another.
_ASIDE = frozenset(
    "by to from with for at of than as in between against via since because until when before after paid bought "
    "acquired hired chose sued joined left".split()
)
# "Orvane leads, with Tessel behind it".
_IN_TOW = frozenset("behind following close next second third trailing chasing".split())
WINDOW = 12


def _is_topic(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the section is about the firm: it is no object of what another does, and no aside."""
    if not chunk.start:
        return True
    lowers = annotation.lowers
    before = lowers[chunk.start - 1]
    if before == "with" and lowers[chunk.start - 2 : chunk.start - 1] == [","]:
        return not _IN_TOW.isdisjoint(lowers[chunk.start : chunk.start + WINDOW])
    return before not in _ASIDE
