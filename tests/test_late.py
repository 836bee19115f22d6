"""Patterns that are compiled when first used."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import extractor
from extractor import late


def test_every_pattern_of_the_package_compiles() -> None:
    from extractor.cleaning.phrases import load_phrases
    from extractor.data.publisher_cues import load_cues

    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if not module.name.endswith("__main__") and ".learn" not in module.name:
            importlib.import_module(module.name)
    load_phrases(), load_cues()
    assert late.compile_all() > 100


def test_a_late_pattern_is_a_pattern() -> None:
    kelp = late.regex(r"(?P<part>kel)p", re.IGNORECASE)
    assert kelp.groupindex["part"] == 1
    match = kelp.match("KELP")
    assert match is not None
    assert match["part"] == "KEL"
    assert kelp.sub("x", "kelp") == "x"


def test_what_is_wrong_with_a_pattern_is_said_when_it_is_used() -> None:
    broken = late.regex("(")
    try:
        with pytest.raises(re.error):
            broken.search("text")
    finally:
        late._made.remove(broken)  # type: ignore[arg-type]


def test_a_late_pattern_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        late.regex("kelp").kelp  # type: ignore[attr-defined]  # noqa: B018
