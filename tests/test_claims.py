"""The scorer of claims scores itself first; then the extractor has to hold what it reached."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
claims = importlib.import_module("benchmarks.claims")

ROWS = claims.pieces(claims.FILE)


def as_record(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "market": {"name": row["market"]} if row["market"] else None}


def test_the_labels_are_right_against_themselves() -> None:
    assert set(claims.shares((row, as_record(row)) for row in ROWS).values()) == {1.0}


def test_another_year_is_another_headline() -> None:
    row = next(
        row for row in ROWS if any(item["scope"] is None and item["kind"] == "base" for item in row["estimates"])
    )
    record = as_record(row)
    record["estimates"] = [{**item, "year": 1999} for item in row["estimates"]]
    assert claims.compare(row, record) == {"headline": False, "market": True, "values": False, "rates": True}


@pytest.mark.parametrize(
    ("kind", "part", "least"), [("report", "read", 0.62), ("report", "held", 0.68), ("news", None, 0.18)]
)
def test_the_extractor_holds_its_share(kind: str, part: str | None, least: float) -> None:
    figures = claims.shares(claims.extracted(claims.pieces(claims.FILE, part, kind)))
    assert figures["headline"] >= least, figures
