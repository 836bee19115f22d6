"""Points in time that no single word gives away: dates with a short year ("05/17/98"), decades like "the 90's", old years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lexicon.classes import SHORT_MONTH
from extractor.annotating.types.years.old import old_years
from extractor.annotating.types.years.point import Kind, Point, full_year

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
    points += (
        _point(annotation, start, end, one, other, "period") for start, end, one, other in old_years(annotation.text)
    )
    return sorted(points, key=lambda point: point.first)


def _short_years(annotation: Annotation, end: re.Pattern[str], date: re.Pattern[str]) -> Iterator[Point]:
    text = annotation.text
    for match in end.finditer(text):
        begin = max(0, match.start() - _LONGEST)
        found = date.search(text[begin : match.start()])
        if found is not None:
            year = full_year(match[1])
            yield _point(annotation, begin + found.start(), match.end(), year, year)


# The rule of each kind of point.
_RULES: dict[Kind, str] = {"year": "years.date", "decade": "years.spoken_decade", "period": "years.dash_period"}


def _point(
    annotation: Annotation, start: int, end: int, start_year: int, end_year: int, several: Kind = "decade"
) -> Point:
    """The point of these characters; `several` is what it is when it holds more than one year."""
    kind: Kind = "year" if start_year == end_year else several
    first, last = annotation.token_at(start), annotation.token_at(end - 1) + 1
    return Point(first, last, start_year, end_year, kind, rule=_RULES[kind])
