"""Marks weighed: the tables of what each weighs, learned from labelled articles, and what several weigh together."""

from __future__ import annotations

from functools import cache
from math import fsum
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@cache
def load_weights(table: str) -> dict[str, float]:
    """What each mark of the data file `table` weighs, in log-odds; below zero what speaks against."""
    return {mark: float(weight) for mark, weight in read_table(table)}


def weight_of(marks: Iterable[str], weights: Mapping[str, float]) -> float:
    """What the marks weigh together; the same in whatever order they come, as a set has none."""
    return fsum(filter(None, map(weights.get, marks)))
