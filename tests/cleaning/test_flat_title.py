"""Titles of flat texts, whatever stands around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.cleaning import Article
from extractor.cleaning.flat.tidy import tidy_title

Clean = Callable[[str], Article]
TITLE = "Copper Lamp Market to Reach USD 66 Million by 2030"
BODY = "\n\n".join(
    [
        "The copper lamp market was worth USD 41 million in 2023 and is expected to reach USD 66 million by "
        "2030, growing at a CAGR of 7.0% from 2024 to 2030.",
        "Copper lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year.",
        "Orders come from harbour towns that want their old light back, and nineteen foundries now share the "
        "copper work between them.",
    ]
)
SURROUNDINGS = {
    "wire": f"NEWS PROVIDED BY\nQuayside Insights\nMay 6, 2024, 09:00 ET\n\n{TITLE}\n\n{BODY}\n\nSOURCE Quayside "
    f"Insights\n",
    "menu": f"Home\nReports\nPress Releases\nAbout Us\nContact Us\nLog in\n\n{TITLE}\nPublished Date: May "
    f"2024\n\n{BODY}\n\n© 2024 Quayside\n",
    "post": f"Sign in\nSubscribe\n\n{TITLE}\nAna Petrova\n·\nFollow\n4 min read · May 6, 2024\n\n{BODY}\n\n42 claps\n",
    "trail": f"Home > Lighting > Copper Lamp Market\n{TITLE}\nReport ID: QI-11\n\n{BODY}\n\nRequest a free sample\n",
}


@pytest.mark.parametrize("text", SURROUNDINGS.values(), ids=list(SURROUNDINGS))
def test_title_is_found(clean: Clean, text: str) -> None:
    article = clean(text)
    assert article.title == TITLE
    assert TITLE not in article.text


@pytest.mark.parametrize(
    ("line", "lines", "title"),
    [
        ("Tin lamps are back again | Lamp Daily", ["Lamp Daily"], "Tin lamps are back again"),
        (
            "Tin lamps are back again - Quayside Research",
            ["Quayside Research"],
            "Tin lamps are back again - Quayside Research",
        ),
        ("Tin lamps are back again | With a 5% CAGR", [], "Tin lamps are back again | With a 5% CAGR"),
        ("News › Harbour › Tin lamps are back again", [], "Tin lamps are back again"),
        ("Sign in Tin lamps are back again", [], "Tin lamps are back again"),
        ("Tin lamps are back again March 4, 2024", [], "Tin lamps are back again"),
        ("Tin lamps are back againBy Ana PetrovaMay 4, 2024", [], "Tin lamps are back again"),
        ("Tin lamps are back again | Last updated: May 4, 2024 | 7 min read", [], "Tin lamps are back again"),
        ("RELEASE: Tin lamps are back again", [], "Tin lamps are back again"),
        ("Minutes of the harbour meeting, 11 March 2024", [], "Minutes of the harbour meeting, 11 March 2024"),
        ("Tin / lead solder in lamps", [], "Tin / lead solder in lamps"),
    ],
)
def test_what_is_glued_to_a_title_goes(line: str, lines: list[str], title: str) -> None:
    assert tidy_title(line, lines) == title


@pytest.mark.parametrize(
    "line",
    [
        "Sign in to read up to 3 stories a month",
        "Was this sent to you by a friend? Sign up for your own",
        "Together with Gridline Jobs",
        "Issue 612 |",
        "Search the docs… Ctrl K",
        "61 posts open | Set up an alert",
        "Ref: MUW/24/07",
    ],
)
def test_line_that_a_rule_names_is_no_title(clean: Clean, line: str) -> None:
    text = f"{line}\n\nKelp lamps light up Varna\n\n" + "\n\n".join(
        f"The kelp lamp market grew by {number} percent in the year, and the shops of the harbour sold all that "
        f"they had in their stores."
        for number in range(2, 8)
    )
    assert clean(text).title == "Kelp lamps light up Varna"


def test_a_row_of_the_scope_table_is_no_title(clean: Clean) -> None:
    assert (
        clean(
            "Market size value in 2024: USD 12.4 billion\nRevenue forecast in 2030: USD 20.1 billion\nBase year: "
            "2023\nRegional scope: Europe"
        ).title
        is None
    )


def test_a_label_with_its_value_is_no_title(clean: Clean) -> None:
    text = (
        "Home / Press Releases\nTin Lamp Market Size To Exceed USD 386.5 Million By 2033 |\nCAGR of 6.9%\n"
        "RELEASE DATE: Aug 2024 Author: Lamp Insights\n\n"
        "According to a report by Lamp Insights, the tin lamp market is expected to grow from USD 198.3 million in 2023 "
        "to USD 386.5 million by 2033, as people look for light that does not cost them the rent.\n\n"
        "Lamps are bought in autumn. Makers keep their stock in halls by the harbour, and they sell it before winter."
    )
    assert clean(text).title == "Tin Lamp Market Size To Exceed USD 386.5 Million By 2033 | CAGR of 6.9%"


def test_what_a_network_shows_of_an_author_is_no_title(clean: Clean) -> None:
    text = (
        "Articles   People   Jobs\nJoin now   Sign in\nTin Lamps: 5 Shifts Every Lighting Leader Should Know in 2025\n"
        "Mira Lund\nB2B Growth Strategist | Storyteller | Market Intelligence at Lampeter Research | 500+ connections\n"
        "Published May 29, 2025\n\n"
        "According to Lampeter Research, the tin lamp market is forecast to reach USD 8.88 billion by 2032.\n\n"
        "Lamps are bought in autumn. Makers keep their stock in halls by the harbour, and they sell it before winter."
    )
    assert clean(text).title == "Tin Lamps: 5 Shifts Every Lighting Leader Should Know in 2025"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Tin Lamp Market\nMarket size in 2024\nUSD 6.9 Bn\nMarket size in 2032\nUSD 9.8 Bn\nCAGR (2025-2032)\n4.5%",
            "Market size in 2024",
        ),
        ("Tin Lamps: Key Facts\n- Tin lamp market: USD 6.9 Bn in 2024\n- Projection: USD 9.8 Bn by 2032", "Projection"),
    ],
)
def test_the_line_above_a_card_of_figures_is_the_title(clean: Clean, text: str, kept: str) -> None:
    article = clean(f"{text}\n\nBrass lamps have replaced tin ones in most harbours, and tin is being tried in bars.")
    assert article.title == text.split("\n")[0]
    assert kept in article.text


@pytest.mark.parametrize(
    ("head", "kept"),
    [("Copper Lamp Market Overview", True), ("Key Takeaways", True), ("Quayside Market Research", False)],
)
def test_heading_over_the_first_paragraph_stays(clean: Clean, head: str, kept: bool) -> None:
    text = f"Home\nReports\nLog in\n{TITLE}\nReport ID: QI-11\nPages: 120\nFormat: PDF\n{head}\n{BODY}\n\nRequest a free sample\n"
    assert (head in clean(text).text) is kept


def test_what_stands_beside_the_title_tells_date_and_author(clean: Clean) -> None:
    article = clean(
        f"Lamp Weekly | No. 7/2018 | {TITLE} | By M. Novak | 23 February 2018\n\n{BODY}\n\nLamp Weekly: write to us\n"
    )
    assert (article.title, article.published, article.author) == (TITLE, "2018-02-23", "M. Novak")
