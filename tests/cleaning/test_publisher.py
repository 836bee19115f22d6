from __future__ import annotations

import pytest

from extractor.cleaning.block import Block
from extractor.cleaning.publisher import choose, context_of, see

FIGURE = "the tin market will reach USD 4 billion by 2030"


def publisher(blocks: list[Block]) -> str | None:
    return choose(see(blocks, ()), context_of(blocks))


def dropped(text: str) -> Block:
    return Block(text, role="about")


@pytest.mark.parametrize(
    ("blocks", "name"),
    [
        ([Block(f"According to Tin Road Research, {FIGURE}.")], "Tin Road Research"),
        ([Block(f"In its latest report, consulting firm Pewter Advisory said {FIGURE}.")], "Pewter Advisory"),
        ([Block(f"A study by Zinc Insights suggests {FIGURE}.")], "Zinc Insights"),
        ([Block(f"It grows, and {FIGURE}."), dropped("About Quayside Market Research")], "Quayside Market Research"),
        ([Block(f"It grows, and {FIGURE}."), dropped("SOURCE Quayside Market Insights")], "Quayside Market Insights"),
        ([dropped("News Provided By"), dropped("Pewter Analytics"), Block(FIGURE)], "Pewter Analytics"),
        ([Block(f"According to Gartner, {FIGURE}.")], "Gartner"),
    ],
)
def test_firm_is_found(blocks: list[Block], name: str) -> None:
    assert publisher(blocks) == name


@pytest.mark.parametrize(
    "blocks",
    [
        [Block(f"According to the Ministry of Tin, {FIGURE}.")],
        [Block(f"Acme Smelters builds a plant, and {FIGURE}.")],
        [dropped("SOURCE Example Newswire")],
        [Block(FIGURE), dropped("Contact the research firm ID WC-SW-24Q3")],
    ],
)
def test_others_are_not(blocks: list[Block]) -> None:
    assert publisher(blocks) is None


def test_the_form_that_more_speaks_for_is_shown() -> None:
    menu = Block("Tin Road Research Research Custom Blog", role="nav")
    blocks = [
        menu,
        Block(f"According to Tin Road Research, {FIGURE}."),
        Block(f"Tin Road Research expects that {FIGURE}."),
    ]
    assert publisher(blocks) == "Tin Road Research"
