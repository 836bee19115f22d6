"""Parts of the market that only its figures name: segments without a dimension, for an article that lists none."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extractor.linking.segments.values import value_of
from extractor.records import Evidence, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.linking.paces import Pace
    from extractor.linking.points import Point
    from extractor.linking.statement import Statement

FEWEST_IN_TURN = 3  # two parts with shares may be any two
FEWEST_CALLED = 2
LONGEST = 4  # words of a part's name
PARTS = frozenset(("segment", "named_segment", "submarket"))


def segments_of_facts(points: list[Point], paces: list[Pace]) -> list[Segment]:
    """What one sentence gives shares to in turn ("huts hold 44%, sheds 21% and barns 17%"), and what is called a segment."""
    found = []
    for _, group in groupby(paces, key=lambda pace: pace.chain):
        members = [
            pace
            for pace in group
            if pace.kind == "share" and pace.statement.field == "text" and pace.topic.market is None
        ]
        values = _values(pace.topic.scope for pace in members if pace.topic.cue in PARTS)
        if len(values) >= max(FEWEST_IN_TURN, len(members)):
            found.append(_segment(values, [members[0].statement]))
    said: list[Point | Pace] = [*points, *paces]
    called = [
        item
        for item in said
        if item.topic.cue == "named_segment" and item.topic.market is None and item.statement.field == "text"
    ]
    values = _values(item.topic.scope for item in called)
    if len(values) >= FEWEST_CALLED:
        found.append(_segment(values, [item.statement for item in called]))
    return found


def _values(scopes: Iterable[str | None]) -> list[str]:
    names = {scope.lower(): scope for scope in scopes if scope is not None and len(scope.split()) <= LONGEST}
    return [value for name in names.values() if (value := value_of(name)) is not None]


def _segment(values: list[str], statements: list[Statement]) -> Segment:
    places = dict.fromkeys((item.start, item.end) for item in statements)
    text = statements[0].annotation.text
    return Segment(
        by=None,
        values=values,
        evidence=[Evidence(start=start, end=end, text=text[start:end], rule="segments.facts") for start, end in places],
    )
