"""Second thoughts on parts: what one is called whose sentence does not name it, and what is the whole market after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.mention import RegionName
from extractor.linking.topics import TOTAL_TOPIC

if TYPE_CHECKING:
    from extractor.linking.paces import Pace
    from extractor.linking.points import Point
    from extractor.linking.statement import Statement

LONGEST_LABEL = 5  # words of a label in front of a sentence


def named_near(statement: Statement, position: int) -> str:
    """What stands nearest to a figure: a place in its sentence, a label in front of the sentence, the heading above; or ""."""
    places = [item.mention.text for item in statement.of(RegionName) if item.start < position]
    label = statement.before.rstrip(".: ")
    if places:
        return places[-1]
    if 0 < len(label.split()) <= LONGEST_LABEL:
        return label
    return statement.heading if statement.kind != "heading" else ""  # one heads itself


def promote_lone_topic(points: list[Point], paces: list[Pace]) -> None:
    """Without a named market, what the only figures are of is the market: "Demand for gates is seen at USD 3 billion"."""
    items: list[Point | Pace] = [*points, *paces]
    topics = {(item.topic.market, (item.topic.scope or "").lower()) for item in items}
    if any(pace.kind == "share" for pace in paces):
        return  # what has a share is a part
    if len(topics) == 1 and all(item.topic.cue == "segment" and item.topic.market is None for item in items):
        for item in items:
            item.topic = TOTAL_TOPIC
