"""What the world outside does to a run: signals, suspension, folders inside one another, files of others, other folders."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.errors import ExtractorError, SettingsError
from extractor.exit_status import INTERRUPTED, STOPPED
from extractor.running.check import problems
from extractor.running.folder import RunFolder
from extractor.running.parent import LostError, Nursery
from extractor.running.protocol import ENDING_SIGNALS
from extractor.running.retry import retry
from extractor.running.run import StoppedError
from extractor.settings import Settings

COMMAND = """
import sys
import extractor.running.run as module
from extractor.cli import main
build = module.Run.__init__
module.Run.__init__ = lambda self, *given, **options: build(self, *given, **options, factory="factories_for_runs:make")
main(sys.argv[1:])
"""


def start(folder, out, *options, ignored=()):
    """The command with workers that do as told, in a group of processes of its own, once it has begun.

    It inherits which signals are ignored; those of this process are not its affair (a shell's background ignores SIGINT).
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    command = [sys.executable, "-c", COMMAND, "run", str(folder), "-o", str(out), "-w", "2", *options]
    handlers = {one: signal.SIG_IGN if one in ignored else signal.SIG_DFL for one in ENDING_SIGNALS}
    before = {one: signal.signal(one, handler) for one, handler in handlers.items()}
    try:
        process = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.PIPE, text=True)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    wait_for((folder / "begun").exists, process)
    return process


def wait_for(condition, process):
    while not condition():
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.02)


@pytest.fixture
def slow(documents):
    """Documents the first of which tells that work has begun, and that take long."""
    folder = documents("kelp", *["SLEEP 0.05"] * 40)
    (folder / "000.txt").write_text(f"TOUCH {folder / 'begun'}")
    return folder


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, STOPPED), (signal.SIGHUP, STOPPED)]
)
def test_a_signal_to_all_processes_stops_the_run_at_a_commit_point(
    documents, make_run, tmp_path, outputs, number, status
):
    folder = documents(*["kelp"] * 40, f"HOLD {tmp_path / 'in/begun'} {tmp_path / 'in/go'}", "lamp")
    journal = RunFolder(tmp_path / "out").journal
    settings = tmp_path / "s.toml"
    settings.write_text("[running]\ncommit_seconds = 0.0\n")
    with start(folder, tmp_path / "out", "-s", str(settings)) as process:
        wait_for(lambda: journal.read_text().count("\n") > 1, process)  # the first line says what the run is
        os.killpg(process.pid, number)
        assert process.wait(60) == status
        assert "run again to go on" in process.stderr.read()
    (folder / "go").touch()
    run = make_run(folder)
    run()
    assert run.resumed_at > 0
    make_run(folder, out="whole")()
    assert outputs("out") == outputs("whole")


def test_a_slow_document_does_not_hold_a_signal_back(documents, tmp_path):
    folder = documents("kelp", "SLEEP 25")
    (folder / "000.txt").write_text(f"TOUCH {folder / 'begun'}")
    with start(folder, tmp_path / "out") as process:
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == STOPPED
    assert time.monotonic() - began < 20


def test_a_run_that_was_suspended_blames_nobody(slow, tmp_path):
    settings = tmp_path / "s.toml"
    settings.write_text("[running]\nlimit_seconds = 1.0\n")
    with start(slow, tmp_path / "out", "-s", str(settings)) as process:
        os.killpg(process.pid, signal.SIGSTOP)
        time.sleep(2.5)
        os.killpg(process.pid, signal.SIGCONT)
        assert process.wait(60) == 0, process.stderr.read()


def test_a_hang_up_that_is_ignored_stays_ignored(slow, tmp_path):
    with start(slow, tmp_path / "out", ignored=[signal.SIGHUP]) as process:  # as under nohup
        os.killpg(process.pid, signal.SIGHUP)
        assert process.wait(60) == 0


