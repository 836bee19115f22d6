"""xz: one stream."""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING

from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.wrapped import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """Whatever the stream holds."""
    return unwrap(blob, splitter, lzma.LZMAFile, (lzma.LZMAError,))


FORMAT = Format("xz", (".xz", ".lzma", ".txz"), split, lambda head: head[:6] == b"\xfd7zXZ\x00")
