"""Names whose pieces are read apart, and joined again where one item holds them all."""

from __future__ import annotations

import pytest

from extractor import mentions

LIST = "Key players\n\n- Signify N.V.\n- {item}\n- Gavita Lights B.V.\n- Heliospectra AB\n"
SERIES = "Key players are Signify N.V., {item}, Gavita Lights B.V. and Heliospectra AB."
SURE = ("Signify N.V.", "Gavita Lights B.V.", "Heliospectra AB")


def others(text: str) -> list[str]:
    return [found.text for found in mentions(text) if found.label == "COMPANY" and found.text not in SURE]


@pytest.mark.parametrize("frame", [LIST, SERIES])
@pytest.mark.parametrize(
    "item",
    [
        "Lampwork by Orvane",
        "Tessel vs Marek",
        "Orvane Upkeep of Way",
        "Chr. Orvane A/S",
        "F. Ad. Tessel Söhne",
        "Helen of Orvane Limited",
        "Orvane Macchine per Lampi S.r.l.",
        "Zarbee's Lamps",
    ],
)
def test_an_item_is_one_name(frame: str, item: str) -> None:
    assert others(frame.format(item=item)) == [item]


@pytest.mark.parametrize("item", ["Stella & Orvane's", "Tessel Technology and Robotics Corporation"])
def test_the_item_of_a_line_is_one_name(item: str) -> None:
    assert others(LIST.format(item=item)) == [item]


@pytest.mark.parametrize("item", ["Third Tessel Coffee", "Get My Orvane"])
def test_the_item_behind_a_comma_keeps_its_first_word(item: str) -> None:
    assert others(SERIES.format(item=item)) == [item]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Key players are Orvane Inc., Tessel AG of Peru, Heliospec of Chile and Kobo Ltd.",
            ["Tessel AG", "Heliospec"],
        ),
        ("Ann Lee of Orvane Limited spoke.", ["Orvane Limited"]),
        ("Around Lima, Orvane Inc. sells lamps. Nobody expects more.", ["Orvane Inc."]),
    ],
)
def test_what_only_stands_side_by_side_is_not_joined(text: str, expected: list[str]) -> None:
    found = others(text)
    assert [name for name in found if name in expected] == expected
    assert not any(" of " in name or name.startswith(("Around", "Nobody")) for name in found)
