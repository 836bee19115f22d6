"""Percentages in digits and words, ranges, basis points."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import mentions
from extractor.annotating.mention import Rate

# A line a sentence, what is found in brackets, then the values; no values where nothing may be found.
LINES = [line.split("\t") for line in Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()]
HITS = [(text.replace("\\n", "\n"), values) for text, values in LINES if values]
REFUSED = [text.replace("\\n", "\n") for text, values in LINES if not values]


def split(bracketed: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", bracketed), re.findall(r"\[([^\]]*)\]", bracketed)


def plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def found(text: str) -> list[Rate]:
    return [mention for mention in mentions(text) if isinstance(mention, Rate)]


def written(rate: Rate) -> str:
    return plain(rate.amount) if rate.amount is not None else f"{plain(rate.low or Decimal(0))}..{plain(rate.high or Decimal(0))}"


@pytest.mark.parametrize(("bracketed", "values"), HITS, ids=[hit[0][:50] for hit in HITS])
def test_is_found_with_its_value(bracketed: str, values: str) -> None:
    text, spans = split(bracketed)
    got = found(text)
    assert [mention.text for mention in got] == spans
    assert "; ".join(written(mention) for mention in got) == values
    assert all(text[mention.start : mention.end] == mention.text for mention in got)


@pytest.mark.parametrize("text", REFUSED)
def test_is_refused(text: str) -> None:
    assert found(text) == []


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
def test_the_wording_tells_the_kind(text: str, kind: str) -> None:
    assert found(text)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Sales fell 5%.", "down"), ("Sales rose by 5%.", "up"), ("a decline of 5%", "down"), ("a share of 5%", None)],
)
def test_the_verb_tells_the_direction(text: str, direction: str | None) -> None:
    assert found(text)[0].direction == direction
