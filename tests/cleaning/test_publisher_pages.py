"""The owner of a shop's page is the firm behind its figures; a newspaper is not."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.cleaning.firm_names import bare

TITLE = "Fence Post Market - Global Outlook to 2031"
BODY = (
    "The global fence post market was valued at USD 2.6 billion in 2023 and is projected to reach USD 4.1 billion by "
    "2031, growing at a CAGR of 5.9% from 2024 to 2031.",
    "Growth comes from farms that replace old wire, and from vineyards that need longer rows. Asia Pacific leads.",
    "Fencetek Ltd., Postura GmbH and Amber Wire Inc. are the main players. This report covers nine countries.",
)


def page(title: str, head: str, foot: str, meta: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    return (
        f"<html><head><title>{title}</title>{meta}</head><body><header>{head}</header><main><h1>{TITLE}</h1>"
        f"{paragraphs}</main><footer>{foot}</footer></body></html>"
    )


def flat(head: str, foot: str) -> str:
    return "\n\n".join((head, *BODY, foot))


@pytest.mark.parametrize(
    "source",
    [
        page(f"{TITLE} | Kelpara", "<a>Kelpara</a><nav><a>Reports</a></nav>", "<p>© 2025 Kelpara Ltd</p>"),
        page(TITLE, "<a>Home</a>", "<p>(c) Kelpara 2025</p><p>Report ID 44 | 180 pages</p><p>Buy now</p>"),
        flat(
            f"Kelpara\nReports  Pricing  Log in\n\n{TITLE} | Kelpara", "Publisher | Kelpara\nPages | 180\n\n© Kelpara"
        ),
        flat(f"{TITLE}\nPublished: May 2025\nBy: Kelpara", "Source: Kelpara"),
    ],
)
def test_owner_of_a_page_that_sells_a_report(source: str) -> None:
    assert extract(source).publisher == "Kelpara"


def test_newspaper_is_no_publisher() -> None:
    source = page(f"{TITLE} | The Daily Fence", "<a>The Daily Fence</a>", "<p>© 2025 The Daily Fence</p>")
    assert extract(source).publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "The Danish firm Lygte Analyse predicts this in a report.",
        "The figures come from a new report by Lygte Analyse.",
        "Lygte Analyse today presents its study on fence posts.",
    ],
)
def test_whom_the_text_names_goes_before_the_site(line: str) -> None:
    assert extract(flat(f"The Fence Gazette\n{TITLE}\n\n{line}", "© The Fence Gazette")).publisher == "Lygte Analyse"


def test_owner_is_shown_at_title_and_foot_where_it_tells_of_its_own_work() -> None:
    source = page(
        "Fence Posts - Kelpara Nine", "<b>Kelpara Nine</b><a>Studies</a>", "<p>Kelpara Nine KG, Graz | Imprint</p>"
    ).replace("This report covers", "We forecast growth in")
    assert extract(source).publisher == "Kelpara Nine"


def test_owner_at_the_head_of_a_menu_and_of_a_question() -> None:
    source = flat(
        f"Kelpara Trade Desk | Fences | Gates | Log on\n\n{TITLE}\n\n2024-01-02 | 121 Pages\n\nBUY NOW",
        "Why Kelpara\n\nSingle User License: US$ 2,900",
    )
    assert extract(source).publisher == "Kelpara Trade Desk"


@pytest.mark.parametrize("name", ["Pressekelpar24", "The Kelpara Gazette", "Kelparawire"])
def test_carrier_is_no_owner(name: str) -> None:
    source = page(f"Fence Posts - {name}", f"<a>{name}</a>", f"<p>{name} KG, Graz | Imprint</p>")
    assert extract(source.replace("This report covers", "We forecast growth in")).publisher is None


def test_menu_glued_to_a_name_is_cut() -> None:
    assert bare("Kelpara Market ReportsHomeOur ReportsBlogs") == "Kelpara Market Reports"
    assert bare("TinInsights") == "TinInsights"
