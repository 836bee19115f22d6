"""The tables of a run: one row a document, an estimate, a rate, a company, a region, a segment, a check; all from the records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ColumnKind = Literal["text", "number", "integer", "boolean"]
Row = tuple[Any, ...]
CHUNK_RECORDS = 1_000  # records whose rows are held at once


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns and how a record's rows are read off."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]
    rows: Callable[[dict[str, Any]], Iterator[Row]]

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [name for name, _ in self.columns]


def _first(evidence: list[dict[str, Any]]) -> Row:
    """What a reader checks first: the characters, where they stand, the rule that read them."""
    if not evidence:
        return (None, None, None, None, None)
    piece = evidence[0]
    return (piece["text"], piece["start"], piece["end"], piece["field"], piece["rule"])


def _market(record: dict[str, Any], own: str | None) -> str | None:
    return own or (record["market"] or {}).get("name")


def _documents(record: dict[str, Any]) -> Iterator[Row]:
    source, market = record["source"], record["market"] or {}
    failed = " ".join(check["code"] for check in record["checks"] if check["severity"] != "info")
    yield (
        record["id"], source["uri"], source["member"], source["line"], source["offset"], record["url"] or source["url"],
        record["status"], record["language"], record["title"], record["author"], record["published"], record["publisher"],
        market.get("name"), market.get("region"), failed or None, record["cluster"], record["duplicate_of"],
    )  # fmt: skip


def _estimates(record: dict[str, Any]) -> Iterator[Row]:
    for item in record["estimates"]:
        yield (
            record["id"], _market(record, item["market"]), item["scope"], item["kind"], item["amount"], item["amount_high"],
            item["currency"], item["year"], item["end_year"], item["qualifier"], *_first(item["evidence"]), record["duplicate_of"],
        )  # fmt: skip


def _growth(record: dict[str, Any]) -> Iterator[Row]:
    for item in record["growth"]:
        yield (
            record["id"], _market(record, item["market"]), item["scope"], item["kind"], item["rate"], item["rate_high"],
            item["start_year"], item["end_year"], item["period_inferred"], item["qualifier"], *_first(item["evidence"]),
            record["duplicate_of"],
        )  # fmt: skip


def _companies(record: dict[str, Any]) -> Iterator[Row]:
    for item in record["companies"]:
        yield (
            record["id"], item["name"], item["canonical"], item["legal_form"], item["role"], item["ticker"], item["identifier"],
            len(item["mentions"]), record["duplicate_of"],
        )  # fmt: skip


def _regions(record: dict[str, Any]) -> Iterator[Row]:
    for item in record["regions"]:
        yield (
            record["id"], item["name"], item["canonical"], item["code"], item["country"], item["kind"], item["role"],
            item["identifier"], len(item["mentions"]), record["duplicate_of"],
        )  # fmt: skip


def _segments(record: dict[str, Any]) -> Iterator[Row]:
    for item in record["segments"]:
        for value in item["values"]:
            yield (record["id"], item["by"], value, *_first(item["evidence"]), record["duplicate_of"])


def _checks(record: dict[str, Any]) -> Iterator[Row]:
    for item in record["checks"]:
        yield (
            record["id"], item["code"], item["severity"], item["message"], item["stated"], item["implied"],
            " ".join(item["fields"]) or None, record["duplicate_of"],
        )  # fmt: skip


EVIDENCE: tuple[tuple[str, ColumnKind], ...] = (
    ("evidence", "text"), ("evidence_start", "integer"), ("evidence_end", "integer"), ("evidence_field", "text"), ("rule", "text"),
)  # fmt: skip
COPY: tuple[str, ColumnKind] = ("duplicate_of", "text")

TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        (
            ("id", "text"), ("uri", "text"), ("member", "text"), ("line", "integer"), ("offset", "integer"), ("url", "text"),
            ("status", "text"), ("language", "text"), ("title", "text"), ("author", "text"), ("published", "text"),
            ("publisher", "text"), ("market", "text"), ("market_region", "text"), ("failed_checks", "text"), ("cluster", "text"),
            COPY,
        ),
        _documents,
    ),
    Table(
        "estimates",
        (
            ("id", "text"), ("market", "text"), ("scope", "text"), ("kind", "text"), ("amount", "number"),
            ("amount_high", "number"), ("currency", "text"), ("year", "integer"), ("end_year", "integer"),
            ("qualifier", "text"), *EVIDENCE, COPY,
        ),
        _estimates,
    ),
    Table(
        "growth",
        (
            ("id", "text"), ("market", "text"), ("scope", "text"), ("kind", "text"), ("rate", "number"), ("rate_high", "number"),
            ("start_year", "integer"), ("end_year", "integer"), ("period_inferred", "boolean"), ("qualifier", "text"),
            *EVIDENCE, COPY,
        ),
        _growth,
    ),
    Table(
        "companies",
        (
            ("id", "text"), ("name", "text"), ("canonical", "text"), ("legal_form", "text"), ("role", "text"),
            ("ticker", "text"), ("identifier", "text"), ("mentions", "integer"), COPY,
        ),
        _companies,
    ),
    Table(
        "regions",
        (
            ("id", "text"), ("name", "text"), ("canonical", "text"), ("code", "text"), ("country", "text"), ("kind", "text"),
            ("role", "text"), ("identifier", "text"), ("mentions", "integer"), COPY,
        ),
        _regions,
    ),
    Table("segments", (("id", "text"), ("dimension", "text"), ("value", "text"), *EVIDENCE, COPY), _segments),
    Table(
        "checks",
        (
            ("id", "text"), ("code", "text"), ("severity", "text"), ("message", "text"), ("stated", "number"),
            ("implied", "number"), ("fields", "text"), COPY,
        ),
        _checks,
    ),
)  # fmt: skip


def read_chunks(records: Path, size: int = CHUNK_RECORDS) -> Iterator[list[dict[str, Any]]]:
    """The records of a JSON Lines file, a bounded number at a time."""
    chunk: list[dict[str, Any]] = []
    with records.open("rb") as file:
        for line in file:
            chunk.append(json.loads(line))
            if len(chunk) >= size:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


def table_rows(table: Table, records: list[dict[str, Any]]) -> list[Row]:
    """The rows of several records."""
    return [row for record in records for row in table.rows(record)]
