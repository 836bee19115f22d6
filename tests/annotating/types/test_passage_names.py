"""Names that no table has, in single passages of news."""

from __future__ import annotations

import pytest

from extractor import Extractor, mentions
from extractor.annotating.types.companies.names.chunk import chunk_of
from extractor.annotating.types.companies.weighing.passage_marks import marks_of_passage


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


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Goal opened a depot.", False),  # its own word tells nothing of it
        ("Goal opened a depot with a goal.", True),
        ("Goal opened a depot. Critics met Goal there.", False),
        ("Goal opened a depot that Goal owns.", True),  # the one stands beside the other
        ("Goal opened a depot. A coach came.", False),  # another sentence
    ],
)
def test_the_words_beside_a_name_are_those_of_its_sentences(text: str, marked: bool) -> None:
    annotation = Extractor().annotator.annotate(text)
    chunks = [chunk_of(annotation, at, at + 1) for at, word in enumerate(annotation.words) if word.text == "Goal"]
    assert ("words of sport" in marks_of_passage(annotation, chunks)) is marked
