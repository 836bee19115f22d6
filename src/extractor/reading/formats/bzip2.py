"""bzip2: one stream."""

from __future__ import annotations

import bz2
from typing import TYPE_CHECKING

from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.wrapped import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """Whatever the stream holds."""
    return unwrap(blob, splitter, bz2.BZ2File, (OSError,))


FORMAT = Format("bzip2", (".bz2", ".tbz", ".tbz2"), split, lambda head: head[:3] == b"BZh")
