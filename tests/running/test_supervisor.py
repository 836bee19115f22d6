"""Workers that hang, swell, crash and die: one document is to blame, all others are done, in order."""

import contextlib
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined
from extractor.running import parent
from extractor.running.parent import LostError, Nursery, SpawnError
from extractor.running.protocol import Job, StopAsked
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
    assert [json.loads(outcome.line)["source"]["uri"] for _, outcome in outcomes] == [
        f"{number}.txt" for number in range(40)
    ]


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
    entries = [
        Entry(uri="a", payload=b"a"),
        Quarantined("b", "reading", "unreadable", "no"),
        Entry(uri="c", payload=b"c"),
    ]
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
    outcomes = drive(
        ["KEEP 20"] * 12,
        workers=1,
        factory="factories_for_runs:make_pids",
        batch_documents=1,
        renew_memory_mb=50,
        limit_memory_mb=45,
    )
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


def test_batches_and_records_too_large_for_the_pipe_pass_each_other():
    texts = [f"{number} " + "x" * 700_000 for number in range(30)]
    outcomes = drive(texts, workers=2, batch_documents=6, batch_bytes=5_000_000)
    assert [len(outcome.line) > 700_000 for _, outcome in outcomes] == [True] * 30


def test_a_worker_is_given_the_next_batch_before_it_is_done_with_the_last():
    taken = []

    def entries():
        for number in range(20):
            taken.append(number)
            yield Entry(uri=str(number), payload=b"SLEEP 0.02")

    settings = Settings.from_dict({"running": {"batch_documents": 4}})
    with Supervisor(Job("factories_for_runs:make", settings, sketches=False), 1) as supervisor:
        ahead = [len(taken) - index for index, _ in supervisor.outcomes(entries())]
    assert min(ahead[:15]) >= 2
    assert max(ahead) <= 8


@pytest.mark.parametrize("text", ["DIE", "SPIN", "EATFAST 3000"])
def test_the_next_batch_of_a_guilty_worker_is_done_by_another(text):
    texts = [f"document {number}" for number in range(20)]
    texts[5] = text  # of a batch of 4, when the next one is already handed out
    outcomes = drive(texts, workers=1, batch_documents=4, limit_seconds=0.4, limit_memory_mb=200)
    assert [number for number, outcome in outcomes if isinstance(outcome, Quarantined)] == [5]


def test_it_can_be_stopped_while_a_document_takes_long():
    done = []
    with Supervisor(Job("factories_for_runs:make", Settings(), sketches=False), 1) as supervisor:
        outcomes = supervisor.outcomes(
            [Entry(uri="a", payload=b"a"), Entry(uri="b", payload=b"SLEEP 25")], 0, lambda: bool(done)
        )
        done.append(next(outcomes))
        began = time.monotonic()
        with pytest.raises(StopAsked):
            next(outcomes)
    assert time.monotonic() - began < 20


def test_time_in_which_outcomes_were_not_asked_for_is_nobodys(monkeypatch):
    monkeypatch.setattr("extractor.running.supervisor.AWAY_SECONDS", 0.3)
    entries = [Entry(uri="a", payload=b"a"), Entry(uri="b", payload=b"SLEEP 1.2")]
    settings = Settings.from_dict({"running": {"limit_seconds": 1.0}})
    with Supervisor(Job("factories_for_runs:make", settings, sketches=False), 1) as supervisor:
        outcomes = supervisor.outcomes(entries)
        next(outcomes)
        time.sleep(0.6)
        assert codes(outcomes) == ["ok"]


def test_it_may_be_started_in_a_thread_that_ends():
    found = []
    supervisor = Supervisor(Job("factories_for_runs:make", Settings(), sketches=False), 1)
    outcomes = supervisor.outcomes(Entry(uri=str(number), payload=b"SLEEP 0.1") for number in range(4))

    def begin():
        supervisor.__enter__()
        found.append(next(outcomes))

    thread = threading.Thread(target=begin)
    thread.start()
    thread.join()
    with contextlib.closing(outcomes):
        found += outcomes
    supervisor.__exit__()
    assert codes(found) == ["ok"] * 4


def refuse_after(monkeypatch, allowed):
    """Has the system give so many workers and no more."""
    spawn = Nursery.spawn
    spawned = []

    def limited(nursery):
        if len(spawned) == allowed:
            raise SpawnError("Resource temporarily unavailable")
        spawned.append(None)
        return spawn(nursery)

    monkeypatch.setattr(Nursery, "spawn", limited)


def test_it_goes_on_with_the_workers_that_could_be_started(monkeypatch):
    refuse_after(monkeypatch, 2)
    assert codes(drive(["x"] * 20, workers=8, batch_documents=1)) == ["ok"] * 20


def test_without_any_worker_it_ends(monkeypatch):
    refuse_after(monkeypatch, 0)
    with pytest.raises(ExtractorError, match="no worker can be started: Resource temporarily unavailable"):
        drive(["x"])


def test_no_more_workers_are_started_than_there_is_work_for(monkeypatch):
    refuse_after(monkeypatch, 1)
    assert codes(drive(["x"] * 3, workers=64)) == ["ok"] * 3


@pytest.mark.skipif(sys.platform != "linux", reason="children as Linux lists them")
def test_without_the_process_that_makes_workers_it_ends():
    entries = (Entry(uri=str(number), payload=b"SLEEP 0.05") for number in range(1_000))
    with Supervisor(Job("factories_for_runs:make", Settings(), sketches=False), 2) as supervisor:
        outcomes = supervisor.outcomes(entries)
        next(outcomes)
        for child in Path("/proc/self/task").joinpath(str(os.getpid()), "children").read_text().split():
            os.kill(int(child), signal.SIGKILL)
        with pytest.raises(LostError, match="is gone"):
            list(outcomes)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_comes_while_it_is_being_started_does_not_end_the_process_that_makes_workers(monkeypatch, number):
    started = parent._started

    def hit(descriptor):
        process = started(descriptor)
        process.send_signal(number)
        return process

    monkeypatch.setattr(parent, "_started", hit)
    assert codes(drive(["kelp"], workers=1)) == ["ok"]
