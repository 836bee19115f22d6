"""Points that are no facts of their own: rounded mentions, titles' repeats, money that was taken for the market's."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.linking.estimates.points import Point

# A title's amount within this factor of the body's is taken for a rough one.
ROUGHLY = Decimal("1.1")
LONGEST_ASIDE = 40  # characters from a round figure to the exact one behind it
# A figure with this many digits or fewer may be a rounded mention of a finer one.
ROUND_DIGITS = 2


def without_repeats(points: list[Point]) -> list[Point]:
    """The points that are facts of their own or repeat one; rounded mentions are tied to the finer figure.

    A title's amount without a counterpart in the body is kept only when it says its year and is no rough figure
    of the body's, or when the body gives no market value at all.
    """
    body = [point for point in points if point.statement.field == "text"]
    kept: list[Point] = []
    for point in points:
        finer = _finer(point, body)
        if finer is not None:
            point.same_as, point.rule = finer, "rounded"
            point.year, point.end_year, point.topic = finer.year, finer.end_year, finer.topic
            kept.append(point)
            continue
        if point.statement.field == "title":
            twin = next((other for other in body if _same_amount(point, other)), None)
            if twin is not None and (point.year is None or twin.year is None or point.year == twin.year):
                point.year = twin.year if point.year is None else point.year
                point.topic, point.role, point.tense = twin.topic, twin.role, point.tense or twin.tense
            elif twin is None and body and (point.year is None or _is_loose(point, body)):
                continue
        elif point.year is None:
            twin = next(
                (
                    other
                    for other in body
                    if other is not point and other.year is not None and _same_amount(point, other)
                ),
                None,
            )
            if twin is not None:
                point.year, point.end_year, point.topic, point.role = twin.year, twin.end_year, twin.topic, twin.role
        kept.append(point)
    return [point for point in kept if not _undated_stray(point, kept)]


def _is_loose(point: Point, body: list[Point]) -> bool:
    """Whether the body has an amount of that year which a title may well have rounded ("nearly $1 billion")."""
    for other in body:
        if (
            other.year == point.year
            and other.topic.scope is None
            and other.role != "increment"
            and other.money.currency == point.money.currency
        ):
            larger, smaller = max(point.low, other.low), min(point.low, other.low)
            if smaller and larger / smaller < ROUGHLY:
                return True
    return False


def _undated_stray(point: Point, points: list[Point]) -> bool:
    """Whether an amount of the whole market without a year stands beside dated ones: it may be anything."""
    if point.year is not None or point.topic.scope is not None or point.topic.market is not None:
        return False
    if point.role == "start":  # "to 19 billion in 2030 (from 18 billion), against 10 billion in 2024"
        return any(other.role == "start" and other.year is not None and other.chain == point.chain for other in points)
    dated = [
        other for other in points if other.year is not None and other.topic.scope is None and other.topic.market is None
    ]
    return len({other.year for other in dated}) > 1 and not any(_same_amount(point, other) for other in dated)


def _same_amount(one: Point, other: Point) -> bool:
    return one.low == other.low and one.high == other.high and one.money.currency == other.money.currency


def _finer(point: Point, body: list[Point]) -> Point | None:
    """The finer figure that a rounded one ("nearly $9bn" for $9.12bn) repeats."""
    digits = point.low.normalize().as_tuple().digits
    if len(digits) > ROUND_DIGITS or point.high is not None or not point.low or point.role == "increment":
        return None
    unit = Decimal(1).scaleb(int(point.low.normalize().as_tuple().exponent))
    for other in body:
        if (
            other is point
            or other.high is not None
            or other.money.currency != point.money.currency
            or other.low == point.low
        ):
            continue
        aside = (
            other.year is None
            and other.statement is point.statement
            and 0 < other.position - point.position < LONGEST_ASIDE
        )
        if point.year is not None and other.year != point.year and not aside:
            continue
        if point.year is None and point.statement.field != "title":
            continue
        if (
            other.low.quantize(unit, rounding=ROUND_HALF_UP) == point.low
            and other.topic.market == point.topic.market
            and other.role != "increment"
        ):
            if aside:  # "just over 1 billion in 2030: 1.04 billion, to be exact"
                other.year, other.year_item = point.year, point.year_item
            return other
    return None
