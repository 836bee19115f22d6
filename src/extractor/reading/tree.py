"""Walking folders: every file once, in name order, hidden files and symlink loops left alone."""

# No pathlib here: paths stay strings: a run lists a million of them, and names may be no valid Unicode
from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Found:
    """A file found, or a folder that could not be listed (`error`)."""

    path: str
    facts: os.stat_result | None = None
    error: SourceError | None = None


def walk(folder: str, seen: set[tuple[int, int]] | None = None) -> Iterator[Found]:
    """The files below a folder in name order, names starting with a dot left out.

    A folder is entered once however many links lead to it, so loops end; a link that leads nowhere is
    yielded as an error; those in `seen` (device and number) are not entered. Folders are listed one at a time: memory holds the names of one branch.
    """
    seen = set() if seen is None else seen
    pending = [iter([folder])]
    while pending:
        path = next(pending[-1], None)
        if path is None:
            pending.pop()
            continue
        try:
            facts = os.stat(path)
        except OSError as error:
            yield Found(path, error=_stat_error(path, error))
            continue
        if not stat.S_ISDIR(facts.st_mode):
            yield Found(path, facts)
            continue
        key = (facts.st_dev, facts.st_ino)
        if key in seen:
            continue
        seen.add(key)
        try:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except OSError as error:
            yield Found(path, error=SourceError("unreadable", f"folder: {error.strerror or error}"))
            continue
        pending.append(iter([os.path.join(path, name) for name in names]))


def _stat_error(path: str, error: OSError) -> SourceError:
    if error.errno == errno.ELOOP:
        return SourceError("link_loop", "symbolic links in a circle")
    if os.path.islink(path):
        return SourceError("broken_link", error.strerror or str(error))
    return SourceError(
        "missing" if isinstance(error, FileNotFoundError) else "unreadable", error.strerror or str(error)
    )
