"""A source: one document's text with where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

MediaType = Literal["text/plain", "text/html"]


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was read: decoded once, never again.

    Attributes:
        uri: path or URL of the document, or of the container that holds it.
        text: the decoded text or markup, newlines as "\\n".
        media_type: what the content is, told by looking at it.
        encoding: name of the encoding the bytes were decoded with; None when it came as a string.
        bytes: size of the source in bytes (of its UTF-8 form when it came as a string).
        sha256: hex digest of the source bytes.
        line, member, offset: the place inside a container, where there is one.
        url: address the document was scraped from, when the container says so.
        hints: metadata columns beside the text in a container ("title", "published", "author").
        issues: (code, detail) pairs noted while reading, such as ("encoding_guessed", "cp1252").
    """

    uri: str
    text: str
    media_type: MediaType
    encoding: str | None
    bytes: int
    sha256: str
    line: int | None = None
    member: str | None = None
    offset: int | None = None
    url: str | None = None
    hints: dict[str, str] = field(default_factory=dict)
    issues: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The record id: "sha256:" and the digest of the source bytes."""
        return f"sha256:{self.sha256}"
