"""The journal: how far a run has got, durable, so that a run that was stopped goes on from there."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractorError
from extractor.running.identity import CALLED, WITHOUT_EFFECT
from extractor.writing.disk import DISK, Appender, Disk, Replacement

if TYPE_CHECKING:
    from pathlib import Path


class ChangedError(ExtractorError):
    """Inputs, settings or rules are not those the run was started with."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{message}; use --fresh to start over, or another folder")


@dataclass(slots=True)
class State:
    """Everything a run knows at a commit point.

    `chain` is a digest over the first `inputs` entries; the sizes are those of the files written;
    `examples` holds, for each check that failed and each reason of quarantine, the first document and what was said of it.
    """

    inputs: int = 0
    chain: str = ""
    sizes: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    quarantined: Counter[str] = field(default_factory=Counter)
    empty: Counter[str] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    complete: bool = False

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> State:
        """The state that `to_dict` gave."""
        state = cls(**values)
        for name in ("counts", "quarantined", "empty", "checks", "skipped"):
            setattr(state, name, Counter(getattr(state, name)))
        return state


def changed_settings(before: Any, now: Any) -> str:
    """Which settings differ, in brackets to end a sentence with; empty when that cannot be told.

    >>> changed_settings({"running": {"workers": 0, "limit_seconds": 30.0}}, {"running": {"workers": 2, "limit_seconds": 5.0}})
    ' (running.limit_seconds: 30.0, now 5.0)'
    """
    if not isinstance(before, dict) or not isinstance(now, dict):
        return ""
    found = [
        f"{section}.{name}: {json.dumps(before.get(section, {}).get(name))}, now {json.dumps(value)}"
        for section, values in now.items()
        for name, value in values.items()
        if name not in WITHOUT_EFFECT and before.get(section, {}).get(name) != value
    ]
    return f" ({'; '.join(found[:5])})" if found else ""


LARGEST = 1_000_000  # bytes after which the journal is written anew: only its first and its last line are ever read


class Journal:
    """One line of JSON a commit point after a first line that says what the run is.

    A line that was cut off by a crash is not counted: the one before it holds.
    """

    def __init__(
        self, path: Path, identity: dict[str, str], disk: Disk = DISK, settings: dict[str, Any] | None = None
    ) -> None:
        """Opens the journal and reads the last state; `settings` are kept to tell what has changed.

        Raises:
            ChangedError: if it belongs to a run with another identity.
        """
        lines, size = _whole_lines(path)
        self.state = State()
        if lines:
            for name, value in identity.items():
                if lines[0].get(name) != value and len(lines) > 1:
                    told = changed_settings(lines[0].get("given"), settings) if name == "settings" else ""
                    raise ChangedError(f"{CALLED.get(name, name)} have changed since this run was started{told}")
                if lines[0].get(name) != value:  # nothing was done yet that could be mixed up
                    lines, size = [], 0
                    break
            if len(lines) > 1:
                self.state = State.from_dict(lines[-1])
        self._path, self._disk = path, disk
        self._first = _line({**identity, "given": settings})
        self._file = Appender(path, size, disk)
        if not lines:
            self._append(self._first)

    def commit(self) -> None:
        """Makes the state durable; the files it speaks of must be so already."""
        line = _line(self.state.to_dict())
        if self._file.size > LARGEST:
            self._write_anew(line)
        else:
            self._append(line)

    def _append(self, line: bytes) -> None:
        self._file.add(line)
        self._file.commit()

    def _write_anew(self, line: bytes) -> None:
        with Replacement(self._path, self._disk) as file:
            file.write(self._first + line)
        old, self._file = self._file, Appender(self._path, len(self._first) + len(line), self._disk)
        old.close()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values).encode() + b"\n"


def _whole_lines(path: Path) -> tuple[list[dict[str, Any]], int]:
    """The first and the last whole line of a journal, and the bytes up to the end of the last."""
    lines: list[dict[str, Any]] = []
    size = 0
    try:
        with path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                try:
                    values = json.loads(line)
                except ValueError:
                    break
                if not isinstance(values, dict):
                    break
                lines = [*lines[:1], values]
                size += len(line)
    except FileNotFoundError:
        pass
    return lines, size
