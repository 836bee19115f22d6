"""Rows of a table as documents: which column holds the text, and what the others say."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.settings import Settings

# Names that dumps use for each column, best first. Markup comes before text: it says more.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "html", "raw_html", "page_html", "content_html", "body_html", "text", "content", "body", "article", "article_text",
        "full_text", "fulltext", "maintext", "main_text", "raw_text", "page_content", "article_body", "articlebody",
        "document", "description", "summary",
    ),
    "url": ("url", "link", "uri", "page_url", "source_url", "article_url", "canonical_url", "permalink", "href"),
    "published": (
        "published", "date", "published_at", "publish_date", "published_date", "date_published", "datepublished", "pub_date",
        "pubdate", "publication_date", "timestamp", "created_at", "crawl_date",
    ),
    "title": ("title", "headline", "heading", "name"),
    "author": ("author", "authors", "byline", "creator"),
}  # fmt: skip
HINT_CHARS = 2_000  # a longer title, author or date is no title, author or date


@dataclass(frozen=True, slots=True)
class RowDocument:
    """The document of one row, as UTF-8 bytes."""

    data: bytes
    url: str | None = None
    hints: dict[str, str] = field(default_factory=dict)
    issues: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table is what; None where no column is."""

    text: str
    url: str | None = None
    published: str | None = None
    title: str | None = None
    author: str | None = None


def find_columns(names: Iterable[str], settings: Settings) -> Columns:
    """The columns by the settings, else by the names that dumps use, case ignored.

    >>> from extractor.settings import Settings
    >>> find_columns(["ID", "Body", "Headline"], Settings())
    Columns(text='Body', url=None, published=None, title='Headline', author=None)

    Raises:
        SourceError: "no_text_field" if no column can be the text.
    """
    known = list(dict.fromkeys(names))
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(name.strip().casefold().replace(" ", "_").replace("-", "_"), name)
    reading = settings.reading
    wanted = {"text": reading.text_field, "url": reading.url_field, "published": reading.date_field, "title": reading.title_field}
    found: dict[str, str | None] = {}
    for role, candidates in NAMES.items():
        asked = wanted.get(role)
        if asked:
            found[role] = asked if asked in known else folded.get(asked.casefold())
        else:
            taken = set(found.values())
            found[role] = next((folded[name] for name in candidates if name in folded and folded[name] not in taken), None)
    if found["text"] is None:
        asked = f"field {reading.text_field!r}" if reading.text_field else "known text field"
        raise SourceError("no_text_field", f"no {asked} among {', '.join(known[:12]) or 'no fields'} (see --text-field)")
    return Columns(**found)  # type: ignore[arg-type]


def row_to_document(row: Mapping[str, Any], columns: Columns) -> RowDocument:
    """The document of a row.

    Raises:
        SourceError: "no_text" if the text is missing or no string.
    """
    text = row.get(columns.text)
    if not isinstance(text, str):
        kind = "missing" if text is None else f"a {type(text).__name__}, not a string"
        raise SourceError("no_text", f"field {columns.text!r} is {kind}")
    hints = {}
    for role in ("published", "title", "author"):
        name = getattr(columns, role)
        value = row.get(name) if name else None
        if isinstance(value, list) and role == "author":
            value = ", ".join(item for item in value if isinstance(item, str))
        if isinstance(value, str) and value.strip() and len(value) <= HINT_CHARS:
            hints[role] = _clean(value.strip())
    url = row.get(columns.url) if columns.url else None
    if not isinstance(url, str) or not url.strip() or len(url) > HINT_CHARS:
        url = None
    clean = _clean(text)
    issues = () if clean is text else (("lone_surrogates", "replaced by U+FFFD"),)
    return RowDocument(clean.encode(), url and _clean(url.strip()), hints, issues)


def row_document(line: bytes, settings: Settings) -> RowDocument:
    r"""The document of one line of JSON Lines; a line may also be just a string.

    >>> from extractor.settings import Settings
    >>> row_document(b'{"text": "Kelp", "url": "https://kelp.example/1"}', Settings()).url
    'https://kelp.example/1'

    Raises:
        SourceError: "bad_json", "no_text_field" or "no_text".
    """
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_int=_short_int)
    except (ValueError, RecursionError) as error:
        detail = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise SourceError("bad_json", detail[:200]) from error
    if isinstance(row, str):
        row = {"text": row}
    if not isinstance(row, dict):
        raise SourceError("bad_json", f"a row is an object, not a {type(row).__name__}")
    return row_to_document(row, find_columns(row, settings))


def _short_int(digits: str) -> int | str:
    # Python refuses integers of more than 4,300 digits; no such field is of use, and the row still is.
    return int(digits) if len(digits) < 4_000 else digits


def _clean(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 can hold, replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
