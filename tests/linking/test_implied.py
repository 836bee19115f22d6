"""The rate between two amounts, and what rounding explains."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from extractor.linking.growth.implied import leads
from extractor.linking.growth.paces import Pace


def _pace(rate: str, direction: str | None = None) -> Pace:
    return cast(Pace, SimpleNamespace(low=Decimal(rate), rate=SimpleNamespace(direction=direction)))


@pytest.mark.parametrize(
    ("rate", "direction", "start", "end", "fits"),
    [
        ("10", None, "2001", "3543", True),
        ("10.4", None, "2001", "3543", False),
        ("10", None, "2", "3.5", True),  # round amounts allow for more
        ("10", None, "3543", "2001", False),
        ("9.1", "down", "3543", "2001", True),
        ("10", None, "0", "3543", False),
    ],
)
def test_a_rate_leads_from_one_amount_to_the_other(
    rate: str, direction: str | None, start: str, end: str, fits: bool
) -> None:
    assert leads(_pace(rate, direction), Decimal(start), Decimal(end), [6]) is fits
