"""The journal: what a crash may leave of it, and how large it may get."""

import json

import pytest

from extractor.running import journal as module
from extractor.running.journal import Journal

IDENTITY = {"inputs": "a", "settings": "b", "rules": "c"}


def commit(path, *counts):
    journal = Journal(path, IDENTITY)
    for count in counts:
        journal.state.inputs = count
        journal.commit()
    journal.close()


def read(path):
    journal = Journal(path, IDENTITY)
    journal.close()
    return journal.state.inputs


@pytest.mark.parametrize(
    "torn",
    [b'{"inputs": 9', b"\0" * 300, b"7\n", b'"kelp"\n', b"\xff\xfe\n", b"{}{}\n"],
    ids=["cut", "zeros", "number", "string", "bytes", "two"],
)
def test_what_a_crash_left_at_the_end_is_not_counted_and_is_written_over(tmp_path, torn):
    path = tmp_path / "journal"
    commit(path, 3, 4)
    whole = path.read_bytes()
    path.write_bytes(whole + torn)
    assert read(path) == 4
    assert path.read_bytes() == whole


@pytest.mark.parametrize("size", range(0, 120, 7))
def test_a_first_line_that_was_cut_is_a_run_that_has_not_begun(tmp_path, size):
    path = tmp_path / "journal"
    commit(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:size])
    assert read(path) == 0
    assert path.read_bytes() == whole


def test_it_does_not_grow_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 2_000)
    path = tmp_path / "journal"
    commit(path, *range(100))
    assert path.stat().st_size < 2_600
    assert read(path) == 99
    assert json.loads(path.read_bytes().splitlines()[0])["rules"] == "c"
