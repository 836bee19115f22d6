"""What the stated growth tells of values and rates whose subject the wording does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
Show = Callable[[Links], list[str]]

TITLE = "Kelp Snack Market Outlook"


@pytest.mark.parametrize(
    "text",
    [
        "The kelp snack market was worth $2 billion in 2024. The desk that follows such things has pencilled in growth "
        "of 10% a year. Odd folk in hats think $3.54 billion for 2030.",
        "The kelp snack market should reach $3.54 billion by 2030, a CAGR of 10%. "
        "Puffin Data, which released the forecast today, puts what eaters and guests paid at $2 billion in 2024.",
    ],
)
def test_a_value_is_told_by_the_growth_that_leads_to_it(link: Link, values: Show, text: str) -> None:
    assert set(values(link(text, title=TITLE))) == {"base 2000 USD 2024", "forecast 3540 USD 2030"}


def test_a_value_that_does_not_fit_the_growth_stays_out(link: Link, values: Show) -> None:
    text = "The kelp snack market should reach $3.54 billion by 2030, a CAGR of 10%. Tidal Group paid $2.6 billion for a rival in 2024."
    assert values(link(text, title=TITLE)) == ["forecast 3540 USD 2030"]


def test_a_value_without_a_year_takes_the_year_its_growth_leads_to(link: Link, values: Show) -> None:
    text = (
        "Guests left $2 billion in the kelp bars in 2024. Growth of 10% a year between 2024 and 2030 should lift the "
        "sum to $3.54 billion."
    )
    assert set(values(link(text, title=TITLE))) == {"base 2000 USD 2024", "forecast 3540 USD 2030"}


def test_a_rate_of_no_told_kind_that_leads_between_the_values_is_the_cagr(link: Link, rates: Show) -> None:
    text = (
        "Kelp snacks are $2 billion (2024), and $3.54 billion is in sight for 2030. That is a plus of 10% every year."
    )
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030"]


def test_the_way_of_a_place_is_not_the_markets(link: Link, values: Show) -> None:
    text = (
        "The kelp snack market was worth $9 billion in 2024. Norway should see $3.54 billion by 2030 from $2 billion in "
        "2024, growing at 10% a year."
    )
    assert "base 9000 USD 2024" in values(link(text, title=TITLE))
    assert not {"base 2000 USD 2024", "forecast 3540 USD 2030"} & set(values(link(text, title=TITLE)))


def test_in_a_round_up_no_way_is_the_markets(link: Link) -> None:
    text = (
        "The kelp market was worth $2 billion in 2024 and will reach $3.54 billion by 2030, a CAGR of 10%.\n\n"
        "The oar market was worth $4 billion in 2024 and will reach $5.36 billion by 2030, a CAGR of 5%."
    )
    assert {item.market for item in link(text, title="Three Markets in Brief").estimates} == {
        "Kelp Market",
        "Oar Market",
    }


def test_a_rate_that_does_not_fit_the_values_is_of_the_part_its_label_names(link: Link, rates: Show) -> None:
    text = (
        "The kelp snack market was worth $2 billion in 2024 and will reach $3.54 billion by 2030, a CAGR of 10%.\n"
        "Vinegar chips. Eaten in studios and corridors; growing at 5.1% a year."
    )
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030", "CAGR 5.1 ~2024-2030 [Vinegar chips]"]


def test_a_value_without_a_year_is_dated_by_the_growth(link: Link, values: Show) -> None:
    text = (
        "Europe sold kelp snacks for $0.7 billion in 2024. The world market for kelp snacks came to $2 billion, and it "
        "is expected to come to $3.54 billion in 2030, a CAGR of 10%."
    )
    assert {"base 2000 USD 2024", "forecast 3540 USD 2030"} <= set(values(link(text, title=TITLE)))


def test_a_value_is_not_dated_by_a_year_that_the_text_does_not_name(link: Link, values: Show) -> None:
    text = "The kelp snack market came to $2 billion. It is expected to come to $3.54 billion in 2030, a CAGR of 10%."
    assert "base 2000 USD 2024" not in values(link(text, title=TITLE))


def test_another_rate_with_a_period_of_its_own_is_of_the_market(link: Link, rates: Show) -> None:
    text = (
        "The kelp snack market was worth $2 billion in 2024 and will reach $3.54 billion by 2030, a CAGR of 10%. "
        "Between 2019 and 2024 it grew at 4% a year."
    )
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030", "CAGR 4 2019-2024"]


def test_a_rate_without_a_word_of_growth_is_the_market_s_where_its_values_imply_it(link: Link, rates: Show) -> None:
    text = "The kelp snack market was worth $2 billion in 2024 and will reach $3.54 billion by 2030. Per year: 10.0%."
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030"]


OPENED = "Kelp Snack Market: What Comes After the Boom"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Walkers know it and paid $4.9 billion for kelp snacks in 2024. Prices are stable.", "base 4900 USD 2024"),
        ("Vending kelp snacks brought the trade $1.2 billion in 2024.", "base 1200 USD 2024"),
        (
            "Crisp kelp snacks fetched $310 million in 2024, or so it seems. They should be at $500 million in 2030.",
            None,
        ),
    ],
)
def test_the_first_amount_of_what_an_article_is_about_is_its_markets(
    link: Link, values: Show, text: str, wanted: str | None
) -> None:
    assert (wanted or "base 310 USD 2024") in values(link(f"Demand is small. {text}", title=OPENED))


@pytest.mark.parametrize(
    "text",
    [
        "Hallet Foods paid $4.9 billion for a maker of kelp snacks in 2024.",  # one buyer
        "A kelp snack machine cost $4.9 million in 2024.",  # a price
        "The barley wafer market, in which kelp snacks are small, was worth $1.2 billion in 2024.",  # other goods
        "Kelp snacks from Norway made $1.2 billion in 2024, more than half of the total.",  # a part
    ],
)
def test_the_first_amount_of_something_else_is_not(link: Link, values: Show, text: str) -> None:
    found = values(link(f"Demand is small. {text}", title=OPENED))
    assert not any(value in ("base 4900 USD 2024", "base 1200 USD 2024") for value in found)
