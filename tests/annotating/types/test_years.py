"""Years and periods in every form, beside four digits that are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor import mentions
from extractor.annotating.mention import Years

# A line a sentence, what is found in brackets, then the values; no values where nothing may be found.
LINES = [line.split("\t") for line in Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()]
HITS = [(text.replace("\\n", "\n"), values) for text, values in LINES if values]
REFUSED = [text.replace("\\n", "\n") for text, values in LINES if not values]


def split(bracketed: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", bracketed), re.findall(r"\[([^\]]*)\]", bracketed)


def found(text: str) -> list[Years]:
    return [mention for mention in mentions(text) if isinstance(mention, Years)]


def written(years: Years) -> str:
    return str(years.start_year) if years.start_year == years.end_year else f"{years.start_year}..{years.end_year}"


@pytest.mark.parametrize(("bracketed", "values"), HITS, ids=[hit[0][:50] for hit in HITS])
def test_is_found_with_its_value(bracketed: str, values: str) -> None:
    text, spans = split(bracketed)
    got = found(text)
    assert [mention.text for mention in got] == spans
    assert "; ".join(written(mention) for mention in got) == values
    assert all(text[mention.start : mention.end] == mention.text for mention in got)


@pytest.mark.parametrize("text", REFUSED)
def test_is_refused(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in 2025", "year"),
        ("2025-2032", "period"),
        ("FY25", "fiscal"),
        ("2025/26", "fiscal"),
        ("Q3 2025", "quarter"),
        ("the 1990s", "decade"),
    ],
)
def test_the_form_tells_the_kind(text: str, kind: str) -> None:
    assert found(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "suffix"), [("2024A", "actual"), ("2025E", "estimate"), ("2032F", "forecast"), ("2033(F)", "forecast"), ("2030", None)]
)
def test_a_letter_marks_actual_estimated_and_forecast_years(text: str, suffix: str | None) -> None:
    assert found(text)[0].suffix == suffix


@pytest.mark.parametrize(
    ("text", "position"),
    [("by the end of 2031", "end"), ("late 2031", "end"), ("mid-2031", "mid"), ("early 2031", "start"), ("in 2031", None)],
)
def test_words_before_tell_the_part_of_the_year(text: str, position: str | None) -> None:
    assert found(text)[0].position == position
