"""Articles about several markets: by what their titles count or list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
SECTIONS = """Tidal lamps

Sales of tidal lamps should rise from $64 million in 2024 to $90 million in 2030.

Harbour bells

The number for harbour bells is smaller: $31 million in 2025.
"""


@pytest.mark.parametrize("title", ["Numbers of the month: lamps and bells", "Letter from the quay"])
def test_sections_that_the_title_lists_or_that_each_tell_a_value_are_of_markets(link: Link, title: str) -> None:
    links = link(SECTIONS, title=title)
    assert links.market is None
    assert {item.market for item in links.estimates} == {"Tidal Lamps Market", "Harbour Bells Market"}


def test_a_title_that_counts_its_forecasts_names_no_market(link: Link) -> None:
    text = "Product | 2024 | 2030\\nTidal lamps | $64 million | $90 million\\nHarbour bells | $31 million | $40 million"
    assert link(text, title="Two forecasts for the harbour trade").market is None


@pytest.mark.parametrize(
    "title", ["Tidal lamp market by lamps and bells", "Tidal lamp market: what lamps and bells are worth"]
)
def test_sections_of_a_market_that_title_and_text_name_are_its_parts(link: Link, title: str) -> None:
    market = link(f"The tidal lamp market was worth $99 million in 2024.\\n\\n{SECTIONS}", title=title).market
    assert market is not None
    assert market.name == "Tidal Lamp Market"


def test_the_only_yearly_rate_of_a_section_is_its_markets(link: Link) -> None:
    text = (
        "Tidal lamps\n\nSales of tidal lamps should rise from $64 million in 2024 to $90 million in 2030.\n\n"
        "Harbour bells\n\nThe number is smaller: $31 million in 2025. For New Zealand and beyond, 7.5% a year is expected until 2030.\n"
    )
    links = link(text, title="Numbers of the month: lamps and bells")
    assert [(item.market, item.scope) for item in links.growth] == [("Harbour Bells Market", None)]


def test_paragraphs_that_each_tell_a_value_are_of_markets(link: Link) -> None:
    text = (
        "ONE. Sales of tidal lamps were $64 million in 2024.\n\nTWO. The harbour bell industry is worth $31 million (2025)."
        "\n\nTHREE. Foghorns are a $12 million business, 2023 figures."
    )
    assert link(text, title="Five-minute harbour: lamps, bells and foghorns").market is None


THREE = (
    "The tidal lamp market was worth $64 million in 2024. The buoy lamp market was worth $31 million in 2025.\n\n"
    "The pier lamp market should reach $12 million by 2030."
)
TWO = (
    "{}The tidal lamp market was worth $64 million in 2024.\n\n{}The harbour bell market was worth $31 million in 2025."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            THREE,
            "Brighter: the tidal lamp numbers, sorted",
        ),  # a title that has the words of one, and calls none a market
        (TWO.format("", ""), "Two forecasts for the tidal lamp"),  # ... or counts them
        (TWO.format("Tidal lamps\n\n", "Bells in harbours and harbour bells\n\n"), "The harbour letter"),
    ],
)
def test_several_markets_with_figures_are_a_round_up(link: Link, text: str, title: str) -> None:
    assert link(text, title=title).market is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (THREE, "Tidal lamp market to double"),
        (TWO.format("", "So I counted\n\n"), "Nobody counts the lamps"),  # one neighbour, in no section of its own
        (TWO.format("Tidal lamps\n\n", "What to do\n\n"), "The harbour letter"),
        (
            "Top tidal lamp statistics\n\nThe tidal lamp market was worth $64 million in 2024.\n\n"
            "Return statistics\n\nA return costs $165.",
            "Tidal Lamp Statistics 2025",
        ),
        (  # headings that are values are no subjects
            "The tidal lamp market keeps growing.\n\n$64 million in 2024\n\nThe tidal lamp market was worth $64 million in 2024.\n\n"
            "$90 million in 2030\n\nThe tidal lamp market should be $90 million in 2030.",
            "Letter from the quay",
        ),
    ],
)
def test_an_article_about_one_market_may_name_its_neighbours(link: Link, text: str, title: str) -> None:
    market = link(text, title=title).market
    assert market is not None
    assert market.name == "Tidal Lamp Market"
