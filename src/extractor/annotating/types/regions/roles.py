"""Roles of places: whose market it is, who leads it, who grows fastest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.anchored import matches_from
from extractor.annotating.types.regions.clauses import assign
from extractor.annotating.types.regions.leader_cues import (
    DOMINANT,
    DOMINANT_STARTS,
    DOMINANT_WORDS,
    FASTEST,
    FASTEST_STARTS,
    FASTEST_WORDS,
)
from extractor.annotating.types.regions.scopes import mark_scope_lines, mark_scopes
from extractor.annotating.types.regions.shares import mark_shares

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import RegionName

# What is longer is no sentence; nothing is read from it, and time stays linear.
LONGEST_SENTENCE = 3000
LONGEST_OPENING = 2  # tokens before the place that answers: "In the ..."
# A role with the words without which its pattern cannot match, the pattern, and the words it can start on.
_LEADERS = (
    ("fastest_growing", FASTEST_WORDS, FASTEST, FASTEST_STARTS),
    ("dominant", DOMINANT_WORDS, DOMINANT, DOMINANT_STARTS),
)


def set_roles(annotation: Annotation, mentions: list[RegionName]) -> None:
    """Sets `role` of every mention that a cue of its clause speaks of."""
    text, all_lowers = annotation.text, annotation.lowers
    for first, last, inside in _by_sentence(annotation, mentions):
        start, end = annotation.starts[first], annotation.end(last - 1)
        if end - start > LONGEST_SENTENCE:
            continue
        _answer(annotation, first, inside[0])
        lowers = all_lowers[first:last]
        taken: list[re.Match[str]] = []
        for role, words, pattern, starts in _LEADERS:
            if not words.isdisjoint(lowers):
                cues = [
                    cue
                    for cue in matches_from(pattern, annotation, first, last, starts)
                    if not any(other.start() <= cue.start() and cue.end() <= other.end() for other in taken)
                ]  # "grew more than any other region" says nothing of size
                assign(text[start:end], start, inside, cues, role)
                taken = cues
    mark_scope_lines(text, mentions)
    mark_shares(annotation, mentions)
    if annotation.article is None:
        mark_scopes(text, mentions)


def _answer(annotation: Annotation, first: int, place: RegionName) -> None:
    """The place that opens the answer to "Which region is growing fastest?" is the one asked for."""
    words = annotation.words
    mark = first - 1
    while mark > 0 and words[mark].is_space:
        mark -= 1
    if place.first - first > LONGEST_OPENING or mark <= 0 or words[mark].text != "?":
        return
    asked, until = annotation.sentence_of(mark)
    for role, _, pattern, starts in _LEADERS:
        if (
            place.role == "mentioned"
            and next(matches_from(pattern, annotation, asked, until, starts), None) is not None
        ):
            place.role = role


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
