"""The few operations by which a run touches the disk, in one place: durable, atomic, and replaceable in tests."""

# No pathlib here: this module is the layer below pathlib: descriptors and fsync
from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Disk:
    """Open, write, fsync, rename. A test replaces this to fail the k-th call of each."""

    def open(self, path: Path, *, append: bool = False) -> int:
        """A descriptor for writing; the file is made, and emptied unless `append`."""
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        # An append keeps its own offset instead of O_APPEND, so that a resumed file can be cut first.
        descriptor = os.open(path, flags | (0 if append else os.O_TRUNC), 0o666)
        if append:
            os.lseek(descriptor, 0, os.SEEK_END)
        return descriptor

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Writes some of the bytes, says how many."""
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Waits until the bytes are on the disk."""
        os.fsync(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Puts a finished file in its place in one step."""
        os.replace(old, new)


DISK = Disk()
NEW = ".new"  # ends the name of a file that is not whole yet


def write_all(disk: Disk, descriptor: int, data: bytes | bytearray) -> None:
    """Writes all the bytes."""
    view = memoryview(data)
    while view:
        view = view[disk.write(descriptor, view) :]


def sync_folder(folder: Path) -> None:
    """Makes renames in a folder durable, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Appender:
    """A file that grows: bytes are gathered in memory and written at `commit`, which makes them durable.

    Attributes:
        size: bytes in the file once everything gathered is written.
    """

    def __init__(self, path: Path, size: int = 0, disk: Disk = DISK) -> None:
        """Opens `path`, cut to its first `size` bytes: what lies behind was never committed.

        Raises:
            OSError: if the file cannot be opened.
            ExtractorError: if it is shorter than `size`: somebody else has cut it or taken it away.
        """
        self._disk = disk
        self._descriptor = disk.open(path, append=True)
        present = os.lseek(self._descriptor, 0, os.SEEK_END)
        if present < size:
            os.close(self._descriptor)
            raise ExtractorError(f"{path} has {present} bytes, {size} were written; use --fresh to start over")
        os.ftruncate(self._descriptor, size)
        os.lseek(self._descriptor, size, os.SEEK_SET)
        if present == 0:
            sync_folder(path.parent)  # a name that is lost with the power would take the file along
        self._pending = bytearray()
        self.size = size
        self._durable: int | None = None  # bytes in the file at the last commit

    def add(self, data: bytes) -> None:
        """Gathers bytes."""
        self._pending += data
        self.size += len(data)
        if len(self._pending) > 8_000_000:
            self.flush()

    def flush(self) -> None:
        """Hands what was gathered to the operating system."""
        if self._pending:
            write_all(self._disk, self._descriptor, self._pending)
            self._pending = bytearray()

    def commit(self) -> None:
        """Makes everything gathered durable."""
        if self.size == self._durable:
            return  # as of most runs' issues: waiting for the disk takes longer than all else of a commit
        self.flush()
        self._disk.fsync(self._descriptor)
        self._durable = self.size

    def close(self) -> None:
        """Closes the file; what was not committed is not kept."""
        os.close(self._descriptor)


@contextlib.contextmanager
def put_in_place(paths: list[Path], disk: Disk) -> Iterator[list[Path]]:
    """Names beside `paths` for a library to write under; made durable and renamed when all are whole, removed when not."""
    beside = [path.with_name(path.name + NEW) for path in paths]
    try:
        for path in beside:
            path.unlink(missing_ok=True)
        yield beside
        for path in beside:
            with path.open("rb") as file:
                disk.fsync(file.fileno())
        for path, place in zip(beside, paths, strict=True):
            disk.rename(path, place)
    finally:
        for path in beside:
            path.unlink(missing_ok=True)
    for folder in dict.fromkeys(path.parent for path in paths):
        sync_folder(folder)


class Replacement:
    """A file written beside its place and renamed into it when it is whole.

    >>> import tempfile, pathlib
    >>> place = pathlib.Path(tempfile.mkdtemp()) / "run.json"
    >>> with Replacement(place) as file:
    ...     file.write(b"{}")
    >>> place.read_bytes()
    b'{}'
    """

    def __init__(self, path: Path, disk: Disk = DISK) -> None:
        self.path = path
        self.beside = path.with_name(path.name + NEW)
        self._disk = disk
        self._descriptor = disk.open(self.beside)
        self._pending = bytearray()

    def write(self, data: bytes) -> None:
        """Adds bytes."""
        self._pending += data
        if len(self._pending) > 1_000_000:
            self._flush()

    def _flush(self) -> None:
        write_all(self._disk, self._descriptor, self._pending)
        self._pending = bytearray()

    def __enter__(self) -> Replacement:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._flush()
                self._disk.fsync(self._descriptor)
        except BaseException:
            kind = OSError
            raise
        finally:
            os.close(self._descriptor)
            if kind is not None:
                self.beside.unlink(missing_ok=True)
        self._disk.rename(self.beside, self.path)
        sync_folder(self.path.parent)
