"""Runs over small documents with workers that do as told."""

from pathlib import Path

import pytest

from extractor.running.inline import Inline
from extractor.running.run import Run
from extractor.settings import Settings

FACTORY = "factories_for_runs:make"


@pytest.fixture(autouse=True)
def factories(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture
def documents(tmp_path):
    """Writes documents into a folder, in name order; gives the folder."""

    def write(*texts, folder="in"):
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (place / f"{number:03}.txt").write_text(text)
        return place

    return write


@pytest.fixture
def make_run(tmp_path):
    """A run in this process, or over workers when `workers` is given."""

    def build(*inputs, out="out", workers=0, factory=FACTORY, running=None, writing=None, reading=None, **options):
        settings = Settings.from_dict(
            {"running": {"workers": workers, **(running or {})}, "writing": writing or {}, "reading": reading or {}}
        )
        if not workers:
            options.setdefault("drive", Inline)
        return Run([str(item) for item in inputs], tmp_path / out, settings, factory=factory, **options)

    return build


@pytest.fixture
def outputs(tmp_path):
    """The bytes of a run that must be the same however it went."""

    def read(name):
        return {file: (tmp_path / name / file).read_bytes() for file in ("records.jsonl", "issues.jsonl")}

    return read
