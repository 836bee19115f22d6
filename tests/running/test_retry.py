"""Retrying: what was quarantined is done again, what was done stays, and the run is as if it had gone well at once."""

import gzip
import json

import pytest

from extractor.running.check import problems
from extractor.running.journal import ChangedError
from extractor.running.retry import retry
from extractor.settings import Settings

FACTORY = "factories_for_runs:make"
QUICK, PATIENT = {"limit_seconds": 0.4}, {"limit_seconds": 20}


def again(out, **running):
    return retry(out, Settings.from_dict({"running": running}), 1, factory=FACTORY)


def test_a_document_that_then_succeeds_stands_in_its_place(documents, make_run, tmp_path, outputs):
    folder = documents("kelp", "SLEEP 1", "", "RAISE", "wool", "SLEEP 1")
    assert make_run(folder, workers=1, running=QUICK)().quarantined == {"time_limit": 2, "crashed": 1}
    state = again(tmp_path / "out", **PATIENT)
    assert (state.counts["records"], state.counts["empty"], state.quarantined) == (4, 1, {"crashed": 1})
    make_run(folder, out="at-once", running=PATIENT)()
    assert outputs("out") == outputs("at-once")
    assert list(problems(tmp_path / "out")) == []
    marks = [json.loads(line)["duplicate_of"] for line in (tmp_path / "out/records.jsonl").open()]
    assert [mark is not None for mark in marks].count(True) == 1  # the second sleeper is a copy of the first


def test_the_run_is_finished_with_the_settings_of_the_retry(documents, make_run, tmp_path):
    folder = documents("kelp", "SLEEP 1")
    make_run(folder, workers=1, running=QUICK)()
    again(tmp_path / "out", **PATIENT)
    run = make_run(folder, running=PATIENT)
    assert run().inputs == run.resumed_at == 2
    with pytest.raises(ChangedError, match=r"running.limit_seconds: 20.0, now 0.4"):
        make_run(folder, running=QUICK)()


def test_what_fails_again_keeps_its_row(documents, make_run, tmp_path, outputs):
    make_run(documents("RAISE", "kelp"), workers=1)()
    before = outputs("out")
    assert again(tmp_path / "out").quarantined == {"crashed": 1}
    assert outputs("out") == before


def test_an_input_that_is_gone_is_a_row_that_says_so(documents, make_run, tmp_path):
    folder = documents("kelp", "RAISE")
    make_run(folder, workers=1)()
    (folder / "001.txt").unlink()
    state = again(tmp_path / "out")
    assert state.inputs == 2
    assert sum(state.quarantined.values()) == 1


def test_a_container_that_was_cut_and_is_whole_now_gives_the_rest(documents, make_run, tmp_path):
    folder = documents("kelp")
    rows = [
        json.dumps({"text": f"wool {number} " + "".join(map(str, range(number * 400)))}) + "\n" for number in range(6)
    ]
    whole = gzip.compress("".join(rows).encode())
    dump = folder / "dump.jsonl.gz"
    dump.write_bytes(whole[: len(whole) // 2])
    assert make_run(folder, workers=1)().quarantined["truncated"] == 1
    dump.write_bytes(whole)
    state = again(tmp_path / "out")
    assert (state.counts["records"], state.counts["quarantined"]) == (7, 0)
    assert list(problems(tmp_path / "out")) == []


def rows_of(*texts: str) -> str:
    return "".join(text if text.startswith("{") else json.dumps({"text": text}) + "\n" for text in texts)


def test_a_row_that_was_mended_becomes_a_record(documents, make_run, tmp_path):
    dump = documents("kelp") / "dump.jsonl"
    dump.write_text(rows_of("wool", '{"text": "tin\n', "oats"))
    assert make_run(dump, workers=1)().quarantined == {"bad_json": 1}
    dump.write_text(rows_of("wool", "tin", "oats"))
    assert again(tmp_path / "out").counts["records"] == 3


def test_a_dump_whose_rows_have_moved_is_not_mixed_with_what_it_was(documents, make_run, tmp_path, outputs):
    dump = documents("kelp") / "dump.jsonl"
    dump.write_text(rows_of("wool", '{"text": "tin\n', "oats", "jute"))
    make_run(dump, workers=1)()
    before = outputs("out")
    for rows, told in ((("wool", "oats", "jute"), "line 3 has changed"), (("wool", "tin", "oats"), "line 4 was there")):
        dump.write_text(rows_of(*rows))
        with pytest.raises(ChangedError, match=told):
            again(tmp_path / "out")
        assert outputs("out") == before
