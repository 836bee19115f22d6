"""Opening an entry: its bytes or its row become a `Source`."""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.errors import SourceError
from extractor.reading.make import source_from_bytes
from extractor.reading.rows import row_document

if TYPE_CHECKING:
    from extractor.reading.entry import Entry
    from extractor.reading.source import Source
    from extractor.settings import Settings


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    Raises:
        SourceError: "missing", "not_a_file", "too_large" or "unreadable".
    """
    try:
        # Non-blocking, so that a FIFO that took the place of the file cannot hold the worker.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise SourceError("missing", "no such file") from error
    except (OSError, ValueError) as error:
        raise SourceError("unreadable", getattr(error, "strerror", None) or str(error)) from error
    with os.fdopen(descriptor, "rb") as file:
        try:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise SourceError("not_a_file", "not a regular file")
            if facts.st_size > limit:
                raise SourceError("too_large", f"{facts.st_size} bytes, the limit is {limit} (reading.max_bytes)")
            return file.read(limit)
        except OSError as error:
            raise SourceError("unreadable", error.strerror or str(error)) from error


def open_entry(entry: Entry, settings: Settings) -> Source:
    """The document of an entry, decoded.

    Raises:
        SourceError: if it cannot be read; the code says why.
    """
    limit = settings.reading.max_bytes
    data = entry.payload
    if data is None:
        assert entry.path is not None
        data = read_bytes(entry.path, limit)
    if entry.shape == "source":
        made: Source = pickle.loads(data)
        return made
    hints, url = dict(entry.hints), entry.url
    issues = entry.issues
    declared = entry.declared
    if entry.shape == "json":
        document = row_document(data, settings)
        data, url, declared = document.data, document.url or url, "utf-8"
        hints.update(document.hints)
        issues = (*issues, *document.issues)
    if len(data) > limit:
        raise SourceError("too_large", f"{len(data)} bytes, the limit is {limit} (reading.max_bytes)")
    source = source_from_bytes(
        data, entry.uri, declared=declared, name=entry.name or None,
        line=entry.line, member=entry.member, offset=entry.offset, url=url, hints=hints,
    )  # fmt: skip
    return replace(source, issues=(*source.issues, *issues)) if issues else source


def entry_id(entry: Entry, settings: Settings | None = None) -> str | None:
    """The id of a document that was not opened: of its bytes, when they are at hand or, with `settings`, can be read."""
    data = entry.payload if entry.shape == "document" else None
    if entry.path is not None and settings is not None:
        try:
            data = read_bytes(entry.path, settings.reading.max_bytes)
        except SourceError:
            return None
    return None if data is None else "sha256:" + hashlib.sha256(data).hexdigest()
