"""Workers that hang, swell, crash and die: one document is to blame, all others are done, in order."""

import json
import time

import pytest

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined
from extractor.running.protocol import Job
from extractor.running.supervisor import Supervisor
from extractor.settings import Settings


def drive(texts, workers=2, factory="factories_for_runs:make", **running):
    settings = Settings.from_dict({"running": {"limit_seconds": 20, **running}})
    entries = [Entry(uri=f"{number}.txt", payload=text.encode()) for number, text in enumerate(texts)]
    with Supervisor(Job(factory, settings, sketches=False), workers) as supervisor:
        return list(supervisor.outcomes(entries))


def codes(outcomes):
    return [outcome.code if isinstance(outcome, Quarantined) else "ok" for _, outcome in outcomes]


def test_outcomes_come_in_the_order_of_the_entries():
    texts = [f"SLEEP {0.02 if number % 3 == 0 else 0}" for number in range(40)]
    outcomes = drive(texts, batch_documents=3)
    assert [index for index, _ in outcomes] == list(range(40))
    assert [json.loads(outcome.line)["source"]["uri"] for _, outcome in outcomes] == [f"{number}.txt" for number in range(40)]


@pytest.mark.parametrize(
    ("text", "running", "code"),
    [
        pytest.param("SPIN", {"limit_seconds": 0.4}, "time_limit", id="endless-loop"),
        pytest.param("SLEEP 60", {"limit_seconds": 0.4}, "time_limit", id="sleeps"),
        pytest.param("EAT", {"limit_memory_mb": 100}, "memory_limit", id="eats-slowly"),
        pytest.param("EATFAST 3000", {"limit_memory_mb": 100}, "memory_limit", id="eats-at-once"),
        pytest.param("DIE", {}, "worker_died", id="killed"),
        pytest.param("EXIT", {}, "worker_died", id="exits"),
        pytest.param("RAISE", {}, "crashed", id="raises"),
        pytest.param("REFUSE", {}, "failed", id="refuses"),
        pytest.param("RECURSE", {}, "too_complex", id="recurses"),
    ],
)
def test_the_guilty_document_is_blamed_and_its_neighbours_are_done(text, running, code):
    texts = [f"document {number}" for number in range(9)]
    texts[4] = text
    outcomes = drive(texts, workers=1, **running)
    assert codes(outcomes) == ["ok"] * 4 + [code] + ["ok"] * 4


def test_a_document_whose_worker_was_killed_from_outside_gets_a_second_chance(tmp_path):
    outcomes = drive(["a", f"DIEONCE {tmp_path / 'died'}", "b"])
    assert codes(outcomes) == ["ok", "ok", "ok"]


def test_several_guilty_documents_in_one_batch_are_blamed_each():
    outcomes = drive(["DIE", "a", "SPIN", "DIE", "b", "SPIN"], workers=1, limit_seconds=0.3)
    assert codes(outcomes) == ["worker_died", "ok", "time_limit", "worker_died", "ok", "time_limit"]


def test_a_quarantined_input_keeps_its_place():
    settings = Settings()
    entries = [Entry(uri="a", payload=b"a"), Quarantined("b", "reading", "unreadable", "no"), Entry(uri="c", payload=b"c")]
    with Supervisor(Job("factories_for_runs:make", settings, sketches=False), 2) as supervisor:
        assert codes(supervisor.outcomes(entries)) == ["ok", "unreadable", "ok"]


def test_workers_are_renewed_after_so_many_documents():
    outcomes = drive(["x"] * 12, workers=1, factory="factories_for_runs:make_pids", renew_after=4, batch_documents=2)
    assert len({json.loads(outcome.line)["title"] for _, outcome in outcomes}) == 3


def test_a_slow_document_holds_back_no_more_than_the_window():
    taken = []

    def entries():
        for number in range(200):
            taken.append(number)
            yield Entry(uri=str(number), payload=b"SLEEP 1" if number == 0 else b"x" * 10_000)

    settings = Settings.from_dict({"running": {"window_bytes": 200_000, "batch_documents": 4}})
    with Supervisor(Job("factories_for_runs:make", settings, sketches=False), 2) as supervisor:
        outcomes = supervisor.outcomes(entries())
        assert next(outcomes)[0] == 0
        assert len(taken) < 60
        assert [index for index, _ in outcomes] == list(range(1, 200))


def test_work_that_cannot_be_built_is_told():
    with pytest.raises(ExtractorError, match="workers cannot start: ValueError: no rules here"):
        drive(["a"], factory="factories_for_runs:make_broken")


def test_the_id_of_a_killed_document_is_that_of_its_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("DIE")
    with Supervisor(Job("factories_for_runs:make", Settings(), sketches=False), 1) as supervisor:
        [(_, outcome)] = supervisor.outcomes([Entry(uri=str(path), path=str(path))])
    assert outcome.id.startswith("sha256:")


def test_a_worker_that_has_grown_is_replaced_and_no_document_is_blamed():
    outcomes = drive(["KEEP 20"] * 12, workers=1, factory="factories_for_runs:make_pids", batch_documents=1, renew_memory_mb=50, limit_memory_mb=45)
    assert codes(outcomes) == ["ok"] * 12
    assert 3 <= len({json.loads(outcome.line)["title"] for _, outcome in outcomes}) <= 6


def test_what_earlier_documents_left_behind_is_not_a_documents_own():
    assert codes(drive(["KEEP 20"] * 6, workers=1, batch_documents=1, limit_memory_mb=60)) == ["ok"] * 6


def test_time_in_which_others_had_the_processor_is_not_the_documents(monkeypatch):
    monkeypatch.setattr("extractor.running.worker.waited_seconds", lambda pid: time.monotonic())
    assert codes(drive(["SLEEP 0.9"], limit_seconds=0.4)) == ["ok"]


def test_but_it_ends_all_the_same(monkeypatch):
    monkeypatch.setattr("extractor.running.worker.waited_seconds", lambda pid: time.monotonic())
    assert codes(drive(["SLEEP 60"], limit_seconds=0.2)) == ["time_limit"]
