"""Parquet: one document a row, read in small batches. Needs the extra `parquet`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.errors import MissingExtraError, SourceError
from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.columns import find_columns
from extractor.reading.table import row_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

BATCH_ROWS = 64


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """One entry a row.

    Raises:
        MissingExtraError: if pyarrow is not installed.
        SourceError: "broken_container" or "no_text_field".
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("reading Parquet", "parquet") from error
    settings = splitter.settings
    with blob.seekable(settings.reading.max_bytes) as stream:
        try:
            file = pq.ParquetFile(stream)
            columns = find_columns(file.schema_arrow.names, settings)
            line = 0
            for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=columns.all):
                for row in batch.to_pylist():
                    line += 1
                    cells = {name: _cell(value) for name, value in row.items()}
                    yield row_entry(blob, cells, columns, line=line)
        except (pa.ArrowException, OSError, UnicodeDecodeError, OverflowError) as error:
            raise SourceError("broken_container", str(error)[:200]) from error


def _cell(value: object) -> object:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else value


FORMAT = Format("parquet", (".parquet", ".pq"), split, lambda head: head[:4] == b"PAR1")
