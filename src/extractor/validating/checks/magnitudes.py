"""Was every scale word understood, and would a thousandfold slip explain a growth rate that does not fit?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.linking.growth.implied import implied_rate
from extractor.records import CheckResult
from extractor.validating.check import Check
from extractor.validating.facts import figure

if TYPE_CHECKING:
    from extractor.records import Record

SLIP = Decimal(1_000)
# The rate implied after taking a slip back must come this close to the stated one (points).
CLOSE = 2.0


def magnitude_checks(record: Record) -> Iterator[CheckResult]:
    """unread_magnitude, and magnitude_conflict between the values a stated CAGR leads between."""
    for issue in record.issues:
        if issue.code == "unread_magnitude":
            yield CheckResult(
                code="unread_magnitude",
                severity="error",
                message=f"a scale word was not understood: {issue.detail}",
                fields=["money"],
            )
    for check in record.checks:
        if check.code != "cagr_mismatch" or check.stated is None:
            continue
        i, j = (int(name.split("[")[1].rstrip("]")) for name in check.fields[1:3])
        base, forecast = record.estimates[i], record.estimates[j]
        years = (forecast.year or 0) - (base.year or 0)
        for factor in (SLIP, 1 / SLIP):
            rate = implied_rate(base.amount, forecast.amount * factor, years)
            if abs(rate - float(check.stated)) <= CLOSE:
                yield CheckResult(
                    code="magnitude_conflict",
                    severity="error",
                    message=f"{figure(base)} in {base.year} and {figure(forecast)} in {forecast.year} fit the stated "
                    f"{check.stated}% only if one of them is off by a factor of 1000",
                    fields=check.fields,
                    stated=check.stated,
                    implied=Decimal(f"{rate:.2f}"),
                )
                break


CHECK = Check(name="magnitudes", rank=50, run=magnitude_checks)
