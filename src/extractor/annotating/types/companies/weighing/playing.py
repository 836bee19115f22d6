"""Whether a firm takes part in the market or is only mentioned: what its lists, its lines and the words beside it say, weighed.

The weights are those of `benchmarks/role_weights.py`, learned from labelled articles (data/own/role_weights.tsv).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.letters.weights import COUNTS, MANY, ROLE_TABLE
from extractor.annotating.types.companies.lists.sections import sections_of
from extractor.annotating.types.companies.weighing.weighing import LONG_SERIES
from extractor.data.weights import load_weights, weight_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Words and marks behind a name that tell.
_BEHIND = frozenset([",", ".", "|", "(", "and", ":", "line"])
# Firms without a role, and with one that says least.
_OPEN = frozenset(["", "mentioned"])
# What must speak for a player.
LEAST = 0.15


def weigh_roles(annotation: Annotation, firms: list[Chunk]) -> None:
    """Gives the part of a player to the firms for which enough speaks, and takes it from the others; publishers stay.

    Args:
        annotation: the text.
        firms: the chunks that are companies, with the roles that lists and clauses give them.
    """
    weights = load_weights(ROLE_TABLE)
    for held, marks in player_marks(annotation, firms):
        plays = weight_of(marks, weights) > LEAST
        for chunk in held:
            if plays and chunk.role in _OPEN:
                chunk.role = "key_player"
            elif not plays and chunk.role == "key_player":
                chunk.role = "mentioned"


def player_marks(annotation: Annotation, firms: list[Chunk]) -> Iterable[tuple[list[Chunk], set[str]]]:
    """The mentions of each firm that is no publisher, and what speaks for and against its part in the market."""
    lines = lines_of(annotation)
    names: defaultdict[str, list[tuple[Chunk, int]]] = defaultdict(list)
    beside: defaultdict[int, list[str]] = defaultdict(list)  # the roles of the firms of a line
    players = set()
    for chunk, line in zip(firms, map(lines.number, [chunk.first for chunk in firms]), strict=True):
        names[chunk.facts.text] += [(chunk, line)]
        beside[line] += [chunk.role]
        if chunk.role == "key_player":
            players |= {chunk.facts.text}
    of_text = f"players, {'no' if not players else 'few' if len(players) < MANY else 'many'}"
    of_lines = {line: _marks_of_line(roles) for line, roles in beside.items()}
    sections = sections_of(annotation)
    for placed in names.values():
        held = [chunk for chunk, _ in placed]
        if [chunk for chunk in held if chunk.role == "publisher"]:
            continue
        count = len(held)
        marks = {of_text, f"known {held[0].facts.known}", f"mentions, {COUNTS[count if count < MANY else MANY]}"}
        for chunk, line in placed:
            first, last = lines.firsts[line], lines.lasts[line]
            marks.update(_marks_of_mention(annotation, chunk, first, last), of_lines[line][chunk.role == "key_player"])
            if first in sections:
                marks |= {"section" if sections[first] else "section of buyers"}
        yield held, marks


def _marks_of_mention(annotation: Annotation, chunk: Chunk, first: int, last: int) -> tuple[str, ...]:
    """The marks of the enumeration of a mention and of the words beside it; its line is from token `first` to `last`."""
    lowers, tail, size = annotation.lowers, chunk.tail, len(chunk.group)
    before = "line" if chunk.start == first else lowers[chunk.start - 1]
    after = "line" if tail >= last else lowers[tail]
    return (
        f"role {chunk.role}",
        "listed" if chunk.is_listed else "",
        "" if size == 1 else "series" if size < LONG_SERIES else "series, long",
        f"after {before}",
        f"before {after}" if after in _BEHIND else "before word" if annotation.words[tail].text.islower() else "",
    )


def _marks_of_line(roles: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The marks of the other firms of a line, for a firm that is no player and for one that is."""
    players, firms = roles.count("key_player"), len(roles)
    deal = "line of deal" if firms > 1 and ("target" in roles or "acquirer" in roles) else ""
    publisher = "line of publisher" if "publisher" in roles else ""
    return (_others(players, firms), deal, publisher), (_others(players - 1, firms), deal, publisher)


def _others(players: int, firms: int) -> str:
    """The mark of so many other players in a line, or where there are none of its other firms."""
    if players > 0:
        return f"line, {COUNTS[players if players < MANY else MANY]} players"
    return f"line, {COUNTS[firms - 1 if firms <= MANY else MANY]} firms"
