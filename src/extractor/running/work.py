"""A worker's work: entries in, outcomes out, one at a time."""

from __future__ import annotations

import importlib
import time
from typing import TYPE_CHECKING, Any

from extractor import late
from extractor.errors import ExtractorError, SourceError
from extractor.reading.entry import Entry, Quarantined, quarantined
from extractor.reading.open import entry_id, open_entry
from extractor.running.protocol import Done, Job

if TYPE_CHECKING:
    from extractor.records import Record
    from extractor.running.protocol import Extract
    from extractor.settings import Settings


def make_extract(settings: Settings, furniture: Any = None) -> Extract:
    """The extractor itself, everything compiled."""
    from extractor.extractor import Extractor

    extractor = Extractor(settings, furniture)
    # One small document builds every stage before the first real one is timed.
    extractor("The sample market was valued at USD 1.5 billion in 2024 and may reach USD 2 billion by 2030.")
    late.compile_all()
    return extractor


def load_factory(name: str) -> Any:
    """The function a factory name stands for.

    >>> load_factory("extractor.running.work:make_extract") is make_extract
    True
    """
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)


class Work:
    """Does one entry after the other; an entry that fails is an outcome like any other."""

    def __init__(self, job: Job) -> None:
        make = load_factory(job.factory)
        self.extract: Extract = make(job.settings) if job.context is None else make(job.settings, job.context)
        self.settings = job.settings
        self.sketch = None
        if job.sketches:
            from extractor.running.sketch import sketch

            self.sketch = sketch

    def __call__(self, entry: Entry) -> Done | Quarantined:
        """The outcome of one entry.

        Raises:
            MemoryError: when the process has reached its memory limit; the process is to end then.
        """
        started = time.monotonic()
        stage = "reading"
        known: str | None = None
        try:
            source = open_entry(entry, self.settings)
            stage, known = "processing", source.id
            record = self.extract(source)
            stage = "writing"
            line = record.to_json().encode() + b"\n"
            print_ = self.sketch(record.text, record.id) if self.sketch is not None and record.status == "ok" else b""
        except MemoryError:
            raise
        except SourceError as error:
            known = known or entry_id(entry) or entry_id(entry, self.settings)
            return quarantined(entry, "reading", error.code, error.detail, id=known, seconds=_seconds(started))
        except ExtractorError as error:
            return quarantined(
                entry, stage, "failed", str(error)[:500], id=known or entry_id(entry), seconds=_seconds(started)
            )
        except RecursionError:
            return quarantined(
                entry, stage, "too_complex", "nested too deep", id=known or entry_id(entry), seconds=_seconds(started)
            )
        except Exception as error:  # noqa: BLE001 -- whatever it was, the run goes on and the row says what it was
            detail = f"{type(error).__name__}: {error}"[:500]
            return quarantined(entry, stage, "crashed", detail, id=known or entry_id(entry), seconds=_seconds(started))
        checks = tuple((check.code, check.message) for check in record.checks if check.severity != "info")
        return Done(
            line, record.status, checks, empty_reason(record) if record.status == "empty" else "", print_, entry.place
        )


def empty_reason(record: Record) -> str:
    """Why a record is empty, in a word.

    >>> from types import SimpleNamespace as Made
    >>> empty_reason(Made(issues=[Made(code="binary", detail="6 of 9"), Made(code="empty", detail="no_text")]))
    'no_text'
    """
    for issue in record.issues:
        if issue.code == "empty":
            return issue.detail or "empty"
    return record.issues[-1].code if record.issues else "empty"


def _seconds(started: float) -> int:
    return int(time.monotonic() - started)
