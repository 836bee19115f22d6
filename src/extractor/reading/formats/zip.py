"""Zip archives: members in the archive's order, never written to disk."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from extractor.errors import SourceError
from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.bombs import guarded, weighing
from extractor.reading.members import is_wanted, member_name, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

# What zipfile lets through on archives that lie about themselves.
ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    struct.error,
    OverflowError,
    OSError,
)


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """The documents of all members.

    Raises:
        SourceError: "broken_container" or "truncated" if the archive's directory cannot be read.
    """
    limits = splitter.settings.reading
    with blob.seekable(limits.max_bytes) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except ERRORS as error:
            raise SourceError("broken_container", str(error)[:200]) from error
        members = archive.infolist()
        for number, info in enumerate(members):
            if number >= limits.max_members:
                yield blob.failed(
                    "too_many_members",
                    f"{len(members)} members, the limit is {limits.max_members} (reading.max_members)",
                )
                return
            name = member_name(info.filename)
            if info.is_dir() or not is_wanted(name):
                continue
            weight = weighing(info.compress_size)
            inner = blob.inner(name, stream, name, weight)
            if info.flag_bits & 0x1:
                yield inner.failed("encrypted", "the member needs a password")
                continue
            try:
                opened = archive.open(info)
            except ERRORS as error:
                yield inner.failed("broken_container", str(error)[:200])
                continue
            with opened:
                guard = guarded(cast("BinaryIO", opened), weight, limits.max_ratio, ERRORS)
                yield from read_member(inner, guard, splitter)


FORMAT = Format("zip", (".zip",), split, lambda head: head[:4] in (b"PK\x03\x04", b"PK\x05\x06"))
