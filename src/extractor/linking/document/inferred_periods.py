"""Periods that a document lets one infer for growth rates stated without one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from extractor.annotating.mention import Years
from extractor.linking.growth import moves

if TYPE_CHECKING:
    from extractor.linking.document.periods import Periods
    from extractor.linking.estimates.points import Point
    from extractor.linking.growth.paces import Pace

PERIOD_WORDS = re.compile(
    r"\b(?:forecast(?:ing|ed)?|projection|assessment|projected|prediction|outlook|analysis|review"
    r"|study)[ -](?:period|years|timeline|timeframe|time ?frame|horizon|term|duration|span)\b"
)

Span = tuple[int | None, int | None]


def infer_periods(
    points: list[Point], kinds: Mapping[int, str], paces: list[Pace], periods: Periods, years: frozenset[int]
) -> None:
    """Gives rates without a period the one that their sentence, the document's other rates or its values let one infer."""
    topics = [_topic(point) for point in points]
    for pace in paces:
        is_open = pace.kind != "YoY" and _is_open(pace)
        if is_open and pace.topic.scope is None and pace.start_year and pace.end_year is None:  # "from 2026 onwards"
            _infer(pace, periods, _known(points, topics, kinds, pace), years)
    stated: dict[str | None, Span] = {}
    last_base = max((point.year or 0 for index, point in enumerate(points) if kinds.get(index) == "base"), default=0)
    ahead = any(kind == "forecast" and points[index].topic.scope is None for index, kind in kinds.items())
    for pace in paces:
        if pace.kind != "CAGR" or pace.topic.scope is not None or pace.past or not pace.start_year:
            continue
        if pace.end_year is not None and (pace.end_year > last_base or (pace.end_year == last_base and not ahead)):
            stated.setdefault(pace.topic.market, (pace.start_year, pace.end_year))
    for pace in paces:
        if pace.kind == "YoY":
            pace.start_year = pace.start_year if pace.start_year in years else None
        elif _is_open(pace):
            known = _known(points, topics, kinds, pace) | {"stated": stated.get(pace.topic.market)}
            _infer(pace, periods, known, years)


def _known(
    points: list[Point], topics: list[tuple[str | None, str]], kinds: Mapping[int, str], pace: Pace
) -> dict[str, Span | None]:
    """The years between which values lead: those of the rate's sentence, of its part, of the whole market; `topics` are the points'."""
    topic = _topic(pace)
    own = [index for index, one in enumerate(topics) if one == topic]
    total = [
        index
        for index, point in enumerate(points)
        if point.topic.market == pace.topic.market and point.topic.scope is None
    ]
    return {
        "sentence": _sentence_span(points, kinds, [index for index in own if points[index].chain == pace.chain]),
        "increment": _increment_span(points, kinds),
        "scope": _span(points, kinds, own),
        "total": _span(points, kinds, total),
    }


def _is_open(pace: Pace) -> bool:
    """Whether something of a rate's period is not stated and may be inferred."""
    if pace.rule == "since_year" and pace.end_year is None:
        return True
    return pace.kind == "CAGR" and not pace.past and (pace.start_year is None or pace.end_year is None)


def _topic(item: Point | Pace) -> tuple[str | None, str]:
    return item.topic.market, (item.topic.scope or "").lower()


def _increment_span(points: list[Point], kinds: Mapping[int, str]) -> Span | None:
    """The period over which the market is said to grow by an amount."""
    for index, point in enumerate(points):
        if (
            kinds.get(index) == "incremental"
            and point.year_item is not None
            and isinstance(point.year_item.mention, Years)
        ):
            return point.year_item.mention.start_year, point.year_item.mention.end_year
    return None


def _sentence_span(points: list[Point], kinds: Mapping[int, str], chosen: list[int]) -> Span | None:
    """The years between which a rate leads that stands in the sentence of these points."""
    years = sorted(
        {year for index in chosen if (year := points[index].year) is not None and kinds.get(index) != "incremental"}
    )
    span: Span | None = (years[0], years[1]) if len(years) == 2 else _span(points, kinds, chosen)
    return span if span is not None and span[0] is not None else None


def _span(points: list[Point], kinds: Mapping[int, str], chosen: list[int]) -> Span | None:
    base = [points[index].year for index in chosen if kinds.get(index) == "base" and points[index].year is not None]
    forecast = [
        points[index].year for index in chosen if kinds.get(index) == "forecast" and points[index].year is not None
    ]
    if not base and not forecast:
        return None
    return (base[0] if base else None, forecast[0] if forecast else None)


def _infer(pace: Pace, periods: Periods, known: Mapping[str, Span | None], years: frozenset[int]) -> None:
    """Fills in what is not stated of the period of a rate that is open, and marks it.

    `known` has the years between which the values of the same sentence, scope and whole market lead, and those of
    other rates ("stated"); `years` are those that occur in the body: no other year is ever inferred.
    """
    if pace.rule == "since_year" and pace.end_year is None:
        reached = [
            year
            for name in (("sentence", "total") if pace.kind == "CAGR" else ("sentence",))
            if (span := known.get(name)) is not None
            for year in reversed(span)
            if year is not None
        ]
        later = [year for year in reached if pace.start_year is not None and year > pace.start_year and year in years]
        if later:
            pace.end_year, pace.inferred = later[0], True
        return
    if pace.start_year is None and pace.end_year is None and moves.PRICES.match(pace.topic.scope or ""):
        return  # what prices do "a year" is said of no forecast
    forecast = periods.forecast
    chain = [
        known.get("sentence"),
        known.get("stated"),
        forecast,
        known.get("scope"),
        known.get("increment"),
        periods.title,
        known.get("total"),
    ]
    if PERIOD_WORDS.search(pace.statement.shape[pace.position : pace.position + 100]):
        chain = [
            forecast,
            known.get("stated"),
            known.get("sentence"),
            known.get("scope"),
            known.get("increment"),
            periods.title,
            known.get("total"),
        ]
    for span in chain:
        if span is None:
            continue
        start, end = span
        other_end = pace.end_year is not None and end is not None and end != pace.end_year and span is not forecast
        if other_end and (start is None or start >= (pace.end_year or 0)):
            continue
        if (start is not None and start not in years) or (end is not None and end not in years):
            continue
        if pace.start_year is None and start is not None and (pace.end_year is None or start < pace.end_year):
            pace.start_year, pace.inferred = start, True
        if pace.end_year is None and end is not None and (pace.start_year is None or end > pace.start_year):
            pace.end_year, pace.inferred = end, True
        if pace.start_year is not None and pace.end_year is not None:
            return
