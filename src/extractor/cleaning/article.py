"""The article: labelled blocks of a document and what they say of it. Nothing is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.cleaning.block import KEPT, Block

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.cleaning.sightings import Sighting

    See = Callable[[], list[Sighting]]


@dataclass(slots=True)
class Article:
    """A document after cleaning.

    Attributes:
        text: the body without the title: paragraphs, headings, lists and tables separated by a blank
            line, list items one a line after "- ", table rows one a line, cells joined by " | ".
        blocks: every block of the document in reading order, kept or dropped.
        published: ISO date, as precise as stated ("2025-02", "2025").
        site: name of the site or platform the page was on.
        origins: for each metadata field, where its value was read ("json-ld", "og:title", "byline" ...).
        confidence: 0 to 1, that `text` is an article, whole and alone.
        empty_reason: why this is no article ("listing", "login_wall" ...), or None.
        issues: (code, detail) pairs noted while cleaning.
    """

    text: str
    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    published: str | None = None
    site: str | None = None
    language: str | None = None
    url: str | None = None
    origins: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    empty_reason: str | None = None
    issues: list[tuple[str, str]] = field(default_factory=list)
    _see: See | None = field(default=None, init=False, repr=False, compare=False)
    _sightings: list[Sighting] | None = field(default=None, init=False, repr=False, compare=False)

    def postpone_sightings(self, see: See) -> None:
        """Leaves the names the document shows to `see`, which is called once, when they are asked for.

        To see them all costs as much as all other metadata together.
        """
        self._see = see

    @property
    def sightings(self) -> list[Sighting]:
        """The names the document shows that may be the publisher's, and where."""
        if self._sightings is None:
            self._sightings = self._see() if self._see is not None else []
        return self._sightings

    @property
    def publisher(self) -> str | None:
        """The organisation that text and debris name as the firm behind the report, worked out when asked for.

        A record's is weighed again, beside the values found (linking).
        """
        from extractor.cleaning.publisher import choose, context_of  # it reads blocks

        return choose(self.sightings, context_of(self.blocks))

    @property
    def body_blocks(self) -> list[Block]:
        """The blocks that make up `text`, in order."""
        return [block for block in self.blocks if block.role in KEPT]

    @property
    def dropped_blocks(self) -> list[Block]:
        """The blocks that are not in `text` (the title is one of them)."""
        return [block for block in self.blocks if block.role not in KEPT]
