"""Making a `Source` out of bytes or a string: decoded once, hashed once, its type told by looking."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from extractor.errors import SourceError
from extractor.reading.decode import decode, sniff_media_type
from extractor.reading.mojibake import repaired
from extractor.reading.source import MediaType, Source

# A string is never opened as a file (scraped strings are not to be trusted with that), but its author may have meant it.
_PATH_LIKE = re.compile(r"[^\s<>|]{1,1000}\.(?:txt|html?|xhtml|md|jsonl|csv)", re.IGNORECASE)


def source_from_bytes(
    data: bytes, uri: str, *, declared: str | None = None, name: str | None = None, **place: Any
) -> Source:
    """The source of a document's bytes.

    Args:
        data: the document, not a container of documents.
        uri: where it came from.
        declared: encoding that a protocol or container declares for it, if any.
        name: file name, a hint for the media type where the content does not tell.
        place: `line`, `member`, `offset`, `url`, `hints` of the `Source`.
    Raises:
        SourceError: if the bytes are no text ("binary").
    """
    decoded = decode(data, declared)
    for code, detail in decoded.issues:
        if code == "binary":
            raise SourceError(code, detail)
    return Source(
        uri=uri,
        text=decoded.text,
        media_type=sniff_media_type(decoded.text, name or uri),
        encoding=decoded.encoding,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        issues=tuple(decoded.issues),
        **place,
    )


def source_from_text(
    text: str, uri: str = "string", *, html: bool | None = None, identified: bool = True, **place: Any
) -> Source:
    """The source of a string, text or markup as looking tells, unless `html` says which.

    Without `identified` its size and digest are left out: only a record needs them.
    """
    data = text.encode("utf-8", "surrogatepass") if identified else b""
    known: MediaType = "text/html" if html else "text/plain"
    media_type = sniff_media_type(text, None) if html is None else known
    text, issues = repaired(text)
    if _PATH_LIKE.fullmatch(text):
        issues += (("looks_like_a_path", "a string is taken as content; pass pathlib.Path(...) to read a file"),)
    return Source(
        uri=uri,
        text=text,
        media_type=media_type,
        encoding=None,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest() if identified else "",
        issues=issues,
        **place,
    )
