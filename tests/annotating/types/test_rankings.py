"""Rankings: numbered headings that hold a firm each, and titles that announce them."""

from __future__ import annotations

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import CompanyName
from extractor.cleaning.article import Article
from extractor.settings import Settings

HEADINGS = ["Barebell", "Sellafrost", "Grenade", "kolbadaka"]
TEXT = "\n\n".join(f"{number}. {name}\n\nIt tastes of cake." for number, name in enumerate(HEADINGS, 1))


def names(title: str) -> list[str]:
    found = Annotator(Settings())(Article(TEXT, title=title)).of(CompanyName)
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    "title", ["Top 4 Protein Bar Brands", "Four Protein Bar Makers to Know in 2025", "The Best Protein Bar Companies"]
)
def test_a_title_that_announces_firms_makes_firms_of_the_headings(title: str) -> None:
    assert names(title) == HEADINGS


@pytest.mark.parametrize("title", ["Four Protein Bars Tested", "How Protein Bars Are Made"])
def test_headings_below_another_title_are_no_firms(title: str) -> None:
    assert names(title) == []
