"""What a text is about that nowhere says "the X market": the likeliest of its phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
SIZE = "It is worth $90 million a year and should earn $140 million by 2031, 6.5% more every year."


@pytest.mark.parametrize(
    ("title", "text", "name", "region"),
    [
        ("Hemp brick finds a wall", f"A kiln for hemp brick is open. {SIZE}", "Hemp Brick Market", None),
        (
            "Oyster mushroom kits: a hobby grows up",
            f"Mushroom growers sell kits. {SIZE}",
            "Oyster Mushroom Kits Market",
            None,
        ),
        ("Outlook: Tide Clocks", f"Tide clocks hang in every harbour bar. {SIZE}", "Tide Clocks Market", None),
        (
            "Why buyers like tide clocks, Portugal",
            f"Tide clocks, which hang in bars, sell. {SIZE}",
            "Portugal Tide Clocks Market",
            "Portugal",
        ),
        ("Portugal's tide clocks", f"Tide clocks hang in bars. {SIZE}", "Portugal Tide Clocks Market", "Portugal"),
        ("Mexican agave syrup: figures", f"Agave syrup sells. {SIZE}", "Mexico Agave Syrup Market", "Mexico"),
        ("Tide clocks are back", f"Clocks that show the tide hang in bars. {SIZE}", "Tide Clocks Market", None),
        ("Kombu: a plant with a price", f"Kombu is dried on beaches. Kombu keeps. {SIZE}", "Kombu Market", None),
    ],
)
def test_title_and_text_share_the_name(link: Link, title: str, text: str, name: str, region: str | None) -> None:
    market = link(text, title=title).market
    assert market is not None
    assert (market.name, market.region) == (name, region)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("How to hang tide clocks", "Tide clocks hang in bars. One costs $90."),
        ("Tide clocks", "The company sold tide clocks worth $90 million and the group expects $140 million by 2031."),
        (
            "Quay wall repairs to start",
            "Quay wall repairs are a project worth $90 million, and the budget will grow by 5% a year.",
        ),
        ("What now?", SIZE),
    ],
)
def test_a_firms_news_and_prices_make_no_market(link: Link, title: str, text: str) -> None:
    assert link(text, title=title).market is None


def test_the_name_before_an_outcome_stands(link: Link) -> None:
    market = link(f"Tide clock hopes are high. {SIZE}", title="Tide clock hopes").market
    assert market is not None and market.name == "Tide Clock Market"


def test_figures_are_read_again_as_those_of_the_market_found_late(link: Link) -> None:
    links = link(f"A kiln for hemp brick is open. {SIZE}", title="Hemp brick finds a wall")
    assert [(item.amount, item.year, item.scope) for item in links.estimates][-1] == (140_000_000, 2031, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Polish households paid $90 million for tide clocks in 2024.", "Poland Tide Clock Market"),
        ("Shops sold $90 million's worth of tide clocks in 2024.", "Tide Clock Market"),
        ("Shops in Portugal sold tide clocks for $90 million in 2024.", "Tide Clock Market"),
        ("Harbour bars bought tide clocks worth $90 million in 2024.", "Tide Clock Market"),
        ("Tide clocks took in $90 million in 2024.", "Tide Clock Market"),
        ("Makers of tide clocks turned over $90 million in 2024.", "Tide Clock Market"),
        ("Tide clocks are a $90 million category.", "Tide Clock Market"),
    ],
)
def test_what_is_paid_for_and_what_earns_names_the_market(link: Link, text: str, name: str) -> None:
    market = link(f"{text} That should be $140 million by 2031, a CAGR of 6.5%.", title="Time and the sea").market
    assert market is not None and market.name == name


@pytest.mark.parametrize("what", ["The company", "The segment", "Its exports", "A contract", "The plant"])
def test_what_earns_and_is_no_goods_names_none(link: Link, what: str) -> None:
    assert link(f"{what} brought in $90 million in 2024.", title="Time and the sea").market is None


@pytest.mark.parametrize(
    "text",
    [
        "Among drinks, iced kombu generated $90 million in 2024.",
        "The city will spend $90 million on tide clocks by 2031.",
        "The harbour museum paid $90 million for tide clocks in 2024.",
        "Fencetek sold tide clocks for $90 million in 2024.",
        "Two bars sold the clock for $90 million in 2024.",
    ],
)
def test_what_a_part_earns_and_one_buyer_pays_for_names_none(link: Link, text: str) -> None:
    assert link(text).market is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("One tide clock hangs in a bar. Tide clocks sell.", "Tide Clock Market"),
        ("Tide clocks sell.", "Tide Clocks Market"),
    ],
)
def test_the_name_is_for_one_where_the_text_has_that_form(link: Link, text: str, name: str) -> None:
    market = link(f"{text} {SIZE}", title="Tide clocks are back").market
    assert market is not None and market.name == name


def test_the_sentence_with_the_size_names_what_the_title_only_hints_at(link: Link) -> None:
    text = "Sales of tide clock repair services will climb from $90 million in 2024 to $140 million in 2031, or 6.5% a year."
    market = link(f"Clocks stop. {text}", title="Clocks that stand still").market
    assert market is not None and market.name == "Tide Clock Repair Services Market"


def test_a_place_and_a_word_of_all_markets_are_no_name(link: Link) -> None:
    text = "The Chinese research industry was worth $90 million in 2024 and should reach $140 million by 2031, 6.5% a year."
    market = link(text, title="Tide clocks are back").market
    assert market is not None and market.name == "Tide Clocks Market"


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Moss walls creep into the lobby", "Offices paid $90 million for moss walls in 2024.", "Moss Wall Market"),
        (
            "What airports earn",
            "Shops sold $90 million of duty-free and travel-retail goods in 2024, and growth is 7.3% a year.",
            "Duty-free and Travel-retail Goods Market",
        ),
        (
            "Who owns the pond?",
            "The maker raised $8 million in 2024. Harrow Research puts pond robots at $90 million in 2024 and at "
            "$140 million by 2031, a CAGR of 6.5%.",
            "Pond Robots Market",
        ),
    ],
)
def test_a_name_ends_before_a_verb_and_goes_on_behind_and(link: Link, title: str, text: str, name: str) -> None:
    market = link(text, title=title).market
    assert market is not None and market.name == name


def test_what_alone_is_called_a_market_needs_no_figure_beside_it(link: Link) -> None:
    text = f"Multiply by ten ports and you have the tide clock market. {SIZE}"
    market = link(text, title="Bars, Boats and Bells: Who Looks at the Tide").market
    assert market is not None and market.name == "Tide Clock Market"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Smaller rooms, shorter prayers", "Spending on tide clocks is put at $90 million for 2024."),
        ("Behind glass: the boxes nobody sees", "Museums bought tide clocks for $90 million in 2024."),
        ("Quay workshop can't cut brass fast enough", "Demand for tide clocks came to $90 million in 2024."),
        ("The Hall family has no heir", "It is a family business. The tide clock market was $90 million in 2024."),
    ],
)
def test_a_title_that_is_not_about_what_has_the_figures_names_no_market(link: Link, title: str, text: str) -> None:
    market = link(f"{text} It should be $140 million by 2031, 6.5% more every year.", title=title).market
    assert market is not None and market.name == "Tide Clock Market"
