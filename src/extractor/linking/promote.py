"""Second thoughts on topics, once the whole document is read: what no figure is said of as a whole was misread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.linking.topics import TOTAL_TOPIC

if TYPE_CHECKING:
    from extractor.linking.paces import Pace
    from extractor.linking.points import Point

# Parts that are told as such: a place, "the valve segment".
SURE_PARTS = ("region", "named_segment")


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
