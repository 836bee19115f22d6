"""The country of a market that no naming sets in a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The oil skimmer market was worth NOK 1.6 billion in 2024 and will be worth NOK 2.3 billion in 2030.",
            "Norway Oil Skimmer Market",
        ),
        (
            "The oil skimmer market was worth £16 million in 2024. Scotland is the largest region.",
            "UK Oil Skimmer Market",
        ),
        (
            "The oil skimmer market was worth €16 million in 2024. Bavaria is the largest region.",
            "Germany Oil Skimmer Market",
        ),
        ("The global oil skimmer market was worth NOK 1.6 billion in 2024.", "Oil Skimmer Market"),
        ("The oil skimmer market was worth $16 million in 2024.", "Oil Skimmer Market"),
        (
            "The oil skimmer market was worth $16 million in 2024. Asia Pacific buys most. California is the largest region.",
            "Oil Skimmer Market",
        ),
        (
            "The oil skimmer market was worth £16 million in 2024. Germany is the largest market.",
            "Oil Skimmer Market",
        ),
    ],
)
def test_money_and_leading_parts_tell_the_country_unless_the_world_is_told_of(link: Link, text: str, name: str) -> None:
    market = link(text, title="Skimming profits").market
    assert market is not None
    assert market.name == name


def test_the_region_of_a_market_at_home_has_its_standard_name(link: Link) -> None:
    market = link("The oil skimmer market was worth £16 million in 2024.", title="Skimming profits").market
    assert market is not None
    assert market.region == "United Kingdom"
