"""Comparing two runs: which documents are the same one, and what of them differs."""

import json

import pytest

from extractor.running.compare import changes


@pytest.fixture
def compared(make_run, tmp_path):
    """The changes between runs over two dumps of rows, in short."""

    def compare(before, after):
        dump = tmp_path / "dump.jsonl"
        for name, texts in (("before", before), ("after", after)):
            dump.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
            make_run(dump, out=name)()
        found = changes(tmp_path / "before", tmp_path / "after")
        return [(change.kind, change.place.rpartition(", ")[2], sorted(change.fields)) for change in found]

    return compare


def test_a_row_put_in_makes_no_other_row_differ(compared):
    assert compared(["kelp", "wool", "tin"], ["kelp", "oats", "wool", "tin"]) == [("added", "line 2", [])]


def test_a_row_taken_out_makes_no_other_row_differ(compared):
    assert compared(["kelp", "oats", "wool", "tin"], ["kelp", "wool", "tin"]) == [("removed", "line 2", [])]


def test_a_row_that_was_mended_is_told_field_by_field(compared):
    assert compared(["kelp", "wol", "tin"], ["kelp", "wool", "tin"]) == [("changed", "line 2", ["text"])]


def test_of_several_copies_each_is_matched_once(compared):
    assert compared(["kelp", "kelp"], ["kelp", "kelp", "kelp"]) == [("added", "line 3", [])]
