"""What a reader checks first, in the words of many publishers: market, base, forecast and yearly rate of short articles.

`headlines.txt` holds one article a paragraph of the file: "T" its title, "D" its date (ISO), "B" a block of its body ("L" one more line of it), and
after "=" what is right: market | base values | forecast values | CAGRs of the whole market. Names compare without the
words that all markets share. What is no market value (deals, prices, sales of firms) stands in the same articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from benchmarks.quality_keys import market_key

from extractor.linking import Links

Link = Callable[..., Links]

SCALES = {"": 1, "M": 10**6, "B": 10**9, "T": 10**12}
AMOUNT = re.compile(r"([\d.]+)([MBT]?) ([A-Z]{3}) (\d{4})")


@dataclass
class Case:
    """One article and what is right of it."""

    title: str = ""
    date: str = ""
    body: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)


def cases() -> list[Case]:
    found = []
    for paragraph in Path(__file__).with_name("headlines.txt").read_text("utf-8").strip().split("\n\n"):
        case = Case()
        for line in paragraph.splitlines():
            kind, rest = line[0], line[2:]
            if kind == "T":
                case.title = rest
            elif kind == "D":
                case.date = rest
            elif kind == "B":
                case.body.append(rest)
            elif kind == "L":
                case.body[-1] += f"\n{rest}"
            else:
                case.wanted = [part.strip() for part in rest.split("|")]
        found.append(case)
    return found


def amounts(text: str) -> set[tuple[Decimal, str, int]]:
    return {
        (Decimal(number) * SCALES[scale], currency, int(year)) for number, scale, currency, year in AMOUNT.findall(text)
    }


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title[:40])
def test_headline(link: Link, case: Case) -> None:
    record = link("\n".join(case.body), title=case.title, published=case.date or None)
    totals = [item for item in record.estimates if item.scope is None and item.market is None]
    found = {
        kind: {(item.amount, item.currency, item.year) for item in totals if item.kind == kind}
        for kind in ("base", "forecast")
    }
    name, base, forecast, rates = case.wanted
    assert market_key(record.market.name if record.market else "") == market_key(name)
    assert found["base"] == amounts(base)
    assert found["forecast"] == amounts(forecast)
    assert {item.rate for item in record.growth if item.kind == "CAGR" and item.scope is None} == {
        Decimal(rate) for rate in rates.split()
    }
