"""The title of a page, out of those that its parts state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from extractor import late
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.json_ld import ARTICLE_TYPES, plain, text_of, types_of

if TYPE_CHECKING:
    from extractor.cleaning.page.metadata import PageMetadata

TITLE_WORDS: Final = 4  # of the only top heading of an article, from which it is the title whatever else is stated
_SEPARATOR: Final = late.regex(r"\s+[|–—·•»«:/\\~-]+\s+|\s*[|｜»«]\s*|\s+::\s+|:\s+(?=[A-Z][\w.]+(?:\s\w+)?$)")


def read_title(found: PageMetadata, metas: dict[str, str], main: dict[str, Any], page_title: str, headings: list[str]) -> None:
    headline = text_of(main.get("headline")) if types_of(main) & ARTICLE_TYPES else None
    social = one_line(plain(metas.get("og:title") or metas.get("twitter:title") or ""))
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
