"""The folder of a run: which file is which, and the lock that keeps a second run out."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class LockedError(ExtractorError):
    """Another run writes into this folder."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """Paths of a run. While it goes on, records and issues grow in files named `.partial`."""

    root: Path

    @property
    def records(self) -> Path:
        """The finished records."""
        return self.root / "records.jsonl"

    @property
    def issues(self) -> Path:
        """The finished rows of quarantined inputs."""
        return self.root / "issues.jsonl"

    @property
    def summary(self) -> Path:
        """What the run was; its presence says that the run is finished."""
        return self.root / "run.json"

    @property
    def state(self) -> Path:
        """Folder of what only the run itself reads."""
        return self.root / ".extractor"

    @property
    def journal(self) -> Path:
        """How far the run has got."""
        return self.state / "journal.jsonl"

    @property
    def sketches(self) -> Path:
        """Fingerprints of the bodies, by which copies are found at the end."""
        return self.state / "sketches.bin"

    @property
    def furniture(self) -> Path:
        """What the first pass over the inputs learned about their sites."""
        return self.state / "furniture.json"

    def partial(self, path: Path) -> Path:
        """The name under which a file grows."""
        return path.with_name(path.name + ".partial")

    def make(self) -> None:
        """Makes the folders.

        Raises:
            ExtractorError: if that is not possible, or would put the outputs in the place of files of somebody else.
        """
        if not self.state.exists() and not self.summary.exists():
            for path in (self.records, self.issues):
                if path.exists():
                    raise ExtractorError(f"{path} is of no run of ours; choose another folder")
        try:
            self.state.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExtractorError(f"cannot write into {self.root}: {error.strerror}") from error

    def clear(self) -> None:
        """Removes what an earlier run left, finished or not; the finished records stay until they are replaced."""
        for path in (
            self.summary,
            self.journal,
            self.sketches,
            self.furniture,
            self.partial(self.records),
            self.partial(self.issues),
        ):
            path.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Removes what a finished run does not need any more; the journal goes last."""
        for path in (self.partial(self.records), self.partial(self.issues), self.sketches, self.journal):
            path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keeps other runs out; the system lifts the lock however this process ends.

        Raises:
            LockedError: if another run holds it.
        """
        path = self.state / "lock"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        try:
            if os.name == "posix":
                import fcntl

                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError as error:
                    raise LockedError(f"another run is writing into {self.root}") from error
                except OSError as error:
                    raise LockedError(f"{self.root} cannot be locked: {error.strerror}") from error
            yield
        finally:
            os.close(descriptor)
