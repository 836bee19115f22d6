"""The needs that were worked out beforehand are those of the patterns, and most patterns are among them."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from extractor.anchors import taken_apart
from extractor.data.build_needs import needs_of_all
from extractor.needs import FILE, Needs, known_needs

KEPT_UP = 0.8  # of the package's patterns: those changed since the file was made only cost time


@pytest.fixture(scope="module")
def made() -> dict[str, Needs]:
    return needs_of_all()


def test_needs_in_the_file_are_those_of_the_patterns(made: dict[str, Needs]) -> None:
    known = json.loads(files("extractor.data").joinpath(FILE).read_text("utf-8"))
    assert {key: known[key] for key in made if key in known} == {
        key: json.loads(json.dumps(needs)) for key, needs in made.items() if key in known
    }


def test_the_file_is_kept_up(made: dict[str, Needs]) -> None:
    known = json.loads(files("extractor.data").joinpath(FILE).read_text("utf-8"))
    missing = [key for key in made if key not in known]
    assert len(missing) <= (1 - KEPT_UP) * len(made), "run python -m extractor.data.build_needs"


def test_a_new_pattern_is_not_known_and_read_all_the_same() -> None:
    assert known_needs(r"zebra (herds)", 0) is None
    assert taken_apart(r"zebra (herds)") == Needs(1, (("zebra",), ("herds",)))
