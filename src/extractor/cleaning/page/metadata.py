"""The metadata of a page, filled in by those who read its markup."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class PageMetadata:
    """What was found, and where: `origins` has a source for each field that has a value."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    site: str | None = None
    language: str | None = None
    url: str | None = None
    heading: str | None = None  # of the page, that shows the title, perhaps in other words
    dates: set[str] = field(
        default_factory=set
    )  # all that the markup states so that they have one reading, of whatever
    article_body: str = ""
    paragraphs: list[str] = field(default_factory=list)  # of the article body that JSON-LD gives
    is_article: bool = False
    origins: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, value: str | None, origin: str) -> None:
        """Sets a field that has no value yet."""
        if value and getattr(self, name) is None:
            setattr(self, name, value)
            self.origins[name] = origin
