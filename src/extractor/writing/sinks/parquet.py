"""Parquet tables, with amounts as exact decimals. Needs the extra `parquet`."""

from __future__ import annotations

from contextlib import ExitStack
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractor.errors import MissingExtraError
from extractor.writing.disk import Disk, put_in_place
from extractor.writing.sinks import Sink
from extractor.writing.tables import TABLES, ColumnKind, Table, read_chunks, table_rows

if TYPE_CHECKING:
    from pathlib import Path

# Digits before and after the point that a column holds; what does not fit is null and stays in records.jsonl.
PRECISION, SCALE = 38, 6


def check() -> None:
    """Refuses when pyarrow is not installed.

    Raises:
        MissingExtraError: then.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("writing Parquet", "parquet") from error


def write(records: Path, folder: Path, disk: Disk) -> list[Path]:
    """One file a table, `estimates.parquet` and so on."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    paths = [folder / f"{table.name}.parquet" for table in TABLES]
    with put_in_place(paths, disk) as beside, ExitStack() as stack:
        schemas = [_schema(table) for table in TABLES]
        writers = [
            stack.enter_context(pq.ParquetWriter(path, schema, compression="zstd"))
            for path, schema in zip(beside, schemas, strict=True)
        ]
        for chunk in read_chunks(records):
            for table, schema, writer in zip(TABLES, schemas, writers, strict=True):
                rows = [_row(table, row) for row in table_rows(table, chunk)]
                if rows:
                    writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    return paths


def _schema(table: Table) -> Any:
    import pyarrow as pa

    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "number": pa.decimal128(PRECISION, SCALE),
    }
    return pa.schema([(name, kinds[kind]) for name, kind in table.columns])


def _row(table: Table, row: tuple[Any, ...]) -> dict[str, Any]:
    return {name: _value(kind, value) for (name, kind), value in zip(table.columns, row, strict=True)}


def _value(kind: ColumnKind, value: Any) -> Any:
    if kind != "number" or value is None:
        return value
    number = Decimal(value)
    fits = number.adjusted() < PRECISION - SCALE and number == round(number, SCALE)
    return round(number, SCALE) if fits else None


SINK = Sink("parquet", write, check)
