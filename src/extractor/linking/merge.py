"""Facts said several times become one fact with several pieces of evidence."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from extractor import late
from extractor.linking.phrases import HEAD_NOUN
from extractor.linking.publisher import names_in
from extractor.linking.screening import VALUED
from extractor.records import Estimate, Evidence, Growth

if TYPE_CHECKING:
    from extractor.linking.paces import Pace
    from extractor.linking.points import Point
    from extractor.linking.statement import Item, Statement

# Evidence reaches from the amount to its year when both lie this close together (characters).
WIDEST_EVIDENCE = 80
# "Net sales in 2024 were", "the company expects revenue of"
OWN_SALES = late.regex(
    r"^\W*(?:(?:net|group|total|annual|its|their|organic|full-year) )*(?:sales|revenues?|turnover|takings|earnings)\b(?! (?:of|from|for|on)\b)"
    r"|\b(?:company|firm|group|maker|manufacturer|it) (?:also )?(?:expects?|expected|sees|forecasts?|targets?|plans) (?:net |total |annual |full-year )*(?:sales|revenues?|turnover)\b"
)
# A title's amount within this factor of the body's is taken for a rough one.
ROUGHLY = Decimal("1.1")
# A value this many times smaller than the market's smallest is none of its own.
FAR_SMALLER = 10
PAIR = 2  # years of a headline
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
                if twin.topic.cue == "submarket" and point.topic.scope is None:
                    # The title gives the figure as that of the whole market: the body only words the name otherwise.
                    twin_topic = twin.topic
                    for other in points:
                        if other.topic == twin_topic:
                            other.topic = point.topic
                point.topic, point.role, point.tense = twin.topic, twin.role, point.tense or twin.tense
            elif (
                twin is None
                and body
                and (point.year is None or point.topic.scope is not None or _is_loose(point, body))
            ):
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


def without_strays(points: list[Point]) -> list[Point]:
    """The points without other money that was taken for the market's: far smaller, or of another currency, and called nothing.

    "In July Acme licensed its archive for GBP 2.5 million" in an article on a market of USD 1.9 billion.
    """
    totals = [
        point
        for point in points
        if point.topic.scope is None and point.topic.market is None and point.statement.field == "text"
    ]
    sure = [point for point in totals if point.statement.holds(VALUED)]
    if len({point.year for point in sure if point.year is not None}) < PAIR:
        return points
    smallest = min(point.low for point in sure)
    currencies = {point.money.currency for point in sure}
    strays = {
        id(point)
        for point in totals
        if point.topic.cue == "default"
        and point.role is None
        and point.statement.kind != "table_row"
        and not point.statement.holds(VALUED)
        and (
            point.money.currency not in currencies
            or point.low * FAR_SMALLER < smallest
            or (not point.voice and not names_in(point.statement) and _contradicts(point, sure))
        )
    }
    return [point for point in points if id(point) not in strays]


def without_own_sales(points: list[Point]) -> list[Point]:
    """In a text about no market: the points without what a firm says of its own sales ("Sales in 2024 were 24 million")."""
    return [
        point
        for point in points
        if point.topic.scope is not None
        or point.topic.market is not None
        or point.statement.field == "title"
        or point.statement.kind == "table_row"
        or not OWN_SALES.search(point.statement.shape, 0, point.position)
        or HEAD_NOUN.search(point.statement.shape)
    ]


def _contradicts(point: Point, sure: list[Point]) -> bool:
    """Whether a value that nothing is called differs from all that the market is said to have had in that year."""
    same = [other for other in sure if other.year == point.year and other.money.currency == point.money.currency]
    return bool(same) and all(
        max(other.low, point.low) > ROUGHLY * min(other.low, point.low) and other.high is None for other in same
    )


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
    if point.role is not None:
        return False
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


def merged_estimates(points: list[Point], kinds: dict[int, Any]) -> list[Estimate]:
    """One estimate for each distinct fact, in order of first appearance."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for index, point in enumerate(points):
        source = point.same_as if point.rule == "rounded" and point.same_as is not None else point
        incremental = kinds.get(index) == "incremental"
        key = (source.topic.market, source.low, source.high, source.money.currency, source.year, incremental)
        evidence = evidence_of(point.statement, point.money.start, point.money.end, point.year_item, point.rule)
        known = found.get(key)
        if known is not None:
            if evidence not in known["evidence"]:
                known["evidence"].append(evidence)
            continue
        found[key] = {
            "market": source.topic.market,
            "scope": source.topic.scope,
            "kind": kinds[index],
            "amount": source.low,
            "amount_high": source.high,
            "currency": source.money.currency,
            "year": source.year,
            "end_year": source.end_year,
            "qualifier": source.money.qualifier,
            "inferred": ["currency"] * source.money.inferred + source.inferred,
            "evidence": [evidence],
        }
    return [Estimate(**values) for values in found.values()]


