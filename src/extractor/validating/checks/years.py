"""Are the years in order: base before forecast, starts before ends, values within the stated period?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.records import CheckResult
from extractor.validating.check import Check
from extractor.validating.facts import figure, is_total, levels, named

if TYPE_CHECKING:
    from extractor.records import Record


def year_checks(record: Record) -> Iterator[CheckResult]:
    """forecast_before_base, years_out_of_order, year_outside_period."""
    yield from _base_and_forecast(record)
    for index, item in enumerate(record.growth):
        if item.start_year is not None and item.end_year is not None and item.start_year > item.end_year:
            yield CheckResult(
                code="years_out_of_order",
                severity="error",
                message=f"the period of {item.rate}% runs backwards: {item.start_year} to {item.end_year}",
                fields=[f"growth[{index}]"],
            )
    yield from _outside(record)


def _base_and_forecast(record: Record) -> Iterator[CheckResult]:
    for topic, items in levels(record).items():
        bases = [(index, item) for index, item in items if item.kind == "base"]
        ends = [(index, item) for index, item in items if item.kind == "forecast"]
        for i, base in bases:
            for j, end in ends:
                if base.currency == end.currency and (base.year or 0) > (end.year or 0):
                    yield CheckResult(
                        code="forecast_before_base",
                        severity="error",
                        message=f"{named(topic)}: forecast {figure(end)} for {end.year} lies before base {figure(base)} "
                        f"in {base.year}",
                        fields=[f"estimates[{i}]", f"estimates[{j}]"],
                    )


def _outside(record: Record) -> Iterator[CheckResult]:
    spans = [
        (item.start_year, item.end_year)
        for item in record.growth
        if item.kind == "CAGR" and is_total(item) and not item.period_inferred and item.start_year and item.end_year
    ]
    if not spans:
        return
    last = max(end for _, end in spans)
    for index, item in enumerate(record.estimates):
        if is_total(item) and item.kind == "forecast" and item.year is not None and item.year > last:
            yield CheckResult(
                code="year_outside_period",
                severity="warning",
                message=f"forecast {figure(item)} is for {item.year}, but the stated growth ends in {last}",
                fields=[f"estimates[{index}]"],
            )


CHECK = Check(name="years", rank=20, run=year_checks)
