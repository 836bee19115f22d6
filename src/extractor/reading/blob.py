"""A blob: bytes that may hold documents, and the formats that take them apart."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO, Protocol

from extractor.errors import SourceError
from extractor.reading.entry import Entry, Quarantined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.settings import Settings

HEAD_BYTES = 600  # enough for every magic number, that of tar at byte 257 included


class Splitter(Protocol):
    """What takes a blob apart; handed to formats so that members can be containers too."""

    settings: Settings

    def expand(self, blob: Blob) -> Iterator[Entry | Quarantined]:
        """The documents of a blob, whatever its format."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of container: how it is known and how it is taken apart.

    Attributes:
        name: what the user calls it.
        suffixes: file names that end so are taken for it, in lower case with the dot.
        split: its documents, in order; raises `SourceError` when it is broken.
        matches: whether the first bytes are of this format; None when nothing tells.
        when_named: whether files of it inside folders and archives are left alone: most are no documents.
    """

    name: str
    suffixes: tuple[str, ...]
    split: Callable[[Blob, Splitter], Iterator[Entry | Quarantined]]
    matches: Callable[[bytes], bool] | None = None
    when_named: bool = False


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes of a file or of a member of a container.

    Attributes:
        uri: the outermost file as a user would write it.
        name: name of the file or member, for the format and the media type.
        path: the file on disk; None inside a container.
        stream: the bytes, when there is no file.
        member: the place in the container ("a.zip!b/c.txt" is member "b/c.txt"; nested ones joined by "!").
        depth: containers around it.
        stamp: size and time of the outermost file.
        weight: compressed bytes that stand behind the stream, for the bomb limits.
    """

    uri: str
    name: str
    path: str | None = None
    stream: BinaryIO | None = None
    member: str | None = None
    depth: int = 0
    stamp: str = ""
    weight: Callable[[], int] | None = field(default=None, compare=False)

    def open(self) -> BinaryIO:
        """The bytes as a stream from the start; the caller closes it.

        Raises:
            SourceError: if the file cannot be opened.
        """
        if self.stream is not None:
            return self.stream
        assert self.path is not None
        try:
            return open(self.path, "rb")  # noqa: PTH123 -- the caller's to close
        except OSError as error:
            raise SourceError("unreadable", error.strerror or str(error)) from error

    def seekable(self, limit: int) -> BinaryIO:
        """The bytes as a stream that can be sought in; a member is held in memory, up to `limit` bytes.

        Raises:
            SourceError: "too_large" if the member is larger.
        """
        stream = self.open()
        if self.path is not None:
            return stream
        return io.BytesIO(read_limited(stream, limit))

    def inner(
        self, name: str, stream: BinaryIO, member: str | None = None, weight: Callable[[], int] | None = None
    ) -> Blob:
        """The blob of a member, or of the wrapped stream when `member` is None."""
        where = self.member if member is None else member if self.member is None else f"{self.member}!{member}"
        return replace(self, name=name, path=None, stream=stream, member=where, depth=self.depth + 1, weight=weight)

    def document(self, data: bytes, *, line: int | None = None, offset: int | None = None, **facts: object) -> Entry:
        """The entry of a document of this blob whose bytes are at hand."""
        return Entry(
            uri=self.uri, payload=data, name=self.name, stamp=f"{self.stamp}:{len(data)}:{zlib.crc32(data):x}",
            line=line, member=self.member, offset=offset, **facts,  # type: ignore[arg-type]
        )  # fmt: skip

    def failed(self, code: str, detail: str, *, line: int | None = None, offset: int | None = None) -> Quarantined:
        """The row for this blob, or for a place in it, that cannot be read."""
        return Quarantined(
            uri=self.uri,
            stage="reading",
            code=code,
            detail=detail,
            line=line,
            member=self.member,
            offset=offset,
            stamp=self.stamp,
        )


def read_limited(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream.

    Raises:
        SourceError: "too_large" if there are more than `limit`.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise SourceError("too_large", f"more than {limit} bytes (reading.max_bytes)")
    return data


class Peeked(io.RawIOBase):
    """A stream whose first bytes were looked at and are given again."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` from what was peeked at, then from the stream."""
        data = self._head[: len(buffer)] if self._head else self._stream.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still has them."""
    head = b""
    while len(head) < HEAD_BYTES:
        more = stream.read(HEAD_BYTES - len(head))
        if not more:
            break
        head += more
    return head, io.BufferedReader(Peeked(head, stream), 1 << 16)
