"""Mentions of a statement that stand beside each other: in one list, or as pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.linking.statements.statement import Item, Statement

# Ends a clause between two of them; the dot of an abbreviation ends none: "6% p.a. and $364 m".
CLAUSE_END = r";|(?<![a-z]\.[a-z])\. "
SERIES_GAP = late.regex(r", |,? and (?:about |around |nearly |over )?")


def series_of(statement: Statement, items: list[Item]) -> list[list[Item]]:
    """The figures that stand in one list, list by list, each of two or more: "5%, 6% and 7%"."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and SERIES_GAP.fullmatch(statement.shape, runs[-1][-1].end, item.start):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [run for run in runs if len(run) > 1]


def best_pairs(nodes: list[Item], weight: Callable[[Item, Item], int]) -> list[tuple[Item, Item]]:
    """Pairs of neighbours with the greatest total weight, none used twice; a weight of 0 forbids a pair."""
    totals = [0] * (len(nodes) + 1)
    paired = [False] * (len(nodes) + 1)
    for index in range(1, len(nodes)):
        totals[index + 1] = totals[index]
        value = weight(nodes[index - 1], nodes[index])
        if value and totals[index - 1] + value > totals[index + 1]:
            totals[index + 1], paired[index + 1] = totals[index - 1] + value, True
    pairs = []
    index = len(nodes)
    while index > 1:
        if paired[index]:
            pairs.append((nodes[index - 2], nodes[index - 1]))
            index -= 2
        else:
            index -= 1
    return pairs[::-1]
