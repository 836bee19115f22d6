"""The weights of the marks of a name, and of a firm, add up to the same in any order."""

from __future__ import annotations

from itertools import permutations

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import CompanyName
from extractor.annotating.types.companies.letters.weights import NAME_TABLE, PASSAGE_TABLE, ROLE_TABLE, with_place
from extractor.cleaning.article import Article
from extractor.data.weights import load_weights, weight_of
from extractor.settings import Settings


@pytest.mark.parametrize("table", [NAME_TABLE, PASSAGE_TABLE, ROLE_TABLE])
def test_order_of_marks_tells_nothing(table: str) -> None:
    weights = load_weights(table)
    marks = [mark for mark, weight in weights.items() if weight % 1][:6]
    assert len({weight_of(order, weights) for order in permutations(marks)}) == 1


@pytest.mark.parametrize(
    ("marks", "where"),
    [({"item"}, "listed"), ({"in title", "coined"}, "titled"), ({"opens", "inside"}, "inside"), ({"opens"}, "opening")],
)
def test_each_mark_is_told_by_the_place_of_the_name_as_well(marks: set[str], where: str) -> None:
    assert with_place(marks) == marks | {f"{where}, {mark}" for mark in marks}


@pytest.mark.parametrize(
    "text",
    [
        "The lamp market was worth USD 2 billion in 2024. Everyone wants to be second, people say.",
        "The lamp market was worth USD 2 billion in 2024. Treatment charges for oil fell again.",
        "The lamp market was worth USD 2 billion in 2024. A plant near Lunnestorp sells to Orvane Inc. of Peru.",
    ],
)
def test_words_that_open_sentences_and_towns_are_no_firms(text: str) -> None:
    found = Annotator(Settings())(Article(text, title="Lamp Market")).of(CompanyName)
    assert {mention.text for mention in found} <= {"Orvane Inc."}
