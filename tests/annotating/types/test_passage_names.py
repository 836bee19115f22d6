"""Names that no table has, in single passages of news."""

from __future__ import annotations

import pytest

from extractor import mentions


def companies(text: str) -> list[str]:
    return [mention.text for mention in mentions(text) if mention.label == "COMPANY"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Tesselka will cut 400 jobs at its plant in Lima.", "Tesselka"),
        ("Zelmira raised prices at its 400 stores.", "Zelmira"),
    ],
)
def test_the_sentence_tells_a_firm(text: str, firm: str) -> None:
    assert firm in companies(text)


@pytest.mark.parametrize(
    "text",
    [
        "Orvanka beat Tesselka 3-1 in the derby and won the cup.",
        "Zelmira lost seats in the election.",
        "STORM SHUTS DEPOT NEAR ORVANKA",
    ],
)
def test_the_sentence_tells_a_team_or_a_party(text: str) -> None:
    assert companies(text) == []
