"""Sentences beside a headline that give something else: a part's value, a firm's, a step on the way.

`parts.txt` has one sentence a line. Read before or behind the market's own figures, none of them may change what the
whole market's base, forecast and yearly rate are.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
Show = Callable[[Links], list[str]]

HEADLINE = "The oil skimmer market was worth USD 1.2 billion in 2024 and will be worth USD 1.9 billion in 2031, at a CAGR of 6.8%."
OPENING = "Oil skimmers remove oil from water. They are used in workshops."
SENTENCES = Path(__file__).with_name("parts.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("form", ["{headline}\n{opening}\n{sentence}", "{opening} {sentence}\n{headline}"])
def test_a_part_is_not_the_whole(link: Link, form: str, sentence: str) -> None:
    links = link(
        form.format(headline=HEADLINE, opening=OPENING, sentence=sentence), title="Oil Skimmer Market Outlook to 2031"
    )
    totals = {
        (item.kind, item.amount, item.year)
        for item in links.estimates
        if item.scope is None and item.market is None and item.kind in ("base", "forecast")
    }
    rates = [item.rate for item in links.growth if item.kind == "CAGR" and item.scope is None and item.market is None]
    assert totals == {("base", 1_200_000_000, 2024), ("forecast", 1_900_000_000, 2031)}
    assert [f"{rate}" for rate in rates] == ["6.8"]
