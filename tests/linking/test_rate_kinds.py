"""What kind a rate is, told by the marks around it; the sentences the weights were learned from keep their kinds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.data.tables import read_table
from extractor.linking import Links
from extractor.linking.growth.rate_kinds import KINDS, WEIGHT_FILE, load_weights
from extractor.linking.growth.rate_marks import word_classes
from extractor.linking.statements.mark_weights import weigh

Link = Callable[..., Links]

SENTENCES = Path(__file__).parents[2] / "fixtures" / "rates.txt"
LEAST_RIGHT = 0.95  # of the sentences: a few are told by what only a reader knows
BRACKETS = re.compile(r"\[([^]]*)\]")


def test_sentences_keep_their_kinds(link: Link) -> None:
    lines = [line.split(" || ") for line in SENTENCES.read_text("utf-8").splitlines() if not line.startswith("#")]
    wrong = [text for kind, text in lines if kind not in {item.kind for item in link(BRACKETS.sub(r"\1", text)).growth}]
    assert len(wrong) < len(lines) * (1 - LEAST_RIGHT), wrong


def test_every_mark_has_a_weight_for_each_kind() -> None:
    assert {len(weights) for _, _, *weights in read_table(WEIGHT_FILE)} == {len(KINDS)}


def test_a_word_weighs_what_its_class_does_too() -> None:
    table = load_weights()["before"]
    assert table["holds"] == table["held"]
    assert word_classes()["holds"] == "hold"


def test_unknown_marks_weigh_nothing() -> None:
    start = load_weights()["start"]["all"]
    assert weigh(load_weights(), {"next": ("kelp-unheard-of",), "nowhere": ("x",)}, start) == start


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Harbours imposed a levy of 12% on scrap.", ["other"]),
        ("Dinghies took 31% of sales in 2023, yachts 22%.", ["share", "share"]),
        ("Dinghy sales should climb 4.2% a year until 2030.", ["CAGR"]),
        ("Dinghy sales fell 4% in 2023.", ["YoY"]),
    ],
)
def test_kinds_of_a_sentence(link: Link, text: str, kinds: list[str]) -> None:
    assert [item.kind for item in link(text).growth] == kinds
