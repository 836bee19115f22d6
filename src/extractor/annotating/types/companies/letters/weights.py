"""The tables of what the marks of names and of firms weigh, and how marks tell counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

# Whether a name that no rule tells is a firm's (benchmarks/name_weights.py), and a firm a player (benchmarks/role_weights.py).
NAME_TABLE, ROLE_TABLE = "own/name_weights.tsv", "own/role_weights.tsv"
# ... and of a name in a single passage, learned as if half of the known firms, or all, were unknown.
PASSAGE_TABLE = "own/passage_weights.tsv"
# How many of something there are, as marks tell it: from `MANY` on it is all the same.
MANY = 4
COUNTS = ("no", "one", "some", "some", "many")
# Where the mentions of a name stand says how much its other marks weigh: the first of these that is among them.
_WHERE = {"alone": "listed", "item": "listed", "in title": "titled", "inside": "inside"}


def with_place(marks: Set[str]) -> set[str]:
    """The marks, and each with the place of the name: a word that opens items says another thing than one inside a sentence."""
    where = next((_WHERE[mark] for mark in _WHERE if mark in marks), "opening")
    return {*marks, *[f"{where}, {mark}" for mark in marks]}
