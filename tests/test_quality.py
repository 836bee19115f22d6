"""The scorer scores itself first; then the extractor has to hold the committed floor."""

from __future__ import annotations

import copy
import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
quality = importlib.import_module("benchmarks.quality")

Json = dict[str, Any]
GOLD = {name: gold for name, _, gold in quality.labelled(quality.FIXTURES)}
CODES = {True: "cagr_consistent", False: "cagr_mismatch"}


def as_record(gold: Json) -> Json:
    """The record a perfect extractor would make of a labelled article."""
    record = copy.deepcopy(gold)
    record["text"] = gold["article"]
    record["money"] = [*gold["estimates"], *gold["money_other"]]
    record["market"] = {"name": gold["market"]} if gold["market"] else None
    record["years"] = [{"start_year": year, "end_year": year} for year in gold["years"]]
    record["checks"] = [{"code": CODES[gold["cagr_consistent"]]}] if gold["cagr_consistent"] is not None else []
    return record


def figures(records: dict[str, Json]) -> dict[str, float]:
    return quality.score((name, gold, records[name]) for name, gold in GOLD.items()).figures()


def test_the_labels_score_one_against_themselves() -> None:
    got = figures({name: as_record(gold) for name, gold in GOLD.items()})
    assert set(got.values()) == {1.0}
    assert set(got) == set(quality.read_floor(quality.FLOOR))


def test_empty_records_score_nothing_but_what_was_never_there() -> None:
    got = figures({name: {} for name in GOLD})
    assert {got[row] for row in ("body", "money", "estimates", "growth", "companies", "regions", "segments")} == {0.0}
    assert {got[row] for row in ("market", "title", "checks", "headline")} == {0.0}


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("estimates", "estimates"),
        ("growth", "growth"),
        ("companies", "companies"),
        ("regions", "regions"),
        ("money", "money"),
        ("years", "years"),
        ("market", "market"),
        ("text", "body"),
        ("checks", "checks"),
        ("publisher", "publisher"),
    ],
)
def test_losing_a_field_in_one_record_lowers_its_figure(field: str, row: str) -> None:
    records = {name: as_record(gold) for name, gold in GOLD.items()}
    name = next(name for name, gold in GOLD.items() if all(gold[key] for key in ("estimates", "growth", "publisher")))
    records[name][field] = type(records[name][field])()
    got = figures(records)
    assert got[row] < 1.0
    assert got["title"] == 1.0


def test_a_wrong_magnitude_costs_precision_and_recall() -> None:
    gold = next(gold for gold in GOLD.values() if gold["estimates"])
    record = as_record(gold)
    record["estimates"][0]["amount"] += "000"
    tally = quality.score(iter([("one", gold, record)])).tallies["estimates"]
    assert tally.right == tally.wanted - 1 == tally.found - 1


def test_a_fall_is_reported_and_a_rounding_is_not() -> None:
    floor = {"money": 0.9, "title": 0.5}
    assert quality.fallen({"money": 0.8997, "title": 0.5}, floor) == []
    assert quality.fallen({"money": 0.899, "title": 0.5}, floor) == ["money fell to 0.8990, its floor is 0.9000"]
    assert quality.fallen({"money": 1.0}, floor) == ["title fell to 0.0000, its floor is 0.5000"]


def test_raising_writes_what_rose_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "floor.toml"
    raised = quality.write_floor(path, {"money": 0.95, "title": 0.4}, {"money": 0.9, "title": 0.5})
    assert raised == ["money"]
    assert quality.read_floor(path) == {"money": 0.95, "title": 0.5}


def test_the_extractor_holds_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main(["--check"]) == 0, capsys.readouterr().err
