"""What stands between the cells of a text's tables: bars, commas, tabs, or columns of spaces."""

from __future__ import annotations

import re

from extractor import late

# Lines of values that make a table.
LEAST_VALUE_LINES = 3
# Between two cells: the last of several spaces, so that the others stay with the cell before.
_SPACES = "  "
_LAST_SPACE = late.regex(r"(?<=\s) (?=\S)")
_COLUMN = re.compile(r"\S {2,}\S")


def mark_of(text: str) -> str:
    """What stands between the cells of the tables of a text.

    >>> mark_of("ORV,Orvane Ltd,2\\nTSL,Tessel Inc,3\\nKLB,Kolba SA,4"), mark_of("a | b")
    (',', '|')
    """
    if "|" in text:
        return "|"
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < LEAST_VALUE_LINES:
        return "|"
    if ", " not in text and _is_even([line.count(",") for line in lines]):
        return ","
    if _is_even([line.count("\t") for line in lines]):
        return "\t"
    return _SPACES if _SPACES in text and all(_COLUMN.search(line) for line in lines) else "|"


def _is_even(counts: list[int]) -> bool:
    return counts[0] > 0 and counts.count(counts[0]) == len(counts)


def cells_of(line: str, mark: str) -> list[str]:
    """The cells of a row; a character stands between two of them."""
    return _LAST_SPACE.split(line) if mark == _SPACES else line.split(mark)
