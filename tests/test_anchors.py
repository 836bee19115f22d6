"""What a pattern needs, and which texts meet it."""

from __future__ import annotations

import re

import pytest

from extractor.anchors import UNKNOWN, Anchored, Anchors, Sieve, taken_apart
from extractor.linking.estimates.cues import Cue, cue_groups

CUES = [cue for group in cue_groups().values() for cue in group.cues]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bvalued at <m>", [("valued",)]),
        (r"(?:deal|contract)s? worth", [("worth",), ("deal", "contract")]),
        (r"(?:deal|x)s?", []),
        (r"(?:quite )?[a-z]+", []),
        (r"[Mm]arket (?:size|share)?", [("market",)]),
        (r"<m>", []),
    ],
)
def test_needs_of_a_pattern(pattern: str, needs: list[tuple[str, ...]]) -> None:
    assert list(taken_apart(pattern).fragments) == needs


def test_a_pattern_is_run_only_where_its_words_are() -> None:
    pattern = Anchored(r"(?:zebra|gnu) herds?")
    anchors = Anchors()
    assert anchors.seen("nothing here") == 0
    assert pattern.search(0, "a gnu herd") is None
    assert pattern.search(UNKNOWN, "a gnu herd") is not None


def test_needs_taken_up_later_are_seen_in_words_known_before() -> None:
    anchors = Anchors()
    first = anchors.needed([("herd",)])
    assert anchors.seen("two herds") == first
    second = anchors.needed([("two", "three")])
    assert anchors.seen("two herds") == first | second


def test_very_long_words_are_read_but_not_kept() -> None:
    anchors = Anchors()
    bit = anchors.needed([("herd",)])
    assert anchors.seen("x" * 5_000 + "herd") == bit


def test_a_sieve_keeps_the_order_and_drops_what_cannot_match() -> None:
    herd, gnu, dot = Anchored(r"herds?"), Anchored(r"gnus?"), Anchored(r"\.")
    sieve = Sieve((("herd", herd), ("gnu", gnu), ("dot", dot)))
    assert [name for name, _ in sieve.may_match(UNKNOWN)] == ["herd", "gnu", "dot"]
    assert [name for name, _ in sieve.may_match(gnu.needed)] == ["gnu", "dot"]


@pytest.mark.parametrize("cue", CUES, ids=[cue.id for cue in CUES])
def test_no_hit_of_a_cue_lacks_what_the_cue_needs(cue: Cue) -> None:
    anchors = Anchors()
    needed = anchors.needed(taken_apart(cue.pattern).fragments)
    for text in cue.hits:
        if re.search(cue.pattern, text):
            assert anchors.seen(text.lower()) & needed == needed, text
