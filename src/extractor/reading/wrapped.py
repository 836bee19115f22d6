"""Compressed streams: a wrapper around one file whose name is the wrapper's without the suffix."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from extractor.reading.bombs import Metered, guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.reading.blob import Blob, Splitter
    from extractor.reading.entry import Entry, Quarantined


class Readable(Protocol):
    """What every decompressor gives."""

    def read(self, size: int, /) -> bytes:
        """Some of the expanded bytes."""


# One suffix that stands for two.
SHORT = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def inner_name(name: str) -> str:
    """The name of the file inside.

    >>> inner_name("dump.jsonl.gz"), inner_name("pages.tgz"), inner_name("page.HTML.BZ2")
    ('dump.jsonl', 'pages.tar', 'page.HTML')
    """
    path = PurePosixPath(name)
    return path.stem + SHORT.get(path.suffix.lower(), "") if path.suffix else name


def unwrap(
    blob: Blob, splitter: Splitter, expand: Callable[[BinaryIO], Readable], errors: tuple[type[Exception], ...]
) -> Iterator[Entry | Quarantined]:
    """The documents in a compressed stream.

    Raises:
        SourceError: "truncated", "broken_container" or "bomb".
    """
    with blob.open() as stream:
        metered = Metered(stream)
        # Behind a member of a container, the container's own compression is part of the proportion.
        outer = blob.weight
        weight = (lambda: min(metered.taken, outer())) if outer is not None else (lambda: metered.taken)
        compressed = cast("BinaryIO", io.BufferedReader(metered, 1 << 16))
        opened = guarded(cast("BinaryIO", expand(compressed)), weight, splitter.settings.reading.max_ratio, errors)
        yield from splitter.expand(blob.inner(inner_name(blob.name), opened, weight=weight))
