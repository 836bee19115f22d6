"""A SQLite database: the tables with indexes, and views that answer what a person asks first."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from extractor.writing.cells import safe_cell
from extractor.writing.disk import Disk, put_in_place
from extractor.writing.sinks import Sink
from extractor.writing.tables import TABLES, Table, read_chunks, table_rows

if TYPE_CHECKING:
    from pathlib import Path

# Amounts are decimal strings, exact, with a number beside them (`amount_value`) to sort and sum by.
KINDS = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "TEXT"}

INDEXES = (
    "CREATE INDEX documents_by_id ON documents (id)",
    "CREATE INDEX documents_by_market ON documents (market)",
    "CREATE INDEX documents_by_cluster ON documents (cluster)",
    "CREATE INDEX estimates_by_id ON estimates (id)",
    "CREATE INDEX estimates_by_market ON estimates (market, year)",
    "CREATE INDEX growth_by_id ON growth (id)",
    "CREATE INDEX growth_by_market ON growth (market)",
    "CREATE INDEX companies_by_id ON companies (id)",
    "CREATE INDEX companies_by_name ON companies (canonical)",
    "CREATE INDEX regions_by_id ON regions (id)",
    "CREATE INDEX regions_by_code ON regions (code)",
    "CREATE INDEX segments_by_id ON segments (id)",
    "CREATE INDEX checks_by_id ON checks (id)",
    "CREATE INDEX checks_by_code ON checks (code)",
)
# In every view a report that was syndicated counts once: copies are left out.
VIEWS = (
    """CREATE VIEW reports AS
       SELECT * FROM documents WHERE status = 'ok' AND duplicate_of IS NULL""",
    """CREATE VIEW market_sizes AS
       SELECT market, scope, kind, year, end_year, currency, amount, amount_value, amount_high, qualifier, evidence, id
       FROM estimates WHERE duplicate_of IS NULL AND kind <> 'incremental' ORDER BY market, scope, year""",
    """CREATE VIEW total_cagrs AS
       SELECT id, market, rate, start_year, end_year
       FROM growth WHERE kind = 'CAGR' AND scope IS NULL AND duplicate_of IS NULL""",
    # The market of a value, not of the document: a round-up tells of several.
    """CREATE VIEW forecasts AS
       SELECT f.market, CASE WHEN f.market IS d.market THEN d.market_region END AS market_region, d.publisher, d.published,
              b.year AS base_year, b.amount AS base_amount, f.year AS forecast_year, f.amount AS forecast_amount, f.currency,
              coalesce((SELECT g.rate FROM total_cagrs g WHERE g.id = f.id AND g.market IS f.market AND g.end_year = f.year LIMIT 1),
                       (SELECT g.rate FROM total_cagrs g WHERE g.id = f.id AND g.market IS f.market LIMIT 1)) AS cagr,
              d.failed_checks, d.uri, d.id, b.amount_value AS base_value, f.amount_value AS forecast_value
       FROM reports d
       JOIN estimates f ON f.id = d.id AND f.kind = 'forecast' AND f.scope IS NULL AND f.duplicate_of IS NULL
       LEFT JOIN estimates b ON b.id = d.id AND b.kind = 'base' AND b.scope IS NULL AND b.currency IS f.currency
            AND b.market IS f.market AND b.duplicate_of IS NULL""",
    """CREATE VIEW key_players AS
       SELECT d.market, c.canonical AS company, c.legal_form, d.publisher, d.published, d.uri, d.id
       FROM reports d JOIN companies c ON c.id = d.id AND c.role = 'key_player' AND c.duplicate_of IS NULL
       ORDER BY d.market, company""",
    """CREATE VIEW leading_regions AS
       SELECT d.market, r.role, r.canonical AS region, r.code, d.publisher, d.published, d.uri, d.id
       FROM reports d JOIN regions r ON r.id = d.id AND r.role IN ('dominant', 'fastest_growing') AND r.duplicate_of IS NULL
       ORDER BY d.market, r.role, region""",
    """CREATE VIEW company_counts AS
       SELECT canonical AS company, count(DISTINCT id) AS reports,
              count(DISTINCT CASE WHEN role = 'key_player' THEN id END) AS as_key_player
       FROM companies WHERE duplicate_of IS NULL GROUP BY canonical ORDER BY reports DESC, company""",
    """CREATE VIEW region_counts AS
       SELECT canonical AS region, code, kind, count(DISTINCT id) AS reports
       FROM regions WHERE duplicate_of IS NULL GROUP BY canonical, code, kind ORDER BY reports DESC, region""",
    """CREATE VIEW publisher_counts AS
       SELECT publisher, count(*) AS reports FROM reports GROUP BY publisher ORDER BY reports DESC, publisher""",
    """CREATE VIEW check_counts AS
       SELECT code, severity, count(DISTINCT id) AS reports
       FROM checks WHERE duplicate_of IS NULL GROUP BY code, severity ORDER BY reports DESC, code""",
)


def write(records: Path, folder: Path, disk: Disk) -> list[Path]:
    """One file, `records.sqlite`.

    Raises:
        OSError: if the database cannot be written, a full disk above all.
    """
    place = folder / "records.sqlite"
    with put_in_place([place], disk) as (beside,):
        try:
            with closing(sqlite3.connect(beside)) as database:
                _fill(database, records)
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, f"{place}: {error}") from error
    return [place]


def _fill(database: sqlite3.Connection, records: Path) -> None:
    database.execute("PRAGMA journal_mode = OFF")  # the file is beside its place: a crash loses nothing
    database.execute("PRAGMA synchronous = OFF")
    for table in TABLES:
        database.execute(_create(table))
    for chunk in read_chunks(records):
        for table in TABLES:
            marks = ", ".join("?" * len(_columns(table)))
            database.executemany(
                f"INSERT INTO {table.name} VALUES ({marks})", (_row(table, row) for row in table_rows(table, chunk))
            )
    for statement in (*INDEXES, *VIEWS):
        database.execute(statement)
    database.commit()


def _columns(table: Table) -> list[tuple[str, str]]:
    columns = []
    for name, kind in table.columns:
        columns.append((name, KINDS[kind]))
        if kind == "number":
            columns.append((f"{name}_value", "REAL"))
    return columns


def _create(table: Table) -> str:
    listed = ", ".join(f'"{name}" {kind}' for name, kind in _columns(table))
    return f"CREATE TABLE {table.name} ({listed})"


def _row(table: Table, row: tuple[Any, ...]) -> list[Any]:
    cells: list[Any] = []
    for (_, kind), value in zip(table.columns, row, strict=True):
        cells.append(safe_cell(value) if kind == "text" else value)
        if kind == "number":
            cells.append(None if value is None else float(value))
    return cells


SINK = Sink("sqlite", write)
