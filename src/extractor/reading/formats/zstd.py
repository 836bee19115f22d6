"""Zstandard: one stream. Needs the extra `zstd`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from extractor.errors import MissingExtraError
from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.wrapped import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

PIECE = 512  # compressed bytes expanded at once: at the worst proportion the format has, to 16 MB
MAX_WINDOW = 1 << 27  # bytes the decompressor may hold: the most that zstd's own tools accept without being told to


class Frames(io.RawIOBase):
    """The content of frames one after the other. The library's own reader takes a stream that was cut for a whole one."""

    def __init__(self, stream: BinaryIO, decompressor: Any) -> None:
        self._stream = stream
        self._decompressor = decompressor
        self._frame: Any = None
        self._rest = b""  # compressed
        self._ready = memoryview(b"")  # expanded

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` with expanded bytes.

        Raises:
            EOFError: if the last frame is not whole.
        """
        while not self._ready:
            data = self._rest or self._stream.read(PIECE)
            self._rest = b""
            if not data:
                if self._frame is not None:
                    raise EOFError("the last frame is truncated")
                return 0
            if self._frame is None:
                self._frame = self._decompressor.decompressobj()
            self._ready = memoryview(self._frame.decompress(data))
            if self._frame.eof:
                self._rest, self._frame = self._frame.unused_data, None
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """Whatever the stream holds.

    Raises:
        MissingExtraError: if the library is not installed.
    """
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("reading .zst", "zstd") from error

    decompressor = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW)
    return unwrap(blob, splitter, lambda stream: cast("BinaryIO", Frames(stream, decompressor)), (zstandard.ZstdError,))


FORMAT = Format("zstd", (".zst", ".zstd"), split, lambda head: head[:4] == b"\x28\xb5\x2f\xfd")
