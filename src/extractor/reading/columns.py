"""Which column of a table, or field of a row, holds the document, and which ones say something of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.settings import Settings

# Names that dumps use for each column, best first. Markup comes before text: it says more.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "html", "raw_html", "page_html", "content_html", "body_html", "text", "content", "body", "article", "article_text",
        "full_text", "fulltext", "maintext", "main_text", "raw_text", "page_content", "article_body", "articlebody",
        "document",
    ),
    "url": ("url", "link", "uri", "page_url", "source_url", "article_url", "canonical_url", "permalink", "href"),
    # Not "timestamp", "created_at", "crawl_date": those mostly say when a page was fetched.
    "published": (
        "published", "date", "published_at", "publish_date", "published_date", "date_published", "datepublished", "pub_date",
        "pubdate", "publication_date", "article_date", "published_on",
    ),
    "title": ("title", "headline", "heading", "name"),
    "author": ("author", "authors", "byline", "creator"),
}  # fmt: skip
# Where no column has one of these names: the words one of its words is, best first, and those that rule it out.
WORDS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "text": (
        ("html", "text", "content", "contents", "body", "article", "markdown", "story"),
        frozenset(
            "id ids url link type length size lang language hash date count title author category path file name source".split()
        ),
    ),
    "url": (("url", "link", "uri", "href"), frozenset("image img logo thumbnail video icon".split())),
    "published": (
        ("published", "publication", "publish", "date"),
        frozenset(
            "crawl crawled scrape scraped fetch fetched download downloaded modified updated update created retrieved".split()
        ),
    ),
    "title": (("title", "headline"), frozenset(("id",))),
    "author": (("author", "authors", "byline"), frozenset("id url link".split())),
}
# A table that has nothing better may hold its documents here.
LAST = ("description", "summary")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s\-./]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table is what; None where no column is.

    `instead` are columns that hold the text in rows where `text` is empty: a dump with pages and texts has
    pages that were never fetched.
    """

    text: str
    url: str | None = None
    published: str | None = None
    title: str | None = None
    author: str | None = None
    instead: tuple[str, ...] = ()

    @property
    def all(self) -> list[str]:
        """The columns that have to be read."""
        named = (self.text, *self.instead, self.url, self.published, self.title, self.author)
        return [name for name in dict.fromkeys(named) if name]


def find_columns(names: Iterable[str], settings: Settings) -> Columns:
    """The columns by the settings, else by the names that dumps use, case ignored.

    >>> from extractor.settings import Settings
    >>> find_columns(["ID", "Body", "Headline"], Settings())
    Columns(text='Body', url=None, published=None, title='Headline', author=None, instead=())
    >>> find_columns(["textId", "scrapedText", "imageUrl", "pageUrl", "crawl date", "news date"], Settings())
    Columns(text='scrapedText', url='pageUrl', published='news date', title=None, author=None, instead=())

    Raises:
        SourceError: "no_text_field" if no column can be the text.
    """
    reading = settings.reading
    return _find(
        tuple(dict.fromkeys(names)), reading.text_field, reading.url_field, reading.date_field, reading.title_field
    )


def is_head(names: list[str]) -> bool:
    """Whether these can only be the names of columns: one that dumps have for the text, and one for something else.

    >>> is_head(["", "page_url", "Body"]), is_head(["content", "pages"]), is_head(["Text"])
    (True, False, False)
    """
    known = [_folded(name) for name in names]
    texts = set(known).intersection(NAMES["text"])
    others = {"id", *(name for role, listed in NAMES.items() if role != "text" for name in listed)}
    return bool(texts) and bool(others.intersection(known)) and len(set(known)) == len(known)


@lru_cache(256)  # JSON Lines ask for every row
def _find(
    known: tuple[str, ...], text: str | None, url: str | None, published: str | None, title: str | None
) -> Columns:
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(_folded(name), name)
    named = {"text": text, "url": url, "published": published, "title": title}
    found: dict[str, str | None] = {}
    for role, candidates in NAMES.items():
        asked = named.get(role)
        if asked:
            found[role] = asked if asked in known else folded.get(_folded(asked))
        else:
            free = {key: name for key, name in folded.items() if name not in found.values()}
            found[role] = next((free[name] for name in candidates if name in free), None) or _by_words(role, free)
    if found["text"] is None and text is None:
        found["text"] = next((folded[name] for name in LAST if name in folded), None)
    if found["text"] is None:
        missing = f"field {text!r}" if text else "known text field"
        raise SourceError(
            "no_text_field", f"no {missing} among {', '.join(known[:12]) or 'no fields'} (see --text-field)"
        )
    rest = (
        ()
        if text
        else tuple(folded[name] for name in NAMES["text"] if name in folded and folded[name] not in found.values())
    )
    return Columns(**found, instead=rest)  # type: ignore[arg-type]


def _folded(name: str) -> str:
    """A name as names are compared: "pageContent", "Page Content" and "page-content" are one."""
    return _HUMP.sub("_", name.strip()).casefold()


def _by_words(role: str, names: Mapping[str, str]) -> str | None:
    """The column that is meant by a word in its name: "scraped_text", "news_body"; the first of them."""
    wanted, unwanted = WORDS[role]
    words = {name: key.split("_") for key, name in names.items()}
    return next(
        (
            name
            for word in wanted
            for name, parts in words.items()
            if word in parts and not unwanted.intersection(parts)
        ),
        None,
    )
