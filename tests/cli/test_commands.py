"""The commands, as they are called: exit status, standard output, one line on standard error, files."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib

import pytest

from extractor.cli import status_of
from extractor.commands.init import settings_toml
from extractor.settings import Settings

KELP = "The kelp farm market was worth USD 9.2 Mn in 2025 and will reach USD 26.5 Mn by 2032, at a CAGR of 16.3% from 2025 to 2032.\n"
LAMP = "The tidal lamp market is \x1b[31mexpected\x1b[0m to reach €4.1 bn by 2031.\x07 Lamps are lit in Norway.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two documents."""
    place = tmp_path_factory.mktemp("documents")
    (place / "kelp.txt").write_text(KELP, "utf-8")
    (place / "lamp.txt").write_text(LAMP, "utf-8")
    return place


@pytest.fixture(scope="module")
def finished(folder, tmp_path_factory):
    """The folder of a run that went well, and what it told."""
    out = tmp_path_factory.mktemp("run") / "out"
    command = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(folder),
        "-o",
        str(out),
        "-f",
        "csv,sqlite",
        "-w",
        "1",
        "--log",
        "json",
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out, done


@pytest.fixture
def copied(finished, tmp_path):
    """A copy of the finished run, to be changed."""
    return shutil.copytree(finished[0], tmp_path / "copy")


def told(capsys):
    """What was printed, and the lines on standard error."""
    captured = capsys.readouterr()
    return captured.out, captured.err.splitlines()


def test_run_writes_the_records_and_the_tables(finished):
    out, _ = finished
    names = {path.name for path in out.iterdir()}
    assert names >= {"records.jsonl", "issues.jsonl", "run.json", "documents.csv", "estimates.csv", "records.sqlite"}
    records = [json.loads(line) for line in (out / "records.jsonl").open(encoding="utf-8")]
    assert [[item["amount"] for item in record["estimates"]] for record in records] == [
        ["9200000", "26500000"],
        ["4100000000"],
    ]
    assert (out / "issues.jsonl").read_bytes() == b""


def test_the_log_is_json_lines_and_nothing_is_on_standard_output(finished):
    _, done = finished
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert (events[0]["event"], events[-1]["event"], events[-1]["inputs"], events[-1]["records"]) == (
        "started",
        "finished",
        2,
        2,
    )
    assert done.stdout == ""


def test_a_finished_run_is_not_done_again(finished, folder, capsys):
    out, _ = finished
    assert status_of(["run", str(folder), "-o", str(out), "-f", "csv,sqlite"]) == 0
    assert told(capsys)[1][0] == "Nothing to do: 2 inputs were done already."


@pytest.fixture(scope="module")
def partly(tmp_path_factory):
    """A run over a file that is no text, and standard input."""
    place = tmp_path_factory.mktemp("partly")
    (place / "photo.txt").write_bytes(bytes(range(256)) * 8)
    command = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(place / "photo.txt"),
        "-",
        "-o",
        str(place / "out"),
        "-w",
        "1",
    ]
    return place / "out", subprocess.run(command, input=KELP.encode(), capture_output=True)


def test_a_file_that_is_no_text_is_quarantined(partly):
    out, done = partly
    assert done.returncode == 1
    (row,) = [json.loads(line) for line in (out / "issues.jsonl").open(encoding="utf-8")]
    assert (row["code"], row["stage"], row["source"]["uri"][-9:]) == ("binary", "reading", "photo.txt")
    assert b"1 quarantined: binary 1" in done.stderr
    assert re.search(rb"binary; in .*: \d+ of the first \d+ characters are no text\n", done.stderr)


