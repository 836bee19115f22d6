"""Records made by hand, as small as the case allows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extractor.records import Estimate, Evidence, Growth, Issue, Market, Record, Segment, SourceInfo, Versions

Make = Callable[..., Record]


def estimate(text: str) -> Estimate:
    """ "base 9.2M USD 2025 [scope]": M or B as scale; "title:" in front for one that only the title has."""
    field = "title" if text.startswith("title:") else "text"
    head, _, scope = text.removeprefix("title:").partition(" [")
    kind, amount, currency, year = head.split()
    number = Decimal(amount.rstrip("MB")) * (1_000_000_000 if amount.endswith("B") else 1_000_000)
    return Estimate(
        kind=kind,  # type: ignore[arg-type]
        amount=number,
        currency=currency,
        year=int(year),
        scope=scope.rstrip("]") or None,
        evidence=[Evidence(start=0, end=1, text="x", field=field)],  # type: ignore[arg-type]
    )


def growth(text: str) -> Growth:
    """ "CAGR 16.3 2025-2032 [scope]"."""
    field = "title" if text.startswith("title:") else "text"
    head, _, scope = text.removeprefix("title:").partition(" [")
    kind, rate, *span = head.split()
    years = [int(year) for year in span[0].split("-")] if span else [None, None]
    return Growth(
        kind=kind,  # type: ignore[arg-type]
        rate=Decimal(rate),
        start_year=years[0],
        end_year=years[1],
        scope=scope.rstrip("]") or None,
        evidence=[Evidence(start=0, end=1, text="x", field=field)],  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def make() -> Make:
    def record(
        estimates: tuple[str, ...] = (),
        rates: tuple[str, ...] = (),
        segments: tuple[Segment, ...] = (),
        issues: tuple[Issue, ...] = (),
        market: str | None = "Kelp Market",
    ) -> Record:
        fields: dict[str, Any] = {"id": "sha256:0", "status": "ok", "text": "x", "title": "x"}
        return Record(
            source=SourceInfo(uri="a.txt", media_type="text/plain", encoding="utf-8", bytes=1, sha256="0"),
            versions=Versions(extractor="0", spacy="0", rules="0"),
            market=Market(name=market) if market else None,
            estimates=[estimate(item) for item in estimates],
            growth=[growth(item) for item in rates],
            segments=list(segments),
            issues=list(issues),
            **fields,
        )

    return record
