"""Points in time that no single word gives away: dates with a short year ("05/17/98"), decades like "the 90's", old years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lexicon_classes import SHORT_MONTH
from extractor.annotating.types.years.points import Point, full_year

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
# The end of each form, which is fast to search for, and what must stand before it.
_SHORT_YEARS = (
    (
        "/",
        late.regex(r"/(\d\d)(?![\w/%]|[.,]\d)"),
        late.regex(rf"(?<![\w/.,$€£-])(?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY})\Z"),
    ),  # 05/17/98
    (
        "-",
        late.regex(r"-(\d\d)(?![\w-]|[.,]\d)"),
        late.regex(rf"(?<![\w-])(?:{_DAY}[- ])?{SHORT_MONTH}\Z"),
    ),  # Mar-19, 15-Mar-19
)
_LONGEST = 8  # characters before the year, or before the decade, that are looked at
_DECADE = late.regex(r"(?<=[a-z][ -])([5-9]0)['’]s\b")
_BEFORE_DECADE = ("the", "early", "late", "mid")
# Four digits below 1800 are a year only where the words around leave nothing else.
_OLD = late.regex(r"1[0-7]\d\d(?!\w|[.,]\d)")
_BEFORE_OLD = late.regex(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Yy]ear|[Cc]irca|AD|anno|[Ii]n (?:early|late|about|around))|\bc\.) ?\Z"
)
_NO_TIME = late.regex(r"\b(?:result|pull|rak|bring|brought|end|rop)\w* in ?\Z")  # "resulting in 1500"
_BEHIND_OLD = late.regex(
    r"\s*(?:\Z|\n|[.,;:!?)\]]|(?:AD|CE|A\.D\.)|(?:and|when|by|as|with|at|on|he|she|it|they|his|her|after|before"
    r"|for|was|had|were|that|from|under|the|until|to)\b)"
)
_ERA = late.regex(r" ?(?:AD|CE|A\.D\.|C\.E\.)(?!\w)")
_LONGEST_LEAD = 24
_GLUE = frozenset("$€£¥₹.,/-–:#+")


def written_points(annotation: Annotation) -> list[Point]:
    """The points, by position."""
    text = annotation.text
    points: list[Point] = []
    for mark, end, date in _SHORT_YEARS:
        if mark in text:
            points += _short_years(annotation, end, date)
    if "0's" in text or "0’s" in text:
        for match in _DECADE.finditer(text):
            before = text[max(0, match.start() - _LONGEST) : match.start() - 1]
            if before.lower().endswith(_BEFORE_DECADE):
                start = 1900 + int(match[1])
                points.append(_point(annotation, match.start(), match.end(), start, start + 9))
    points += _old_years(annotation)
    return sorted(points, key=lambda point: point.first)


def _short_years(annotation: Annotation, end: re.Pattern[str], date: re.Pattern[str]) -> Iterator[Point]:
    text = annotation.text
    for match in end.finditer(text):
        begin = max(0, match.start() - _LONGEST)
        found = date.search(text[begin : match.start()])
        if found is not None:
            year = full_year(match[1])
            yield _point(annotation, begin + found.start(), match.end(), year, year)


def _old_years(annotation: Annotation) -> Iterator[Point]:
    """Years from 1000 to 1799: "in 1776", "AD 1066", "1066 AD"."""
    text = annotation.text
    for match in _OLD.finditer(text):
        start, end = match.span()
        lead = text[max(0, start - _LONGEST_LEAD) : start]
        if lead[-1:].isalnum() or lead[-1:] in _GLUE:
            continue
        era = _ERA.match(text, end)
        is_led = (
            _BEFORE_OLD.search(lead) is not None
            and _NO_TIME.search(lead) is None
            and _BEHIND_OLD.match(text, end) is not None
        )
        if era is not None or is_led:
            yield _point(annotation, start, end, int(match[0]), int(match[0]))


def _point(annotation: Annotation, start: int, end: int, start_year: int, end_year: int) -> Point:
    is_year = start_year == end_year
    first, last = annotation.token_at(start), annotation.token_at(end - 1) + 1
    return Point(
        first,
        last,
        start_year,
        end_year,
        "year" if is_year else "decade",
        rule="years.date" if is_year else "years.spoken_decade",
    )
