"""JSON Lines: one object, or one string, a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.reading.blob import Blob, Format, Splitter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

# What JSON escapes add at most to a text of the allowed size: "\u0000" for one byte.
ESCAPE_FACTOR = 6
# How a stream without a name begins that is rows: an object whose first field stands in the first line.
_ROW = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t]*\"[^\"\n]{1,80}\"[ \t]*:")


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """One entry a line that is not blank; lines are parsed by the worker."""
    limit = splitter.settings.reading.max_bytes * ESCAPE_FACTOR
    with blob.open() as stream:
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) > limit:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(1 << 20)
                yield blob.failed("too_large", f"a line of more than {limit} bytes", line=number)
                continue
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            yield blob.document(line, line=number, shape="json")


FORMAT = Format("jsonl", (".jsonl", ".ndjson", ".jl", ".jsonlines"), split, lambda head: _ROW.match(head) is not None)
