"""Runs: every input accounted for, the same bytes whatever happened on the way, nothing mixed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.errors import ExtractorError, SettingsError
from extractor.running.check import problems
from extractor.running.finish import balance
from extractor.running.folder import LockedError, RunFolder
from extractor.running.inline import Inline
from extractor.running.journal import ChangedError, State
from extractor.running.run import Run, StoppedError
from extractor.settings import Settings

MIXED = ("kelp", "", "RAISE", "mismatch", "kelp", "x")


def test_every_input_is_counted_once(documents, make_run, tmp_path):
    state = make_run(documents(*MIXED))()
    summary = json.loads((tmp_path / "out" / "run.json").read_text())
    assert summary["counts"] == {"inputs": 6, "records": 4, "empty": 1, "quarantined": 1, "duplicates": 1}
    assert (state.quarantined, state.empty, state.checks) == ({"crashed": 1}, {"no_text": 1}, {"cagr_mismatch": 1})


def test_an_input_unaccounted_for_is_an_error():
    with pytest.raises(ExtractorError, match="3 inputs, but 2"):
        balance(State(inputs=3, counts={"records": 1, "empty": 0, "quarantined": 1}))


def test_records_and_issues_are_in_input_order(documents, make_run, tmp_path):
    make_run(documents(*MIXED), workers=2, running={"batch_documents": 1})()
    records = [json.loads(line)["source"]["uri"][-7:] for line in (tmp_path / "out/records.jsonl").open()]
    issues = [json.loads(line) for line in (tmp_path / "out/issues.jsonl").open()]
    assert records == ["000.txt", "001.txt", "003.txt", "004.txt", "005.txt"]
    assert [(row["index"], row["code"], row["stage"], row["seconds"]) for row in issues] == [
        (2, "crashed", "processing", 0)
    ]


def test_any_number_of_workers_writes_the_same_bytes(documents, make_run, tmp_path, outputs):
    folder = documents(*(f"kelp {number} SLEEP" for number in range(60)), "DIE", "RAISE")
    for name, workers in (("a", 1), ("b", 2), ("c", 4)):
        make_run(folder, out=name, workers=workers, running={"batch_documents": 3})()
    assert outputs("a") == outputs("b") == outputs("c")


def stop_after(count):
    calls = iter(range(count))
    return lambda: next(calls, None) is None


@pytest.mark.parametrize("stops", [1, 3, 5])
def test_a_stopped_run_goes_on_to_the_same_bytes(documents, make_run, tmp_path, stops, outputs):
    folder = documents(*MIXED)
    make_run(folder, out="whole")()
    while True:
        run = make_run(folder, out="pieces", should_stop=stop_after(stops))
        try:
            run()
        except StoppedError:
            assert not (tmp_path / "pieces/run.json").exists()
            continue
        break
    assert outputs("whole") == outputs("pieces")
    assert run.resumed_at > 0


def test_a_finished_run_is_not_done_again(documents, make_run, tmp_path, outputs):
    folder = documents(*MIXED)
    make_run(folder)()
    before = outputs("out")
    run = make_run(folder, factory="factories_for_runs:make")
    state = run()
    assert (state.inputs, run.resumed_at, outputs("out")) == (6, 6, before)


def change_settings(folder, options):
    options["reading"] = {"max_bytes": 1000}


def change_input(folder, options):
    (folder / "000.txt").write_text("something else")


def add_input(folder, options):
    (folder / "000a.txt").write_text("new")


def remove_input(folder, options):
    (folder / "000.txt").unlink()


def change_rules(folder, options):
    options["factory"] = "factories_for_runs:make_pids"


@pytest.mark.parametrize("finished", [True, False])
@pytest.mark.parametrize("change", [change_settings, change_input, add_input, remove_input, change_rules])
def test_what_has_changed_is_told_and_never_mixed(documents, make_run, change, finished):
    folder = documents(*MIXED)
    options = {}
    if finished:
        make_run(folder)()
    else:
        with pytest.raises(StoppedError):
            make_run(folder, should_stop=stop_after(3))()
    change(folder, options)
    with pytest.raises(ChangedError, match=r"changed.*--fresh"):
        make_run(folder, **options)()
    assert make_run(folder, **options)(fresh=True).complete


def test_settings_without_effect_on_the_output_may_change(documents, make_run):
    folder = documents(*MIXED)
    with pytest.raises(StoppedError):
        make_run(folder, should_stop=stop_after(2))()
    assert make_run(folder, running={"batch_documents": 7, "commit_seconds": 0})().inputs == 6


def test_a_second_run_into_the_folder_is_refused(documents, make_run, tmp_path):
    folder = RunFolder(tmp_path / "out")
    folder.make()
    with folder.locked(), pytest.raises(LockedError, match="another run is writing"):
        make_run(documents("a"))()


@pytest.mark.parametrize("inputs", [[], ["nowhere"], ["no*where"], ["-", "-"]])
def test_wrong_inputs_are_refused_before_anything_is_written(make_run, tmp_path, inputs):
    with pytest.raises(SettingsError):
        make_run(*inputs)()
    assert not (tmp_path / "out").exists()


def test_progress_hears_of_every_document(documents, make_run):
    heard = []
    make_run(documents(*MIXED), on_progress=lambda state: heard.append(state.inputs))()
    assert heard == [1, 2, 3, 4, 5, 6]


SCRIPT = """
import sys
from pathlib import Path
from extractor.running.run import Run
from extractor.settings import Settings
settings = Settings.from_dict({"running": {"workers": int(sys.argv[3]), "commit_seconds": 0.02, "batch_documents": 4}})
Run([sys.argv[1]], Path(sys.argv[2]), settings, factory="factories_for_runs:make")()
"""


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_a_run_killed_at_any_instant_goes_on_to_the_same_bytes(documents, make_run, tmp_path, workers, outputs):
    folder = documents(*(f"SLEEP {0.003 if number % 2 else 0.001}" for number in range(150)), "RAISE", "")
    make_run(folder, out="whole")()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    command = [sys.executable, "-c", SCRIPT, str(folder), str(tmp_path / "killed"), str(workers)]
    for delay in (0.3, 0.45, 0.6, None):
        process = subprocess.Popen(command, env=environment)
        if delay is None:
            assert process.wait(60) == 0
        else:
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
    assert outputs("whole") == outputs("killed")


def test_outputs_may_be_added_to_a_finished_run(documents, make_run, tmp_path, outputs):
    folder = documents("kelp", "wool")
    make_run(folder)()
    before = outputs("out")
    run = make_run(folder, writing={"formats": ["csv", "sqlite"]})
    assert (run().inputs, run.resumed_at, run.added) == (2, 2, ["csv", "sqlite"])
    assert outputs("out") == before
    assert list(problems(tmp_path / "out")) == []
    make_run(folder, out="at-once", writing={"formats": ["jsonl", "csv", "sqlite"]})()
    summaries = [json.loads((tmp_path / name / "run.json").read_text()) for name in ("out", "at-once")]
    assert summaries[0]["files"] == summaries[1]["files"]
    assert summaries[0]["settings"] == summaries[1]["settings"]
    run = make_run(folder)
    assert (run().inputs, run.added) == (2, [])


def test_names_that_have_changed_in_their_file_are_not_mixed(documents, make_run, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("name\nKvist Lamps\n")
    folder = documents("kelp")

    def run():
        settings = Settings.from_dict({"annotating": {"companies": [str(names)]}})
        return Run([str(folder)], tmp_path / "out", settings, factory="factories_for_runs:make", drive=Inline)()

    run()
    assert run().inputs == 1
    names.write_text("name\nKvist Lights\n")
    with pytest.raises(ChangedError, match="gazetteers"):
        run()
