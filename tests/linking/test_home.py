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
        (
            "The skimmer market was worth €16 million in 2024. Crete is the largest region. The Saronic Gulf buys most.",
            "Greece Skimmer Market",
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


def test_an_article_whose_places_are_of_one_country_is_about_that_country(link: Link) -> None:
    text = (
        "KARACHI: The market for roof fans, put at $88 million in 2024, may reach $170 million by 2029. Lahore and Karachi"
        " buy most. Sindh comes second after Punjab, and Multan follows. Most parts come from China."
    )
    market = link(text, title="Roof fan market to double").market
    assert market is not None and (market.name, market.region) == ("Pakistan Roof Fan Market", "Pakistan")


def test_places_of_one_country_beside_parts_of_the_world_limit_nothing(link: Link) -> None:
    text = (
        "KARACHI: The market for roof fans, put at $88 million in 2024, may reach $170 million by 2029. Lahore and Karachi"
        " buy most. Sindh comes second after Punjab, and Multan follows. Asia Pacific leads, ahead of Europe."
    )
    market = link(text, title="Roof fan market to double").market
    assert market is not None and market.region is None
