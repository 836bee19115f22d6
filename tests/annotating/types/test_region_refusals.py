"""Each refusal of a place has the last word in its own sentences, and keeps what is a place."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.types.regions import finder, refusals
from extractor.annotating.types.regions.refusals import REFUSALS, Refusal
from extractor.annotating.types.regions.spot import Spot
from extractor.settings import Settings


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


def places(text: str) -> list[str]:
    return [mention.text for mention in annotator().annotate(text).mentions if mention.label == "REGION"]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.name)
def test_refusal_refuses_and_keeps(refusal: Refusal) -> None:
    assert refusal.refused and refusal.kept, "a refusal shows what it refuses and what it keeps"
    for text in refusal.refused:
        assert places(text) == [], text
    for text in refusal.kept:
        wanted = [part.split("]")[0] for part in text.split("[")[1:]]
        assert places(text.replace("[", "").replace("]", "")) == wanted, text


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.name)
def test_refusal_holds_in_each_of_its_sentences(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def watched(spot: Spot) -> str | None:
        held.append(refusal.applies(spot))
        return refusals.refusal_of(spot)

    monkeypatch.setattr(finder, "refusal_of", watched)
    for text in refusal.refused:
        held.clear()
        places(text)
        assert any(held), text
