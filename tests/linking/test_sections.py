"""Articles about several markets, and articles that quote several firms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
Show = Callable[[Links], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Vertical farms\nThe market was worth $5 billion in 2022 and should reach $24 billion in 2030.\nFarm "
        "drones\nThe market was worth $4 billion in 2023 and should reach $18 billion in 2031.",
        "Vertical farms: $5 billion in 2022 to $24 billion in 2030, a market to watch.\nFarm drones: $4 billion "
        "in 2023 to $18 billion in 2031, another market to watch.",
    ],
)
def test_figures_go_to_the_market_of_their_section(link: Link, values: Show, text: str) -> None:
    shown = values(link(text, title="Two farm markets worth watching"))
    assert [line.split("<")[1] for line in shown] == ["Vertical Farms Market>"] * 2 + ["Farm Drones Market>"] * 2
    assert [line.split()[0] for line in shown] == ["base", "forecast"] * 2


def test_firms_with_forecasts_of_their_own_are_judged_apart(link: Link, values: Show) -> None:
    text = (
        "Harrow Research values the kelp snack market at $3.1 billion in 2023 and expects $5.2 billion by 2032. "
        "Castell Insights puts the kelp snack market at $3.3 billion in 2024, rising to $4.6 billion in 2029."
    )
    assert values(link(text)) == [
        "base 3100 USD 2023",
        "forecast 5200 USD 2032",
        "base 3300 USD 2024",
        "forecast 4600 USD 2029",
    ]


def test_two_firms_in_one_sentence_both_forecast(link: Link, values: Show) -> None:
    text = "One firm sees the kelp snack market at $22 billion by 2028, while another expects $31 billion by 2030."
    assert values(link(text)) == ["forecast 22000 USD 2028", "forecast 31000 USD 2030"]
