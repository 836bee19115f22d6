"""The supervisor: workers that can be killed, documents that are blamed one by one, outcomes in input order.

Why not a library. `multiprocessing.Pool` and `nlp.pipe(n_process=...)` hang when a worker is killed;
`ProcessPoolExecutor` ends with it. Pebble's `ProcessPool` kills on time limits and renews workers, but it
knows only tasks: one document a task costs its scheduling for each, a batch a task loses the neighbours
and blames nobody; it watches no memory; and its workers take turns on one pipe under one lock, so that
a worker killed from outside at the wrong moment breaks the pool. Here each worker has its own
connection and reports after each document: what was reported is done, the next one is to blame, the
rest goes to another worker.
"""

from __future__ import annotations

import logging
import pickle
import selectors
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined, quarantined
from extractor.reading.open import entry_id
from extractor.running.parent import Nursery, resident_megabytes, waited_seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection

    from extractor.running.protocol import Done, Job

log = logging.getLogger("extractor")

POLL_SECONDS = 0.05  # how often a document that takes long is looked at
# Time in which others had the processor is not the document's: a busy machine must not change what comes out.
MAX_DELAY = 4  # but after so many times the limit it ends all the same
MAX_SPREAD = 20_000  # documents between the oldest unfinished one and the newest handed out
IDLE_DEATHS = 5  # workers in a row that die before they report anything: something else is wrong


@dataclass(slots=True)
class Worker:
    """One worker as the supervisor sees it."""

    connection: Connection
    pid: int
    batch: deque[tuple[int, Entry]] = field(default_factory=deque)
    since: float = 0.0  # when the document at the head of the batch was begun
    waited: float | None = None  # how long the process had waited for a processor when it was first looked at since
    done: int = 0
    born_mb: float = 0.0  # memory it held when it was new
    base_mb: float = 0.0  # ... and when its batch was begun


