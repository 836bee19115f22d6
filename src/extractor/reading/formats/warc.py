"""WARC and WET, as web crawls are kept: one document a response or conversion record. Needs the extra `warc`."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING, Any

from extractor.errors import MissingExtraError, SourceError
from extractor.reading.blob import Blob, Format, Splitter, read_limited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """The pages and texts of the archive; requests, metadata, pictures and failed fetches are no documents.

    Raises:
        MissingExtraError: if warcio is not installed.
        SourceError: "broken_container" or "truncated".
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtraError("reading WARC", "warc") from error
    limit = splitter.settings.reading.max_bytes
    with blob.open() as stream:
        records = ArchiveIterator(stream)
        while True:
            try:
                with contextlib.redirect_stderr(io.StringIO()):  # the library prints what it finds odd, raw
                    record = next(records, None)
                if record is None:
                    return
                offset = records.offset  # get_record_offset() would read the record away
                entry = _entry(blob, record, offset, limit)
            except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
                raise SourceError("broken_container", f"{type(error).__name__}: {error}"[:200]) from error
            if entry is not None:
                yield entry


def _entry(blob: Blob, record: Any, offset: int, limit: int) -> Entry | Quarantined | None:
    headers = record.rec_headers
    if record.rec_type == "conversion":
        content_type = headers.get_header("Content-Type") or "text/plain"
    elif record.rec_type in ("response", "resource"):
        http = record.http_headers
        if http is not None and not http.get_statuscode().startswith("2"):
            return None
        content_type = (http or headers).get_header("Content-Type") or ""
    else:
        return None
    if content_type and not content_type.lower().startswith(TEXT_TYPES):
        return None
    try:
        data = read_limited(record.content_stream(), limit)
    except SourceError as error:
        return blob.failed(error.code, error.detail, offset=offset)
    charset = _CHARSET.search(content_type)
    date = headers.get_header("WARC-Date")
    return blob.document(
        data,
        offset=offset,
        declared=charset[1] if charset else "utf-8" if record.rec_type == "conversion" else None,
        url=headers.get_header("WARC-Target-URI"),
        hints={"crawled": date} if date else {},
    )


FORMAT = Format("warc", (".warc", ".wet"), split, lambda head: head[:5] == b"WARC/")
