"""One document where one is asked for: the only one in a container."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.errors import SourceError
from extractor.reading.entry import Quarantined, place_of
from extractor.reading.open import open_entry
from extractor.reading.plan import Planner, format_of, read_sources
from extractor.reading.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.settings import Settings


def is_container(path: Path) -> bool:
    """Whether a file is a container by its name."""
    return format_of(path.name) is not None and path.is_file()


def only_document(path: Path, settings: Settings) -> Source:
    """The document of a container that holds one.

    Raises:
        SourceError: "several_documents", "empty_container", or why the document cannot be read.
    """
    documents = read_sources([str(path)], settings)
    first = next(documents, None)
    if isinstance(first, Quarantined):
        raise SourceError(first.code, f"{path}: {first.detail}")
    if not isinstance(first, Source):
        raise SourceError("empty_container", f"{path}: holds no document")
    if next(documents, None) is not None:
        raise SourceError(
            "several_documents",
            f"{path}: holds more than one document; 'extractor run' reads them all, 'extractor show' one (--line, --member)",
        )
    return first


def document_at(path: str, settings: Settings, *, line: int | None = None, member: str | None = None) -> Source:
    """The document at a place in a container, as the `source` of a record or an issue names it.

    Raises:
        SourceError: "missing" if there is none, or why it cannot be read.
        SettingsError: if there is no such file.
    """
    planner = Planner(settings)
    planner.check([path])
    for entry in planner([path]):
        if (entry.line, entry.member) != (line, member):
            continue
        if isinstance(entry, Quarantined):
            raise SourceError(entry.code, f"{entry.place}: {entry.detail}")
        try:
            return open_entry(entry, settings)
        except SourceError as error:
            raise SourceError(error.code, f"{entry.place}: {error.detail}") from error
    raise SourceError("missing", f"{place_of(path, member, line, None)}: no such document")
