"""CSV and TSV with a head line: one document a row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from extractor.errors import SourceError
from extractor.reading.blob import Blob, Format, Splitter
from extractor.reading.columns import find_columns, is_head
from extractor.reading.table import row_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined

DELIMITERS = ",;\t|"
# Cells up to so many times the largest document are read, and refused one by one; a larger one ends the file: mostly
# it is a quote that was never closed.
CELL_FACTOR = 4


def delimiter_of(head: str) -> str:
    """The delimiter of a head line: the one it has most of.

    >>> delimiter_of("id;text;url"), delimiter_of("text")
    (';', ',')
    """
    return max(DELIMITERS, key=lambda sign: (head.count(sign), sign == ","))


def next_row(rows: Iterator[list[str]], limit: int) -> list[str] | None:
    """The next row, None behind the last. The limit of the module `csv` is everybody's: it is put back at once.

    Raises:
        csv.Error: if a cell has more than `limit` characters, or the row cannot be parsed.
    """
    before = csv.field_size_limit(limit)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(before)


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """One entry a row; a row without a text is a row of issues, a file that cannot be parsed ends with one.

    Raises:
        SourceError: "no_text_field", "too_large" or "bad_csv".
    """
    settings = splitter.settings
    limit = settings.reading.max_bytes * CELL_FACTOR
    with blob.open() as stream:
        reader = io.BufferedReader(stream, 1 << 16) if isinstance(stream, io.RawIOBase) else stream
        text = io.TextIOWrapper(reader, encoding=_encoding(reader), errors="replace", newline="")
        head = text.readline(settings.reading.max_bytes)
        if not head.strip():
            raise SourceError("bad_csv", "no head line")
        delimiter = delimiter_of(head)
        names = next_row(csv.reader([head], delimiter=delimiter), limit) or []
        columns = find_columns(names, settings)
        rows = csv.reader(text, delimiter=delimiter)
        line = 2
        while True:
            try:
                cells = next_row(rows, limit)
            except csv.Error as error:
                if "field limit" in str(error):
                    raise SourceError(
                        "too_large", f"line {line}: a cell of more than {limit} characters (reading.max_bytes)"
                    ) from error
                raise SourceError("bad_csv", f"line {line}: {error}") from error
            if cells is None:
                return
            at, line = line, rows.line_num + 2
            if not any(cells):
                continue
            issues = (
                (("ragged_row", f"{len(cells)} cells under {len(names)} names"),) if len(cells) != len(names) else ()
            )
            yield row_entry(blob, dict(zip(names, cells, strict=False)), columns, line=at, issues=issues)


def _encoding(stream: object) -> str:
    peek = getattr(stream, "peek", None)
    sample: bytes = peek(1 << 16) if peek is not None else b""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample[: max(0, len(sample) - 4)].decode()
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return "cp1252"
    return "utf-8-sig"


def is_table(head: bytes) -> bool:
    """Whether a stream without a name begins as a table: its first line names the columns that dumps have.

    >>> is_table(b"id,url,title,text\\n1,"), is_table(b"Text, titles and links of the week\\n")
    (True, False)
    """
    line, end, _ = head.partition(b"\n")
    if not end:
        return False
    text = line.decode("utf-8-sig", "replace")
    try:
        return is_head(next(csv.reader([text], delimiter=delimiter_of(text)), []))
    except csv.Error:
        return False


FORMAT = Format("csv", (".csv", ".tsv"), split, is_table)
