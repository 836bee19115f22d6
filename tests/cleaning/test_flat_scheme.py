"""Schemes of segments stay in a flat text, doors to the buying and questions without answers do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.cleaning import Article

Clean = Callable[[str], Article]
BODY = (
    "Tin Lamp Market to Reach USD 66 Million by 2030\n\n"
    "The tin lamp market was worth USD 41 million in 2023 and is expected to reach USD 66 million by 2030, growing at a "
    "CAGR of 7.0% from 2024 to 2030, according to Quayside Insights.\n\n"
    "Tin lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year.\n\n"
)


@pytest.mark.parametrize(
    "scheme",
    [
        "Tin Lamp Market Segmentation\nMaterial: Tin, Zinc, Others\nEnd Use: Homes, Ships",
        "Segments Covered in the Report\n\nBy Material\n\nTin\n\nZinc\n\nBy End Use\n\nHomes\n\nShips",
    ],
)
def test_scheme_is_kept_whole(clean: Clean, scheme: str) -> None:
    text = clean(BODY + scheme + "\n\nBuy Now: https://example.org/checkout/7\n").text
    kept = [line.removeprefix("- ") for line in text.split("\n")]
    assert [line for line in scheme.split("\n") if line and line not in kept] == []


def test_menus_of_shelves_are_no_scheme(clean: Clean) -> None:
    menu = "Browse Reports\nBy Industry\nEnergy\nMetals\nBy Region\nAsia\nEurope\n\n"
    assert "Metals" not in clean(menu + BODY).text


def test_questions_under_their_heading_are_dropped_with_it(clean: Clean) -> None:
    tail = (
        "Key Questions Answered in the Report\nWhat factors will hinder growth?\nWho is winning?\nAbout Us:\nQuayside"
    )
    text = clean(BODY + tail).text
    assert "hinder" not in text and "Key Questions" not in text
