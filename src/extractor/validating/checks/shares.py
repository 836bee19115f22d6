"""Do parts fit into the whole: shares up to 100%, segments no larger than the market?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.records import CheckResult, plain_decimal
from extractor.validating.check import Check
from extractor.validating.facts import figure, is_total

if TYPE_CHECKING:
    from extractor.records import Estimate, Record

WHOLE = Decimal(100)
# Parts are rounded one by one: their sum may pass the whole by this factor.
ROUNDING = Decimal("1.02")


def share_checks(record: Record) -> Iterator[CheckResult]:
    """share_over_100, shares_exceed_whole and segments_exceed_total."""
    for index, item in enumerate(record.growth):
        high = item.rate_high if item.rate_high is not None else item.rate
        if item.kind == "share" and high > WHOLE:
            yield CheckResult(
                code="share_over_100",
                severity="error",
                message=f"{item.scope or 'a part'} is said to hold {plain_decimal(high)}% of the market",
                fields=[f"growth[{index}]"],
                stated=high,
            )
    yield from _together(record)
    totals = {
        (item.year, item.currency): (index, item)
        for index, item in enumerate(record.estimates)
        if is_total(item) and item.year is not None and item.kind != "incremental"
    }
    for (year, currency), (index, total) in totals.items():
        yield from _against(record, index, total, _parts(record, year, currency))


def _together(record: Record) -> Iterator[CheckResult]:
    """Shares of the parts of one dimension, of one year, that add up to more than the whole."""
    shares: dict[tuple[int | None, int | None], dict[str, tuple[int, Decimal]]] = defaultdict(dict)
    for index, item in enumerate(record.growth):
        if item.kind == "share" and item.scope and item.market is None and 0 < item.rate <= WHOLE:
            shares[item.start_year, item.end_year].setdefault(item.scope.lower(), (index, item.rate))
    for (_, year), held in shares.items():
        for segment in record.segments:
            members = [held[name] for name in dict.fromkeys(map(str.lower, segment.values)) if name in held]
            total = sum((rate for _, rate in members), Decimal(0))
            if len(members) > 1 and total > WHOLE * ROUNDING:
                when = f" in {year}" if year is not None else ""
                yield CheckResult(
                    code="shares_exceed_whole",
                    severity="warning",
                    message=f"shares of {segment.by or 'one dimension'} add up to {plain_decimal(total)}%{when}",
                    fields=[f"growth[{index}]" for index, _ in members],
                    stated=WHOLE,
                    implied=total,
                )


def _parts(record: Record, year: int | None, currency: str | None) -> list[tuple[int, Estimate]]:
    return [
        (index, item)
        for index, item in enumerate(record.estimates)
        if item.scope
        and (item.market, item.year, item.currency) == (None, year, currency)
        and item.kind != "incremental"
    ]


def _against(record: Record, index: int, total: Estimate, parts: list[tuple[int, Estimate]]) -> Iterator[CheckResult]:
    whole = total.amount_high if total.amount_high is not None else total.amount
    for number, part in parts:
        if part.amount > whole * ROUNDING:
            yield CheckResult(
                code="segments_exceed_total",
                severity="warning",
                message=f"{part.scope} ({figure(part)}) is larger than the market ({figure(total)}) in {total.year}",
                fields=[f"estimates[{number}]", f"estimates[{index}]"],
                stated=whole,
                implied=part.amount,
            )
    for segment in record.segments:
        names = {value.lower() for value in segment.values}
        members = [(number, part) for number, part in parts if (part.scope or "").lower() in names]
        amount = sum((part.amount for _, part in members), Decimal(0))
        if len(members) > 1 and amount > whole * ROUNDING and all(part.amount <= whole for _, part in members):
            yield CheckResult(
                code="segments_exceed_total",
                severity="warning",
                message=f"segments by {segment.by or 'one dimension'} add up to {total.currency or '?'} "
                f"{plain_decimal(amount)}, more than the market ({figure(total)}) in {total.year}",
                fields=[f"estimates[{number}]" for number, _ in members] + [f"estimates[{index}]"],
                stated=whole,
                implied=amount,
            )


CHECK = Check(name="shares", rank=30, run=share_checks)
