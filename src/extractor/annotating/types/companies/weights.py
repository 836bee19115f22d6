"""Marks weighed: the tables of what each weighs, learned from labelled articles, and what several weigh together."""

from __future__ import annotations

from functools import cache
from math import fsum
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Whether a name that no rule tells is a firm's (benchmarks/name_weights.py), and a firm a player (benchmarks/role_weights.py).
NAME_TABLE, ROLE_TABLE = "own/name_weights.tsv", "own/role_weights.tsv"
# ... and of a name in a single passage, learned as if half of the known firms, or all, were unknown.
PASSAGE_TABLE = "own/passage_weights.tsv"
# How many of something there are, as marks tell it: from `MANY` on it is all the same.
MANY = 4
COUNTS = ("no", "one", "some", "some", "many")


@cache
def load_weights(table: str) -> dict[str, float]:
    """What each mark of the data file `table` weighs, in log-odds; below zero what speaks against."""
    return {mark: float(weight) for mark, weight in read_table(table)}


def weight_of(marks: Iterable[str], weights: Mapping[str, float]) -> float:
    """What the marks weigh together; the same in whatever order they come, as a set has none."""
    return fsum(filter(None, map(weights.get, marks)))