def merged_growth(paces: list[Pace]) -> list[Growth]:
    """One growth entry for each distinct rate, in order of first appearance."""
    found: list[dict[str, Any]] = []
    body = [pace for pace in paces if pace.statement.field == "text"]
    for pace in paces:
        if pace.statement.field == "title" and any(_rounds(pace, other) for other in body):
            continue
        evidence = evidence_of(pace.statement, pace.rate.start, pace.rate.end, pace.year_item, pace.rule)
        twin = next((known for known in found if _same_growth(known, pace)), None)
        if twin is not None:
            twin["evidence"].append(evidence)
            if twin["period_inferred"] and not pace.inferred and pace.start_year and pace.end_year:
                twin.update(start_year=pace.start_year, end_year=pace.end_year, period_inferred=False)
            if twin["start_year"] is None and twin["end_year"] is None:
                twin.update(start_year=pace.start_year, end_year=pace.end_year, period_inferred=pace.inferred)
            continue
        found.append(
            {
                "rate": pace.low,
                "rate_high": pace.high,
                "kind": pace.kind,
                "start_year": pace.start_year,
                "end_year": pace.end_year,
                "period_inferred": pace.inferred,
                "scope": pace.topic.scope,
                "market": pace.topic.market,
                "qualifier": pace.rate.qualifier,
                "evidence": [evidence],
            }
        )
    return [Growth(**values) for values in found]


def _rounds(pace: Pace, finer: Pace) -> bool:
    """Whether a title's rate is a rate of the body with fewer digits."""
    if (
        pace.high is not None
        or finer.high is not None
        or pace.low == finer.low
        or {pace.kind, finer.kind} - {pace.kind, "other"}
    ):
        return False
    unit = Decimal(1).scaleb(int(pace.low.as_tuple().exponent))
    return finer.low.quantize(unit, rounding=ROUND_HALF_UP) == pace.low


def _is_undated(pace: Pace) -> bool:
    """Whether a rate says no year."""
    return pace.start_year is None and pace.end_year is None


def _same_growth(known: dict[str, Any], pace: Pace) -> bool:
    if pace.statement.field == "title" and (known["rate"], known["rate_high"]) == (pace.low, pace.high):
        return True
    if (
        pace.kind == "other"
        and _is_undated(pace)
        and (known["rate"], known["rate_high"]) == (pace.low, pace.high)
        and known["kind"] in ("YoY", "CAGR")
    ):
        return True  # said again in words that tell neither kind nor years
    if (known["rate"], known["rate_high"], known["kind"], known["market"]) != (
        pace.low,
        pace.high,
        pace.kind,
        pace.topic.market,
    ):
        return False
    if (known["scope"] or "").lower() != (pace.topic.scope or "").lower():
        return False
    here = (pace.start_year, pace.end_year)
    return (
        (known["start_year"], known["end_year"]) == here
        or pace.inferred
        or known["period_inferred"]
        or here == (None, None)
    )


def evidence_of(statement: Statement, start: int, end: int, year: Item | None, rule: str) -> Evidence:
    """The characters a figure was read from, with its year where that stands close by."""
    if year is not None:
        low, high = min(start, year.mention.start), max(end, year.mention.end)
        if (
            max(year.mention.end, end) <= statement.end
            and min(year.mention.start, start) >= statement.start
            and high - low <= WIDEST_EVIDENCE
            and "\n" not in statement.annotation.text[low:high]
        ):
            start, end = low, high
    return Evidence(start=start, end=end, text=statement.annotation.text[start:end], field=statement.field, rule=rule)
