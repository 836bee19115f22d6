"""Second thoughts on topics, once the whole document is read: what no figure is said of as a whole was misread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.linking.topics import TOTAL_TOPIC, Topic

if TYPE_CHECKING:
    from extractor.linking.paces import Pace
    from extractor.linking.points import Point

# Parts that are told as such: a place, "the valve segment".
SURE_PARTS = ("region", "named_segment")


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
