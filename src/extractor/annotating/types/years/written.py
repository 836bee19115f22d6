"""Points in time that no single word gives away: dates with a short year ("05/17/98"), decades like "the 90's"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.types.years.points import Point, full_year

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_SHORT_YEAR = late.regex(r"/(\d\d)(?![\w/%]|[.,]\d)")
_DAY_AND_MONTH = late.regex(rf"(?<![\w/.,$€£-])(?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY})\Z")
_LONGEST = 6  # characters before the year, or before the decade, that are looked at
_DECADE = late.regex(r"(?<=[a-z][ -])([5-9]0)['’]s\b")
_BEFORE_DECADE = ("the", "early", "late", "mid")


def written_points(annotation: Annotation) -> list[Point]:
    """The points, by position."""
    text = annotation.text
    points: list[Point] = []
    if "/" in text:
        for match in _SHORT_YEAR.finditer(text):
            begin = max(0, match.start() - _LONGEST)
            date = _DAY_AND_MONTH.search(text[begin : match.start()])
            if date is not None:
                year = full_year(match[1])
                points.append(_point(annotation, begin + date.start(), match.end(), year, year))
    if "0's" in text or "0’s" in text:
        for match in _DECADE.finditer(text):
            before = text[max(0, match.start() - _LONGEST) : match.start() - 1]
            if before.lower().endswith(_BEFORE_DECADE):
                start = 1900 + int(match[1])
                points.append(_point(annotation, match.start(), match.end(), start, start + 9))
    return sorted(points, key=lambda point: point.first)


def _point(annotation: Annotation, start: int, end: int, start_year: int, end_year: int) -> Point:
    is_year = start_year == end_year
    first, last = annotation.token_at(start), annotation.token_at(end - 1) + 1
    return Point(first, last, start_year, end_year, "year" if is_year else "decade", rule="years.date" if is_year else "years.spoken_decade")
