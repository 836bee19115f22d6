"""Six invented sites: what counting their lines gains."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.cleaning import Cleaner, Furniture
from extractor.reading.source import Source

FIXTURES = Path(__file__).parents[2] / "fixtures"
SITES = sorted((FIXTURES / "sites").glob("*.jsonl"))
MakeSource = Callable[..., Source]


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").strip().split("\n")]


def f1(gold: str, got: str) -> float:
    left, right = (
        Counter(zip(words, words[1:], words[2:], words[3:], strict=False)) for words in (gold.split(), got.split())
    )
    return 2.0 * (left & right).total() / max(1, left.total() + right.total())


def score(cleaner: Cleaner, items: list[Source], golds: list[str]) -> float:
    return sum(f1(gold, cleaner(item).text) for gold, item in zip(golds, items, strict=True)) / len(items)


def test_files_are_what_the_script_writes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("build_sites", FIXTURES / "build_sites.py")
    assert spec is not None and spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.build(tmp_path)
    assert len(SITES) == 6
    assert {path.name: path.read_text("utf-8") for path in SITES} == {
        path.name: path.read_text("utf-8") for path in tmp_path.iterdir()
    }


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_counting_lines_of_a_site_gains(path: Path, make_source: MakeSource) -> None:
    pages = rows(path)
    items = [make_source(row["source"], row["url"], row["url"]) for row in pages]
    furniture = Furniture()
    for item in items:
        furniture.observe(item)
    golds = [row["article"] for row in pages]
    without, with_counts = score(Cleaner(), items, golds), score(Cleaner(furniture=furniture), items, golds)
    assert with_counts > without + 0.05
    assert with_counts > 0.97
