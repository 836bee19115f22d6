"""Is one fact given in two ways: two amounts, two magnitudes, two currencies, two rates?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from extractor.records import CheckResult, plain_decimal
from extractor.validating.check import Check
from extractor.validating.facts import Topic, figure, levels, named, topic_of

if TYPE_CHECKING:
    from extractor.records import Estimate, Growth, Record

# "USD 9.2 Mn" and "USD 9.2 Bn": a factor of a thousand or a million, give or take rounding.
STEPS = (Decimal(1_000), Decimal(1_000_000))
LEEWAY = Decimal("0.1")


def conflict_checks(record: Record) -> Iterator[CheckResult]:
    """conflict, magnitude_conflict, currency_conflict, currency_mix."""
    for topic, items in levels(record).items():
        for one, other in combinations(items, 2):
            result = _pair(topic, one, other)
            if result is not None:
                yield result
        mix = _mix(topic, items)
        if mix is not None:
            yield mix
    rates = [
        (index, item)
        for index, item in enumerate(record.growth)
        if item.kind == "CAGR" and item.start_year and item.end_year
    ]
    for (i, first), (j, second) in combinations(rates, 2):
        if _same_rate_fact(first, second):
            yield CheckResult(
                code="conflict",
                severity="warning",
                message=f"{named(topic_of(first))}: CAGR {plain_decimal(first.rate)}% and {plain_decimal(second.rate)}% "
                f"for {first.start_year}-{first.end_year}",
                fields=[f"growth[{i}]", f"growth[{j}]"],
            )


def _same_rate_fact(one: Growth, other: Growth) -> bool:
    same = topic_of(one) == topic_of(other) and (one.start_year, one.end_year) == (other.start_year, other.end_year)
    return same and one.rate != other.rate and one.rate_high is None and other.rate_high is None


def _pair(topic: Topic, one: tuple[int, Estimate], other: tuple[int, Estimate]) -> CheckResult | None:
    (i, first), (j, second) = one, other
    if first.year != second.year:
        return None
    fields = [f"estimates[{i}]", f"estimates[{j}]"]
    where = f"{named(topic)} in {first.year}: {figure(first)} and {figure(second)}"
    if first.currency != second.currency:
        if first.amount == second.amount and first.currency is not None and second.currency is not None:
            return CheckResult(
                code="currency_conflict",
                severity="error",
                message=f"{where}: one number in two currencies",
                fields=fields,
            )
        return None
    is_same = (first.amount, first.amount_high) == (second.amount, second.amount_high)
    if is_same or not first.amount or not second.amount:
        return None
    ratio = max(first.amount, second.amount) / min(first.amount, second.amount)
    if any(abs(ratio / step - 1) <= LEEWAY for step in STEPS):
        return CheckResult(
            code="magnitude_conflict",
            severity="error",
            message=f"{where} differ by a factor of {round(ratio)}",
            fields=fields,
        )
    return CheckResult(code="conflict", severity="warning", message=where, fields=fields)


def _mix(topic: Topic, items: list[tuple[int, Estimate]]) -> CheckResult | None:
    base = {item.currency for _, item in items if item.kind == "base"}
    forecast = {item.currency for _, item in items if item.kind == "forecast"}
    if base and forecast and not base & forecast:
        stated = {
            kind: ", ".join(figure(item) for _, item in items if item.kind == kind) for kind in ("base", "forecast")
        }
        return CheckResult(
            code="currency_mix",
            severity="warning",
            message=f"{named(topic)}: base {stated['base']}, forecast {stated['forecast']}",
            fields=[f"estimates[{index}]" for index, item in items if item.kind in ("base", "forecast")],
        )
    return None


CHECK = Check(name="conflicts", rank=40, run=conflict_checks)
