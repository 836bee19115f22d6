"""Dates as pages state them, to ISO dates as precise as stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from extractor import late

_MONTHS: Final = {
    1: "january jan enero ene janvier januar janeiro gennaio januari",
    2: "february feb febrero février fevrier fév februar fevereiro febbraio fev februari",
    3: "march mar marzo mars märz maerz março maart mrz",
    4: "april apr abril abr avril avr aprile",
    5: "may mayo mai maio maggio mei",
    6: "june jun junio juin juni junho giugno",
    7: "july jul julio juillet juil juli julho luglio",
    8: "august aug agosto ago août aout augustus",
    9: "september sep sept septiembre setiembre septembre setembro settembre",
    10: "october oct octubre octobre oktober okt outubro ottobre",
    11: "november nov noviembre novembre novembro",
    12: "december dec diciembre dic décembre decembre dezember dez dezembro dicembre déc",
}
# What English names of months begin with, for patterns.
MONTH_STEMS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MONTH_OF: Final = {name: number for number, names in _MONTHS.items() for name in names.split()}


def _by_first_letter(names: Iterable[str]) -> str:
    """A pattern of names, the longer before the shorter, that looks at each first letter once: ignoring case makes that dear."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        groups.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())


_NAMES: Final = _by_first_letter(MONTH_OF)
_YEAR: Final = r"(?:19|20)\d\d"
_ISO: Final = late.regex(rf"(?<!\d)({_YEAR})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)")
_CJK: Final = late.regex(rf"({_YEAR})\s?[年년]\s?(\d{{1,2}})\s?[月월](?:\s?(\d{{1,2}})\s?[日일])?")
_ISO_BASIC: Final = late.regex(rf"^({_YEAR})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T|$)")
_ISO_MONTH: Final = late.regex(rf"^\s*({_YEAR})-(0[1-9]|1[0-2])\s*$")
_MDY: Final = late.regex(
    rf"\b({_NAMES})\b\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,|\.)?\s{{0,2}}({_YEAR})(?!\d)", re.IGNORECASE
)  # a word may be glued to the year
_DMY: Final = late.regex(
    rf"(?<![\d.,])(\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?,?[\s-]{{0,2}}(?:of |de |d')?({_NAMES})\b\.?,?(?:[\s-]"
    rf"|\sde\s|\sdel\s){{1,2}}({_YEAR})(?!\d)",
    re.IGNORECASE,
)
_MY: Final = late.regex(rf"\b({_NAMES})\b\.?,?(?:[\s/-]|\sde\s){{1,2}}({_YEAR})\b", re.IGNORECASE)
_NUMERIC: Final = late.regex(rf"(?<![\d/.])(\d{{1,2}})([/.-])(\d{{1,2}})\2({_YEAR}|\d\d)(?![\d/])")
_MONTH_HEADS: Final = frozenset(name[:3] for name in MONTH_OF)
_WORDS: Final = late.regex(r"[^\W\d_]+")
_MARKS: Final = ("-", "/", ".")  # between the numbers of a date
_FULL_YEAR: Final = late.regex(rf"(?<!\d){_YEAR}(?!\d)")
_REACH: Final = 36  # characters that the day and month of a year take before it, at most
_MAY_BE_DATE: Final = late.regex(r"\d(?:[09]\d\d|[/.-]\d{1,2}[/.-]\d\d)")  # a year in full, or a date in figures
_YEAR_ONLY: Final = late.regex(rf"^\s*({_YEAR})\s*$")
FULL: Final = 10  # characters of an ISO date with its day


