"""What a page's markup says of its article: JSON-LD, OpenGraph and other meta elements, time elements."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from extractor import late
from extractor.cleaning.dates import find_date
from extractor.cleaning.normalise import one_line

_ARTICLE_TYPES: Final = frozenset(
    "article newsarticle blogposting report techarticle scholarlyarticle analysisnewsarticle reportagenewsarticle socialmediaposting"
    " liveblogposting opinionnewsarticle backgroundnewsarticle reviewnewsarticle medicalscholarlyarticle advertisercontentarticle"
    " discussionforumposting qapage review recipe howto".split()
)
_PAGE_TYPES: Final = frozenset("webpage itempage product book dataset creativework collectionpage aboutpage medicalwebpage faqpage".split())
_MAX_SCRIPT: Final = 2_000_000  # characters of JSON-LD that are read: more is data, not description
_DATE_KEYS: Final = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
    "article.published", "published_time", "publish_date", "publishdate", "publish-date", "publication_date", "publicationdate",
    "pubdate", "published", "citation_publication_date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date.created", "date.created",
    "dc.date", "dcterms.date", "date", "article_date_original", "originalpublicationdate", "releasedate", "cxenseparse:recs:publishtime",
    "rnews:datepublished", "datecreated", "bt:pubdate", "shareaholic:article_published_time", "article:created", "og:pubdate",
)  # fmt: skip
_UPDATE_KEYS: Final = ("article:modified_time", "og:updated_time", "last-modified", "datemodified", "updated_time")
_AUTHOR_KEYS: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author",
    "article:author_name", "twitter:creator:name", "cxenseparse:author")  # fmt: skip
TITLE_WORDS: Final = 4  # of the only top heading of an article, from which it is the title whatever else is stated
_SEPARATOR: Final = late.regex(r"\s+[|–—·•»«:/\\~-]+\s+|\s*[|｜»«]\s*|\s+::\s+|:\s+(?=[A-Z][\w.]+(?:\s\w+)?$)")
_LANGUAGE: Final = late.regex(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
_URL_DATE: Final = late.regex(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/-]|$)")


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
    article_body: str = ""
    paragraphs: list[str] = field(default_factory=list)  # of the article body that JSON-LD gives
    is_article: bool = False
    origins: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, value: str | None, origin: str) -> None:
        """Sets a field that has no value yet."""
        if value and getattr(self, name) is None:
            setattr(self, name, value)
            self.origins[name] = origin


def read_metadata(tree: Any, uri: str | None = None) -> PageMetadata:
    """The metadata of a page from its tree."""
    metas: dict[str, str] = {}
    objects: list[dict[str, Any]] = []
    page_title = ""
    headings: list[str] = []
    times: list[str] = []
    found = PageMetadata()
    for element in tree.iter("title", "meta", "link", "script", "h1", "time"):
        tag = element.tag
        if tag == "meta":
            get = element.get
            content = get("content")
            if content:
                key = get("property") or get("name") or get("itemprop") or get("http-equiv")
                if key:
                    metas.setdefault(key.strip().lower(), content)
        elif tag == "script":
            kind = element.get("type")
            if kind and "ld+json" in kind.lower() and element.text and len(element.text) < _MAX_SCRIPT:
                objects += _objects(element.text)
        elif tag == "title":
            if not page_title:
                page_title = one_line("".join(element.itertext()))
        elif tag == "link":
            rel = element.get("rel")
            if rel and rel.lower() == "canonical":
                found.put("url", _http(element.get("href")), "link canonical")
        elif tag == "h1":
            text = one_line(_unescape(" ".join(element.itertext())))
            if text:
                headings.append(text)
        else:
            stamp = element.get("datetime") or "".join(element.itertext())
            if stamp and len(times) < 20:
                times.append(stamp)
    main = _best_object(objects)
    html = tree if tree.tag == "html" else None
    found.put("url", _http(metas.get("og:url")), "og:url")
    found.put("url", _http(main.get("url")) or _http(main.get("mainEntityOfPage")), "json-ld")
    found.is_article = bool(_types(main) & _ARTICLE_TYPES) or (metas.get("og:type") or "").lower() in ("article", "blog", "news")
    _read_site(found, metas, objects)
    _read_title(found, metas, main, page_title, headings)
    _read_date(found, metas, main, objects, times, uri)
    _read_people(found, metas, main, objects)
    for value, origin in (
        (html.get("lang") or html.get("xml:lang") if html is not None else None, "html lang"),
        (_text(main.get("inLanguage")), "json-ld"),
        (metas.get("content-language"), "meta"),
        (metas.get("og:locale"), "og:locale"),
    ):
        if value and _LANGUAGE.match(value.strip()):
            found.put("language", value.strip().replace("_", "-"), origin)
    body = main.get("articleBody") or main.get("text") if _types(main) & _ARTICLE_TYPES else None
    if isinstance(body, str) and len(body) > 200:
        body = _unescape(re.sub(r"<[^<>]{0,500}>", " ", body) if "<" in body else body)
        found.paragraphs = [line for line in map(one_line, body.splitlines()) if line]
        found.article_body = " ".join(found.paragraphs)
    return found


def stated_url(tree: Any) -> str | None:
    """The address a page states: its canonical link, or what it gives to social sites."""
    for element in tree.iter("link", "meta"):
        if element.tag == "link" and (element.get("rel") or "").lower() == "canonical":
            return _http(element.get("href"))
    for element in tree.iter("meta"):
        if (element.get("property") or "").lower() == "og:url":
            return _http(element.get("content"))
    return None


def _objects(script: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script, graphs and lists opened."""
    text = script.strip()
    if text.startswith("<!--"):
        text = text[4:].removesuffix("-->")
    if text.startswith(("//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/")):
        text = text[text.index("[CDATA[") + 7 :].lstrip("*/ \n").rsplit("]]>", 1)[0].rstrip("/* \n")
    try:
        data = json.loads(text.rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):  # broken JSON-LD is common, and only a hint
        return []
    out: list[dict[str, Any]] = []
    queue: list[Any] = [data]
    while queue and len(out) < 500:
        item = queue.pop(0)
        if isinstance(item, list):
            queue[:0] = item[:200]
        elif isinstance(item, dict):
            out.append(item)
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
                below = item.get(key)
                if isinstance(below, (dict, list)):
                    queue.append(below)
    return out


