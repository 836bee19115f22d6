"""The research firm behind the figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("The tray market was worth $2 billion in 2024, according to Harrow Research.", "Harrow Research"),
        ("Castell Insights expects the tray market to reach $4 billion by 2030.", "Castell Insights"),
        ("The tray market will reach $4 billion by 2030, says consultancy Brightfold.", "Brightfold"),
        ("Stillwater Analytics offers an answer. It values the tray market at £812m in 2024.", "Stillwater Analytics"),
        (
            "The tray market was worth $2 billion in 2024, according to a new report by Northgate Research, Inc.",
            "Northgate Research",
        ),
        ("The tray market was worth $2 billion in 2024. (Harrow Research)", "Harrow Research"),
        ("- The tray market was worth $2 billion in 2024. [Source: Harrow Research]", "Harrow Research"),
        (
            "The study was presented by the consultancy Krone & Partner. The tray market was worth $2 billion in 2024.",
            "Krone & Partner",
        ),
        ("The tray market was worth $2 billion in 2024, says a paper by Baobab Metrics.", "Baobab Metrics"),
        (
            "The tray market was worth $2 billion in 2024, according to a study that Cabinet Harrow presented in Lyon.",
            "Cabinet Harrow",
        ),
        ("Note 31, 3 December 2024 Harrow Analyse puts the tray market at $640 million in 2023.", "Harrow Analyse"),
        (
            "Asked for a figure, Harrow Cintre says the French tray market was worth $2 billion in 2024.",
            "Harrow Cintre",
        ),
        ("The French tray market was worth $2 billion in 2024.", None),
        ("The tray market was worth $2 billion in 2024.", None),
        ("The tray market is worth $9 billion, founder Ann Lee says.", None),
        (
            "Vandermeer Insights values the tray market at $4 billion in 2024, while Castell Research sees it at "
            "$5 billion in 2024.",
            None,
        ),
    ],
)
def test_publisher(link: Link, text: str, publisher: str | None) -> None:
    assert link(text).publisher == publisher


def test_title_of_the_work_stands_before_its_author(link: Link) -> None:
    text = 'The report "Lamp Market by Type (Desk, Floor) - Forecast" by Lampagri values the lamp market at USD 1.4 billion.'
    assert link(text).publisher == "Lampagri"


def test_short_name_is_given_in_full(link: Link) -> None:
    text = (
        "I paid for a study, by Lampagri Trade Intelligence of Kobe, and this is what I learnt.\n\n"
        "Lampagri puts the global lamp market at $2.3 billion in 2023."
    )
    assert link(text).publisher == "Lampagri Trade Intelligence"
