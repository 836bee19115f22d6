"""Guarding against compressed inputs that expand without end."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable

HARMLESS_BYTES = 10_000_000  # an input that expands to less cannot hurt, whatever its ratio


class Metered(io.RawIOBase):
    """A compressed stream that counts what is taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` from the stream."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)

    def seekable(self) -> bool:
        """Never: what was taken is counted once."""
        return False


class Guarded(io.RawIOBase):
    """An expanded stream that stops when it has grown out of proportion, and tells broken data by one error.

    Args:
        stream: the expanded stream.
        weight: how many compressed bytes stand behind what was read so far.
        max_ratio: expanded bytes allowed for each of them.
        errors: what the decompressor raises on broken data.
    """

    def __init__(
        self, stream: BinaryIO, weight: Callable[[], int], max_ratio: int, errors: tuple[type[Exception], ...]
    ) -> None:
        self._stream = stream
        self._weight = weight
        self._max_ratio = max_ratio
        self._errors = errors
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills `buffer`.

        Raises:
            SourceError: "bomb", "truncated" or "broken_container".
        """
        try:
            data = self._stream.read(len(buffer))
        except EOFError as error:
            raise SourceError("truncated", str(error) or "the compressed data ends too early") from error
        except self._errors as error:
            text = str(error)
            code = (
                "truncated"
                if any(sign in text.lower() for sign in ("end-of-stream", "truncated", "unexpected end"))
                else "broken_container"
            )
            raise SourceError(code, text[:200]) from error
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > HARMLESS_BYTES and self._given > self._max_ratio * max(1, self._weight()):
            raise SourceError("bomb", f"expands more than {self._max_ratio} times (reading.max_ratio)")
        return len(data)


def guarded(
    stream: BinaryIO, weight: Callable[[], int], max_ratio: int, errors: tuple[type[Exception], ...]
) -> BinaryIO:
    """A buffered guarded stream."""
    return io.BufferedReader(Guarded(stream, weight, max_ratio, errors), 1 << 16)


def weighing(size: int) -> Callable[[], int]:
    """The weight of a member whose compressed size its container states."""
    return lambda: size
