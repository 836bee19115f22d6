"""Rows of a table as documents: which column holds the text, and what the others say."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from extractor.errors import SourceError
from extractor.reading.columns import Columns, find_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.settings import Settings

HINT_CHARS = 2_000  # a longer title, author or date is no title, author or date


@dataclass(frozen=True, slots=True)
class RowDocument:
    """The document of one row, as UTF-8 bytes."""

    data: bytes
    url: str | None = None
    hints: dict[str, str] = field(default_factory=dict)
    issues: tuple[tuple[str, str], ...] = ()


def row_to_document(row: Mapping[str, Any], columns: Columns) -> RowDocument:
    """The document of a row.

    Raises:
        SourceError: "no_text" if the text is missing or no string.
    """
    text = row.get(columns.text)
    for name in columns.instead:
        if isinstance(text, str) and text.strip():
            break
        text = row.get(name) or text
    if not isinstance(text, str):
        kind = "missing" if text is None else f"no string but {type(text).__name__}"
        raise SourceError("no_text", f"field {columns.text!r} is {kind}")
    hints = {}
    for role in ("published", "title", "author"):
        name = getattr(columns, role)
        value = row.get(name) if name else None
        if isinstance(value, list) and role == "author":
            value = ", ".join(item for item in value if isinstance(item, str))
        if role == "published" and isinstance(value, int):
            value = _date_of(value)
        if isinstance(value, str) and value.strip() and len(value) <= HINT_CHARS:
            hints[role] = _clean(value.strip())
    url = row.get(columns.url) if columns.url else None
    if not isinstance(url, str) or not url.strip() or len(url) > HINT_CHARS:
        url = None
    clean = _clean(text)
    issues = () if clean is text else (("lone_surrogates", "replaced by U+FFFD"),)
    return RowDocument(clean.encode(), url and _clean(url.strip()), hints, issues)


def _date_of(stamp: int) -> str | None:
    """The day of a Unix time in seconds or milliseconds, None for a number that is none of these.

    >>> _date_of(1741132800), _date_of(1741132800000), _date_of(20250305), _date_of(7)
    ('2025-03-05', '2025-03-05', '20250305', None)
    """
    if 19000101 <= stamp <= 21001231:
        return str(stamp)
    seconds = stamp // 1000 if stamp > 10**11 else stamp
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if 10**8 < seconds < 5 * 10**9 else None


def row_document(line: bytes, settings: Settings) -> RowDocument:
    r"""The document of one line of JSON Lines; a line may also be just a string.

    >>> from extractor.settings import Settings
    >>> row_document(b'{"text": "Kelp", "url": "https://kelp.example/1"}', Settings()).url
    'https://kelp.example/1'

    Raises:
        SourceError: "bad_json", "no_text_field" or "no_text".
    """
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_int=short_int)
    except (ValueError, RecursionError) as error:
        detail = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise SourceError("bad_json", detail[:200]) from error
    if isinstance(row, str):
        row = {"text": row}
    if not isinstance(row, dict):
        raise SourceError("bad_json", f"a row is an object, not a {type(row).__name__}")
    return row_to_document(row, find_columns(row, settings))


def short_int(digits: str) -> int | str:
    """An integer of JSON. Python refuses those of more than 4,300 digits; no such field is of use, and the row still is."""
    return int(digits) if len(digits) < 4_000 else digits


def _clean(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 can hold, replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
