"""Years of amounts that are stated without one, once the whole document is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.linking.document.bases import Span
    from extractor.linking.document.periods import Periods
    from extractor.linking.estimates.points import Point

AT_PERIOD_END = late.regex(
    r"[^<;.]{0,40}\b(?:by|at|in|over|during|through|within) (?:the )?(?:end of )?(?:the |this "
    r"|its )?(?:forecast(?:ed)?|analysis|assessment|projection|projected|review|study|outlook) (?:period|horizon"
    r"|timeframe|years)"
)


# "Base Year Market Size | USD 1.1 Billion", "Forecast Year Value: USD 1.8 Billion"
_OF_LABEL = (
    r"^[-•*\s]*(?:(?:global |total |market )*(?:market|size|value|valuation|revenue|sales|turnover|estimate)(?: (?:size|value|revenue))?"
    r"[ (,:–-]+(?:in |for |at |by |of )?(?:the )?)?"
)
FIRST_YEAR = late.regex(
    _OF_LABEL + r"(?:(?:base|current|reference)[ -](?:year\b|market (?:size|value))|(?:start|beginning) of (?:the )?"
    r"(?:forecast|period))[^<]{0,30}$"
)
FINAL_YEAR = late.regex(
    _OF_LABEL
    + r"(?:(?:forecast(?:ed)?|projected|target|end|final)[ -](?:year\b|market (?:size|value))|(?:end|close) of (?:the )?"
    r"(?:forecast|outlook|projection|period)\b|forecast end\b)[^<]{0,30}$"
)


def date_period_ends(points: list[Point], periods: Periods, spans: dict[tuple[str | None, str | None], Span]) -> None:
    """ "USD 9 billion by the end of the forecast period": dated by the declared period, or by that of the growth."""
    end = (
        periods.forecast[1]
        if periods.forecast is not None
        else spans[(None, None)][1]
        if (None, None) in spans
        else None
    )
    for point in points:
        if point.year is not None:
            continue
        label = point.statement.shape[: point.position]
        if end is not None and (
            point.role == "increment"
            or AT_PERIOD_END.match(point.statement.shape, point.position + 3)
            or FINAL_YEAR.search(label)
        ):
            point.year, point.rule = end, "end_of_forecast_period"
            point.inferred.append("year")
        elif periods.base_year is not None and FIRST_YEAR.search(label):
            point.year, point.rule = periods.base_year, "base_year"
            point.inferred.append("year")


def date_parts(points: list[Point], kinds: Mapping[int, str]) -> None:
    """Dates the values of parts that are stated without a year by the base year of their market, as the text means them."""
    bases: dict[str | None, int] = {}
    for index, point in enumerate(points):
        if kinds.get(index) == "base" and point.topic.scope is None and point.year is not None:
            bases[point.topic.market] = max(point.year, bases.get(point.topic.market, 0))
    for index, point in enumerate(points):
        undated = point.year is None and point.topic.scope is not None and kinds.get(index) == "base"
        if undated and point.tense != "future" and point.topic.market in bases:
            point.year, point.rule = bases[point.topic.market], "base_year"
            point.inferred.append("year")
