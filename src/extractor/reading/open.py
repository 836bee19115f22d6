"""Opening an entry: its bytes or its row become a `Source`."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.errors import SourceError
from extractor.reading.file import read_bytes
from extractor.reading.make import source_from_bytes
from extractor.reading.rows import row_document

if TYPE_CHECKING:
    from extractor.reading.entry import Entry
    from extractor.reading.source import Source
    from extractor.settings import Settings


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
    return None if data is None else document_id(data)


def document_id(data: bytes) -> str:
    """The id of a document of these bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()
