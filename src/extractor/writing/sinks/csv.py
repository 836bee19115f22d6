"""CSV tables, safe to open in a spreadsheet."""

from __future__ import annotations

import io
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING

from extractor.writing.cells import safe_cell
from extractor.writing.disk import Disk, Replacement
from extractor.writing.sinks import Sink
from extractor.writing.tables import TABLES, Row, Table, read_chunks, table_rows

if TYPE_CHECKING:
    from pathlib import Path


def write(records: Path, folder: Path, disk: Disk) -> list[Path]:
    """One file a table, `estimates.csv` and so on, in UTF-8 with a head line."""
    paths = [folder / f"{table.name}.csv" for table in TABLES]
    with ExitStack() as stack:
        files = [stack.enter_context(Replacement(path, disk)) for path in paths]
        for table, file in zip(TABLES, files, strict=True):
            file.write(to_csv(table, [], header=True))
        for chunk in read_chunks(records):
            for table, file in zip(TABLES, files, strict=True):
                file.write(to_csv(table, table_rows(table, chunk), header=False))
    return paths


def to_csv(table: Table, rows: list[Row], *, header: bool) -> bytes:
    """Rows as CSV: text cells made safe, numbers as the decimal strings they are in the record."""
    import pandas as pd

    safe = cache(safe_cell)  # ids, currencies and rules come many times
    columns = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    cells = {
        name: [safe(cell) for cell in column] if kind == "text" else column
        for (name, kind), column in zip(table.columns, columns, strict=True)
    }
    buffer = io.StringIO()
    pd.DataFrame(cells, dtype=object).to_csv(buffer, index=False, header=header, lineterminator="\n")
    return buffer.getvalue().encode()


SINK = Sink("csv", write)