class Supervisor:
    """Drives entries through worker processes.

    Use as a context manager: leaving it ends every process.
    """

    def __init__(self, job: Job, workers: int) -> None:
        self.all_settings = job.settings
        self.settings = job.settings.running
        self.count = workers
        self._nursery = Nursery(job)
        self._selector = selectors.DefaultSelector()
        self._workers: list[Worker] = []
        self._again: deque[tuple[int, Entry]] = deque()
        self._died_once: set[int] = set()
        self._waiting: dict[int, Done | Quarantined] = {}
        self._waiting_bytes = 0
        self._idle_deaths = 0

    def __enter__(self) -> Supervisor:
        self._nursery.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._nursery.stop()
        for worker in self._workers:
            worker.connection.close()
        self._selector.close()

    def outcomes(self, entries: Iterable[Entry | Quarantined], first: int = 0) -> Iterator[tuple[int, Done | Quarantined]]:
        """Each entry's outcome with its index, in the order of the entries; the first has index `first`."""
        numbered = enumerate(entries, first)
        upcoming = first
        handed_out = first
        exhausted = False
        while True:
            while len(self._workers) < self.count and not (exhausted and not self._again):
                self._add_worker()
            for worker in self._workers:
                if worker.batch:
                    continue
                if not self._again and not exhausted:
                    handed_out, exhausted = self._pull(numbered, handed_out, upcoming)
                self._hand_out(worker)
            while upcoming in self._waiting:
                outcome = self._waiting.pop(upcoming)
                self._waiting_bytes -= _weight(outcome)
                yield upcoming, outcome
                upcoming += 1
            busy = any(worker.batch for worker in self._workers)
            if exhausted and not busy and not self._again and not self._waiting:
                return
            if busy:
                self._listen()

    def _pull(self, numbered: Iterator[tuple[int, Entry | Quarantined]], handed_out: int, upcoming: int) -> tuple[int, bool]:
        """Takes a batch's worth of new entries, unless too much is waiting for an older one."""
        if self._waiting_bytes > self.settings.window_bytes or handed_out - upcoming > MAX_SPREAD:
            return handed_out, False
        size = 0
        taken = 0
        while len(self._again) < self.settings.batch_documents and size < self.settings.batch_bytes and taken < MAX_SPREAD:
            item = next(numbered, None)
            if item is None:
                return handed_out, True
            index, entry = item
            handed_out = index + 1
            taken += 1
            if isinstance(entry, Quarantined):
                self._finish(index, entry)
            else:
                self._again.append((index, entry))
                size += entry.size
        return handed_out, False

    def _hand_out(self, worker: Worker) -> None:
        """Gives a worker its next batch, a fresh one in its place when it has served its time."""
        if not self._again:
            return
        held = resident_megabytes(worker.pid)
        if worker.done >= self.settings.renew_after or held > worker.born_mb + self.settings.renew_memory_mb:
            self._remove(worker)
            worker = self._add_worker()
        else:
            worker.base_mb = held  # what earlier documents left behind is not this one's
        size = 0
        while self._again and len(worker.batch) < self.settings.batch_documents and size < self.settings.batch_bytes:
            item = self._again.popleft()
            worker.batch.append(item)
            size += item[1].size
        worker.since, worker.waited = time.monotonic(), None
        try:
            worker.connection.send_bytes(pickle.dumps(list(worker.batch), protocol=pickle.HIGHEST_PROTOCOL))
        except OSError:
            self._bury(worker)

    def _listen(self) -> None:
        """Takes in what workers report, then looks after those that have not reported for long."""
        for key, _ in self._selector.select(POLL_SECONDS):
            self._take(key.data)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.batch and now - worker.since > POLL_SECONDS and not worker.connection.poll(0):
                self._look_at(worker, now - worker.since)

    def _take(self, worker: Worker) -> None:
        try:
            index, outcome = pickle.loads(worker.connection.recv_bytes())
        except (EOFError, OSError):
            self._bury(worker)
            return
        self._idle_deaths = 0
        worker.since, worker.waited = time.monotonic(), None
        if outcome is None:
            self._blame(worker, "memory_limit", f"needs more than {self.settings.limit_memory_mb} MB (running.limit_memory_mb)")
            return
        expected, _ = worker.batch.popleft()
        if expected != index:
            raise ExtractorError(f"worker {worker.pid} reported document {index}, not {expected}")
        worker.done += 1
        self._finish(index, outcome)

    def _look_at(self, worker: Worker, seconds: float) -> None:
        """Ends a worker whose document takes too long or too much."""
        if worker.waited is None:
            worker.waited = waited_seconds(worker.pid)
        limit = self.settings.limit_seconds
        if seconds > limit and (seconds > limit * MAX_DELAY or seconds - (waited_seconds(worker.pid) - worker.waited) > limit):
            detail = f"took longer than {self.settings.limit_seconds:g} s (running.limit_seconds)"
            self._blame(worker, "time_limit", detail, int(self.settings.limit_seconds))
        elif resident_megabytes(worker.pid) > worker.base_mb + self.settings.limit_memory_mb:
            self._blame(worker, "memory_limit", f"needs more than {self.settings.limit_memory_mb} MB (running.limit_memory_mb)")

    def _blame(self, worker: Worker, code: str, detail: str, seconds: int = 0) -> None:
        """Quarantines the document a worker is at, gives the others of its batch to someone else."""
        index, entry = worker.batch.popleft()
        self._finish(index, quarantined(entry, "processing", code, detail, id=entry_id(entry, self.all_settings), seconds=seconds))
        log.info("%s: %s", entry.uri, detail)
        self._remove(worker)

    def _bury(self, worker: Worker) -> None:
        """A worker is gone. Its document gets a second chance: the cause may have come from outside."""
        status = self._remove(worker, keep_first=True)
        if not worker.batch:
            self._idle_deaths += 1
            if self._idle_deaths >= IDLE_DEATHS:
                raise ExtractorError(f"{IDLE_DEATHS} workers in a row died before their first document ({status})")
            return
        index, entry = worker.batch.popleft()
        if index in self._died_once:
            self._died_once.discard(index)
            self._finish(index, quarantined(entry, "processing", "worker_died", f"the process died twice at it ({status})", id=entry_id(entry, self.all_settings)))
            return
        self._died_once.add(index)
        self._again.appendleft((index, entry))

    def _remove(self, worker: Worker, keep_first: bool = False) -> str:
        """Ends a worker and takes back its batch (but for the first entry, when the caller deals with it)."""
        self._selector.unregister(worker.connection)
        worker.connection.close()
        self._workers.remove(worker)
        kept = worker.batch.popleft() if keep_first and worker.batch else None
        self._again.extendleft(reversed(worker.batch))
        worker.batch.clear()
        if kept is not None:
            worker.batch.append(kept)
        return self._nursery.end(worker.pid)

    def _add_worker(self) -> Worker:
        connection, pid = self._nursery.spawn()
        held = resident_megabytes(pid)
        worker = Worker(connection, pid, born_mb=held, base_mb=held)
        self._workers.append(worker)
        self._selector.register(connection, selectors.EVENT_READ, worker)
        return worker

    def _finish(self, index: int, outcome: Done | Quarantined) -> None:
        self._waiting[index] = outcome
        self._waiting_bytes += _weight(outcome)


def _weight(outcome: Done | Quarantined) -> int:
    return 500 if isinstance(outcome, Quarantined) else 500 + len(outcome.line) + len(outcome.sketch)
