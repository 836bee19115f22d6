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
    text = "The kelp snack market should reach $3.54 billion by 2030, a CAGR of 10%. Owners paid $2.6 billion in 2024."
    assert values(link(text, title=TITLE)) == ["forecast 3540 USD 2030"]


def test_two_values_that_fit_alike_decide_nothing(link: Link, values: Show) -> None:
    text = (
        "The kelp snack market should reach $3.54 billion by 2030, a CAGR of 10%. "
        "Owners paid $2 billion in 2024. Owners paid $1.82 billion in 2023."
    )
    assert values(link(text, title=TITLE)) == ["forecast 3540 USD 2030"]


def test_a_rate_that_does_not_fit_the_values_is_of_the_part_its_label_names(link: Link, rates: Show) -> None:
    text = (
        "The kelp snack market was worth $2 billion in 2024 and will reach $3.54 billion by 2030, a CAGR of 10%.\n"
        "Vinegar chips. Eaten in studios and corridors; growing at 5.1% a year."
    )
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030", "CAGR 5.1 ~2024-2030 [Vinegar chips]"]


def test_another_rate_with_a_period_of_its_own_is_of_the_market(link: Link, rates: Show) -> None:
    text = (
        "The kelp snack market was worth $2 billion in 2024 and will reach $3.54 billion by 2030, a CAGR of 10%. "
        "Between 2019 and 2024 it grew at 4% a year."
    )
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030", "CAGR 4 2019-2024"]


def test_a_rate_without_a_word_of_growth_is_the_market_s_where_its_values_imply_it(link: Link, rates: Show) -> None:
    text = "The kelp snack market was worth $2 billion in 2024 and will reach $3.54 billion by 2030. Per year: 10.0%."
    assert rates(link(text, title=TITLE)) == ["CAGR 10 ~2024-2030"]
