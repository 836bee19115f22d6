"""A point in time as the tokens of a text say it, and what a short year means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["year", "period", "fiscal", "quarter", "decade"]
Suffix = Literal["actual", "estimate", "forecast"]

# Two-digit years up to this are of this century ("FY24"), later ones of the last ("'97").
_PIVOT = 49


@dataclass(slots=True)
class Point:
    """A year, or the years of a fiscal year or decade, as tokens `first` to `last` (excluded)."""

    first: int
    last: int
    start_year: int
    end_year: int
    kind: Kind = "year"
    suffix: Suffix | None = None
    rule: str = "years.year"
    is_refused: bool = False  # part of a longer number
    is_bare: bool = False  # four digits and nothing else: it may still be a number of something


def full_year(digits: str) -> int:
    """The year that two or four digits mean.

    >>> full_year("24"), full_year("97"), full_year("2031")
    (2024, 1997, 2031)
    """
    value = int(digits)
    if len(digits) == 4:
        return value
    return 2000 + value if value <= _PIVOT else 1900 + value
