"""The same few facts in the wordings of many publishers: names of markets (`namings.txt`) and rates (`rates.txt`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.quality_keys import market_key

from extractor.linking import Links

Link = Callable[..., Links]

HEADLINE = "The oil skimmer market was worth USD 1.2 billion in 2024 and will be worth USD 1.9 billion by 2031."


def rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split(" || ") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("title", "body", "name"), rows("namings.txt"))
def test_name(link: Link, title: str, body: str, name: str) -> None:
    market = link(body, title=title, published="2025-03-03").market
    assert market_key(market.name if market else "") == market_key(name)


@pytest.mark.parametrize(("sentence", "wanted"), rows("rates.txt"))
def test_rate(link: Link, sentence: str, wanted: str) -> None:
    gap = "\n" if wanted.endswith("part") else " "
    links = link(f"{HEADLINE}{gap}{sentence}", title="Oil Skimmer Market Outlook", published="2025-03-03")
    found = [
        f"{item.kind} {item.rate.normalize():f} {item.start_year}-{item.end_year}{' part' if item.scope else ''}"
        for item in links.growth
    ]
    assert found == [wanted]
