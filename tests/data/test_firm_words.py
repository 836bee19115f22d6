"""The words of research firms' names tell what they say they tell, and nothing in names of others."""

from __future__ import annotations

import re

import pytest

from extractor.cleaning.firm_names import looks_like_firm, may_be_firm
from extractor.data.firm_words import firm_words
from extractor.data.tables import read_table

PLACES = {"name", "last", "said", "sentence", "role"}


def test_every_row_names_known_places() -> None:
    for word, places, *_ in read_table("own/firm_words.tsv"):
        assert set(places.split()) <= PLACES, word
        re.compile(word)


@pytest.mark.parametrize(
    "name", ["Tin Road Research", "TinRoadInsights", "Quayside Data", "Harbour Market Briefings", "Kvist Advisors"]
)
def test_names_of_firms_are_known(name: str) -> None:
    assert looks_like_firm(name)


@pytest.mark.parametrize("name", ["Data Hall", "Monitor Street", "Kvist Lamps", "Metrics"])
def test_names_of_others_are_not(name: str) -> None:
    assert not looks_like_firm(name)


def test_weaker_words_tell_at_the_end_of_a_name_that_stands_somewhere_telling() -> None:
    assert re.search(rf"\b(?:{firm_words('sentence')})\b", "Kvist Partners")
    assert looks_like_firm("Kvist Partners") and not may_be_firm("Kvist Partners")
