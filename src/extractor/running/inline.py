"""Work done in this process: no limits, no other process; for systems that cannot fork, and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined, quarantined
from extractor.running.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from extractor.running.protocol import Done, Job


class Inline:
    """Drives entries one after the other; the interface of `Supervisor`."""

    def __init__(self, job: Job, workers: int = 1) -> None:
        self._job = job

    def __enter__(self) -> Inline:
        try:
            self._work = Work(self._job)
        except Exception as error:
            raise ExtractorError(f"the work cannot start: {type(error).__name__}: {error}") from error
        return self

    def __exit__(self, *_: object) -> None:
        return

    def outcomes(
        self, entries: Iterable[Entry | Quarantined], first: int = 0, should_stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, Done | Quarantined]]:
        """Each entry's outcome with its index, in order; the first has index `first`. Nothing is waited for, so nobody is asked."""
        for index, entry in enumerate(entries, first):
            if isinstance(entry, Quarantined):
                yield index, entry
                continue
            try:
                yield index, self._work(entry)
            except MemoryError:
                yield index, quarantined(entry, "processing", "memory_limit", "out of memory")
