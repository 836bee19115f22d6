"""Marks by family weighed for one of four answers: the tables that benchmarks/marks.py learns, and the sums of what they hold.

The four weights of a mark lie side by side in one number, and so do four sums of them: adding up is one addition a mark.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Scores = tuple[int, int, int, int]  # one an answer
Marks = dict[str, "Iterable[str]"]
LANE = 24  # bits of one of the four: sums stay far below 8 million hundredths
SHIFTS = (0, LANE, 2 * LANE, 3 * LANE)
HALF, MASK = 1 << LANE - 1, (1 << LANE) - 1
HALVES = sum(HALF << shift for shift in SHIFTS)


@cache
def load_classes(file: str) -> Mapping[str, str]:
    """The class of each word that has one, from a file of this folder: word -> class."""
    tables = tomllib.loads(files("extractor.linking").joinpath(file).read_text("utf-8"))
    return {word: name for name, words in tables["classes"].items() for word in words.split()}


@cache
def load_mark_weights(table: str, classes: str) -> Mapping[str, Mapping[str, int]]:
    """What each mark weighs for each answer (see `scores_of`), by family; the weights of a word hold what its class weighs there.

    `table` is a data file whose rows are family, mark and the weight for each answer.
    """
    tables: dict[str, dict[str, int]] = {}
    for family, mark, *weights in read_table(table):
        tables.setdefault(family, {})[mark] = joined(map(int, weights))
    for marks in tables.values():
        for word, name in load_classes(classes).items():
            of_class = marks.get(f"<{name}>")
            if of_class is not None:
                marks[word] = marks.get(word, 0) + of_class
    return tables


def joined(scores: Iterable[int]) -> int:
    """Four scores as one number."""
    return sum(score << shift for shift, score in zip(SHIFTS, scores, strict=True))


def scores_of(total: int) -> Scores:
    """The four scores that lie in one number.

    >>> scores_of(joined((3, -2, 0, 5)) + joined((1, -1, -1, 0)))
    (4, -3, -1, 5)
    """
    total += HALVES  # so that none is below zero, and none borrows from the next
    first, second, third, fourth = [(total >> shift & MASK) - HALF for shift in SHIFTS]
    return first, second, third, fourth


def weigh(tables: Mapping[str, Mapping[str, int]], marks: Marks, beside: int = 0) -> int:
    """The sums of the marks' weights, one an answer (see `scores_of`), and of those found before (`beside`)."""
    for family, words in marks.items():
        weights = tables.get(family)
        if weights is not None:
            beside += sum(filter(None, map(weights.get, words)))
    return beside
