"""Marks by family weighed for one of four answers: the tables that benchmarks/marks.py learns, and the sums of what they hold."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Scores = tuple[int, int, int, int]  # one an answer
NOTHING: Scores = (0, 0, 0, 0)
Marks = dict[str, "Iterable[str]"]


@cache
def load_classes(file: str) -> Mapping[str, str]:
    """The class of each word that has one, from a file of this folder: word -> class."""
    tables = tomllib.loads(files("extractor.linking").joinpath(file).read_text("utf-8"))
    return {word: name for name, words in tables["classes"].items() for word in words.split()}


@cache
def load_mark_weights(file: str, classes: str) -> Mapping[str, Mapping[str, Scores]]:
    """What each mark weighs for each answer, by family; the weights of a word hold what its class weighs there."""
    data = tomllib.loads(files("extractor.linking").joinpath(file).read_text("utf-8"))
    tables: dict[str, dict[str, Scores]] = {
        family: {mark: tuple(weights) for mark, weights in entries.items()} for family, entries in data.items()
    }
    for table in tables.values():
        for word, name in load_classes(classes).items():
            of_class = table.get(f"<{name}>")
            if of_class is not None:
                table[word] = tuple(map(add, table.get(word, NOTHING), of_class))
    return tables


def weigh(tables: Mapping[str, Mapping[str, Scores]], marks: Marks, beside: Scores = NOTHING) -> Scores:
    """The sums of the marks' weights, one an answer, and of those found before (`beside`)."""
    first, second, third, fourth = beside
    for family, words in marks.items():
        table = tables.get(family)
        if table is None:
            continue
        for word in words:
            if word in table:
                weights = table[word]
                first += weights[0]
                second += weights[1]
                third += weights[2]
                fourth += weights[3]
    return first, second, third, fourth
