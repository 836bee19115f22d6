"""The scorer of labelled pages, run on two pages of our own."""

from __future__ import annotations

import gzip
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
pages = importlib.import_module("benchmarks.pages")

BODIES = {
    "kelp": "Kelp farms grew quickly last year, and the northern region now counts forty of them along its coast.",
    "slate": "Slate quarries sold fewer roofs in spring, although builders in the hills still ask for the old stone.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two labelled pages: one an article with title and date, one of another kind without a date."""
    (tmp_path / "html").mkdir()
    rows: list[dict[str, Any]] = []
    for name, body in BODIES.items():
        markup = (
            f"<html><head><title>{name.title()} news</title></head><body><nav><a href='/'>Home</a></nav>"
            f"<article><h1>{name.title()} news</h1><p>{body}</p></article></body></html>"
        )
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(markup.encode()))
        kind, published = ("article", "2025-02-11") if name == "kelp" else ("service", None)
        rows.append({"id": name, "kind": kind, "title": f"{name} NEWS!", "published": published, "main_content": body})
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["html", "blocks", "lines"])
def test_every_form_is_scored(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    pages.main([str(folder), "--form", form])
    printed = capsys.readouterr().out
    assert "all 2 pages" in printed
    assert "1 articles" in printed
    assert "of 2 (" in printed  # titles
    assert "of 1 (" in printed  # dates: one page is labelled with one
    assert "mean F1 falls at" in printed


def test_titles_are_compared_folded(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages.main([str(folder)])
    assert "right 2 of 2" in capsys.readouterr().out


def test_parts_share_no_page_and_leave_none_out(folder: Path) -> None:
    parts = [{row["id"] for row in pages.read(folder, part)} for part in ("read", "held", None)]
    assert parts[0] | parts[1] == parts[2]
    assert not parts[0] & parts[1]


@pytest.mark.parametrize(
    ("found", "wanted", "f1", "exact"),
    [
        ("a b c d e", "A b, c d e.", 1.0, True),
        ("a b c d e", "a b c d", 2 / 3, False),
        ("a b", "a b", 1.0, True),
        ("", "", 1.0, True),
        ("", "a b c d", 0.0, False),
        ("a b c d", "d c b a", 0.0, False),
    ],
)
def test_texts_are_compared_by_runs_of_four_words(found: str, wanted: str, f1: float, exact: bool) -> None:
    score = pages.compared(found, wanted)
    assert score.f1 == pytest.approx(f1)
    assert score.exact is exact


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("2025-02-11", "2025-02-11", True),
        ("2025", "2025-02-11", True),
        ("2025-02-11", "2025-02", True),
        ("2024", "2025-02", False),
    ],
)
def test_dates_are_compared_at_the_precision_of_the_shorter(found: str, wanted: str, same: bool) -> None:
    assert pages.same_date(found, wanted) is same
