"""Every entry of the cue file finds its hits and leaves its refusals alone; a broken entry is named."""

from __future__ import annotations

import re

import pytest

from extractor.errors import RuleError
from extractor.linking.estimates.cues import Cue, cue_groups, read_cues

# These groups are matched against a whole gap between two mentions, the others are searched.
WHOLE = frozenset(("year_after", "year_before", "convert"))
CUES = [(group, cue) for group, cues in cue_groups().items() for cue in cues.cues]


def found(group: str, cue: Cue, text: str) -> bool:
    pattern = re.compile(cue.pattern)
    return (pattern.fullmatch(text) if group in WHOLE else pattern.search(text)) is not None


@pytest.mark.parametrize(("group", "cue"), CUES, ids=[cue.id for _, cue in CUES])
def test_cue_hits_and_refuses(group: str, cue: Cue) -> None:
    assert [text for text in cue.hits if not found(group, cue, text)] == []
    assert [text for text in cue.refuses if found(group, cue, text)] == []


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ('[[tense]]\nid = "a"\npattern = "x"\nhits = ["x"]\nrefuses = []', "tense.a: 'refuses'"),
        ('[[tense]]\nid = "a"\npattern = "(x"\nhits = ["x"]\nrefuses = ["y"]', "tense.a"),
        ('[[tense]]\nid = "a"\npattern = "(x)"\nhits = ["x"]\nrefuses = ["y"]', r"\(\?:"),
        ('[[tense]]\nid = "a"\npattern = "{nothing}"\nhits = ["x"]\nrefuses = ["y"]', "nothing"),
    ],
)
def test_broken_entry_is_named(source: str, named: str) -> None:
    with pytest.raises(RuleError, match=named):
        read_cues(source)


def test_first_cue_in_the_file_wins() -> None:
    groups = read_cues(
        '[[g]]\nid = "one"\npattern = "ab"\nhits = ["ab"]\nrefuses = ["b"]\n[[g]]\nid = "two"\npattern = '
        '"ab?"\nhits = ["a"]\nrefuses = ["b"]'
    )
    assert groups["g"].full("ab") == "g.one"
    assert groups["g"].full("a") == "g.two"
    assert groups["g"].full("b") is None
