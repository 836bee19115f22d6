"""Checks: what a reader should know before trusting a record. One file a family; each defines CHECK."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.registry import load_registered

if TYPE_CHECKING:
    from extractor.records import CheckResult, Record
    from extractor.validating.check import Check


@cache
def all_checks() -> tuple[Check, ...]:
    """The registered checks in the order in which they run."""
    return tuple(
        sorted(
            load_registered("extractor.validating.checks", "CHECK").values(), key=lambda check: (check.rank, check.name)
        )
    )


def run_checks(record: Record) -> list[CheckResult]:
    """The outcome of every check on `record`."""
    for check in all_checks():
        found = list(check.run(record))
        if found:
            record = record.model_copy(update={"checks": [*record.checks, *found]})
    return record.checks
