"""The tables of sentences beside the tests: every form of money, rates and years, beside what is none."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import mentions
from extractor.annotating.mention import Mention, Money, Rate, Years

# A line a sentence, what is found in brackets, then the values; no values where nothing may be found.
TABLES: dict[str, type[Mention]] = {"test_money.tsv": Money, "test_rates.tsv": Rate, "test_years.tsv": Years}
LINES = [
    (kind, *line.replace("\\n", "\n").split("\t"))
    for name, kind in TABLES.items()
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()
]
HITS = [line for line in LINES if line[2]]
REFUSED = [(kind, text) for kind, text, values in LINES if not values]


def plain(value: Decimal | None) -> str:
    return format((value or Decimal(0)).normalize(), "f")


def written(mention: Mention) -> str:
    """The value of a mention as the tables write it: "9200000 USD", "5..7", "2025..2032"."""
    if isinstance(mention, Years):
        return str(mention.start_year) if mention.label == "YEAR" else f"{mention.start_year}..{mention.end_year}"
    assert isinstance(mention, Money | Rate)
    value = plain(mention.amount) if mention.amount is not None else f"{plain(mention.low)}..{plain(mention.high)}"
    return f"{value} {mention.currency or '?'}" if isinstance(mention, Money) else value


@pytest.mark.parametrize(
    ("kind", "bracketed", "values"), HITS, ids=[f"{kind.__name__}-{text[:50]}" for kind, text, _ in HITS]
)
def test_is_found_with_its_value(kind: type[Mention], bracketed: str, values: str) -> None:
    text, spans = re.sub(r"[\[\]]", "", bracketed), re.findall(r"\[([^\]]*)\]", bracketed)
    got = [mention for mention in mentions(text) if isinstance(mention, kind)]
    assert [mention.text for mention in got] == spans
    assert "; ".join(written(mention) for mention in got) == values
    assert all(text[mention.start : mention.end] == mention.text for mention in got)


@pytest.mark.parametrize(("kind", "text"), REFUSED, ids=[f"{kind.__name__}-{text[:50]}" for kind, text in REFUSED])
def test_is_refused(kind: type[Mention], text: str) -> None:
    assert [mention for mention in mentions(text) if isinstance(mention, kind)] == []