def test_standard_input_is_a_document(partly):
    (record,) = [json.loads(line) for line in (partly[0] / "records.jsonl").open(encoding="utf-8")]
    assert record["source"]["uri"] == "-"
    assert record["estimates"][0]["amount"] == "9200000"


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "nowhere"],
        ["run"],
        ["run", "{folder}", "-f", "xlsx"],
        ["run", "{folder}", "--workers", "many"],
        ["run", "{folder}", "--no-such-option"],
        ["run", "{folder}", "--from", "nowhere"],
        ["run", "{folder}", "--settings", "nowhere.toml"],
        ["run", "{folder}", "--limit-seconds", "0"],
        ["show", "nowhere.txt"],
        ["check", "nowhere"],
        ["retry", "nowhere"],
        ["diff", "nowhere", "{folder}"],
        ["init", "nowhere/settings.toml"],
        ["rules", "no.such.rule"],
        ["no-such-command"],
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments, folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert status_of([item.format(folder=folder) for item in arguments]) == 2
    output, lines = told(capsys)
    assert (output, len(lines), lines[0][:11]) == ("", 1, "extractor: ")
    assert not list(tmp_path.iterdir())


def test_called_without_anything_it_shows_its_help(capsys):
    assert status_of([]) == 2
    output, lines = told(capsys)
    assert ("Commands" in output, lines) == (True, [])


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("limit_second = 5", "is running.limit_seconds meant?"),
        ("xyz = 5", "running has workers"),
        ("workers = -1", "greater than"),
    ],
)
def test_a_wrong_setting_is_told_with_what_is_right(line, meant, folder, tmp_path, capsys):
    (tmp_path / "s.toml").write_text(f"[running]\n{line}\n")
    assert status_of(["run", str(folder), "-o", str(tmp_path / "out"), "-s", str(tmp_path / "s.toml")]) == 2
    assert meant in told(capsys)[1][0]


def test_a_reader_of_the_log_that_leaves_does_not_stop_the_run(folder, tmp_path):
    command = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(folder),
        "-o",
        str(tmp_path / "out"),
        "-w",
        "1",
        "--log",
        "json",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        process.stderr.readline()
        process.stderr.close()
        assert process.wait(60) == 0
    assert (tmp_path / "out/run.json").exists()


def test_the_summary_tells_the_first_document_of_a_failed_check_with_its_figures(tmp_path):
    (tmp_path / "wool.txt").write_text(KELP.replace("16.3%", "36.3%"), "utf-8")
    command = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(tmp_path / "wool.txt"),
        "-o",
        str(tmp_path / "out"),
        "-w",
        "1",
    ]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    line = next(line for line in said.splitlines() if " cagr_mismatch" in line)
    assert "wool.txt: stated CAGR 36.3%, implied 16.3" in line
    assert said.startswith("1 input in ")


def test_show_prints_the_market(folder, capsys):
    assert status_of(["show", str(folder / "kelp.txt")]) == 0
    assert "kelp farm" in next(line for line in told(capsys)[0].splitlines() if line.split()[:1] == ["market"]).lower()


@pytest.mark.parametrize("arguments", [["show"], ["show", "--json"]])
def test_show_lets_no_document_steer_the_terminal(arguments, folder, capsys):
    assert status_of([*arguments, str(folder / "lamp.txt")]) == 0
    output = told(capsys)[0]
    assert "Norway" in output
    assert not set(output) & {"\x1b", "\x07"}


def test_show_reads_standard_input_as_json(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(KELP.encode())))
    assert status_of(["show", "-", "--json"]) == 0
    assert json.loads(told(capsys)[0])["estimates"][0]["amount"] == "9200000"


def test_show_where_the_terminal_has_no_unicode(folder):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "show", str(folder / "lamp.txt")],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "4,100,000,000" in done.stdout


def test_show_cuts_no_figure_in_a_narrow_terminal(folder, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "50")
    assert status_of(["show", str(folder / "kelp.txt")]) == 0
    output = told(capsys)[0]
    assert "26,500,000" in output
    assert "scope" not in output  # no row has one


