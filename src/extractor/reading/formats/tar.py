"""Tar archives: members in order, read as a stream, never written to disk."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING, BinaryIO, cast

from extractor.errors import SourceError
from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.bombs import guarded, weighing
from extractor.reading.members import is_wanted, member_name, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

# What tarfile lets through on archives that lie about themselves. (SourceError is the compressed stream's own.)
ERRORS = (tarfile.TarError, ValueError, EOFError, OverflowError, IndexError, OSError)


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """The documents of all regular members; links and devices are left alone.

    Raises:
        SourceError: "broken_container" or "truncated".
    """
    limits = splitter.settings.reading
    with blob.open() as stream:
        try:
            archive = tarfile.open(fileobj=stream, mode="r|", errorlevel=1)  # noqa: SIM115 -- closes with the stream
            number = 0
            while (info := archive.next()) is not None:
                number += 1
                if number > limits.max_members:
                    yield blob.failed("too_many_members", f"the limit is {limits.max_members} (reading.max_members)")
                    return
                archive.members = []  # type: ignore[attr-defined]  # tarfile remembers every member; nothing here asks for one twice
                name = member_name(info.name)
                if not info.isreg() or not is_wanted(name):
                    continue
                opened = archive.extractfile(info)
                if opened is None:
                    continue
                size = weighing(info.size)
                inner = blob.inner(name, cast("BinaryIO", opened), name, blob.weight or size)
                guard = guarded(cast("BinaryIO", opened), size, limits.max_ratio, ERRORS)
                yield from read_member(inner, guard, splitter)
        except ERRORS as error:
            text = str(error)
            code = "truncated" if "unexpected end" in text or "truncated" in text else "broken_container"
            raise SourceError(code, text[:200]) from error


FORMAT = Format("tar", (".tar",), split, lambda head: head[257:262] == b"ustar")
