"""The plan of a run: its inputs as entries, lazily and in a stable order. Nothing an input does raises."""

# No pathlib here: paths stay strings here: a run lists a million of them, and names may be no valid Unicode
from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from extractor.errors import MissingExtraError, SettingsError, SourceError
from extractor.reading.blob import Blob, Format, peek, read_limited
from extractor.reading.entry import Entry, Quarantined, display_name
from extractor.reading.tree import Found, walk
from extractor.registry import load_registered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.settings import Settings

# Files that are one document; what is inside decides between text and HTML.
DOCUMENT_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ""})
GLOB_SIGNS = frozenset("*?[")


@cache
def formats() -> dict[str, Format]:
    """All container formats by name."""
    return load_registered("extractor.reading.formats", "FORMAT")


@cache
def _by_suffix() -> dict[str, Format]:
    return {suffix: item for item in formats().values() for suffix in item.suffixes}


def format_of(name: str, head: bytes | None = None) -> Format | None:
    """The container format of a file by its name, or by its first bytes when the name does not tell.

    >>> format_of("dump.jsonl").name, format_of("a.tar.gz").name, format_of("a.html")
    ('jsonl', 'gzip', None)
    """
    suffix = suffix_of(name)
    found = _by_suffix().get(suffix)
    if found is None and head and suffix not in (DOCUMENT_SUFFIXES - {""}):
        found = next((item for item in formats().values() if item.matches and item.matches(head)), None)
    return found


def suffix_of(name: str) -> str:
    """The suffix that tells a file's kind, in lower case; none for names like `.txt`."""
    return PurePosixPath(name).suffix.lower() if name.rfind(".") > 0 else ""


def is_read_in_folders(suffix: str) -> bool:
    """Whether a file with this suffix is read where nobody named it: documents, and most containers.

    >>> is_read_in_folders(".html"), is_read_in_folders(".zip"), is_read_in_folders(".json"), is_read_in_folders(".png")
    (True, True, False, False)
    """
    if suffix in DOCUMENT_SUFFIXES:
        return True
    found = _by_suffix().get(suffix)
    return found is not None and not found.when_named


