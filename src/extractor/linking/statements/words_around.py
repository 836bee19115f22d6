"""The words around a figure, of which the marks of rates and of monetary values are made (rate_marks.py, amount_marks.py)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from extractor.linking.statements.statement import Item

LONGEST_LINE = 80  # characters of a line above that labels a figure
MOST_REMEMBERED = 500  # texts whose words are remembered, the last that were asked for
LONGEST_SENTENCE = 600  # characters of it that are looked at
WORD = re.compile(r"<\w>|[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\s\w]")
BREAKS = frozenset((";", ".", "—", "–", "while", "whereas", "but", "although"))
# What says only how exact a figure is.
FILLERS = frozenset(
    "about around nearly over some roughly almost just only approximately an a estimated more less than at least up as much"
    " another the ~ close further full whole mere modest".split()
)


@lru_cache(maxsize=MOST_REMEMBERED)
def words_of(text: str) -> frozenset[str]:
    """The words of a sentence, heading or line, which the marks of each of its figures, and of each statement below, ask for."""
    return frozenset(WORD.findall(text))


class Reach(NamedTuple):
    """How much is looked at on each side of a figure: characters, and how many words of them at most."""

    before: int
    words_before: int
    behind: int
    words_behind: int


class Around(NamedTuple):
    """The words before a figure from the nearest on, those behind it, and the nearest two before that tell something."""

    ahead: list[str]
    behind: list[str]
    first: str
    second: str


def words_around(shape: str, item: Item, reach: Reach) -> Around:
    """The words on both sides of a figure; "START" stands for telling ones that there are none of."""
    ahead = WORD.findall(shape, max(0, item.start - reach.before), item.start)[-reach.words_before :][::-1]
    behind = WORD.findall(shape, item.end, item.end + reach.behind)[: reach.words_behind]
    telling = [word for word in ahead if word not in FILLERS]
    first, second = (*telling[:2], "START", "START")[:2]
    return Around(ahead, behind, first, second)


def in_clause(words: list[str], breaks: Collection[str] = BREAKS) -> set[str]:
    """The words up to where something else begins."""
    found: set[str] = set()
    for word in words:
        if word in breaks:
            break
        found.add(word)
    return found