def test_a_reader_that_has_had_enough_is_no_error(folder):
    command = [sys.executable, "-m", "extractor", "show", str(folder / "kelp.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert (process.stderr.read(), process.wait(30)) == ("", 0)


def test_schema_is_json(capsys):
    assert status_of(["schema"]) == 0
    assert "estimates" in json.loads(told(capsys)[0])["properties"]


def test_check_of_a_whole_run(finished, capsys):
    assert status_of(["check", str(finished[0])]) == 0
    assert told(capsys) == ("", ["all well"])


def test_check_finds_a_changed_byte(copied, capsys):
    path = copied / "records.jsonl"
    data = bytearray(path.read_bytes())
    data[data.index(b"kelp")] ^= 1
    path.write_bytes(data)
    assert status_of(["check", str(copied)]) == 1
    assert "records.jsonl: its content has changed" in told(capsys)[0]


@pytest.mark.parametrize("command", ["check", "retry"])
@pytest.mark.parametrize("summary", ["{}", '{"counts": {}}', "[]", "no json"])
def test_a_damaged_summary_is_told_in_one_line(copied, command, summary, capsys):
    (copied / "run.json").write_text(summary, "utf-8")
    assert status_of([command, str(copied)]) == 2
    assert len(told(capsys)[1]) == 1


def test_diff_of_equal_runs(finished, copied, capsys):
    assert status_of(["diff", str(finished[0]), str(copied)]) == 0
    assert told(capsys) == ("", ["no document differs"])


def test_diff_names_the_field_that_changed(finished, copied, capsys):
    path = copied / "records.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"amount":"9200000"', b'"amount":"9300000"', 1))
    assert status_of(["diff", "--json", str(finished[0]), str(copied)]) == 1
    (change,) = map(json.loads, told(capsys)[0].splitlines())
    assert (change["change"], change["uri"][-8:]) == ("changed", "kelp.txt")
    assert "estimates" in change["fields"]


def test_init_writes_settings_that_are_accepted(tmp_path, capsys):
    path = tmp_path / "settings.toml"
    assert status_of(["init", str(path)]) == 0
    assert Settings.from_toml(path) == Settings()
    assert status_of(["init", str(path)]) == 2
    assert status_of(["init", "--force", str(path)]) == 0


def test_every_commented_setting_is_its_default():
    lines = [line.removeprefix("# ") if " = " in line else line for line in settings_toml().splitlines()]
    values = tomllib.loads("\n".join(lines))
    assert Settings.from_dict(values) == Settings()
    assert {name: set(section) for name, section in values.items()} == {
        name: set(section) for name, section in Settings().model_dump().items()
    }


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.skipif(signal.getsignal(signal.SIGINT) == signal.SIG_IGN, reason="tests in the background: it is ignored")
def test_an_interrupted_run_says_so_and_can_go_on(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for number in range(1500):
        (place / f"{number}.txt").write_text(f"{number} {KELP}", "utf-8")
    command = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(place),
        "-o",
        str(tmp_path / "out"),
        "-w",
        "1",
        "--no-duplicates",
        "--log",
        "json",
    ]
    # A group of its own, so that the workers hear of the signal as they do under Ctrl-C.
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while json.loads(process.stderr.readline())["event"] != "progress":
            pass
        os.killpg(process.pid, signal.SIGINT)
        last = process.stderr.read().splitlines()[-1]
        assert process.wait(30) == 130
    assert json.loads(last)["event"] == "stopped"
    assert not (tmp_path / "out" / "run.json").exists()


def test_show_takes_a_document_out_of_a_dump(tmp_path, capsys):
    dump = tmp_path / "dump.jsonl"
    dump.write_text("".join(json.dumps({"text": text}) + "\n" for text in (LAMP, KELP)), "utf-8")
    assert status_of(["show", str(dump), "--line", "2", "--json"]) == 0
    assert json.loads(told(capsys)[0])["source"]["line"] == 2
    assert status_of(["show", str(dump)]) == 2
    assert "--line" in told(capsys)[1][0]
