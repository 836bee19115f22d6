"""What linking hands on: the facts of one document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.records import Company, Estimate, Growth, Issue, Market, Region, Segment


@dataclass(slots=True)
class Links:
    """The linked facts of one document.

    `declined` counts, by reason, the money values and rates that were left unlinked because two readings
    stood or because the wording says they are no market figure.
    """

    market: Market | None = None
    estimates: list[Estimate] = field(default_factory=list)
    growth: list[Growth] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    publisher: str | None = None
    companies: list[Company] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    declined: Counter[str] = field(default_factory=Counter)
