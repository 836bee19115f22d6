"""What a page's markup says of its article: JSON-LD, OpenGraph and other meta elements, time elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from extractor import late
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.json_ld import (
    ARTICLE_TYPES,
    PAGE_TYPES,
    best_object,
    http,
    names_of,
    objects_of,
    plain,
    text_of,
    types_of,
)
from extractor.cleaning.page.metadata import PageMetadata
from extractor.cleaning.page.published import read_dates
from extractor.cleaning.page.titles import read_title

if TYPE_CHECKING:
    from extractor.cleaning.page.head import Head

_AUTHOR_KEYS: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author",
    "article:author_name", "twitter:creator:name", "cxenseparse:author")  # fmt: skip
_LANGUAGE: Final = late.regex(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")


def read_metadata(head: Head, uri: str | None = None, headings: Iterable[str] = ()) -> PageMetadata:
    """The metadata of a page from what its tags state.

    Args:
        head: what its tags state.
        uri: where it came from.
        headings: texts of its headings of all levels.
    """
    found = PageMetadata()
    metas = head.metas
    objects = [item for script in head.data for item in objects_of(script)]
    main = best_object(objects)
    found.put("url", http(head.canonical), "link canonical")
    found.put("url", http(metas.get("og:url")), "og:url")
    found.put("url", http(main.get("url")) or http(main.get("mainEntityOfPage")), "json-ld")
    is_article = bool(types_of(main) & ARTICLE_TYPES)
    found.is_article = is_article or (metas.get("og:type") or "").lower() in ("article", "blog", "news")
    _read_site(found, metas, objects)
    read_title(found, metas, main, one_line(head.title or ""), head.headings, headings)
    read_dates(found, metas, (main, *objects), head.times, uri)
    _read_people(found, metas, main, objects)
    for value, origin in (
        (head.language, "html lang"),
        (text_of(main.get("inLanguage")), "json-ld"),
        (metas.get("content-language"), "meta"),
        (metas.get("og:locale"), "og:locale"),
    ):
        if value and _LANGUAGE.match(value.strip()):
            found.put("language", value.strip().replace("_", "-"), origin)
    body = main.get("articleBody") or main.get("text") if is_article else None
    if isinstance(body, str) and len(body) > 200:
        body = plain(re.sub(r"<[^<>]{0,500}>", " ", body) if "<" in body else body)
        found.paragraphs = [line for line in map(one_line, body.splitlines()) if line]
        found.article_body = " ".join(found.paragraphs)
    return found


def stated_url(head: Head) -> str | None:
    """The address a page states: its canonical link, or what it gives to social sites."""
    return http(head.canonical) or http(head.metas.get("og:url"))


def _read_site(found: PageMetadata, metas: dict[str, str], objects: list[dict[str, Any]]) -> None:
    site = metas.get("og:site_name") or metas.get("application-name") or metas.get("twitter:app:name:iphone")
    found.put("site", one_line(plain(site)) if site else None, "og:site_name")
    for item in objects:
        if "website" in types_of(item):
            found.put("site", text_of(item.get("name")), "json-ld")
    if found.url:
        found.put("site", urlsplit(found.url).hostname, "url")


def _read_people(
    found: PageMetadata, metas: dict[str, str], main: dict[str, Any], objects: list[dict[str, Any]]
) -> None:
    found.put("author", names_of(main.get("author")), "json-ld")
    for key in _AUTHOR_KEYS:
        value = metas.get(key)
        if value and not value.startswith(("http", "@", "/")):
            found.put("author", one_line(plain(value)), f"meta {key}")
    for item in (main, *objects):
        for key in ("publisher", "creator", "brand", "provider"):
            if types_of(item) & (ARTICLE_TYPES | PAGE_TYPES):
                found.put("publisher", text_of(item.get(key)), "json-ld")
    publisher = metas.get("citation_publisher") or metas.get("dc.publisher") or metas.get("publisher")
    if publisher and not publisher.startswith("http"):
        found.put("publisher", one_line(plain(publisher)), "meta")
