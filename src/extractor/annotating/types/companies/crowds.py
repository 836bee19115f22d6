"""Paragraphs in which one firm after another does something, one of them as a player: the others play too."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

# So many firms that are subjects of one paragraph, in so many clauses.
LEAST_FIRMS, LEAST_CLAUSES = 4, 2
# Before the subject of a clause that does not open its sentence.
_JOINTS = frozenset([";", "while", "whereas", "and", "but"])
# After a comma these start an aside about the subject ("Orvane, in Lima, sells").
_ASIDES = frozenset(["in", "of", "from", "a", "an", "the", "which", "now", "owned", "run", "based", "part"])
# Where some buy or pay, the paragraph is about them as well.
_OTHER_SIDE = frozenset(["customer", "investor"])


def mark_crowds(annotation: Annotation, series: list[list[Chunk]]) -> None:
    """Gives the part of a player to firms without a role that stand in one paragraph with players.

    Args:
        annotation: the text.
        series: its chunks with their roles, in groups that are separated by list marks alone, a company in each, in order.
    """
    crowds: defaultdict[int, list[list[Chunk]]] = defaultdict(list)
    paragraph, read = -1, 0  # where the last blank line stands of the text that is read
    for group in series:
        if _is_subject(annotation, group):
            start = annotation.starts[group[0].start]
            paragraph = max(paragraph, annotation.text.rfind("\n\n", read, start))
            read = max(0, start - 1)
            crowds[paragraph].append(group)
    for groups in crowds.values():
        firms = [chunk for group in groups for chunk in group if chunk.is_company and chunk.role != "publisher"]
        if len(groups) >= LEAST_CLAUSES and len(firms) >= LEAST_FIRMS and _play({chunk.role for chunk in firms}):
            for chunk in firms:
                chunk.role = chunk.role or "key_player"


def _play(roles: set[str]) -> bool:
    """Whether some of these are players and none are on the other side of the counter."""
    return "key_player" in roles and roles.isdisjoint(_OTHER_SIDE)


def _is_subject(annotation: Annotation, group: list[Chunk]) -> bool:
    """Whether the group opens a sentence or a clause, and its verb or an aside follows."""
    first, tail = group[0].start, group[-1].tail
    words, lowers = annotation.words, annotation.lowers
    if tail + 1 >= len(words):
        return False
    has_aside = lowers[tail] == "," and lowers[tail + 1] in _ASIDES
    if not (has_aside or words[tail].text.islower()):
        return False
    return annotation.sentence_of(first)[0] == first or lowers[first - 1] in _JOINTS
