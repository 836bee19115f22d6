"""What a check must provide to be found by the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.records import CheckResult, Record


@dataclass(frozen=True, slots=True)
class Check:
    """One family of checks: `run` looks at a record whose `checks` hold what checks of lower rank found."""

    name: str
    rank: int
    run: Callable[[Record], Iterable[CheckResult]]
