"""Percentages in digits and words, ranges, basis points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.annotating.mention import Rate

Finder = Callable[[str], list[Rate]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It grows at a CAGR of 7.3% from 2024.", "CAGR"),
        ("It expands at a 7.3% CAGR.", "CAGR"),
        ("a compound annual growth rate of 7.3%", "CAGR"),
        ("It grows 7.3% a year to 2030.", "CAGR"),
        ("It grows by 7.3 per cent annually.", "CAGR"),
        ("Sales rose 7.3% year-on-year.", "YoY"),
        ("Sales rose 7.3% YoY.", "YoY"),
        ("Europe held a share of 7.3% in 2024.", "share"),
        ("Europe accounted for 7.3% of the market.", "share"),
        ("Glass made up 7.3% of sales.", "share"),
        ("Europe held 41% of the market and will see a CAGR of 7.3%.", "CAGR"),
        ("a purity of 7.3%", "other"),
    ],
)
def test_the_wording_tells_the_kind(found: Finder, text: str, kind: str) -> None:
    assert found(text)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Sales fell 5%.", "down"), ("Sales rose by 5%.", "up"), ("a decline of 5%", "down"), ("a share of 5%", None)],
)
def test_the_verb_tells_the_direction(found: Finder, text: str, direction: str | None) -> None:
    assert found(text)[0].direction == direction
