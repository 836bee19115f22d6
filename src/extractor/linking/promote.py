"""Second thoughts on topics, once the whole document is read: what no figure is said of as a whole was misread."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from extractor.linking.topics import TOTAL_TOPIC, Topic

if TYPE_CHECKING:
    from extractor.linking.paces import Pace
    from extractor.linking.points import Point

# Parts that are told as such: a place, "the valve segment".
SURE_PARTS = ("region", "named_segment")
# A rate this close (in points) to what the market's values imply is the market's rate.
CLOSE = 0.6
SHORTEST_OUTLOOK = 3  # years: over fewer, the growth of one year may be as high
VERY_CLOSE = 0.15  # where no word tells that it is a rate a year


def promote_figures(points: list[Point], paces: list[Pace]) -> Topic | None:
    """Where no value is read as the whole market's, the first group that leads from one year to another is it.

    An article gives its market's size before its segments'; a subject in unforeseen words ("yearly outlays on
    gates") is then taken for a segment. Returns the topic that was promoted.
    """
    body = [point for point in points if point.statement.field == "text"]
    if any(point.topic.scope is None and point.topic.market is None for point in body):
        return None
    if len({point.topic.market for point in body if point.topic.market is not None}) > 1:
        return None  # a round-up
    groups: dict[tuple[str | None, str | None], list[Point]] = {}
    for point in body:
        if point.topic.cue not in SURE_PARTS and point.role != "increment":
            groups.setdefault((point.topic.market, (point.topic.scope or "").lower()), []).append(point)
    for key, members in groups.items():
        if len({point.year for point in members if point.year is not None}) > 1:
            topic = members[0].topic
            said: list[Point | Pace] = [*points, *paces]
            for item in said:
                if (item.topic.market, (item.topic.scope or "").lower()) == key:
                    item.topic = TOTAL_TOPIC
            return topic
    return None


def promote_titled(points: list[Point]) -> None:
    """A forecast that the title gives is the whole market's, unless the body gives the whole market another one."""
    totals = [
        point
        for point in points
        if point.topic.scope is None and point.topic.market is None and point.statement.field == "text"
    ]
    titles = [point for point in points if point.statement.field == "title"]
    for point in points:
        if point.topic.cue != "segment" or point.year is None or point.statement.field == "title":
            continue
        told = any(title.low == point.low and title.money.currency == point.money.currency for title in titles)
        if told and not any(other.year is not None and other.year >= point.year for other in totals):
            scope = point.topic
            for other in points:
                if other.topic == scope:
                    other.topic = TOTAL_TOPIC
            return


def promote_lone_topic(points: list[Point], paces: list[Pace]) -> None:
    """Without a named market, what the only figures are of is the market: "Demand for gates is seen at USD 3 billion"."""
    items: list[Point | Pace] = [*points, *paces]
    topics = {(item.topic.market, (item.topic.scope or "").lower()) for item in items}
    if any(pace.kind == "share" for pace in paces):
        return  # what has a share is a part
    if len(topics) == 1 and all(item.topic.cue == "segment" and item.topic.market is None for item in items):
        for item in items:
            item.topic = TOTAL_TOPIC


def promote_rates(points: list[Point], kinds: Mapping[int, str], paces: list[Pace]) -> None:
    """Where no CAGR is read as the whole market's, a rate that the market's own values imply is it."""
    if any(pace.kind == "CAGR" and pace.topic.scope is None and pace.topic.market is None for pace in paces):
        return
    totals = [
        (index, point) for index, point in enumerate(points) if point.topic.scope is None and point.topic.market is None
    ]
    base = next((point for index, point in totals if kinds.get(index) == "base" and point.year), None)
    forecast = next((point for index, point in totals if kinds.get(index) == "forecast" and point.year), None)
    if (
        base is None
        or forecast is None
        or not base.low
        or not forecast.low
        or base.money.currency != forecast.money.currency
    ):
        return
    years = (forecast.year or 0) - (base.year or 0)
    if years < 1:
        return
    for pace in paces:
        if pace.topic.cue in SURE_PARTS or pace.kind == "share" or pace.high is not None:
            continue
        is_yearly = pace.kind == "CAGR"
        if not is_yearly and years < SHORTEST_OUTLOOK:
            continue
        close, lengths = (CLOSE, {years, years - 1}) if is_yearly else (VERY_CLOSE, {years})
        if pace.start_year and pace.end_year:
            lengths.add(pace.end_year - pace.start_year)
        implied = [(math.pow(float(forecast.low / base.low), 1 / length) - 1) * 100 for length in lengths if length > 0]
        if any(abs(float(pace.low) - rate) <= close for rate in implied):
            pace.topic, pace.kind = TOTAL_TOPIC, "CAGR"
            return
