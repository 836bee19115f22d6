"""Does the title say the same as the body?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.records import CheckResult, plain_decimal
from extractor.validating.check import Check
from extractor.validating.facts import figure, is_total

if TYPE_CHECKING:
    from extractor.records import Estimate, Growth, Record


def _only_in_title(item: Estimate | Growth) -> bool:
    return all(piece.field == "title" for piece in item.evidence)


def title_checks(record: Record) -> Iterator[CheckResult]:
    """title_body_mismatch: the title's amount or rate is not the body's."""
    for index, item in enumerate(record.estimates):
        if not _only_in_title(item):
            continue
        rivals = [
            (number, other)
            for number, other in enumerate(record.estimates)
            if number != index and is_total(other) and not _only_in_title(other) and (other.year, other.currency) == (item.year, item.currency)
            and other.kind != "incremental" and item.kind != "incremental"
        ]  # fmt: skip
        if rivals:
            number, other = rivals[0]
            yield CheckResult(
                code="title_body_mismatch",
                severity="warning",
                message=f"title says {figure(item)} for {item.year}, body {figure(other)}",
                fields=[f"estimates[{index}]", f"estimates[{number}]"],
                stated=item.amount,
                implied=other.amount,
            )
    body = [
        (number, rate)
        for number, rate in enumerate(record.growth)
        if rate.kind == "CAGR" and is_total(rate) and not _only_in_title(rate)
    ]
    for index, rate in enumerate(record.growth):
        if rate.kind == "CAGR" and is_total(rate) and _only_in_title(rate) and body:
            first, stated = body[0]
            yield CheckResult(
                code="title_body_mismatch",
                severity="warning",
                message=f"title says a CAGR of {plain_decimal(rate.rate)}%, body {plain_decimal(stated.rate)}%",
                fields=[f"growth[{index}]", f"growth[{first}]"],
                stated=rate.rate,
                implied=stated.rate,
            )


CHECK = Check(name="title", rank=60, run=title_checks)
