"""Marks by family weighed for one of several answers: the tables that benchmarks/marks.py learns, and the sums of what they hold."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from operator import add
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Scores = tuple[int, ...]  # one an answer
Marks = dict[str, "Iterable[str]"]


@cache
def load_classes(file: str) -> Mapping[str, str]:
    """The class of each word that has one, from a file that is named from the folder of linking: word -> class."""
    tables = tomllib.loads(files("extractor.linking").joinpath(file).read_text("utf-8"))
    return {word: name for name, words in tables["classes"].items() for word in words.split()}


@cache
def load_mark_weights(table: str, classes: str) -> Mapping[str, Mapping[str, Scores]]:
    """What each mark weighs for each answer, by family; the weights of a word hold what its class weighs there.

    `table` is a data file whose rows are family, mark and the weight for each answer.
    """
    tables: dict[str, dict[str, Scores]] = {}
    for family, mark, *weights in read_table(table):
        tables.setdefault(family, {})[mark] = tuple(map(int, weights))
    for marks in tables.values():
        of_classes = {mark[1:-1]: scores for mark, scores in marks.items() if mark[0] == "<"}
        for word, name in load_classes(classes).items() if of_classes else ():
            if name in of_classes:
                marks[word] = tuple(map(add, marks[word], of_classes[name])) if word in marks else of_classes[name]
    return tables


def weigh(tables: Mapping[str, Mapping[str, Scores]], marks: Marks, beside: Scores) -> Scores:
    """The sums of the marks' weights, one an answer, and of those found before (`beside`)."""
    held: list[Scores] = [beside]
    for family, words in marks.items():
        table = tables.get(family)
        if table is not None:
            held += filter(None, map(table.get, words))
    return tuple(map(sum, zip(*held, strict=True)))