def test_the_outputs_inside_an_input_folder_are_no_inputs(documents, make_run, tmp_path):
    folder = documents("kelp", "lamp")
    make_run(folder, out="in/out", writing={"formats": ["csv"]})()
    again = make_run(folder, out="in/out", writing={"formats": ["csv"]})
    assert again().inputs == again.resumed_at == 2
    assert make_run(folder, out="in/out", writing={"formats": ["csv"]})(fresh=True).inputs == 2
    for glob in ("**", "**/*", "*"):
        assert make_run(folder / glob, out="in/out")(fresh=True).counts["quarantined"] == 0


def test_a_folder_of_inputs_is_no_folder_for_outputs(documents, make_run):
    with pytest.raises(SettingsError, match="folder of the outputs"):
        make_run(documents("kelp"), out="in")()


def test_files_of_others_are_not_written_over(documents, make_run, tmp_path):
    (tmp_path / "out").mkdir()
    theirs = tmp_path / "out" / "records.jsonl"
    theirs.write_text("a year of work")
    with pytest.raises(ExtractorError, match="of no run of ours"):
        make_run(documents("kelp"))(fresh=True)
    assert theirs.read_text() == "a year of work"


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_outputs_that_were_spoilt_are_not_called_done(documents, make_run, tmp_path, spoil):
    folder = documents("kelp")
    make_run(folder)()
    spoil(tmp_path / "out/records.jsonl")
    with pytest.raises(ExtractorError, match=r"records.jsonl is not as this run has written it; use --fresh"):
        make_run(folder)()
    assert make_run(folder)(fresh=True).complete


def test_one_input_named_twice_is_two_inputs(documents, make_run, tmp_path):
    folder = documents("kelp", "RAISE")
    state = make_run(folder, folder / "000.txt", folder / "001.txt", workers=1)()
    assert (state.inputs, state.counts["duplicates"], state.counts["quarantined"]) == (4, 1, 2)
    assert retry(tmp_path / "out", Settings(), 1, factory="factories_for_runs:make").quarantined == {"crashed": 2}
    assert list(problems(tmp_path / "out")) == []


def test_a_grown_file_that_was_cut_is_told(documents, make_run, tmp_path):
    folder = documents("kelp", "lamp", "wool")
    calls = iter([False, False, True])
    with pytest.raises(StoppedError):
        make_run(folder, should_stop=lambda: next(calls))()
    (tmp_path / "out/records.jsonl.partial").write_bytes(b"")
    with pytest.raises(ExtractorError, match=r"0 bytes, .* were written; use --fresh"):
        make_run(folder)()


def test_a_run_whose_workers_cannot_be_had_can_go_on(documents, make_run, monkeypatch, outputs):
    folder = documents("kelp", "lamp")
    with monkeypatch.context() as patched:
        patched.setattr(Nursery, "spawn", refuse)
        with pytest.raises(StoppedError, match=r"workers are gone \(run again to go on"):
            make_run(folder, workers=1)()
    make_run(folder, workers=1)()
    make_run(folder, out="whole")()
    assert outputs("out") == outputs("whole")


def refuse(*_):
    raise LostError("workers are gone")


def test_a_retry_from_another_folder_changes_nothing(documents, make_run, tmp_path, monkeypatch, outputs):
    documents("kelp", "RAISE")
    monkeypatch.chdir(tmp_path)
    make_run("in", workers=1)()
    before = outputs("out")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    with pytest.raises(SettingsError, match="no such file or folder: in"):
        retry(tmp_path / "out", Settings(), 1, factory="factories_for_runs:make")
    assert outputs("out") == before


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_that_is_no_unicode_can_be_retried(documents, make_run, tmp_path):
    folder = documents("kelp")
    path = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(path, "w") as file:  # noqa: PTH123 -- bytes
        file.write(f"DIEONCE {tmp_path / 'died'}")
    shutil.copy(folder / "000.txt", folder / "001.txt")
    make_run(folder, workers=1, reading={"max_bytes": 6})()
    state = retry(tmp_path / "out", Settings(), 1, factory="factories_for_runs:make")
    assert (state.counts["records"], state.counts["quarantined"]) == (3, 0)
