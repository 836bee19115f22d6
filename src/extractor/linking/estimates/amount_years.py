"""Years of amounts that stand without one in their sentence: by its period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.mention import Years
from extractor.linking.statements.statement import is_single

if TYPE_CHECKING:
    from extractor.linking.estimates.points import Point
    from extractor.linking.statements.statement import Statement


def date_by_period(found: list[Point], statement: Statement) -> None:
    """ "Between 2025 and 2033 ... from A to B": the ends of the period date the ends of the way."""
    ends = [point for point in found if point.role in ("start", "end") and point.year is None]
    spans = [item for item in statement.of(Years) if not is_single(item.mention)]  # type: ignore[arg-type]
    if len(ends) == 2 and len(spans) == 1 and len(found) == 2:
        for point in ends:
            mention = spans[0].mention
            assert isinstance(mention, Years)
            point.year = mention.start_year if point.role == "start" else mention.end_year
            point.year_item, point.rule = spans[0], "ends_of_period"
            point.inferred.append("year")


def date_by_period_end(point: Point, statement: Statement) -> None:
    """What is to be reached over a period is reached at its end."""
    spans = [item for item in statement.of(Years) if not is_single(item.mention)]  # type: ignore[arg-type]
    if len(spans) == 1:
        mention = spans[0].mention
        assert isinstance(mention, Years)
        if mention.kind == "decade":
            return  # "by the late 2030s": in no year that is told
        point.year, point.year_item, point.rule = mention.end_year, spans[0], "end_of_period"
        point.inferred.append("year")


def date_increment(point: Point, statement: Statement) -> None:
    """Growth over a period is dated by the end of the period."""
    years = statement.of(Years)
    spans = [item for item in years if item.mention.end_year != item.mention.start_year]  # type: ignore[attr-defined]
    near = sorted(spans, key=lambda item: abs(item.start - point.position))
    if near:
        point.year, point.year_item = near[0].mention.end_year, near[0]  # type: ignore[attr-defined]
    elif years:
        last = max(years, key=lambda item: item.mention.end_year)  # type: ignore[attr-defined]
        point.year, point.year_item = last.mention.end_year, last  # type: ignore[attr-defined]
