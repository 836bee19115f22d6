"""gzip: one stream, also of several parts one after the other."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.wrapped import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """Whatever the stream holds."""
    return unwrap(
        blob, splitter, lambda stream: gzip.GzipFile(fileobj=stream, mode="rb"), (gzip.BadGzipFile, zlib.error)
    )


FORMAT = Format("gzip", (".gz", ".gzip", ".tgz"), split, lambda head: head[:2] == b"\x1f\x8b")
