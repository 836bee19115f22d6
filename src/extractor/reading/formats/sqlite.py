"""A table of a SQLite database: one document a row, in the order of the rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from extractor.errors import SourceError
from extractor.reading.blob import Blob, Format, Splitter, read_limited
from extractor.reading.columns import find_columns
from extractor.reading.table import row_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined
    from extractor.settings import Settings


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """One entry a row of the table the settings name, else of the first table with a text column.

    Raises:
        SourceError: "broken_container", "no_table" or "no_text_field".
    """
    settings = splitter.settings
    try:
        with closing(_connect(blob, settings.reading.max_bytes)) as database:
            table, names = _table(database, settings)
            columns = find_columns(names, settings)
            listed = ", ".join(_quoted(name) for name in columns.all)
            for line, cells in enumerate(database.execute(f"SELECT {listed} FROM {_quoted(table)}"), 1):
                values = {name: _cell(cell) for name, cell in zip(columns.all, cells, strict=True)}
                yield row_entry(blob, values, columns, line=line)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
        raise SourceError("broken_container", str(error)[:200]) from error


def _connect(blob: Blob, limit: int) -> sqlite3.Connection:
    if blob.path is not None:
        database = sqlite3.connect(f"file:{quote(blob.path, errors='surrogateescape')}?mode=ro", uri=True)
    else:
        database = sqlite3.connect(":memory:")
        database.deserialize(read_limited(blob.open(), limit))
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    # Read-only and without extensions: a database is data, whatever its triggers and views would like to do.
    database.execute("PRAGMA query_only = ON")
    database.execute("PRAGMA trusted_schema = OFF")
    return database


def _table(database: sqlite3.Connection, settings: Settings) -> tuple[str, list[str]]:
    listed = (
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    tables = [name for (name,) in database.execute(listed)]
    asked = settings.reading.table
    if asked is not None and asked not in tables:
        raise SourceError("no_table", f"no table {asked!r} among {', '.join(tables[:12]) or 'no tables'}")
    for table in [asked] if asked is not None else tables:
        names = [row[1] for row in database.execute(f"PRAGMA table_info({_quoted(table)})")]
        try:
            find_columns(names, settings)
        except SourceError:
            if asked is not None or len(tables) == 1:
                raise
            continue
        return table, names
    raise SourceError(
        "no_table", f"no table with a text column among {', '.join(tables[:12]) or 'no tables'} (see --text-field)"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _cell(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


FORMAT = Format("sqlite", (".sqlite", ".sqlite3", ".db"), split, lambda head: head[:16] == b"SQLite format 3\x00")
