"""Facts said several times become one fact with several pieces of evidence."""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from extractor.records import Estimate, Evidence, Growth

if TYPE_CHECKING:
    from extractor.linking.estimates.points import Point
    from extractor.linking.growth.paces import Pace
    from extractor.linking.statements.statement import Item, Statement

# Evidence reaches from the amount to its year when both lie this close together (characters).
WIDEST_EVIDENCE = 80


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
    alike: defaultdict[tuple[Decimal, Decimal | None], list[dict[str, Any]]] = defaultdict(list)  # by their rate
    body = [pace for pace in paces if pace.statement.field == "text"]
    for pace in paces:
        if pace.statement.field == "title" and any(_rounds(pace, other) for other in body):
            continue
        evidence = evidence_of(pace.statement, pace.rate.start, pace.rate.end, pace.year_item, pace.rule)
        low, high = pace.low, pace.high
        twin = next((known for known in alike[low, high] if _same_growth(known, pace)), None)
        if twin is not None:
            twin["evidence"].append(evidence)
            if twin["period_inferred"] and not pace.inferred and pace.start_year and pace.end_year:
                twin.update(start_year=pace.start_year, end_year=pace.end_year, period_inferred=False)
            if twin["start_year"] is None and twin["end_year"] is None:
                twin.update(start_year=pace.start_year, end_year=pace.end_year, period_inferred=pace.inferred)
            continue
        found.append(
            {
                "rate": low,
                "rate_high": high,
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
        alike[low, high].append(found[-1])
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
    """Whether two statements of the same rate are of one growth."""
    if pace.statement.field == "title":
        return True
    if pace.kind == "other" and _is_undated(pace) and known["kind"] in ("YoY", "CAGR"):
        return True  # said again in words that tell neither kind nor years
    if (known["kind"], known["market"]) != (pace.kind, pace.topic.market):
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
