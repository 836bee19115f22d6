"""Flat texts in one line, tables of scope, scraps."""

from __future__ import annotations

from collections.abc import Callable

from extractor.cleaning import Article
from extractor.cleaning.flat.lines import Lines
from extractor.cleaning.flat.seams import cut_endless
from extractor.cleaning.scope import scope_rows

Clean = Callable[[str], Article]
P1 = "The copper lamp market was worth USD 41 million in 2023 and is expected to reach USD 66 million by 2030, at a CAGR of 7.0% from 2024 to 2030."
P2 = "Copper lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year."
P3 = "Orders come from harbour towns that want their old light back, and nineteen foundries now share the work between them."


def test_page_on_one_line_is_cut_at_headings_and_furniture() -> None:
    text = (
        f"Home | Lighting | Copper Lamp Market Copper Lamp Market Size, By Type Last Updated: May 06, 2024 | "
        f"Format: PDF {P1} {P2} MARKET DYNAMICS Rising Orders to "
        f"Drive Market Growth {P3} {P2} • Acme Lamps Ltd. (Italy) • Bolt Foundry Inc. (U.S.) Request Sample PDF"
    )
    parts = cut_endless(text, alone=True)
    assert parts[0].endswith("Copper Lamp Market")
    assert parts[1] == "Copper Lamp Market Size, By Type"
    assert "MARKET DYNAMICS Rising Orders to Drive Market Growth" in parts
    assert "• Acme Lamps Ltd. (Italy)" in parts
    assert parts[-1] == "Request Sample PDF"


def test_long_paragraph_is_left_alone() -> None:
    assert cut_endless(P1, alone=True) == [P1]


def test_table_of_scope_stays(clean: Clean) -> None:
    scope = "Report Attributes Details\nMarket size value in 2023 USD 41 million\nRevenue forecast in 2030 USD 66 million\nCAGR 7.0% from 2024 to 2030\nBase year 2023"
    text = clean(f"Copper Lamp Market Report\n\n{P1}\n\n{P2}\n\n{P3}\n\n{scope}\n\nAbout Us\nsales@example.org\n").text
    assert "Revenue forecast in 2030 USD 66 million" in text
    assert "Base year 2023" in text


def test_two_keys_are_no_table() -> None:
    assert scope_rows(["Base year 2023", "CAGR 4%", "Tin"]) == set()


def test_scraps_go(clean: Clean) -> None:
    article = clean(
        f"Copper Lamp Market Report\n2024-07-11T06:12:00Z\n{P1}\n{P2}\nhttps://example.org/sample?id=2\n{P3}... "
        f"[+1873 chars]"
    )
    assert article.text == "\n\n".join([P1, P2, P3])
    assert {block.reason for block in article.dropped_blocks} >= {"a bare address", "a time stamp"}


def test_byline_does_not_go_on_the_title_above() -> None:
    lines = Lines(
        "Eight makers of lamps to know\nby Ana Petrova | Jan 30, 2025 | Rankings\nLamps sell well in the harbour "
        "towns of the north."
    ).texts
    assert lines[1] == "by Ana Petrova | Jan 30, 2025 | Rankings"


def test_door_above_a_title_is_not_joined_to_it() -> None:
    assert Lines("Sign in\nThe lamp that flew economy\nAna Petrova").texts[:2] == [
        "Sign in",
        "The lamp that flew economy",
    ]


def test_what_stands_below_a_title_is_not_joined_to_it() -> None:
    lines = Lines("Five lamps in one table\nby Tobias Renner\nupdated 3 July 2025").texts
    assert lines == ["Five lamps in one table", "by Tobias Renner", "updated 3 July 2025"]


def test_headline_is_no_part_of_the_wrapped_paragraph_below() -> None:
    head = "Tin Lamps Market: New Study Sees Brass and Copper Wicks in the Lead"
    wrapped = (
        "Quayside has looked at lamps for harbours, quays and the small boats of\n"
        "22 countries, and at those who make the oil that the lamps burn. Orders\n"
        "for the old kind of light come from towns that want to look as they did\n"
        "a century ago, and from the owners of boats that are older than that as\n"
        "well. Nineteen foundries share the work between them, and all are small\n"
        "enough to know each lamp by the name of the ship for which it was cast."
    )
    assert Lines(f"{head}\n{wrapped}").texts == [head, wrapped.replace("\n", " ")]
