"""What an installed distribution adds by its entry points: an entity type, a check, an output."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import re
from extractor.annotating.entity_type import EntityType
from extractor.annotating.mention import Mention
from extractor.records import CheckResult
from extractor.validating.check import Check
from extractor.writing.sinks import Sink

ENERGY = re.compile(r"[0-9.]+ GWh")

def build(settings):
    return lambda annotation: [
        Mention("ENERGY", found.start(), found.end(), found.group(), "energy.gwh", 0, 0)
        for found in ENERGY.finditer(annotation.text)
    ]

def run(record):
    yield CheckResult(code="energy_told", severity="info", message=f"{len(record.other.get('ENERGY', []))} values")

def write(records, folder, disk):
    place = folder / "count.txt"
    place.write_text(str(len(records.read_bytes().splitlines())))
    return [place]

TYPE = EntityType("energy", ("ENERGY",), 90, build)
CHECK = Check("energy", 90, run)
SINK = Sink("count", write)
"""
ENTRY_POINTS = """
[extractor.annotating.types]
energy = energies:TYPE
[extractor.validating.checks]
energy = energies:CHECK
[extractor.writing.sinks]
count = energies:SINK
"""


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """An environment in which the distribution is installed."""
    site = tmp_path / "site"
    facts = site / "energies-1.dist-info"
    facts.mkdir(parents=True)
    (site / "energies.py").write_text(CODE)
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: energies\nVersion: 1\n")
    (facts / "entry_points.txt").write_text(ENTRY_POINTS)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), *filter(None, sys.path)])}


def test_a_run_uses_what_is_installed(installed, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("The storage market was worth USD 5 billion in 2024. It will hold 40 GWh in 2030.")
    command = [sys.executable, "-m", "extractor", "run", str(text), "--out", str(tmp_path / "out"), "-f", "count", "-q"]
    subprocess.run(command, env=installed, check=True)
    record = json.loads((tmp_path / "out" / "records.jsonl").read_bytes())
    assert [item["text"] for item in record["other"]["ENERGY"]] == ["40 GWh"]
    assert "energy_told" in [check["code"] for check in record["checks"]]
    assert (tmp_path / "out" / "count.txt").read_text() == "1"
