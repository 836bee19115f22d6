"""Every hostile input ends as stated, in one run over all of them; nothing escapes and nothing is lost."""

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from hostile_cases import SECONDS, all_cases, write

from extractor.reading.entry import display_name
from extractor.running.check import problems
from extractor.running.run import Run
from extractor.settings import Settings

MEANS = {"record": ("ok", "empty"), "record or time_limit": ("ok", "empty", "time_limit")}
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The folder of the run over all cases, its state, and what became of each document, by case."""
    root = tmp_path_factory.mktemp("hostile")
    cases = write(root / "in")
    settings = Settings.from_dict(
        {"running": {"workers": 2, "limit_seconds": SECONDS}, "writing": {"formats": ["csv", "sqlite"]}}
    )
    before = {path.name for path in root.iterdir()}
    state = Run([str(root / "in")], root / "out", settings)()
    assert {path.name for path in root.iterdir()} == before | {"out"}
    found = defaultdict(list)
    rows = [(json.loads(line), None) for line in (root / "out/records.jsonl").open()]
    rows += [(json.loads(line), "issue") for line in (root / "out/issues.jsonl").open()]
    names = sorted((display_name(case.name) for case in cases), key=len, reverse=True)
    for row, kind in rows:
        inside = row["source"]["uri"].split("/in/", 1)[1]
        name = next(name for name in names if inside == name or inside.startswith(name + "/"))
        place = (row["source"].get("line") or 0, kind is not None)
        found[name].append((place, row["code"] if kind else row["status"]))
    return (
        root / "out",
        state,
        {name: [outcome for _, outcome in sorted(items, key=lambda item: item[0][0])] for name, items in found.items()},
    )


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: ascii(case.name[:60]))
def test_hostile_input_ends_as_stated(hostile, case):
    outcomes = hostile[2].get(display_name(case.name), [])
    stated = case.outcome if isinstance(case.outcome, list) else [case.outcome]
    if case.name.endswith(".jsonl") and stated == ["record"]:
        assert "time_limit" not in outcomes
        return
    assert len(outcomes) == len(stated), outcomes
    for outcome, wanted in zip(outcomes, stated, strict=True):
        assert outcome in MEANS.get(wanted, (wanted,))


def test_there_are_enough_cases():
    assert len(all_cases()) >= 150


def test_every_input_is_accounted_for(hostile):
    out, state, _ = hostile
    counts = json.loads((out / "run.json").read_text())["counts"]
    assert counts["inputs"] == counts["records"] + counts["empty"] + counts["quarantined"] == state.inputs
    assert list(problems(out)) == []


def test_no_cell_is_a_formula_or_steers_a_terminal(hostile):
    csv.field_size_limit(100_000_000)
    for path in hostile[0].glob("*.csv"):
        with path.open(newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.lstrip().startswith(("=", "+", "@")), cell[:80]
                    assert not CONTROLS.search(cell), cell[:80]


def test_no_name_of_a_member_became_a_file(hostile):
    out = hostile[0]
    assert not list(out.parent.rglob("*evil*"))
    assert not Path("/etc/evil.txt").exists()
