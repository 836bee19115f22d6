"""Sinks: one module each, defining SINK. All read the finished records, so all say the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.errors import SettingsError
from extractor.registry import load_registered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from extractor.writing.disk import Disk


@dataclass(frozen=True, slots=True)
class Sink:
    """One kind of output.

    Attributes:
        name: what `--format` calls it.
        write: makes its files in a folder from the file of records, each beside its place and renamed, and names them.
        check: raises `MissingExtraError` when what it needs is not installed.
    """

    name: str
    write: Callable[[Path, Path, Disk], list[Path]]
    check: Callable[[], None] | None = None


@cache
def sinks() -> dict[str, Sink]:
    """All sinks by name."""
    return load_registered("extractor.writing.sinks", "SINK")


def chosen(names: Iterable[str]) -> list[Sink]:
    """The sinks of these names, ready to write.

    Raises:
        SettingsError: if there is no sink of a name.
        MissingExtraError: if one needs what is not installed.
    """
    found = []
    for name in dict.fromkeys(names):
        sink = sinks().get(name)
        if sink is None:
            raise SettingsError(f"format {name!r} is not known; there are {', '.join(sorted(sinks()))}")
        if sink.check is not None:
            sink.check()
        found.append(sink)
    return found


def write_tables(records: Path, folder: Path, names: Iterable[str], disk: Disk) -> list[Path]:
    """Writes every chosen output besides the records themselves; the files written."""
    return [path for sink in chosen(names) for path in sink.write(records, folder, disk)]
