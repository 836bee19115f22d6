"""The supervisor: workers that can be killed, documents that are blamed one by one, outcomes in input order.

Why not a library. `multiprocessing.Pool` and `nlp.pipe(n_process=...)` hang when a worker is killed;
`ProcessPoolExecutor` ends with it. Pebble's `ProcessPool` kills on time limits and renews workers, but it
knows only tasks: one document a task costs its scheduling for each, a batch a task loses the neighbours
and blames nobody; it watches no memory; and its workers take turns on one pipe under one lock, so that
a worker killed from outside at the wrong moment breaks the pool. Here each worker has its own
channel and reports after each document: what was reported is done, the next one is to blame, the
rest goes to another worker.
"""

from __future__ import annotations

import logging
import pickle
import selectors
import time
from collections import deque
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined, quarantined
from extractor.reading.open import entry_id
from extractor.running.parent import LostError, Nursery, SpawnError
from extractor.running.protocol import StopAsked
from extractor.running.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extractor.running.protocol import Done, Job

log = logging.getLogger("extractor")

POLL_SECONDS = 0.05  # how often a document that takes long is looked at
AWAY_SECONDS = (
    1.0  # a longer time between two looks is nobody's: the run was suspended, or whoever takes outcomes took a break
)
MAX_SPREAD = 20_000  # documents between the oldest unfinished one and the newest handed out
IDLE_DEATHS = 5  # workers in a row that die before they report anything: something else is wrong


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
        self._entries: Iterator[tuple[int, Entry | Quarantined]] = iter(())
        self._exhausted = False
        self._again: deque[tuple[int, Entry]] = (
            deque()
        )  # to hand out next: new ones, and those of workers that are gone
        self._died_once: set[int] = set()
        self._waiting: dict[int, Done | Quarantined] = {}
        self._waiting_bytes = 0
        self._upcoming = 0  # index of the next outcome to give
        self._taken = 0  # index of the next entry to take
        self._idle_deaths = 0
        self._looked = 0.0  # when workers were looked at last

    def __enter__(self) -> Supervisor:
        self._nursery.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._nursery.stop()
        for worker in self._workers:
            worker.channel.close()
        self._selector.close()

    def outcomes(
        self, entries: Iterable[Entry | Quarantined], first: int = 0, should_stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, Done | Quarantined]]:
        """Each entry's outcome with its index, in the order of the entries; the first has index `first`.

        Raises:
            StopAsked: when `should_stop` says so while documents are waited for.
            LostError: when no worker can be kept alive.
        """
        self._entries, self._exhausted = enumerate(entries, first), False
        self._upcoming = self._taken = first
        while True:
            self._feed()
            while self._upcoming in self._waiting:
                outcome = self._waiting.pop(self._upcoming)
                self._waiting_bytes -= _weight(outcome)
                self._upcoming += 1
                yield self._upcoming - 1, outcome
            if any(worker.queue for worker in self._workers):
                self._listen()
            elif self._exhausted and not self._again and not self._waiting:
                return
            if should_stop():
                raise StopAsked

    def _feed(self) -> None:
        """Sees to it that there are workers and that each has something to do."""
        for worker in list(self._workers):
            if not worker.is_worn:
                self._top_up(worker)
            elif not worker.queue:
                self._remove(worker)
        while len(self._workers) < self.count and self._has_more():
            try:
                worker = self._add_worker()
            except SpawnError as error:
                if not self._workers:
                    raise LostError(f"no worker can be started: {error}") from error
                self.count = len(self._workers)
                log.warning("going on with %d workers: %s", self.count, error)
                return
            self._top_up(worker)

    def _top_up(self, worker: Worker) -> None:
        if worker.has_room and self._has_more():
            self._hand_out(worker)

    def _has_more(self) -> bool:
        """Whether there is something to hand out; a batch's worth of entries is taken when there is not."""
        if not self._again and not self._exhausted:
            self._take_entries()
        return bool(self._again)

    def _take_entries(self) -> None:
        """Takes a batch's worth of new entries, unless too much is waiting for an older one."""
        if self._waiting_bytes > self.settings.window_bytes or self._taken - self._upcoming > MAX_SPREAD:
            return
        size = 0
        for _ in range(MAX_SPREAD):
            item = next(self._entries, None)
            if item is None:
                self._exhausted = True
                return
            index, entry = item
            self._taken = index + 1
            if isinstance(entry, Quarantined):
                self._finish(index, entry)
                continue
            self._again.append((index, entry))
            size += entry.size
            if len(self._again) >= self.settings.batch_documents or size >= self.settings.batch_bytes:
                return

    def _hand_out(self, worker: Worker) -> None:
        """Sends a worker its next batch."""
        batch: list[tuple[int, Entry]] = []
        size = 0
        while self._again and len(batch) < self.settings.batch_documents and size < self.settings.batch_bytes:
            item = self._again.popleft()
            batch.append(item)
            worker.take_on(item)
            size += item[1].size
        worker.channel.send(pickle.dumps(batch, protocol=pickle.HIGHEST_PROTOCOL))
        if worker.channel.is_behind:
            self._selector.modify(worker.channel, selectors.EVENT_READ | selectors.EVENT_WRITE, worker)

    def _listen(self) -> None:
        """Takes in what workers report, then looks after those that have not reported for long."""
        for key, events in self._selector.select(POLL_SECONDS):
            worker: Worker = key.data
            if events & selectors.EVENT_WRITE:
                worker.channel.flush()
                if not worker.channel.is_behind:
                    self._selector.modify(worker.channel, selectors.EVENT_READ, worker)
            if events & selectors.EVENT_READ:
                self._take(worker)
        now = time.monotonic()
        away = now - self._looked
        self._looked = now
        for worker in list(self._workers):
            if away > AWAY_SECONDS:
                worker.since = min(now, worker.since + away)
            if worker.queue and now - worker.since > POLL_SECONDS:
                self._look_at(worker, now)

    def _take(self, worker: Worker) -> None:
        """Takes in what a worker has reported since."""
        try:
            messages = worker.channel.receive()
        except EOFError:
            self._bury(worker)
            return
        for message in messages:
            self._idle_deaths = 0
            index, outcome = pickle.loads(message)
            if outcome is None:
                self._blame(worker, "memory_limit", self._too_much_memory())
                return
            expected, _ = worker.finish_first()
            if expected != index:
                raise ExtractorError(f"worker {worker.pid} reported document {index}, not {expected}")
            self._finish(index, outcome)

    def _look_at(self, worker: Worker, now: float) -> None:
        """Ends a worker whose document takes too long or too much."""
        if worker.breaks_time(now):
            limit = self.settings.limit_seconds
            self._blame(worker, "time_limit", f"took longer than {limit:g} s (running.limit_seconds)", int(limit))
        elif worker.breaks_memory():
            self._blame(worker, "memory_limit", self._too_much_memory())

    def _too_much_memory(self) -> str:
        return f"needs more than {self.settings.limit_memory_mb} MB (running.limit_memory_mb)"

    def _blame(self, worker: Worker, code: str, detail: str, seconds: int = 0) -> None:
        """Quarantines the document a worker is at, gives the others of its queue to someone else."""
        index, entry = worker.queue.popleft()
        self._remove(worker)
        log.info("%s: %s", entry.uri, detail)
        self._quarantine(index, entry, code, detail, seconds)

    def _bury(self, worker: Worker) -> None:
        """A worker is gone. Its document gets a second chance: the cause may have come from outside."""
        first = worker.queue.popleft() if worker.queue else None
        status = self._remove(worker)
        if first is None:
            self._idle_deaths += 1
            if self._idle_deaths >= IDLE_DEATHS:
                raise LostError(f"{IDLE_DEATHS} workers in a row died before their first document ({status})")
        elif first[0] in self._died_once:
            self._died_once.discard(first[0])
            self._quarantine(*first, "worker_died", f"the process died twice at it ({status})")
        else:
            self._died_once.add(first[0])
            self._again.appendleft(first)

    def _remove(self, worker: Worker) -> str:
        """Ends a worker and takes its queue back; says how it ended."""
        self._selector.unregister(worker.channel)
        worker.channel.close()
        self._workers.remove(worker)
        self._again.extendleft(reversed(worker.queue))
        return self._nursery.end(worker.pid)

    def _add_worker(self) -> Worker:
        channel, pid = self._nursery.spawn()
        worker = Worker(channel, pid, self.settings)
        self._workers.append(worker)
        self._selector.register(channel, selectors.EVENT_READ, worker)
        return worker

    def _quarantine(self, index: int, entry: Entry, code: str, detail: str, seconds: int = 0) -> None:
        known = entry_id(entry, self.all_settings)
        self._finish(index, quarantined(entry, "processing", code, detail, id=known, seconds=seconds))

    def _finish(self, index: int, outcome: Done | Quarantined) -> None:
        self._waiting[index] = outcome
        self._waiting_bytes += _weight(outcome)


def _weight(outcome: Done | Quarantined) -> int:
    return 500 if isinstance(outcome, Quarantined) else 500 + len(outcome.line) + len(outcome.sketch)
