"""The lines of a document for counting: as the cleaning will see them, without deciding anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cleaning.flat.lines import Lines
from extractor.cleaning.page.read import read_page
from extractor.cleaning.page.read_metadata import stated_url

if TYPE_CHECKING:
    from extractor.reading.source import Source


def lines_of(source: Source) -> tuple[list[str], str | None]:
    """The texts of the blocks of a document, and the address a page states."""
    if source.media_type == "text/html":
        read = read_page(source.text)
        return [draft.text for draft in read.drafts], stated_url(read.head)
    return Lines(source.text).texts, None
