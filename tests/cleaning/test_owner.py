"""Whose page a document is, by the places that show one name."""

from __future__ import annotations

import pytest

from extractor.cleaning.article import Block
from extractor.cleaning.owner import find_owner

TITLE = "Fence Post Market - Forecast to 2031"
OWN = "We expect farms to replace old wire."


def owner(top: str, foot: str, *, own: str = OWN, title: str = TITLE, weak: str | None = None) -> str | None:
    lines = [(top, "widget"), (title, "title"), (own, "body"), ("Posts of steel lead.", "body"), (foot, "widget")]
    blocks = [Block(text, "paragraph", role) for text, role in lines]  # type: ignore[arg-type]
    whole = "\n".join(block.text for block in blocks)
    return find_owner(blocks, whole, title, None, (), weak=weak)


@pytest.mark.parametrize(
    ("top", "foot", "name"),
    [
        ("Kestrel Point What we do Our thinking Careers", "Kestrel Point AS 2025. Terms of use", "Kestrel Point"),
        ("Kestrel Point", "Kestrel Point Group, 77 Quay, Dublin 2. VAT IE000", "Kestrel Point"),
        ("Kestrel & Lowe Farm & Garden Consulting Insights", "Kestrel & Lowe, Inc. 2 Hill Street.", "Kestrel & Lowe"),
        ("Kestrel LensStudiesEvents", "© 2025 Kestrel Lens. All rights reserved", "Kestrel Lens"),
        ("KESTREL POINT", "© 2025 Kestrel Point. Imprint", "Kestrel Point"),
        ("The Daily Fence", "© 2025 The Daily Fence", None),
        ("Home | News", "Home | Imprint", None),
        ("Kestrel Point", "Fences of all kinds", None),
    ],
)
def test_places_of_two_kinds_agree(top: str, foot: str, name: str | None) -> None:
    assert owner(top, foot) == name


def test_masthead_alone_is_the_owner_of_a_shop() -> None:
    assert owner("Kestrel Point", "Order the full study: 132 pages, USD 2,750") == "Kestrel Point"


def test_house_of_an_author_who_tells_of_the_work() -> None:
    assert owner("Automation analyst at Kestrel Point | Ex-logistics", "12 comments") == "Kestrel Point"


def test_page_of_other_things_has_no_owner() -> None:
    assert owner("Kestrel Point", "© Kestrel Point", own="Farms replace old wire.", title="Farms in the wind") is None


@pytest.mark.parametrize(
    ("weak", "name"),
    [
        ("Equity Research", "Kestrel Point"),
        ("Tinroad Research", "Tinroad Research"),
        ("Kestrel Point Advisory", "Kestrel Point"),
    ],
)
def test_name_of_common_words_or_a_longer_form_goes_behind(weak: str, name: str) -> None:
    assert owner("Kestrel Point", "Kestrel Point may hold positions in firms named.", weak=weak) == name
