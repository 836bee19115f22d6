"""Any input that a caller may hand over as a `Source`: a path, bytes, a string, a soup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import SourceError
from extractor.reading.file import read_bytes
from extractor.reading.make import source_from_bytes, source_from_text
from extractor.reading.source import Source

if TYPE_CHECKING:
    from extractor.settings import Settings


def read_file(path: Path, settings: Settings) -> Source:
    """The source of one text or HTML file, or of a container of one document ("page.html.gz").

    Raises:
        SourceError: "missing", "not_a_file", "too_large", "unreadable", "binary" or "several_documents".
    """
    from extractor.reading.single import is_container, only_document

    if is_container(path):
        return only_document(path, settings)
    try:
        data = read_bytes(str(path), settings.reading.max_bytes)
        return source_from_bytes(data, str(path), name=path.name)
    except SourceError as error:
        raise SourceError(error.code, f"{path}: {error.detail}") from error


def make_source(source: object, settings: Settings, *, identified: bool = True) -> Source:
    """Any accepted input as a `Source`: a `Path`, bytes, a string (always content, never a path), a soup, a `Source`.

    Args:
        source: the input.
        settings: the settings of the run.
        identified: whether a source that is no bytes gets its size and digest; only a record needs them.
    Raises:
        SourceError: if a path cannot be read or bytes are no text.
        TypeError: for any other type.
    """
    if isinstance(source, Source):
        return source
    if isinstance(source, str):
        return source_from_text(source, identified=identified)
    if isinstance(source, bytes | bytearray | memoryview):
        return source_from_bytes(bytes(source), "bytes")
    if isinstance(source, Path):
        return read_file(source, settings)
    if hasattr(source, "find_all") and hasattr(source, "decode"):  # a BeautifulSoup object or one of its tags
        return source_from_text(str(source), "soup", html=True, identified=identified)
    raise TypeError(f"a source is a Path, bytes, str, BeautifulSoup object or Source, not {type(source).__name__}")
