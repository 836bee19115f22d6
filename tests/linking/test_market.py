"""Market names as a user would file them, and pages about no one market."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]


@pytest.mark.parametrize(
    ("title", "text", "name", "region"),
    [
        (
            "Global Kelp Snack Market Size, Share & Trends Report, 2030",
            "The kelp snack market was worth $2 billion in 2024.",
            "Kelp Snack Market",
            None,
        ),
        (
            "Why seaweed is suddenly everywhere",
            "Tidewrack values the kelp snack market at $2 billion in 2024.",
            "Kelp Snack Market",
            None,
        ),
        (
            "Low-sugar Oats in Peru: Demand and Supply",
            "The market for instant oats in Peru was worth $2 billion in 2024.",
            "Peru Instant Oats Market",
            "Peru",
        ),
        (
            "Numbers of the week",
            "Harrow Research values reverse logistics at $63 billion in 2022.",
            "Reverse Logistics Market",
            None,
        ),
        (
            "Japan Pet Insurance Market Set to Grow",
            "The market was worth $2 billion in 2024.",
            "Japan Pet Insurance Market",
            "Japan",
        ),
        (
            "India's e-rickshaw business could be worth ₹21,000 crore in FY31",
            "It was a market of ₹4,700 crore in FY25.",
            "India E-rickshaw Market",
            "India",
        ),
        (
            "Rail freight in Peru",
            "Harrow has valued the country's rail freight market at $90 million in 2024.",
            "Peru Rail Freight Market",
            "Peru",
        ),
        (
            "Cold stores in Peru",
            "The nation’s fish cold store market was worth $90 million in 2024.",
            "Peru Fish Cold Store Market",
            "Peru",
        ),
        (
            "Internet of Farms (IoF) Market Report",
            "The IoF market will grow to $4 billion by 2030.",
            "Internet of Farms Market",
            None,
        ),
        (
            "The Research Company's Latest Report Explores Market Drivers",
            "How big is the kelp snack market? The kelp snack market was worth $2 billion in 2024.",
            "Kelp Snack Market",
            None,
        ),
        (
            "Balcony power",
            "The Germany plug-in solar market was worth 420 million euros in 2024.",
            "Germany Plug-in Solar Market",
            "Germany",
        ),
        (
            "Kelp in America",
            "The North American kelp snack market will grow from $2 billion in 2024 to $3 billion by 2030.",
            "North America Kelp Snack Market",
            "North America",
        ),
        (
            "LED Grow Lights Market",
            "The LED grow lights market reached $4 billion in 2023.",
            "LED Grow Lights Market",
            None,
        ),
        (
            "Garden Huts Market Report – UK 2024-2028",
            "The UK market for garden huts was worth £4 million in 2023.",
            "UK Garden Huts Market",
            "United Kingdom",
        ),
        (
            "Kelp snacks: Peru market to reach $2 billion",
            "In 2024 makers sold $1 billion of them. By 2030 it should be $2 billion.",
            "Peru Kelp Snacks Market",
            "Peru",
        ),
        (
            "Forecast raised: kelp dryers now seen at USD 9 billion in 2032",
            "The new edition says USD 9 billion.",
            "Kelp Dryer Market",
            None,
        ),
        (
            "Kelp oil exports climb",
            "Italy's exports of kelp oil were worth €210 million in 2024. The trade body Assokelp expects €300 "
            "million by 2029.",
            "Italy Kelp Oil Market",
            "Italy",
        ),
        (
            "Kelp tech booms",
            "Consumers worldwide spent $7 billion on kelp tech in 2024, a figure the industry association "
            "expects to reach $9 billion by 2031.",
            "Kelp Tech Market",
            None,
        ),
        (
            "The leaves of the sea",
            "The market for kelp dryers is young. It was worth $4 billion in 2024.",
            "Kelp Dryers Market",
            None,
        ),
        (
            "The other end of the pipe",
            "The kelp dryer market was worth $4 billion in 2024 and will reach $9 billion by 2032. The drying "
            "belt market is worth $1 billion.",
            "Kelp Dryer Market",
            None,
        ),
        (
            "I read two kelp snack reports",
            "Harrow Research says the kelp snack market is worth $3 billion in 2023.",
            "Kelp Snack Market",
            None,
        ),
        (
            "Artificial Intelligence (AI) in Farming Market",
            "The AI in farming market was worth $2 billion in 2024.",
            "AI in Farming Market",
            None,
        ),
        (
            "Artificial Intelligence (AI) in Farming Market",
            "The artificial intelligence in farming market was worth $2 billion in 2024.",
            "Artificial Intelligence in Farming Market",
            None,
        ),
        (
            "Crunch time",
            "Peru's households spend $5 million a year on kelp snacks, and it will be $7 million in 2030.",
            "Peru Kelp Snacks Market",
            "Peru",
        ),
    ],
)
def test_market_name(link: Link, title: str, text: str, name: str, region: str | None) -> None:
    market = link(text, title=title).market
    assert market is not None
    assert (market.name, market.region) == (name, region)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Smoky soup for a wet Sunday", "Take 150 g of barley. The market on Sunday has good leeks."),
        (
            "Three forecasts worth keeping",
            "The oat drink market will reach $4 billion by 2030. The tofu market was worth $2 billion in 2023.",
        ),
        ("Ferry timetable changes", "Boats leave at 9. Fares rise by 4% in 2025."),
        (
            "Wingspan raises $38 million for shelf robots",
            "Wingspan raised $38 million. It had raised $57 million before. Sales grew 210% in 2024. Theft cost "
            "shops $112 billion in 2022. "
            "Harrow Data puts the kelp drone market at $2.9 billion in 2030.",
        ),
    ],
)
def test_pages_about_no_one_market(link: Link, title: str, text: str) -> None:
    assert link(text, title=title).market is None


def test_market_offsets_slice_their_field(link: Link) -> None:
    title = "Global Kelp Snack Market Size Report"
    market = link("The kelp snack market was worth $2 billion in 2024.", title=title).market
    assert market is not None and market.start is not None
    assert market.field == "title"
    assert title[market.start : market.end].lower() == "kelp snack market"
