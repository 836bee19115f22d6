"""One worker as the supervisor sees it: what it was given, what it has reported, what it holds."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.running.parent import resident_megabytes, waited_seconds

if TYPE_CHECKING:
    from extractor.reading.entry import Entry
    from extractor.running.channel import Channel
    from extractor.settings import RunningSettings

# Time in which others had the processor is not the document's: a busy machine must not change what comes out.
MAX_DELAY = 4  # but after so many times the limit it ends all the same


@dataclass(slots=True)
class Worker:
    """The queue holds what was handed out and not reported: the worker is at the first, no other is touched yet.

    While a worker is at one batch it holds (a part of) the next, so that it never waits for the supervisor.
    """

    channel: Channel
    pid: int
    settings: RunningSettings
    queue: deque[tuple[int, Entry]] = field(default_factory=deque)
    queued_bytes: int = 0
    given: int = 0
    since: float = 0.0  # when the document at the head of the queue was begun
    waited: float | None = None  # how long the process had waited for a processor when it was first looked at since
    born_mb: float = 0.0  # memory it held when it was new
    base_mb: float = 0.0  # ... and between two documents, not long ago: what earlier ones left behind

    def __post_init__(self) -> None:
        self.born_mb = self.base_mb = resident_megabytes(self.pid)

    @property
    def has_room(self) -> bool:
        """Whether it is time to hand out the next batch, before the last one is done."""
        return len(self.queue) <= self.settings.batch_documents // 2 and self.queued_bytes < self.settings.batch_bytes

    @property
    def is_worn(self) -> bool:
        """Whether it has served its time and gets nothing more."""
        grown = self.base_mb > self.born_mb + self.settings.renew_memory_mb
        return grown or self.given >= self.settings.renew_after

    def take_on(self, item: tuple[int, Entry]) -> None:
        """Puts a document at the end of the queue."""
        if not self.queue:
            self._begin()
        self.queue.append(item)
        self.queued_bytes += item[1].size
        self.given += 1

    def finish_first(self) -> tuple[int, Entry]:
        """Takes the document off that the worker was at; it is at the next one now."""
        item = self.queue.popleft()
        self.queued_bytes -= item[1].size
        self._begin()
        if (self.given - len(self.queue)) % self.settings.batch_documents == 0:
            self.base_mb = resident_megabytes(self.pid)
        return item

    def _begin(self) -> None:
        self.since, self.waited = time.monotonic(), None

    def breaks_time(self, now: float) -> bool:
        """Whether the document takes longer than it may."""
        limit, seconds = self.settings.limit_seconds, now - self.since
        if self.waited is None:
            self.waited = waited_seconds(self.pid)
        if seconds <= limit:
            return False
        return seconds > limit * MAX_DELAY or seconds - (waited_seconds(self.pid) - self.waited) > limit

    def breaks_memory(self) -> bool:
        """Whether the document needs more memory than it may."""
        return resident_megabytes(self.pid) > self.base_mb + self.settings.limit_memory_mb