def _types(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(one).rsplit("/", 1)[-1].lower() for one in kinds if one}


def _best_object(objects: list[dict[str, Any]]) -> dict[str, Any]:
    for wanted in (_ARTICLE_TYPES, _PAGE_TYPES):
        for item in objects:
            if _types(item) & wanted and (item.get("headline") or item.get("datePublished") or item.get("name")):
                return item
    return {}


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline")
    if isinstance(value, list):
        value = value[0] if value else None
    text = one_line(_unescape(value)) if isinstance(value, str) else None
    return text or None


def _unescape(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _http(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id")
    if not isinstance(value, str):
        return None
    value = value.strip()
    return value if value.startswith(("http://", "https://")) else None


def _read_site(found: PageMetadata, metas: dict[str, str], objects: list[dict[str, Any]]) -> None:
    site = metas.get("og:site_name") or metas.get("application-name") or metas.get("twitter:app:name:iphone")
    found.put("site", one_line(_unescape(site)) if site else None, "og:site_name")
    for item in objects:
        if "website" in _types(item):
            found.put("site", _text(item.get("name")), "json-ld")
    if found.url:
        found.put("site", urlsplit(found.url).hostname, "url")


def _read_title(found: PageMetadata, metas: dict[str, str], main: dict[str, Any], page_title: str, headings: list[str]) -> None:
    headline = _text(main.get("headline")) if _types(main) & _ARTICLE_TYPES else None
    social = one_line(_unescape(metas.get("og:title") or metas.get("twitter:title") or ""))
    stated = [strip_site(text, found.site, headings) for text in (social, page_title, headline or "") if text]
    keys = [_key(text) for text in stated]
    best, best_overlap = None, 0.0
    for heading in headings[:8]:
        words = set(_key(heading).split())
        if not words or len(heading) > 400:
            continue
        overlap = max((len(words & set(key.split())) / len(words | set(key.split())) for key in keys if key), default=0.0)
        if overlap > best_overlap:
            best, best_overlap = heading, overlap
    if best is not None and best_overlap >= 0.45:
        found.put("title", best, "h1")
    if found.is_article and len(headings) == 1 and len(headings[0].split()) >= TITLE_WORDS:
        found.put("title", headings[0], "h1")  # what search engines and social sites are given may be worded for them
    if headline and social and _key(headline) == _key(strip_site(social, found.site, headings)):
        found.put("title", headline, "json-ld")
    if social:
        found.put("title", strip_site(social, found.site, headings), "og:title")
    found.put("title", headline, "json-ld")
    if len(headings) == 1 and len(headings[0].split()) > 3:
        found.put("title", headings[0], "h1")
    if page_title:
        found.put("title", strip_site(page_title, found.site, headings), "title element")
    if headings:
        found.put("title", headings[0], "h1")


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def strip_site(title: str, site: str | None, headings: list[str]) -> str:
    """A page title without the name of its site before or behind it.

    >>> strip_site("Tin Outlook to 2031 | Example Metals Blog", "Example Metals", [])
    'Tin Outlook to 2031'
    >>> strip_site("Smart Lamps - Global Outlook", None, [])
    'Smart Lamps - Global Outlook'
    """
    for heading in headings:
        if len(heading.split()) >= 3 and _key(title).startswith(_key(heading)):
            return heading if len(heading) <= len(title) + 4 else title
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    marks = _SEPARATOR.findall(title)
    site_key = _key(site or "").replace(" ", "")
    host = site_key.removeprefix("www").removesuffix("com")

    def is_site(part: str) -> bool:
        key = _key(part).replace(" ", "")
        return bool(key) and bool(site_key) and (key in site_key or site_key in key or (len(host) > 3 and (host in key or key in host)))

    while len(parts) > 1 and (is_site(parts[-1]) or ("|" in marks[-1] and len(parts[-1].split()) <= 5)):
        parts.pop()
        marks.pop()
    while len(parts) > 1 and is_site(parts[0]):
        parts.pop(0)
        marks.pop(0)
    if len(parts) > 1 and site is None and marks[-1].strip() in ("-", "–", "—", "·", "•") and 1 <= len(parts[-1].split()) <= 3 < len(parts[0].split()):
        tail = parts[-1]
        if tail[:1].isupper() and not any(char.isdigit() for char in tail) and all(word[:1].isupper() for word in tail.split()) and "." in tail:
            parts.pop()
            marks.pop()
    out = parts[0]
    for mark, part in zip(marks, parts[1:], strict=False):
        out += mark + part
    return out.strip()


def _read_date(
    found: PageMetadata, metas: dict[str, str], main: dict[str, Any], objects: list[dict[str, Any]], times: list[str], uri: str | None
) -> None:
    found.put("published", _date(main.get("datePublished")), "json-ld")
    for item in objects:
        if _types(item) & (_ARTICLE_TYPES | _PAGE_TYPES):
            found.put("published", _date(item.get("datePublished")), "json-ld")
    for key in _DATE_KEYS:
        value = metas.get(key)
        if value:
            found.put("published", find_date(value), f"meta {key}")
    for value in times[:3]:
        found.put("published", find_date(value), "time element")
    match = _URL_DATE.search(found.url or uri or "")
    if match:
        found.put("published", "-".join(match.groups()), "url")
    for item in objects:
        if _types(item) & (_ARTICLE_TYPES | _PAGE_TYPES):
            found.put("published", _date(item.get("dateModified")), "json-ld")
    for key in _UPDATE_KEYS:
        value = metas.get(key)
        if value:
            found.put("published", find_date(value), f"meta {key}")


def _date(value: Any) -> str | None:
    text = _text(value)
    return find_date(text) if text else None


def _read_people(
    found: PageMetadata, metas: dict[str, str], main: dict[str, Any], objects: list[dict[str, Any]]
) -> None:
    found.put("author", _names(main.get("author")), "json-ld")
    for key in _AUTHOR_KEYS:
        value = metas.get(key)
        if value and not value.startswith(("http", "@", "/")):
            found.put("author", one_line(_unescape(value)), f"meta {key}")
    for item in (main, *objects):
        for key in ("publisher", "creator", "brand", "provider"):
            if _types(item) & (_ARTICLE_TYPES | _PAGE_TYPES):
                found.put("publisher", _text(item.get(key)), "json-ld")
    publisher = metas.get("citation_publisher") or metas.get("dc.publisher") or metas.get("publisher")
    if publisher and not publisher.startswith("http"):
        found.put("publisher", one_line(_unescape(publisher)), "meta")


def _names(value: Any) -> str | None:
    items = value if isinstance(value, list) else [value]
    names = [name for name in (_text(item) for item in items[:6]) if name and not name.startswith("http")]
    return ", ".join(dict.fromkeys(names)) or None
