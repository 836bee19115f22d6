"""The articles of the main job: whose figures they give, and of which market."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Extractor, Record

SEEDS = Path(__file__).parents[1] / "seeds"
# Publisher and market; None where an article has none.
EXPECTED = {
    "battery-companies-listicle.txt": ("Voltage & Vane", "Sodium-ion Battery Market"),
    "community-garden-negative.txt": (None, None),
    "fusion-startups-news.html": (None, None),
    "hearing-loops-qa.txt": ("Alderbrook Consulting", "Acoustic Panels Market"),
    "insulated-shippers-note.txt": ("Ridgeway Analytics", "Insulated Shippers Market"),
    "oat-drinks-wire.txt": ("Pinnacle Grove Research", "Oat Drinks Market"),
    "robotics-roundup.txt": (None, None),
    "satellite-imagery-blog.html": ("Kestrel Orbit Research", "Commercial Satellite Imagery Market"),
    "shop-listing.html": (None, None),
    "smart-irrigation-ein.html": ("Tessellate Market Research", "Smart Irrigation Market"),
    "south-korea-car-t.txt": (None, "South Korea Car-T Cell Therapy Market"),
    "tyre-recycling-crore.txt": ("Arthik Advisory", "India Tyre Recycling Market"),
    "water-purifier-report.html": ("Aquilon Business Insights", "Residential Water Purifier Market"),
}


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    extractor = Extractor()
    return {name: extractor(SEEDS / name) for name in EXPECTED}


@pytest.mark.parametrize("name", EXPECTED)
def test_publisher_and_market_of_a_seed(name: str, records: dict[str, Record]) -> None:
    record = records[name]
    assert (record.publisher, record.market and record.market.name) == EXPECTED[name]
