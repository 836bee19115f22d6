"""What the stated growth says of values whose subject was not understood: two amounts that it leads between are the market's.

A publisher who gives a yearly rate gives the values at its ends, too. Where the wording of one of them was not
understood ("$2.3 billion forecast, 2030" on a card, "we have it going to"), arithmetic tells it from all other money.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.mention import RegionName
from extractor.linking.promote import SURE_PARTS
from extractor.linking.topics import TOTAL_TOPIC, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.linking.paces import Pace
    from extractor.linking.points import Point

# Points by which a stated rate may miss that between two values that belong to it: publishers round both.
CLOSE = 0.25
SHORTEST = 3  # years between the two: over fewer, too many pairs of amounts are close to any rate
ROUGHLY = Decimal("0.5")  # points between a rate and a rough mention of it
LONGEST_LABEL = 5  # words of a label in front of a sentence
MOST_CANDIDATES = 40  # amounts; a document with more is a list


def complete_by_growth(points: list[Point], doubtful: list[Point], paces: list[Pace]) -> None:
    """Takes up the values of the whole market that are missing, where one pair of amounts alone fits its CAGR.

    Nothing is done where the whole market has values of two years already, or where two pairs fit.

    Args:
        points: the market values; those found here are added or get the topic of the whole market.
        doubtful: amounts with a year that were declined.
        paces: the rates; the one that fits gets the topic of the whole market.
    """
    whole = [point for point in points if _is_whole(point)]
    if len({point.year for point in whole if point.year is not None}) > 1:
        return
    rates = [pace for pace in paces if _may_be_whole(pace)]
    others = [point for point in (*points, *doubtful) if point.year is not None and _may_be_named(point)]
    if not rates or len(others) > MOST_CANDIDATES:
        return
    starts = [point for point in whole if point.year is not None] or others
    found = list(_pairs(rates, starts, others))
    if len({(one.low, one.year, other.low, other.year) for _, one, other in found}) != 1:
        return
    pace, base, forecast = found[0]
    for item in (pace, base, forecast):
        _make_whole(item, points, paces)
    base.tense, forecast.tense = base.tense or "past", "future"
    points += [point for point in (base, forecast) if all(point is not other for other in points)]
    points.sort(key=lambda point: (point.chain, point.position))


def set_rates_apart(points: list[Point], paces: list[Pace]) -> None:
    """Gives a part to the rates that were read as the whole market's and are not what its values imply.

    Only where another rate fits the values, and only to rates that state no period of their own ("Vinyl. Used in
    studios; growing at 5.1% a year"). The part is called by what stands nearest: a place, the label in front, the heading.
    """
    dated = [point for point in points if _is_whole(point) and point.year is not None]
    rates = [pace for pace in paces if _may_be_whole(pace) and pace.topic.scope is None]
    if len(rates) < 2:
        return
    fitting = [pace for pace, _, _ in _pairs(rates, dated, dated)]
    if not fitting:
        return
    for pace in rates:
        own_period = pace.start_year is not None and pace.end_year is not None
        if own_period or pace.past or pace.statement.field == "title" or _is_told(pace, fitting):
            continue
        name = _named_near(pace)
        if name:
            pace.topic = Topic(scope=name, cue="implied")


def _is_told(pace: Pace, fitting: list[Pace]) -> bool:
    """Whether a rate is one of those that fit, or a rough mention of one."""
    return any(abs(pace.low - other.low) <= ROUGHLY for other in fitting)


def _named_near(pace: Pace) -> str:
    """What stands nearest to a rate: a place in its sentence, a label in front of the sentence, the heading above."""
    statement = pace.statement
    places = [item.mention.text for item in statement.of(RegionName) if item.start < pace.position]
    label = statement.before.rstrip(".: ")
    if places:
        return places[-1]
    return label if 0 < len(label.split()) <= LONGEST_LABEL else statement.heading


def _is_whole(point: Point) -> bool:
    return point.topic.market is None and point.topic.scope is None and point.role != "increment"


def _may_be_whole(pace: Pace) -> bool:
    return pace.kind == "CAGR" and pace.high is None and pace.topic.market is None and pace.topic.cue not in SURE_PARTS


def _may_be_named(point: Point) -> bool:
    topic = point.topic
    return topic.market is None and topic.cue not in SURE_PARTS and point.role != "increment" and point.high is None


def _pairs(rates: list[Pace], starts: list[Point], others: list[Point]) -> Iterator[tuple[Pace, Point, Point]]:
    """The rates with two values, one of them among `starts`, between which they lead."""
    for one in starts:
        for other in others:
            base, forecast = (one, other) if (one.year or 0) < (other.year or 0) else (other, one)
            if base.money.currency != forecast.money.currency or base.low <= 0 or base.statement.field == "title":
                continue
            for pace in rates:
                if _leads(pace, base, forecast):
                    yield pace, base, forecast


def _leads(pace: Pace, base: Point, forecast: Point) -> bool:
    """Whether the rate leads from one value to the other, over their years or over its own period."""
    years = (forecast.year or 0) - (base.year or 0)
    if years < SHORTEST:
        return False
    lengths = {years}
    if pace.start_year is not None and pace.end_year is not None:
        if pace.end_year != forecast.year:
            return False
        lengths.add(pace.end_year - pace.start_year)
    elif pace.end_year is not None and pace.end_year != forecast.year:
        return False
    return any(
        length > 0 and abs(_rate_between(base.low, forecast.low, length) - float(pace.low)) <= CLOSE
        for length in lengths
    )


def _rate_between(base: Decimal, forecast: Decimal, years: int) -> float:
    return (math.pow(float(forecast / base), 1 / years) - 1) * 100


def _make_whole(item: Point | Pace, points: list[Point], paces: list[Pace]) -> None:
    """Gives an item, and all that was read as said of the same part, the topic of the whole market."""
    topic = item.topic
    if topic.scope is not None and not topic.actor:
        said: list[Point | Pace] = [*points, *paces]
        for other in said:
            if other.topic == topic:
                other.topic = TOTAL_TOPIC
    item.topic = TOTAL_TOPIC
