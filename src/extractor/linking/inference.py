"""Periods that a document lets one infer for growth rates stated without one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.linking.estimates import Point
    from extractor.linking.growth import Pace
    from extractor.linking.periods import Periods

PERIOD_WORDS = re.compile(r"\b(?:forecast(?:ing|ed)?|projection|assessment|projected|prediction|outlook|analysis|review|study)[ -](?:period|years|timeline|timeframe|time ?frame|horizon|term|duration|span)\b")


def infer_periods(points: list[Point], kinds: Mapping[int, str], paces: list[Pace], periods: Periods, years: frozenset[int]) -> None:
    stated: dict[str | None, tuple[int | None, int | None]] = {}
    last_base = max((point.year or 0 for index, point in enumerate(points) if kinds.get(index) == "base"), default=0)
    for pace in paces:
        if pace.kind != "CAGR" or pace.topic.scope is not None or pace.past or not pace.start_year:
            continue
        if pace.end_year is not None and pace.end_year >= last_base:
            stated.setdefault(pace.topic.market, (pace.start_year, pace.end_year))
    for pace in paces:
        market, scope = pace.topic.market, (pace.topic.scope or "").lower()
        known: dict[str, tuple[int | None, int | None]] = {}
        for name, chosen in (
            ("sentence", [index for index, point in enumerate(points) if point.chain == pace.chain and point.topic.market == market and (point.topic.scope or "").lower() == scope]),
            ("scope", [index for index, point in enumerate(points) if point.topic.market == market and (point.topic.scope or "").lower() == scope]),
            ("total", [index for index, point in enumerate(points) if point.topic.market == market and point.topic.scope is None]),
        ):
            span = _sentence_span(points, kinds, chosen) if name == "sentence" else _span(points, kinds, chosen)
            if span is not None and (name != "sentence" or span[0] is not None):
                known[name] = span
        if market in stated:
            known["stated"] = stated[market]
        _infer(pace, periods, known, years)


def _sentence_span(points: list[Point], kinds: Mapping[int, str], chosen: list[int]) -> tuple[int | None, int | None] | None:
    """The years between which a rate leads that stands in the sentence of these points."""
    years = sorted({year for index in chosen if (year := points[index].year) is not None and kinds.get(index) != "incremental"})
    return (years[0], years[1]) if len(years) == 2 else _span(points, kinds, chosen)


def _span(points: list[Point], kinds: Mapping[int, str], chosen: list[int]) -> tuple[int | None, int | None] | None:
    base = [points[index].year for index in chosen if kinds.get(index) == "base" and points[index].year is not None]
    forecast = [points[index].year for index in chosen if kinds.get(index) == "forecast" and points[index].year is not None]
    if not base and not forecast:
        return None
    return (base[0] if base else None, forecast[0] if forecast else None)


def _infer(pace: Pace, periods: Periods, known: dict[str, tuple[int | None, int | None]], years: frozenset[int]) -> None:
    """Fills in what is not stated of a CAGR's period, and marks it.

    `known` has the points of the same statement ("sentence"), of the same scope ("scope") and of the whole
    market ("total"); `years` are those that occur in the body: no other year is ever inferred.
    """
    if pace.kind == "YoY":
        if pace.start_year is not None and pace.start_year not in years:
            pace.start_year = None
        return
    if pace.rule == "since_year" and pace.end_year is None:
        reached = [year for name in ("sentence", "total") if (span := known.get(name)) is not None for year in reversed(span) if year is not None]
        later = [year for year in reached if pace.start_year is not None and year > pace.start_year and year in years]
        if later:
            pace.end_year, pace.inferred = later[0], True
        return
    if pace.kind != "CAGR" or (pace.start_year is not None and pace.end_year is not None) or pace.past:
        return
    forecast = periods.forecast
    chain = [known.get("sentence"), known.get("stated"), forecast, known.get("scope"), periods.title, known.get("total")]
    if PERIOD_WORDS.search(pace.statement.shape[pace.position : pace.position + 100]):
        chain = [forecast, known.get("stated"), known.get("sentence"), known.get("scope"), periods.title, known.get("total")]
    for span in chain:
        if span is None:
            continue
        start, end = span
        other_end = pace.end_year is not None and end is not None and end != pace.end_year and span is not forecast
        if other_end and (start is None or start >= (pace.end_year or 0)):
            continue
        if (start is not None and start not in years) or (end is not None and end not in years):
            continue
        if start is None and end is None:
            continue
        if pace.start_year is None and start is not None and (pace.end_year is None or start < pace.end_year):
            pace.start_year, pace.inferred = start, True
        if pace.end_year is None and end is not None and (pace.start_year is None or end > pace.start_year):
            pace.end_year, pace.inferred = end, True
        if pace.start_year is not None and pace.end_year is not None:
            return
