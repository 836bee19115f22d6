"""Rates that were read as the whole market's and fit none of its values are of a part."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.linking.growth.implied import leads
from extractor.linking.markets.names import core
from extractor.linking.statements.labelled import named_near
from extractor.linking.statements.topic import SURE_PARTS, Topic

if TYPE_CHECKING:
    from extractor.linking.estimates.points import Point
    from extractor.linking.growth.paces import Pace

SHORTEST = 3  # years between the two: over fewer, too many pairs of amounts are close to any rate
ROUGHLY = Decimal("0.5")  # points between a rate and a rough mention of it
# Every rate is held against every pair of values: of a text with more of them the first are looked at.
MOST_COMPARED = 30


def set_rates_apart(points: list[Point], paces: list[Pace]) -> None:
    """Gives a part to the rates that were read as the whole market's and are not what its values imply.

    Only where another rate fits the values, and only to rates that state no period of their own ("Vinyl. Used in
    studios; growing at 5.1% a year"). The part is called by what stands nearest: a place, the label in front, the heading.
    """
    dated = [point for point in points if _is_whole(point) and point.year is not None]
    rates = [pace for pace in paces if _may_be_whole(pace) and pace.topic.scope is None]
    if len(rates) < 2:
        return
    fitting = _fitting(rates, dated)
    if not fitting:
        return
    for pace in rates:
        own_period = pace.start_year is not None and pace.end_year is not None
        if own_period or pace.past or pace.statement.field == "title" or _is_told(pace, fitting):
            continue
        name = named_near(pace.statement, pace.position)
        if name:
            pace.topic = Topic(scope=name, cue="implied")


def take_for_parts(points: list[Point], paces: list[Pace], words: tuple[str, ...]) -> None:
    """What has a rate and no value is a part of the market whose `words` it shares: "machine film will grow by 6% a year".

    A market that is named by some of these words alone is a wider one.
    """
    valued = {point.topic.market for point in points}
    for pace in paces:
        market = pace.topic.market
        if market is None or market in valued or pace.topic.scope is not None:
            continue
        named = set(core(market))
        if named & set(words) and named - set(words):
            pace.topic = Topic(scope=market.removesuffix(" Market"), cue="submarket")


def _is_told(pace: Pace, fitting: list[Pace]) -> bool:
    """Whether a rate is one of those that fit, or a rough mention of one."""
    return any(abs(pace.low - other.low) <= ROUGHLY for other in fitting)


def _is_whole(point: Point) -> bool:
    return point.topic.market is None and point.topic.scope is None and point.role != "increment"


def _may_be_whole(pace: Pace) -> bool:
    return pace.kind == "CAGR" and pace.high is None and pace.topic.market is None and pace.topic.cue not in SURE_PARTS


def _fitting(rates: list[Pace], dated: list[Point]) -> list[Pace]:
    """The rates that lead from one of the values to another."""
    values = list({(point.low, point.year, point.money.currency): point for point in reversed(dated)}.values())
    first = values[-MOST_COMPARED:]
    pairs = [
        (base, forecast)
        for base in first
        for forecast in first
        if (forecast.year or 0) - (base.year or 0) >= SHORTEST
        and base.money.currency == forecast.money.currency
        and base.low > 0
        and base.statement.field != "title"
    ]
    return [pace for pace in rates if any(_leads(pace, base, forecast) for base, forecast in pairs)]


def _leads(pace: Pace, base: Point, forecast: Point) -> bool:
    """Whether the rate leads from one value to the other, over their years or over its own period."""
    years = (forecast.year or 0) - (base.year or 0)
    lengths = {years}
    if pace.start_year is not None and pace.end_year is not None:
        if pace.end_year != forecast.year:
            return False
        lengths.add(pace.end_year - pace.start_year)
    elif pace.end_year is not None and pace.end_year != forecast.year:
        return False
    return leads(pace, base.low, forecast.low, [length for length in lengths if length > 0])
