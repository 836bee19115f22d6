"""Runs that count the lines of sites first."""

import json
from pathlib import Path

import pytest

from extractor.errors import ExtractorError, SettingsError
from extractor.reading.plan import Planner
from extractor.running.inline import Inline
from extractor.running.journal import ChangedError
from extractor.running.protocol import DEFAULT_FACTORY
from extractor.running.run import Run, StoppedError
from extractor.running.sites import count_sites
from extractor.running.supervisor import Supervisor
from extractor.settings import Settings

SITES = Path(__file__).parents[2] / "fixtures" / "sites"
LINE = "Our editors in the old harbour wrote this column over three long winters."


@pytest.fixture
def site(documents):
    """Six flat texts with one line in common."""
    bays = ("Varna", "Burgas", "Sozopol", "Balchik", "Nesebar", "Kavarna")
    kelp = "The kelp market of {0} was valued at USD {1} million in 2021, as growers in {0} told us in spring.\n\n"
    return documents(
        *(
            kelp.format(bay, len(bay)) + f"Buyers in {bay} pay for their kelp in advance, they say.\n\n{LINE}\n"
            for bay in bays
        )
    )


@pytest.fixture
def run(tmp_path):
    """A run with the extractor itself, in this process."""

    def build(inputs, out, furniture=True, **options):
        return Run(
            [str(inputs)],
            tmp_path / out,
            Settings.from_dict({"cleaning": {"furniture": furniture}}),
            factory=DEFAULT_FACTORY,
            drive=Inline,
            **options,
        )

    return build


def texts(folder):
    return [json.loads(line)["text"] for line in (folder / "records.jsonl").open()]


def test_a_recurring_line_is_dropped_only_when_asked(site, run, tmp_path):
    run(site, "with")()
    run(site, "without", furniture=False)()
    assert all(LINE not in text and "kelp market" in text for text in texts(tmp_path / "with"))
    assert all(LINE in text for text in texts(tmp_path / "without"))
    assert not (tmp_path / "without/.extractor/furniture.json").exists()


def test_asking_for_it_is_another_run(site, run):
    run(site, "out", furniture=False)()
    with pytest.raises(ChangedError):
        run(site, "out")()
    assert run(site, "out")(fresh=True).complete


def test_counts_do_not_depend_on_workers_or_order():
    settings, paths = Settings(), sorted(str(path) for path in SITES.glob("*.jsonl"))
    one = count_sites(paths, Planner(settings), Supervisor, 1).to_json()
    assert (
        one
        == count_sites(paths[::-1], Planner(settings), Supervisor, 2).to_json()
        == count_sites(paths, Planner(settings), Inline, 1).to_json()
    )
    assert [row["documents"] for row in json.loads(one)["sites"].values()] == [15] * 6


def test_records_do_not_depend_on_workers(tmp_path):
    for workers in (1, 2):
        Run(
            [str(SITES / "millpost.jsonl")],
            tmp_path / str(workers),
            Settings.from_dict({"running": {"workers": workers}, "cleaning": {"furniture": True}}),
        )()
    assert (tmp_path / "1/records.jsonl").read_bytes() == (tmp_path / "2/records.jsonl").read_bytes()


def test_a_resumed_run_cleans_with_what_was_counted(site, run, tmp_path, monkeypatch):
    run(site, "whole")()
    asked = iter([False] * 8)  # six documents are counted, then two are done
    with pytest.raises(StoppedError, match="after 3 inputs"):
        run(site, "pieces", should_stop=lambda: next(asked, True))()
    monkeypatch.setattr("extractor.running.sites.count_sites", None)
    run(site, "pieces")()
    assert texts(tmp_path / "pieces") == texts(tmp_path / "whole")


def test_a_later_document_is_cleaned_with_saved_counts(site, run, tmp_path):
    run(site, "first")()
    run(site / "000.txt", "alone")()
    run(site / "000.txt", "later", furniture=False, furniture_from=tmp_path / "first")()
    assert LINE in texts(tmp_path / "alone")[0]
    assert texts(tmp_path / "later") == texts(tmp_path / "first")[:1]


def test_wrong_counts_are_refused_before_anything_is_written(site, run, tmp_path):
    with pytest.raises(SettingsError, match="cannot read"):
        run(site, "out", furniture_from=tmp_path / "nowhere.json")()
    with pytest.raises(ExtractorError, match="not a furniture file"):
        run(site, "out", furniture_from=site / "000.txt")()
    assert not (tmp_path / "out").exists()
