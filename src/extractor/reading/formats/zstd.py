"""Zstandard: one stream. Needs the extra `zstd`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from extractor.errors import MissingExtraError
from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.wrapped import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

MAX_WINDOW = 1 << 27  # bytes the decompressor may hold: the most that zstd's own tools accept without being told to


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """Whatever the stream holds.

    Raises:
        MissingExtraError: if the library is not installed.
    """
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("reading .zst", "zstd") from error

    def expand(stream: BinaryIO) -> BinaryIO:
        reader = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).stream_reader(stream, read_across_frames=True)
        return cast("BinaryIO", reader)

    return unwrap(blob, splitter, expand, (zstandard.ZstdError,))


FORMAT = Format("zstd", (".zst", ".zstd"), split, lambda head: head[:4] == b"\x28\xb5\x2f\xfd", wraps=True)
