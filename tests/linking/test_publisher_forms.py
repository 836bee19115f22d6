"""Whose figures an article gives, in the ways that wires, newspapers, newsletters and shops of reports say it."""

from __future__ import annotations

import pytest

from extractor import extract

TITLE = "Global Fence Post Market to Reach USD 4.1 Billion by 2031"
FIGURES = (
    "the global fence post market was valued at USD 2.6 billion in 2023 and is set to reach USD 4.1 billion by 2031"
)
CAPITAL = FIGURES[0].upper() + FIGURES[1:]


def article(lead: str, tail: str = "", title: str = TITLE) -> str:
    """A short article with its lead and what stands around it."""
    middle = "Growth comes from farms that replace old wire. Asia Pacific leads with a share of 41%."
    return "\n\n".join((title, lead, middle, tail)).strip()


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (f"According to Strategon Partners, {FIGURES}.", "Strategon Partners"),
        (f"{CAPITAL}, per Kestrel Point.", "Kestrel Point"),
        (f"{CAPITAL}, citing a report from Kestrel Point.", "Kestrel Point"),
        (f"{CAPITAL}, Kestrel & Lowe says.", "Kestrel & Lowe"),
        (f"{CAPITAL}, according to market research company Bureau Kestrel.", "Bureau Kestrel"),
        (f"{CAPITAL}, says the consultancy Kestrel Point.", "Kestrel Point"),
        (f"{CAPITAL}, a survey by the Lima firm Kestrel Conseil shows.", "Kestrel Conseil"),
        (f"Datos del Kestrel says {FIGURES}.", "Datos del Kestrel"),
        (f"{CAPITAL}, said Anna Lind, senior analyst at Kestrel Point.", "Kestrel Point"),
        (f"{CAPITAL}, according to iFence Research.", "iFence Research"),
        (f"In a report published on Monday, Kestrel Point said {FIGURES}.", "Kestrel Point"),
        (f"On Tuesday London-based Kestrel Research said {FIGURES}.", "Kestrel Research"),
        (f"Figures released by Kestrel Point show that {FIGURES}.", "Kestrel Point"),
        (f"Kestrel Point has published a report titled “Fence Posts”. It says {FIGURES}.", "Kestrel Point"),
        (f"Kestrel Point announces the addition of the “Fence Post Market” report. {CAPITAL}.", "Kestrel Point"),
        ("Kestrel Point, which tracks farms, expects the market to reach USD 4.1 billion by 2031.", "Kestrel Point"),
        ("Kestrel Point analysts expect the market to reach USD 4.1 billion by 2031.", "Kestrel Point"),
        ("Analysts at Kestrel Point expect the market to reach USD 4.1 billion by 2031.", "Kestrel Point"),
        (f"The Freedmark Group study says {FIGURES}.", "Freedmark Group"),
        (f"The forecast comes from Kestrel Point: {FIGURES}.", "Kestrel Point"),
        ("Según la consultora Kestrel, el mercado alcanzará los 4.100 millones de dólares en 2031.", "Kestrel"),
        ("Laut dem Marktforschungsunternehmen Kestrel wächst der Markt bis 2031 auf 4,1 Milliarden Dollar.", "Kestrel"),
        (f"The report was compiled by Kestrel Point, which tracks farms. {CAPITAL}.", "Kestrel Point"),
        (f"A study by Kestrel Point, an office in Leeds, has tried to count them. {CAPITAL}.", "Kestrel Point"),
        (f"Figures come from Kestrel & Lowe, which covers farms. {CAPITAL}.", "Kestrel & Lowe"),
        (f"{CAPITAL}, if a projection by Kestrel Point comes true.", "Kestrel Point"),
        (f"{CAPITAL}, according to the Leeds-based consultancy Kestrel Point.", "Kestrel Point"),
        (f"{CAPITAL}, in a paper from Kestrel & Lowe (CAGR: 5.4%).", "Kestrel & Lowe"),
        (f"{CAPITAL}, according to a report by Outlook Quarter.", "Outlook Quarter"),
        (f"Consultora Kestrel says {FIGURES}.", "Consultora Kestrel"),
    ],
)
def test_sentence_names_the_firm(lead: str, name: str) -> None:
    assert extract(article(lead)).publisher == name


@pytest.mark.parametrize(
    "tail",
    [
        "About Kestrel Point\nKestrel Point offers syndicated reports and market research to 300 clients.",
        "Press release from: Kestrel Point\nRequest a sample of this report",
        "News Provided By\nKestrel Point\nMarch 05, 2025, 11:20 GMT\nRequest a sample of this report",
        "© 2025 Kestrel Point. All rights reserved.\nReport ID: KP-12 | Pages: 180 | Format: PDF\nBuy Now",
        "Contact Us:\nKestrel Point\n12 Hill Street, Leeds\nRequest a sample of this report",
    ],
)
def test_surroundings_name_the_firm(tail: str) -> None:
    assert extract(article(f"{CAPITAL}.", tail)).publisher == "Kestrel Point"


def test_several_houses_of_a_round_up_are_none() -> None:
    text = (
        "Three forecasts worth a look\n\nWe went through three papers so that you need not.\n\nFences\n\n"
        "Kestrel Research values the fence market at $4 billion in 2024 and expects $6 billion in 2030, a CAGR of 5.9%.\n\n"
        "Gates\n\nThe gate market is a smaller affair. It will pass from $1 billion in 2025 to $2 billion in 2032, says "
        "Yardstick Nine, at 4.8% a year.\n\nHedges\n\nThe hedge market was worth $3 billion in 2024, if one follows "
        "Lowe Partners. It grows by 3% a year."
    )
    assert extract(text).publisher is None


def test_news_of_a_firm_without_a_market_has_none() -> None:
    text = (
        "Kestrel Point names Ana Lind head of forecasting\n\nLONDON, 3 February 2025 - Kestrel Point, the market research "
        "firm, has appointed Ana Lind. Kestrel Point had revenue of £18 million in the year to September 2024."
    )
    assert extract(text).publisher is None


def test_title_names_the_firm() -> None:
    assert extract(article(f"{CAPITAL}.", title=f"{TITLE}, Says Kestrel Research")).publisher == "Kestrel Research"


@pytest.mark.parametrize(
    ("lead", "tail", "title"),
    [
        (f"According to the Ministry of Agriculture, {FIGURES}.", "", TITLE),
        (f"According to a report by the Federation of Fence Makers, {FIGURES}.", "", TITLE),
        (f"{CAPITAL}.", "© 2025 The Daily Fence. All rights reserved.\nAbout us | Contact | Privacy", TITLE),
        (
            "Fencetek sold posts for USD 40 million in 2024.",
            "About Fencetek\nFencetek makes posts of steel in Ohio.\n© Fencetek 2025",
            "Fencetek Opens Second Plant in Ohio",
        ),
        (
            "Tin Lane Research sees the market at USD 4.1 billion by 2031. Kestrel Insights sees the market at "
            "USD 3.2 billion by 2031.",
            "",
            TITLE,
        ),
    ],
)
def test_others_are_no_publisher(lead: str, tail: str, title: str) -> None:
    assert extract(article(lead, tail, title)).publisher is None