def _iso(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def find_date(text: str, *, day_first: bool = False) -> str | None:
    """The first date in `text`, ISO, as precise as stated; None when there is none.

    Args:
        text: a short text: a meta value, a byline, a dateline.
        day_first: how to read "03/04/2024", which both readings fit.

    >>> find_date("Published Date: February 2025"), find_date("NEW YORK, 19 July 2023 --"), find_date("12/31/2023")
    ('2025-02', '2023-07-19', '2023-12-31')
    """
    found = dates_in(text, day_first=day_first)
    return found[0][1] if found else None


def dates_in(text: str, *, day_first: bool = False) -> list[tuple[int, str]]:
    """All dates of a short text with their places; a month alone only where no full date stands there."""
    text = text[:400]
    if _MAY_BE_DATE.search(text) is None:
        return []
    whole = _ISO_BASIC.match(text) or _ISO_MONTH.match(text) or _YEAR_ONLY.match(text)
    if whole is not None:
        return [(0, "-".join(whole.groups()))]
    years = [match.span() for match in _FULL_YEAR.finditer(text)]
    may_be_numeric = any(text.count(mark) > 1 for mark in _MARKS)
    if not years and not may_be_numeric and text.isascii():
        return []
    found: list[tuple[int, str]] = []
    if any(text[end : end + 1] in _MARKS for _, end in years):
        for match in _ISO.finditer(text):
            _add(found, match.start(), _iso(*map(int, match.groups())))
    if not text.isascii() and ("年" in text or "년" in text):
        for match in _CJK.finditer(text):
            year, month, day = match.groups()
            _add(found, match.start(), _iso(int(year), int(month), int(day)) if day else f"{year}-{int(month):02d}")
    years = [(start, end) for start, end in years if names_month(text[max(0, start - _REACH) : end + 1])]
    for start, end in years:  # the patterns with names of months are dear: only before years
        for match in _MDY.finditer(text, max(0, start - _REACH), end):
            _add(found, match.start(), _iso(int(match[3]), MONTH_OF[match[1].lower()], int(match[2])))
        for match in _DMY.finditer(text, max(0, start - _REACH), end):
            _add(found, match.start(), _iso(int(match[3]), MONTH_OF[match[2].lower()], int(match[1])))
    for match in _NUMERIC.finditer(text) if may_be_numeric else ():
        first, mark, second, year = int(match[1]), match[2], int(match[3]), match[4]
        full = int(year) if len(year) == 4 else 2000 + int(year)
        dayish = first > 12
        if first <= 12 and second <= 12:
            told = _told_order(text, first, second, full)
            dayish = told if told is not None else day_first or mark == "."
        if len(year) == 4 or mark != "-":
            _add(found, match.start(), _iso(full, second, first) if dayish else _iso(full, first, second))
    if not found:
        for start, end in years:
            for match in _MY.finditer(text, max(0, start - _REACH), end):
                _add(found, match.start(), f"{match[2]}-{MONTH_OF[match[1].lower()]:02d}")
    found.sort()
    return found


_DAY_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAME: Final = late.regex(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_DAY_AND_NAME: Final = late.regex(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of )?({_NAMES})\b", re.IGNORECASE)
_NAME_AND_DAY: Final = late.regex(rf"\b({_NAMES})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE)


def _told_order(text: str, first: int, second: int, year: int) -> bool | None:
    """Whether the line of a date in figures says that its first is the day: it gives it in words too, or names the day of the week.

    >>> _told_order("10/12/2024 (10 December)", 10, 12, 2024), _told_order("Tuesday 10/12/2024", 10, 12, 2024), _told_order("10/12/2024", 10, 12, 2024)
    (True, True, None)
    """
    if first == second:
        return None
    said = {(int(one[1]), MONTH_OF[one[2].lower()]) for one in _DAY_AND_NAME.finditer(text)}
    said |= {(int(one[2]), MONTH_OF[one[1].lower()]) for one in _NAME_AND_DAY.finditer(text)}
    fits = [(first, second) in said, (second, first) in said]
    weekday = _DAY_NAME.search(text) if not any(fits) else None
    if weekday is not None:
        number = _DAY_NAMES.index(weekday[1][:3].lower())
        fits = [date(year, second, first).weekday() == number, date(year, first, second).weekday() == number]
    return fits[0] if fits[0] != fits[1] else None


def names_month(window: str) -> bool:
    """Whether a word before a year may be the name of a month: a look at first letters, before the dear patterns."""
    return not _MONTH_HEADS.isdisjoint([word[:3] for word in _WORDS.findall(window.lower())])


def _add(found: list[tuple[int, str]], place: int, iso: str | None) -> None:
    if iso is not None and (place, iso) not in found:
        found.append((place, iso))
