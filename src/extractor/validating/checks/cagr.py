"""Does a stated growth rate agree with the stated values? Both possible starts and the stated period are tried."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from extractor.linking.growth.implied import half_step, implied_rate
from extractor.records import CheckResult
from extractor.validating.check import Check
from extractor.validating.facts import figure, is_total

if TYPE_CHECKING:
    from extractor.records import Estimate, Growth, Record

# A rate within this many points of the implied one agrees: publishers compute on unrounded values.
TOLERANCE = 0.6
# Each rate is held against each pair of values; no article gives one market more of them, what does is a dump.
MOST_TOTALS = 60
# Rounding of the stated values ("2 billion") may explain more than that, but no more than this many points:
# the record does not tell "100 million" to the million from a guess.
WIDEST = 1.0


def _rounding_slack(base: Estimate, forecast: Estimate, rate: Growth, years: int) -> float:
    """How far rounding of values and rate may move the implied rate, in points."""
    one, other = half_step(base.amount), half_step(forecast.amount)
    low = implied_rate(base.amount + one, forecast.amount - other, years)
    high = implied_rate(base.amount - one, forecast.amount + other, years)
    stated = float(half_step(rate.rate)) if rate.rate else 0.05
    return min(WIDEST, (high - low) / 2 + min(stated, 0.5))


def cagr_checks(record: Record) -> Iterator[CheckResult]:
    """One outcome for each growth rate of the whole market that has values to hold it against.

    Where one rate fits two values, another one for the same values is a conflict of rates (see conflicts.py), not a
    second verdict on the values.
    """
    totals = [
        (index, item) for index, item in enumerate(record.estimates) if is_total(item) and item.year and item.amount > 0
    ][:MOST_TOTALS]
    results = [
        result
        for number, rate in enumerate(record.growth)
        if rate.kind == "CAGR" and is_total(rate) and (result := _judged(number, rate, totals)) is not None
    ]
    settled = {tuple(result.fields[1:]) for result in results if result.code == "cagr_consistent"}
    yield from (
        result for result in results if result.code == "cagr_consistent" or tuple(result.fields[1:]) not in settled
    )


def _pairs(rate: Growth, totals: list[tuple[int, Estimate]]) -> Iterator[tuple[int, Estimate, int, Estimate]]:
    """Pairs of values that the rate may lead between: base to forecast, or the values at the ends of its period."""
    for (i, start), (j, end) in product(totals, totals):
        if start.currency != end.currency or (start.year or 0) >= (end.year or 0):
            continue
        is_open = rate.end_year in (None, end.year) or rate.period_inferred
        is_headline = (start.kind, end.kind) == ("base", "forecast") and is_open
        gap = None if rate.start_year is None else rate.start_year - (start.year or 0)
        if is_headline or (rate.end_year == end.year and gap in (0, 1)):
            yield i, start, j, end


def _judged(number: int, rate: Growth, totals: list[tuple[int, Estimate]]) -> CheckResult | None:
    best: tuple[bool, float, float, str, int, int, Estimate, Estimate, int] | None = None
    low, high = float(rate.rate), float(rate.rate_high if rate.rate_high is not None else rate.rate)
    for i, base, j, forecast in _pairs(rate, totals):
        for years, counted in _spans(rate, base, forecast):
            implied = implied_rate(base.amount, forecast.amount, years)
            gap = max(low - implied, implied - high, 0.0)
            differs = gap > TOLERANCE and gap > _rounding_slack(base, forecast, rate, years)
            judged = (differs, gap, implied, counted, i, j, base, forecast, years)
            best = judged if best is None else min(best, judged, key=lambda item: item[:2])
    if best is None:
        return None
    differs, _, implied, counted, i, j, base, forecast, years = best
    agrees = not differs
    how = _explained(base, forecast, counted, years)
    stated = f"{rate.rate}" if rate.rate_high is None else f"{rate.rate}-{rate.rate_high}"
    return CheckResult(
        code="cagr_consistent" if agrees else "cagr_mismatch",
        severity="info" if agrees else "warning",
        message=f"stated CAGR {stated}%, implied {implied:.2f}% {how}",
        fields=[f"growth[{number}]", f"estimates[{i}]", f"estimates[{j}]"],
        stated=rate.rate,
        implied=Decimal(f"{implied:.2f}"),
    )


def _spans(rate: Growth, base: Estimate, forecast: Estimate) -> Iterator[tuple[int, str]]:
    """Years to count over, with what they start from."""
    start, end = base.year or 0, forecast.year or 0
    yield end - start, "base year"
    if rate.start_year is not None and rate.end_year is not None and rate.end_year > rate.start_year:
        length = rate.end_year - rate.start_year
        if length != end - start:
            yield length, "stated period"
    elif end - start > 1:
        yield end - start - 1, "year after"


def _explained(base: Estimate, forecast: Estimate, counted: str, years: int) -> str:
    unit = "year" if years == 1 else "years"
    values = f"from {figure(base)} in {base.year} to {figure(forecast)} in {forecast.year}"
    start = {
        "base year": "counting from the base year",
        "stated period": "over the stated period",
        "year after": "counting from the year after the base year",
    }
    return f"{values}, {start[counted]} ({years} {unit})"


CHECK = Check(name="cagr", rank=10, run=cagr_checks)
