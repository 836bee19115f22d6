"""Tables of a report's scope: keys and values, on one line or in turn, that carry the size and the growth of the market."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extractor import late
from extractor.cleaning.memory import REMEMBERED

LONGEST: Final = 200  # characters of a row
LEAST_ROWS: Final = 3  # keys from which neighbouring rows are a table
GAP: Final = 3  # lines from one key to the next, at most: the key, its value, a value that went on
HEADS: Final = 2  # lines above the first key that may be the head of the table
_KEY: Final = late.regex(
    r"^[\W\d]{0,3}(?:study period|base year|estimated year|forecast (?:period|years?)|historical? (?:data|period"
    r"|years?)|(?:global )?market (?:size|value|revenue)\b.{0,40}|market volume|revenue"
    r" (?:forecast|in)|(?:value |forecasted? |projected )+(?:market|value|size|by|in)|growth rate|cagr"
    r"|compound annual growth|largest (?:market|region|segment)|fastest[ -]growing (?:market|region|segment)"
    r"|market concentration|major players|segments? covered|regions? covered|countries covered"
    r"|region(?:al)? scope|country scope|regional analysis|quantitative units?|units?(?: considered)?"
    r"|report coverage"
    r"|(?:key )?companies (?:profiled|covered)|key (?:companies|players|market players)(?: profiled)?"
    r"|pricing and purchase|dominant region|growth drivers|by (?:type|product|application|end[ -]user|region))\b",
    re.IGNORECASE,
)
_HEAD: Final = late.regex(
    r"\b(?:report (?:scope|attributes?|metrics?|coverage)|attributes?|details|market snapshot|scope|parameters?"
    r"|at a glance)\b",
    re.IGNORECASE,
)
_has_digit: Final = late.regex(r"\d").search


def scope_rows(lines: Sequence[str], keep: Sequence[bool] | None = None) -> set[int]:
    """The places of the lines that make up tables of scope.

    Args:
        lines: the lines.
        keep: whether each is kept so far; then only tables of which a row is kept.

    >>> sorted(scope_rows(["Tin", "Report Attributes Details", "Base year 2024", "CAGR 6.4% from 2025", "Study Period", "2019 - 2030", "More"]))
    [1, 2, 3, 4, 5]
    >>> sorted(scope_rows(["Base year 2024", "CAGR 6.4%", "Study Period 2019 - 2030"], [False, False, True]))
    [0, 1, 2]
    """
    keys = [place for place, line in enumerate(lines) if len(line) <= LONGEST and _is_key(line)]
    if len(keys) < LEAST_ROWS:
        return set()
    found: set[int] = set()
    group: list[int] = []
    for place, following in pairwise([*keys, len(lines) + GAP + 1]):
        group.append(place)
        if following - place > GAP:
            if len(group) >= LEAST_ROWS and any(_has_digit(line) for line in lines[group[0] : group[-1] + 2]):
                table = _table(lines, group)
                found.update(table if keep is None or any(keep[row] for row in table) else ())
            group = []
    return found


@lru_cache(REMEMBERED)
def _is_key(line: str) -> bool:
    return line[-1] != "." and _KEY.match(line) is not None


def _table(lines: Sequence[str], keys: Sequence[int]) -> set[int]:
    """The rows from the first key to the value of the last, and the head above."""
    first, last = keys[0], keys[-1]
    rows = set(range(first, last + 1))
    value_follows = last + 1 < len(lines) and not _has_digit(lines[last]) and len(lines[last + 1]) <= LONGEST
    if value_follows and _has_digit(lines[last + 1]):
        rows.add(last + 1)
    for place in range(max(0, first - HEADS), first):
        if len(lines[place]) <= LONGEST and _HEAD.search(lines[place]) and lines[place][-1] not in ".?!":
            rows.update(range(place, first))
            break
    return rows
