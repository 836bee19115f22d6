"""What the parent and its workers say to one another."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.reading.source import Source
    from extractor.records import Record
    from extractor.settings import Settings

    Extract = Callable[[Source], Record]
    Factory = Callable[[Settings], Extract]


class Done(NamedTuple):
    """One document done: its record as a line of JSON, with what the run needs to know of it.

    `status` is that of the record, `checks` the codes and messages of its checks that are no mere information,
    `reason` says why it is empty, `sketch` is the fingerprint by which copies are found, `place` names the document.
    """

    line: bytes
    status: str
    checks: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    sketch: bytes = b""
    place: str = ""


class StopAsked(Exception):  # noqa: N818 -- no error: somebody wants the work to end early
    """The work was asked to stop before its end."""


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker needs to know, sent once.

    `factory` names a function "module:name" that takes the settings and gives the function that turns
    a source into a record; `context` is handed to it as its second argument when it is not None.
    """

    factory: str
    settings: Settings
    context: Any = None
    sketches: bool = True


# What asks a program to end, as far as the system has it.
ENDING_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
# A request to the process that forks workers is one number: a new worker, or the process id of one to end.
REQUEST_BYTES = 8
NEW_WORKER = 0

DEFAULT_FACTORY = "extractor.running.work:make_extract"
