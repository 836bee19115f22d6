"""Marks where words are looked for end no document."""

from __future__ import annotations

import pytest

from extractor import extract, mentions
from extractor.annotating.types.companies.letters.short_names import short_names

SENTENCE = "The kelp market was worth USD 2 billion in 2024."


@pytest.mark.parametrize(
    "text",
    [
        f"Kelp Market Analysis, Size and Forecast to <p> 2029\n\n{SENTENCE}",
        f"<h1>Kelp Market</h1><p>{SENTENCE}</p><h2>:</h2><p>Bars and powders are sold in shops.</p>",
        f"<h1>Kelp Market</h1><p>{SENTENCE}</p><h2>Segments</h2><h3>:</h3><ul><li>Bars</li><li>Powders</li></ul>",
    ],
)
def test_an_article_with_odd_marks_is_read(text: str) -> None:
    record = extract(text)
    assert [(str(item.amount), item.year) for item in record.estimates] == [("2000000000", 2024)]


def test_a_name_that_begins_with_a_mark_has_short_names() -> None:
    assert short_names("& Orvane Foods", None)[0] == "& Orvane"


def test_a_line_in_capitals_may_end_on_a_firm_that_ends_the_text() -> None:
    assert [found.text for found in mentions("HELD - GENERAL MOTORS")] == ["GENERAL MOTORS"]
