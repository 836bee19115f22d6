"""Years and periods in every form, beside four digits that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.annotating.mention import Years

Finder = Callable[[str], list[Years]]


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
def test_the_form_tells_the_kind(found: Finder, text: str, kind: str) -> None:
    assert found(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "suffix"),
    [("2024A", "actual"), ("2025E", "estimate"), ("2032F", "forecast"), ("2033(F)", "forecast"), ("2030", None)],
)
def test_a_letter_marks_actual_estimated_and_forecast_years(found: Finder, text: str, suffix: str | None) -> None:
    assert found(text)[0].suffix == suffix


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("by the end of 2031", "end"),
        ("late 2031", "end"),
        ("mid-2031", "mid"),
        ("early 2031", "start"),
        ("in 2031", None),
    ],
)
def test_words_before_tell_the_part_of_the_year(found: Finder, text: str, position: str | None) -> None:
    assert found(text)[0].position == position
