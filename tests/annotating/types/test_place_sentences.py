"""Places, what looks like places, and their roles, in sentences of news and of reports."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import RegionName
from extractor.settings import Settings

HERE = Path(__file__).parent
ROLES = {"d": "dominant", "f": "fastest_growing", "s": "market_scope", "": "mentioned"}
BRACKETED = re.compile(r"\[([^]|]*)\|?(\w?)\]")


def rows(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if not line.startswith("#")]


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


def places(text: str) -> list[tuple[str, str]]:
    """The places of a text with their roles, by position."""
    mentions = annotator().annotate(text).mentions
    return [(mention.text, mention.role) for mention in mentions if isinstance(mention, RegionName)]


@pytest.mark.parametrize("row", rows("places_in_news.txt"))
def test_news_names_these_places(row: str) -> None:
    found = [name.removeprefix("The ").removeprefix("the ") for name, _ in places(BRACKETED.sub(r"\1", row))]
    assert found == [match[1].removeprefix("The ") for match in BRACKETED.finditer(row)]


@pytest.mark.parametrize("row", rows("places_that_lead.txt"))
def test_places_have_these_roles(row: str) -> None:
    assert places(BRACKETED.sub(r"\1", row)) == [(match[1], ROLES[match[2]]) for match in BRACKETED.finditer(row)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Plants: Ulm (DE), Brescia (IT), São Paulo (BR).", [None, "DE", None, "IT", None, "BR"]),
        ("Ulm (ME) is a joke.", [None]),
        ("It hired people (IT) and left (IN).", []),
        ("The R.O.C. and the Rep. of Ireland met the United Mexican States.", ["TW", "IE", "MX"]),
        ("Regions covered: NAM, LAM, SAM, APAC", ["003", "419", "005", None]),
    ],
)
def test_short_names_have_their_codes(text: str, codes: list[str | None]) -> None:
    found = [mention.code for mention in annotator().annotate(text).mentions if isinstance(mention, RegionName)]
    assert found == codes
