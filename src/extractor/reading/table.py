"""Rows of tables as entries: the text travels, with what the other columns say beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.errors import SourceError
from extractor.reading.columns import Columns
from extractor.reading.rows import row_to_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.reading.blob import Blob
    from extractor.reading.entry import Entry, Quarantined

Issues = tuple[tuple[str, str], ...]


def row_entry(
    blob: Blob, row: Mapping[str, Any], columns: Columns, *, line: int, issues: Issues = ()
) -> Entry | Quarantined:
    """The entry of one row, or the reason why it is none; `line` counts rows where a table has no lines."""
    try:
        document = row_to_document(row, columns)
    except SourceError as error:
        return blob.failed(error.code, error.detail, line=line)
    return blob.document(
        document.data,
        line=line,
        declared="utf-8",
        url=document.url,
        hints=document.hints,
        issues=(*document.issues, *issues),
    )
