"""Members of archives: which are documents, how their names are shown, what one that breaks does to the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.blob import Blob, Splitter
    from extractor.reading.entry import Entry, Quarantined


def member_name(name: str) -> str:
    r"""A member's name as valid Unicode. It is shown and never used as a path.

    >>> member_name("a/../../etc/\udce9.txt")
    'a/../../etc/\\xe9.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def is_wanted(name: str) -> bool:
    """Whether a member is looked at: files of a known kind that are not hidden, as in folders.

    >>> is_wanted("a/b.html"), is_wanted("a/.b.html"), is_wanted("__MACOSX/b.html"), is_wanted("logo.png")
    (True, False, False, False)
    """
    from extractor.reading.plan import is_read_in_folders, suffix_of

    parts = name.replace("\\", "/").split("/")
    if any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts:
        return False
    return is_read_in_folders(suffix_of(parts[-1]))


def read_member(blob: Blob, stream: BinaryIO, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """The documents of one member; one that breaks is a row, and the archive goes on."""
    opened = replace(blob, stream=stream)
    try:
        yield from splitter.expand(opened)
    except SourceError as error:
        yield opened.failed(error.code, error.detail)
