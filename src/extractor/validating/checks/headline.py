"""Can the headline be trusted: market, base, forecast and growth all there and in agreement?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.records import CheckResult, plain_decimal
from extractor.validating.check import Check
from extractor.validating.facts import figure, is_total

if TYPE_CHECKING:
    from extractor.records import Estimate, Growth, Record

# Outcomes of other checks that throw doubt on the headline when they touch a figure of the whole market.
DOUBTS = frozenset(
    (
        "cagr_mismatch", "conflict", "magnitude_conflict", "currency_conflict", "currency_mix", "forecast_before_base",
        "years_out_of_order", "title_body_mismatch", "unread_magnitude", "segments_exceed_total", "year_outside_period",
    )
)  # fmt: skip


def headline_checks(record: Record) -> Iterator[CheckResult]:
    """headline_trusted or headline_doubtful with the reasons; nothing for a record without a market."""
    if record.market is None:
        return
    missing = []
    totals = [item for item in record.estimates if is_total(item)]
    for kind in ("base", "forecast"):
        if not any(item.kind == kind and item.year is not None and item.currency is not None for item in totals):
            missing.append(f"no {kind} value with year and currency")
    rates = [item for item in record.growth if item.kind == "CAGR" and is_total(item)]
    if not rates:
        missing.append("no CAGR")
    doubts = [check for check in record.checks if check.code in DOUBTS and _touches_total(record, check)]
    agreed = next((check for check in record.checks if check.code == "cagr_consistent"), None)
    if not missing and not doubts and agreed is not None:
        yield CheckResult(
            code="headline_trusted",
            severity="info",
            message=f"market, base, forecast and CAGR are stated and agree with each other: {agreed.message}",
            fields=["market", "estimates", "growth"],
        )
        return
    reasons = list(dict.fromkeys(f"{check.code} ({check.message})" for check in doubts)) + missing
    if not reasons:
        reasons = [f"CAGR could not be held against the values: {_stated(totals, rates)}"]
    yield CheckResult(
        code="headline_doubtful",
        severity="warning" if doubts else "info",
        message="; ".join(reasons),
        fields=["market", "estimates", "growth"],
    )


def _stated(totals: list[Estimate], rates: list[Growth]) -> str:
    """The whole market's figures, for a message."""
    values = [f"{item.kind} {figure(item)} in {item.year}" for item in totals if item.kind in ("base", "forecast")]
    return ", ".join([*values, *(f"{plain_decimal(item.rate)}% {item.start_year}-{item.end_year}" for item in rates)])


def _touches_total(record: Record, check: CheckResult) -> bool:
    for name in check.fields:
        kind, _, rest = name.partition("[")
        if not rest:
            return True
        items = record.estimates if kind == "estimates" else record.growth
        if is_total(items[int(rest.rstrip("]"))]):
            return True
    return False


CHECK = Check(name="headline", rank=90, run=headline_checks)
