"""Records of many sources from Python, over processes."""

import pytest

from extractor.errors import ExtractorError
from extractor.reading.make import source_from_text
from extractor.running.pool import map_ordered
from extractor.settings import Settings

SETTINGS = Settings.from_dict({"running": {"batch_documents": 1}})


def records(*texts, workers=2, factory="factories_for_runs:make"):
    return list(
        map_ordered(
            SETTINGS, (source_from_text(text, f"{number}.txt") for number, text in enumerate(texts)), workers, factory
        )
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_slow_documents_do_not_lose_their_place(workers):
    texts = ["SLEEP 0.05", "kelp", "SLEEP 0.02", "lamp", "wool"]
    assert [record.text for record in records(*texts, workers=workers)] == texts


def test_two_workers_share_the_work():
    found = records(*["SLEEP 0.02"] * 12, factory="factories_for_runs:make_pids")
    assert len({record.title for record in found}) == 2


def test_no_sources_are_no_records():
    assert records() == []


@pytest.mark.parametrize(("text", "code"), [("RAISE", "crashed"), ("DIE", "worker_died")])
def test_a_source_that_cannot_be_processed_is_named(text, code):
    with pytest.raises(ExtractorError, match=rf"1\.txt: {code}"):
        records("kelp", text, "lamp")


def test_records_before_a_failure_are_given():
    found = map_ordered(SETTINGS, map(source_from_text, ["kelp", "lamp", "RAISE"]), 2, "factories_for_runs:make")
    assert [next(found).text, next(found).text] == ["kelp", "lamp"]
    with pytest.raises(ExtractorError):
        next(found)


def test_sources_are_taken_as_they_are_needed():
    taken = []

    def sources():
        for number in range(100_000):
            taken.append(number)
            yield source_from_text(f"kelp {number}")

    found = map_ordered(SETTINGS, sources(), 2, "factories_for_runs:make")
    next(found)
    found.close()
    assert len(taken) < 10_000