class Planner:
    """Turns inputs into entries. `skipped` counts files in folders that are of no known kind, by suffix.

    Args:
        settings: all settings.
        left_out: a folder that is not entered where it lies inside another: that of the run's own outputs.
    """

    def __init__(self, settings: Settings, left_out: str | os.PathLike[str] | None = None) -> None:
        self.settings = settings
        self.left_out = left_out
        self.skipped: Counter[str] = Counter()

    def check(self, inputs: Iterable[str]) -> None:
        """Refuses inputs that are not there, before a run starts.

        Raises:
            SettingsError: one line that names the input.
        """
        listed = list(inputs)
        if not listed:
            raise SettingsError("no inputs given")
        if listed.count("-") > 1:
            raise SettingsError("standard input '-' can be read once only")
        outputs = self._not_entered()
        for item in listed:
            if outputs and outputs == _known_as(item):
                raise SettingsError(f"{display_name(item)} is the folder of the outputs; inputs must lie elsewhere")
            if item == "-" or os.path.lexists(item):
                continue
            if not GLOB_SIGNS.intersection(item):
                raise SettingsError(f"no such file or folder: {display_name(item)}")
            if next(glob.iglob(item, recursive=True), None) is None:
                raise SettingsError(f"no file matches {display_name(item)}")

    def __call__(self, inputs: Iterable[str]) -> Iterator[Entry | Quarantined]:
        """The entries of all inputs: inputs as given, folders in name order, containers in their own order."""
        outputs = self._not_entered()
        below = os.path.join(os.path.realpath(self.left_out), "") if self.left_out is not None else None
        for item in inputs:
            if item == "-":
                name = self.settings.reading.stdin_name or ""
                yield from self._guarded(Blob(uri="-", name=name, stream=sys.stdin.buffer))
            elif os.path.lexists(item) or not GLOB_SIGNS.intersection(item):
                yield from self._path(item, outputs)
            else:
                for path in sorted(glob.iglob(item, recursive=True)):
                    if below is None or not os.path.realpath(path).startswith(below):
                        yield from self._path(path, outputs)

    def _path(self, path: str, outputs: set[tuple[int, int]]) -> Iterator[Entry | Quarantined]:
        inside = os.path.isdir(path)
        for found in walk(path, set(outputs)):  # a copy: what was entered is added to it
            yield from self._file(found, inside)

    def _not_entered(self) -> set[tuple[int, int]]:
        """The folder that is left out, as the file system knows it."""
        return _known_as(self.left_out) if self.left_out is not None else set()

    def _file(self, found: Found, inside: bool) -> Iterator[Entry | Quarantined]:
        name = os.path.basename(found.path)
        uri = display_name(found.path)
        if found.error is not None:
            if found.error.code == "link_loop" and inside:
                self.skipped["link loop"] += 1
            else:
                yield Quarantined(uri, "reading", found.error.code, found.error.detail)
            return
        facts = found.facts
        assert facts is not None
        stamp = f"{facts.st_size}:{facts.st_mtime_ns}"
        if not stat.S_ISREG(facts.st_mode):
            yield Quarantined(uri, "reading", "not_a_file", "not a regular file", stamp=stamp)
            return
        suffix = suffix_of(name)
        if suffix in DOCUMENT_SUFFIXES and (suffix or inside):
            yield Entry(uri=uri, path=found.path, name=display_name(name), stamp=stamp)
        elif inside and not is_read_in_folders(suffix):
            self.skipped[suffix] += 1
        else:
            yield from self._guarded(Blob(uri=uri, name=display_name(name), path=found.path, stamp=stamp))

    def _guarded(self, blob: Blob) -> Iterator[Entry | Quarantined]:
        """The documents of a blob; what breaks on the way ends it with a row that says why."""
        try:
            yield from self.expand(blob)
        except SourceError as error:
            yield blob.failed(error.code, error.detail)
        except MissingExtraError:
            raise
        except OSError as error:
            code = "link_loop" if error.errno == errno.ELOOP else "unreadable"
            yield blob.failed(code, error.strerror or str(error))
        except (MemoryError, RecursionError) as error:
            yield blob.failed("too_complex", type(error).__name__)

    def expand(self, blob: Blob) -> Iterator[Entry | Quarantined]:
        """The documents of a blob, whatever its format.

        Raises:
            SourceError: if the blob cannot be read to its end.
        """
        limits = self.settings.reading
        if blob.depth > limits.max_depth:
            yield blob.failed(
                "nested_too_deep", f"more than {limits.max_depth} containers inside one another (reading.max_depth)"
            )
            return
        with blob.open() as stream:
            head, stream = peek(stream)
            kind = format_of(blob.name, head)
            if kind is None:
                if blob.path is not None:
                    yield Entry(uri=blob.uri, path=blob.path, name=blob.name, stamp=blob.stamp, member=blob.member)
                else:
                    yield blob.document(read_limited(stream, limits.max_bytes))
                return
            yield from kind.split(blob if blob.path is not None else replace(blob, stream=stream), self)


def _known_as(path: str | os.PathLike[str]) -> set[tuple[int, int]]:
    """A file or folder as the file system knows it; empty when it is not there."""
    try:
        facts = os.stat(path)
    except (OSError, ValueError):
        return set()
    return {(facts.st_dev, facts.st_ino)}


def count_documents(inputs: Iterable[str]) -> int | None:
    """How many documents the inputs are; None when that takes opening containers.

    Quick: names only, nothing is opened.
    """
    total = 0
    for item in inputs:
        if not os.path.isdir(item):
            if format_of(item) is not None or not os.path.isfile(item):
                return None
            total += 1
            continue
        for _, folders, names in os.walk(item):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                suffix = suffix_of(name)
                if name.startswith("."):
                    continue
                if suffix not in DOCUMENT_SUFFIXES and is_read_in_folders(suffix):
                    return None
                total += suffix in DOCUMENT_SUFFIXES
    return total


def read_sources(inputs: Iterable[str], settings: Settings) -> Iterator[Any]:
    """The documents of inputs, opened one by one: a `Source` each, or a `Quarantined` for what cannot be read.

    Inputs are paths of files, folders or containers, globs, or "-" for standard input.
    """
    from extractor.reading.entry import quarantined
    from extractor.reading.open import entry_id, open_entry

    for entry in Planner(settings)(inputs):
        if isinstance(entry, Quarantined):
            yield entry
            continue
        try:
            yield open_entry(entry, settings)
        except SourceError as error:
            yield quarantined(entry, "reading", error.code, error.detail, id=entry_id(entry))
