"""The tables of records as pandas DataFrames, for who has the records in memory."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractor.writing.tables import TABLES, ColumnKind, Table, table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from extractor.records import Record

# Whole numbers that may be missing; amounts stay exact decimals.
TYPES: dict[ColumnKind, str] = {"text": "object", "integer": "Int64", "boolean": "boolean", "number": "object"}


def tables(records: Iterable[Record]) -> dict[str, pd.DataFrame]:
    """The tables that `extractor run --format csv` writes, by name: documents, estimates, growth, companies and so on.

    One row is one document or one fact; facts have the document's `id`. Amounts and rates are `Decimal`: take
    `frame["amount"].astype(float)` to calculate.

    >>> from extractor import extract
    >>> frames = tables([extract("The kelp market was worth USD 9.2 Mn in 2025.")])
    >>> frames["estimates"][["kind", "amount", "currency", "year"]].to_dict("records")
    [{'kind': 'base', 'amount': Decimal('9200000'), 'currency': 'USD', 'year': 2025}]
    """
    dumped = [record.to_dict() for record in records]
    return {table.name: _frame(table, table_rows(table, dumped)) for table in TABLES}


def _frame(table: Table, rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    import pandas as pd

    columns = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    return pd.DataFrame(
        {
            name: pd.Series([_cell(kind, cell) for cell in column], dtype=TYPES[kind])
            for (name, kind), column in zip(table.columns, columns, strict=True)
        }
    )


def _cell(kind: ColumnKind, cell: Any) -> Any:
    return Decimal(cell) if kind == "number" and cell is not None else cell
