"""Items of a list of companies whose letters do not say that they are names."""

from __future__ import annotations

import pytest

from extractor import mentions

LIST = "Key players\n\n- Signify N.V.\n- {item}\n- Gavita International B.V.\n- Heliospectra AB\n"


def others(text: str) -> list[tuple[str, str | None]]:
    found = [(mention.text, mention.legal_form) for mention in mentions(text) if mention.label == "COMPANY"]
    return [pair for pair in found if pair[0] not in ("Signify N.V.", "Gavita International B.V.", "Heliospectra AB")]


@pytest.mark.parametrize(
    "item",
    [
        "adidas",
        "lululemon athletica",
        "8x8",
        "3M",
        "1-800-Flowers.com",
        "ams-OSRAM",
        "x-fab",
        "d.light",
        "dm-drogerie markt",
    ],
)
def test_an_item_beside_firms_is_a_name_whatever_its_letters(item: str) -> None:
    assert others(LIST.format(item=item)) == [(item, None)]


def test_the_form_of_such_a_name_is_told_apart() -> None:
    assert others(LIST.format(item="tesa SE")) == [("tesa SE", "SE")]


def test_a_remark_behind_the_name_is_none_of_it() -> None:
    assert others(LIST.format(item="thyssenkrupp (Germany)")) == [("thyssenkrupp", None)]


@pytest.mark.parametrize(
    "item",
    ["new launches", "5% of sales", "2024", "others", "and more", "10 million units", "makers of energy storage"],
)
def test_items_in_words_of_the_language_are_no_names(item: str) -> None:
    assert others(LIST.format(item=item)) == []


def test_lines_without_bullets_count_when_the_list_has_begun() -> None:
    assert others(LIST.format(item="adidas").replace("- ", "")) == [("adidas", None)]


def test_outside_a_list_of_companies_small_letters_are_no_name() -> None:
    assert others("Colours\n\n- teal\n- adidas\n- mauve\n") == []
