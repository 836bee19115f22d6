"""Kinds of estimates: which amount is the base, which the forecast, which lies before or between."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from extractor.linking.document.bases import Span, first_base, first_step, led_from, opening_year

if TYPE_CHECKING:
    from extractor.linking.document.periods import Periods
    from extractor.linking.estimates.points import Point

# A sentence that leads from one year to the next is a step of a longer forecast, not a forecast of its own.
SHORTEST_OUTLOOK = 3
# Texts without a date were written up to this year, the one in which this was: what a later year holds lies ahead.
LAST_PAST = 2026
Kind = Literal["base", "forecast", "historical", "incremental"]


def give_kinds(
    points: list[Point],
    periods: Periods,
    published: int | None,
    spans: dict[tuple[str | None, str | None], Span],
    paced: frozenset[int],
) -> dict[int, Kind]:
    """The kind of each point, by its index.

    Points of one market, scope, currency and, where several give forecasts, firm are judged together:

    * growth over a period is incremental;
    * the latest of those that lie ahead is the forecast;
    * the base is the point a "from ... to" starts from, or that of the declared base year, or else the
      latest that was stated as already reached;
    * all others are historical, also those between base and forecast.
    """
    kinds: dict[int, Kind] = {}
    groups: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for index, point in enumerate(points):
        if point.role == "increment":
            kinds[index] = "incremental"
        elif point.same_as is None:
            groups[
                (point.topic.market, (point.topic.scope or "").lower() or None, point.money.currency, point.firm)
            ].append(index)
    declared = _declared_base(points, periods, spans)
    for key, members in sorted(groups.items(), key=lambda group: group[0][1] is not None):
        _judge(points, members, periods, published, kinds, spans.get((key[0], key[1])), paced)
        if key[1] is not None:
            _date_part(points, members, kinds, key[0], declared)
    for index, point in enumerate(points):
        if index not in kinds and point.same_as is not None:
            original = next((number for number, other in enumerate(points) if other is point.same_as), None)
            kinds[index] = kinds.get(original, "base") if original is not None else "base"
    return kinds


def _declared_base(
    points: list[Point], periods: Periods, spans: dict[tuple[str | None, str | None], Span]
) -> int | None:
    """The base year of a document that gives its market no value: declared, or the year before what it looks ahead to."""
    if periods.base_year is not None:
        return periods.base_year
    starts = [span[0] for key, span in spans.items() if key == (None, None) and span[0] is not None]
    starts += [span[0] for span in (periods.forecast, periods.title) if span is not None]
    starts += [
        point.year_item.mention.start_year  # type: ignore[attr-defined]
        for point in points
        if point.role == "increment" and point.topic.scope is None and point.year_item is not None
    ]
    return starts[0] - 1 if starts else None


def _date_part(
    points: list[Point], members: list[int], kinds: dict[int, Kind], market: str | None, declared: int | None
) -> None:
    """The only value of a part lies before the base where it is of an earlier year: no forecast starts from it."""
    if len(members) != 1 or kinds.get(members[0]) != "base":
        return
    bases = [
        year
        for index, kind in kinds.items()
        if kind == "base"
        and points[index].topic.scope is None
        and points[index].topic.market == market
        and (year := points[index].year) is not None
    ]
    base = max(bases, default=declared if market is None else None)
    year = points[members[0]].year
    if base is not None and year is not None and year < base:
        kinds[members[0]] = "historical"


def _judge(
    points: list[Point],
    members: list[int],
    periods: Periods,
    published: int | None,
    kinds: dict[int, Kind],
    cagr: Span | None,
    paced: frozenset[int],
) -> None:
    ahead = {index for index in members if _lies_ahead(points[index], published)}
    known = {(points[index].year, points[index].low) for index in ahead if points[index].year is not None}
    ahead |= {
        index for index in members if (points[index].year, points[index].low) in known and points[index].role != "start"
    }
    undecided = [
        index for index in members if points[index].tense is None and index not in ahead and points[index].role is None
    ]
    dated = [year for index in members if (year := points[index].year) is not None]
    latest = max(dated, default=None)
    if not ahead and latest is not None and undecided:
        final = [index for index in undecided if points[index].year == latest]
        earlier = [index for index in members if (points[index].year or latest) < latest]
        led_to = latest != periods.base_year and any(points[index].chain in paced for index in final)
        if earlier and final and (led_to if published is None else latest >= published):
            ahead.update(final)
    final_year = max((year for index in ahead if (year := points[index].year) is not None), default=None)
    forecast = {index for index in ahead if _is_forecast(points, index, final_year, paced)}
    if len(ahead) > 1 and len(ahead) == len(members) and not any(points[index].voice for index in ahead):
        # All is said to lie ahead ("is estimated to be 5 in 2025 and to reach 9 in 2030"): the first is the start.
        first = min(year for index in members if (year := points[index].year) is not None) if dated else None
        if first != final_year:
            forecast = {index for index in forecast if points[index].year != first}
            ahead = {index for index in ahead if points[index].year != first}
    if cagr is not None and cagr[0] is not None and cagr[0] != cagr[1]:
        # "is estimated to be valued at 13.9 billion in 2024, a CAGR of 8% over 2024 to 2031": where growth starts lies no forecast.
        forecast = {index for index in forecast if points[index].year != cagr[0]}
        final_year = max((year for index in forecast if (year := points[index].year) is not None), default=None)
    reached = max(
        (year for index in members if index not in ahead and (year := points[index].year) is not None), default=0
    )
    if final_year is not None and final_year <= reached:
        forecast = set()  # "one firm puts it at 4 billion in 2023, another sees 3 billion"
    behind = [index for index in members if index not in forecast]
    base_year = first_base(points, behind, ahead, forecast, periods, cagr)
    stepped = first_step(points, members, base_year, final_year)
    base_year = stepped if stepped is not None else base_year
    if periods.base_year is None and not any(points[index].role == "start" for index in members):
        opening = opening_year(points, members, forecast, cagr, paced)
        base_year = opening if opening is not None else base_year
        base_year = led_from(points, members, forecast, paced) or base_year
    for index in members:
        point = points[index]
        if index in forecast and point.role != "start":
            kinds[index] = "forecast"
        elif point.year is None or point.year == base_year:
            kinds[index] = "base"
        else:
            kinds[index] = "historical"


def _is_forecast(points: list[Point], index: int, final_year: int | None, paced: frozenset[int]) -> bool:
    """Whether a point that lies ahead is an end of its own and no step on the way: its sentence leads to it at a CAGR."""
    point = points[index]
    if point.year is None or point.year == final_year or point.voice:
        return True
    chain = [other.year for other in points if other.chain == point.chain and other.year is not None]
    return point.chain in paced and max(chain) == point.year and point.year - min(chain) >= SHORTEST_OUTLOOK


def _lies_ahead(point: Point, published: int | None) -> bool:
    if point.role == "start":
        return False
    if point.tense == "future":
        return True
    return point.year is not None and point.year > (published or LAST_PAST)
