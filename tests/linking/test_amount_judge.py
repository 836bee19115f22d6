"""Whose value an amount is: the marks around it weighed, by tables that name every answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.data.tables import read_table
from extractor.linking import Links
from extractor.linking.estimates.amount_judge import ANSWERS, WEIGHT_FILE
from extractor.linking.estimates.amount_marks import CLASS_FILE
from extractor.linking.statements.mark_weights import load_classes, load_mark_weights

Link = Callable[..., Links]

WHOLE = "The kelp dryer market was worth $2 billion in 2024 and will reach $3 billion by 2031, a CAGR of 6%."


def test_each_mark_has_a_weight_for_each_answer() -> None:
    assert {len(weights) for _, _, *weights in read_table(WEIGHT_FILE)} == {
        len(ANSWERS) + 1
    }  # and what speaks for growth


def test_a_word_weighs_what_its_class_does() -> None:
    assert load_classes(CLASS_FILE)["acquired"] == "deal"
    table = load_mark_weights(WEIGHT_FILE, CLASS_FILE)["before"]
    assert table["acquiring"][ANSWERS.index("none")] > 0


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Norway was worth $400 million in 2024.", "Norway"),
        ("The wider dryer market was worth $30 billion in 2024.", "other"),
        ("In May 2024 Harrow Group acquired Castell for $700 million.", "none"),
    ],
)
def test_what_stands_beside_the_market_is_not_its_own(link: Link, sentence: str, whose: str) -> None:
    links = link(f"{WHOLE} {sentence}", title="Kelp Dryer Market Outlook to 2031")
    totals = [item for item in links.estimates if item.scope is None and item.market is None]
    assert [str(item.amount) for item in totals] == ["2000000000", "3000000000"]
    assert [item.scope for item in links.estimates if item.scope] == ([whose] if whose == "Norway" else [])


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        ("By 2035 the battery economy might be worth USD 2.5 Tn.", ["2500000000000"]),
        ("Cheese exports from Denmark came to EUR 1.9 billion in 2022.", ["1900000000"]),
        ("Backers had poured $45 million into the app by 2019.", []),
    ],
)
def test_of_a_statement_that_stands_alone_the_doubtful_is_given(link: Link, statement: str, values: list[str]) -> None:
    assert [str(item.amount) for item in link(statement).estimates] == values


def test_exports_are_no_value_of_an_article_about_something_else(link: Link) -> None:
    links = link(f"{WHOLE} Exports came to $190 million in 2023.", title="Kelp Dryer Market Outlook to 2031")
    assert len(links.estimates) == 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The dryer market is to grow by $700 million between 2024 and 2031.", "incremental"),
        ("An additional $700 million in dryer sales is up for grabs by 2031.", "incremental"),
        ("Absolute dollar opportunity, 2024-2031: $700 million", "incremental"),
        ("The dryer market is to grow by 6% to $700 million in 2031.", "forecast"),
        ("The dryer market will be worth $700 million by 2031, 6% more a year.", "forecast"),
    ],
)
def test_what_is_added_is_no_level(link: Link, sentence: str, kind: str) -> None:
    assert [item.kind for item in link(sentence, title="Kelp Dryer Market Outlook to 2031").estimates] == [kind]
