"""525 wordings of amounts, rates, years and periods by a hand that had not seen the rules, and 44 texts that hold none."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor import mentions

ROWS = [
    json.loads(row) for row in (Path(__file__).parents[3] / "fixtures/numbers.jsonl").read_text("utf-8").splitlines()
]


def value_of(mention: Any) -> str:
    """The value of a mention, a range as "low-high", whole numbers without a fraction."""
    if mention.label in ("YEAR", "PERIOD"):
        ends = (mention.start_year, mention.end_year)
        return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}-{ends[1]}"
    if mention.amount is not None:
        return plain(mention.amount)
    return f"{plain(mention.low)}-{plain(mention.high)}"


def plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


@pytest.mark.parametrize("row", ROWS, ids=[f"{number}-{row['about']}" for number, row in enumerate(ROWS)])
def test_every_value_is_read_and_no_other(row: dict[str, Any]) -> None:
    found = mentions(row["text"])
    money = [[one.text, value_of(one), one.currency] for one in found if one.label == "MONEY"]
    assert money == row.get("money", [])
    rates = [[one.text, value_of(one)] for one in found if one.label == "PERCENT"]
    assert rates == row.get("rates", [])
    years = [[one.text, value_of(one)] for one in found if one.label in ("YEAR", "PERIOD")]
    assert years == row.get("years", [])
