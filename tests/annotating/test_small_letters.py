"""Patterns that are read in small letters: a capital in them would never match."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from extractor.annotating.types.companies.words import role_cues
from extractor.annotating.types.regions import leader_cues

CAPITAL = re.compile(r"[A-Z]")
ESCAPE = re.compile(r"\\.|\(\?P<\w+>")


@pytest.mark.parametrize("module", [role_cues, leader_cues], ids=lambda module: module.__name__.rpartition(".")[2])
def test_no_pattern_asks_for_a_capital(module: ModuleType) -> None:
    patterns = {name: value.pattern for name, value in vars(module).items() if hasattr(value, "pattern")}
    assert patterns
    assert [name for name, pattern in patterns.items() if CAPITAL.search(ESCAPE.sub("", pattern))] == []
