"""An entry: one document as it was found, not read yet; and its opposite, an input that cannot be read."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWN_BYTE = re.compile(rb"\\x([89a-f][0-9a-f])")


def display_name(path: str | os.PathLike[str]) -> str:
    r"""A path as valid Unicode: bytes of a name that are no UTF-8 are shown escaped.

    >>> display_name(b"caf\xe9.txt".decode("utf-8", "surrogateescape"))
    'caf\\xe9.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def path_displayed(name: str) -> str:
    r"""The path that `display_name` shows so.

    >>> path_displayed("caf\\xe9.txt").encode("utf-8", "surrogateescape"), path_displayed("tea.txt")
    (b'caf\xe9.txt', 'tea.txt')
    """
    if os.path.lexists(name):
        return name
    return os.fsdecode(_SHOWN_BYTE.sub(lambda shown: bytes([int(shown[1], 16)]), os.fsencode(name)))


def place_of(uri: str, member: str | None, line: int | None, offset: int | None) -> str:
    """A document's place in one phrase.

    >>> place_of("dump.zip", "a/b.csv", 7, None)
    'dump.zip, a/b.csv, line 7'
    """
    parts = [
        uri,
        member,
        f"line {line}" if line is not None else None,
        f"offset {offset}" if offset is not None else None,
    ]
    return ", ".join(part for part in parts if part)


def place_in(source: Mapping[str, Any]) -> str:
    """The same of the `source` that a record or an issue has.

    >>> place_in({"uri": "dump.csv", "line": 7})
    'dump.csv, line 7'
    """
    return place_of(source["uri"], source.get("member"), source.get("line"), source.get("offset"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One document, found and not read yet; small enough to travel to a worker.

    Attributes:
        uri: path as the user would write it, or the container's.
        path: the file to read, as the file system spells it; None when `payload` holds the bytes.
        payload: the bytes of the document, for members of containers.
        shape: how to read the payload: "document" (text or HTML bytes), "json" (one row as a JSON object),
            "source" (a pickled `Source` of our own making, from `Extractor.pipe`).
        name: file name, a hint at the media type.
        stamp: what tells that an input has changed: size and time of a file, size and checksum of a payload.
        line, member, offset: the place inside a container.
        declared: encoding that the container declares for the payload.
        url, hints: what the container says of the document.
        issues: (code, detail) pairs noted while it was found.
    """

    uri: str
    path: str | None = None
    payload: bytes | None = None
    shape: str = "document"
    name: str = ""
    stamp: str = ""
    line: int | None = None
    member: str | None = None
    offset: int | None = None
    declared: str | None = None
    url: str | None = None
    hints: dict[str, str] = field(default_factory=dict)
    issues: tuple[tuple[str, str], ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickled by position: what dataclasses do of themselves took most of the parent's time for a document.
        return Entry, tuple(getattr(self, name) for name in self.__slots__)

    @property
    def place(self) -> str:
        """Where the document is, for a person to read."""
        return place_of(self.uri, self.member, self.line, self.offset)

    @property
    def size(self) -> int:
        """Bytes the entry itself occupies on its way to a worker."""
        return 200 + len(self.payload or b"")


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An input that could not be read or processed: what, where in the pipeline, and why.

    `id` is the id of the document when its bytes could be read, else None. `seconds` are whole seconds
    (the limit, when a limit was hit), so that two runs over the same inputs write the same row.
    """

    uri: str
    stage: str
    code: str
    detail: str
    id: str | None = None
    line: int | None = None
    member: str | None = None
    offset: int | None = None
    url: str | None = None
    seconds: int = 0
    stamp: str = ""

    @property
    def place(self) -> str:
        """Where the input is, for a person to read."""
        return place_of(self.uri, self.member, self.line, self.offset)

    def to_dict(self, index: int | None = None) -> dict[str, Any]:
        """The row of `issues.jsonl`; `index` is the position among the inputs."""
        source: dict[str, Any] = {"uri": self.uri}
        for name in ("line", "member", "offset", "url"):
            if getattr(self, name) is not None:
                source[name] = getattr(self, name)
        row: dict[str, Any] = {
            "id": self.id,
            "source": source,
            "stage": self.stage,
            "code": self.code,
            "detail": self.detail,
        }
        row["seconds"] = self.seconds
        if index is not None:
            row["index"] = index
        return row

    def to_json(self, index: int | None = None) -> bytes:
        """The row as one line of JSON, valid whatever characters a name holds."""
        return json.dumps(self.to_dict(index), ensure_ascii=True).encode() + b"\n"


def quarantined(
    entry: Entry, stage: str, code: str, detail: str, *, id: str | None = None, seconds: int = 0
) -> Quarantined:
    """The row for an entry that failed."""
    return Quarantined(
        uri=entry.uri, stage=stage, code=code, detail=detail, id=id, line=entry.line, member=entry.member,
        offset=entry.offset, url=entry.url, seconds=seconds, stamp=entry.stamp,
    )  # fmt: skip
