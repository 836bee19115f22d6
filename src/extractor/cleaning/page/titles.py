"""The title of a page, out of those that its parts state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from extractor import late
from extractor.cleaning.facts import STOP_WORDS
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.json_ld import ARTICLE_TYPES, plain, text_of, types_of

if TYPE_CHECKING:
    from extractor.cleaning.page.metadata import PageMetadata

TITLE_WORDS: Final = 4  # of the only top heading of an article, from which it is the title whatever else is stated
HEADINGS_READ: Final = 8
LONGEST_TITLE: Final = 400  # characters
LIKE: Final = 0.35  # share of common words from which a heading is what a stated title names
MUCH_ALIKE: Final = 0.7  # from which both are one title in two wordings: what two places state goes before the heading
SHOWN_WORDS: Final = 3
SHARED_WORDS: Final = 3  # no stop words, that two wordings of one title have in common at least, wherever they stand
SHARED_PART: Final = 0.4  # of the words of the shorter; swept 0.3-0.6 on pages of reports
SITE_WORDS: Final = 5  # a site's name has no more
SITE_MORE: Final = 4  # letters that may stand beside the name of a site in its part of a title: "Example Metals Blog"
_MARKS: Final = " |–—·•»-"
_ANCHOR: Final = late.regex(r"\s*[¶§]+\s*$|\s+#+\s*$")  # signs that link to the heading itself
_ANY_MARK: Final = late.regex(r"\s+[|–—·•»«:/\\~-]+\s+|\s*[|｜»«]\s*|:+\s+")
_SEPARATOR: Final = late.regex(r"\s+[|–—·•»«:/\\~-]+\s+|\s*[|｜»«]\s*|\s+::\s+|:\s+(?=[A-Z][\w.]+(?:\s\w+)?$)")


def read_title(
    found: PageMetadata,
    metas: dict[str, str],
    main: dict[str, Any],
    page_title: str,
    headings: list[str],
    shown_headings: Iterable[str],
) -> None:
    """Sets the title: a top heading where what the page states elsewhere is like it, else what it states.

    Args:
        found: what is known of the page so far: its site, and whether it is an article.
        metas: contents of the meta elements.
        main: the object of JSON-LD that describes the page.
        page_title: text of the title element.
        headings: texts of the top headings.
        shown_headings: texts of the headings of all levels.
    """
    headline = text_of(main.get("headline")) if types_of(main) & ARTICLE_TYPES else None
    social = one_line(plain(metas.get("og:title") or metas.get("twitter:title") or ""))
    site_key = _key(found.site or "")
    shown_headings = list(shown_headings)
    shown = shown_part(page_title, shown_headings)
    headings = [plain(heading) for heading in headings[:HEADINGS_READ] if _key(heading) not in ("", site_key)]
    if shown is not None:
        headings = [heading for heading in headings if heading == shown or heading not in page_title]
    stated_social = strip_site(social, found.site, headings)
    stated_title = shown or strip_site(page_title, found.site, headings)
    if headings and _key(social) == _key(page_title) == site_key:
        stated_social = stated_title = ""  # the site names itself alike on all of its pages
    stated = [text for text in (stated_social, stated_title, strip_site(headline or "", found.site, headings)) if text]
    # A top heading may hold the title and what is no part of it, each in an element.
    parts = [first for first, second in pairwise(shown_headings) if first in stated and f"{first} {second}" in headings]
    best, likeness = _likest([*headings, *parts], stated)
    if best is not None and likeness >= LIKE:
        found.heading = best
        agreed = _agreed(stated)
        if agreed is not None and (
            (MUCH_ALIKE <= likeness < 1.0 and _key(best) not in _key(agreed))
            or (not found.is_article and _key(agreed).endswith(" " + _key(best)))  # a shop shows the brand elsewhere
        ):
            found.put("title", agreed, "og:title" if agreed == stated_social else "title element")
        found.put("title", best, "h1")
    if found.is_article and len(headings) == 1 and len(headings[0].split()) >= TITLE_WORDS:
        # What search engines and social sites are given may be worded for them.
        found.put("title", headings[0], "h1")
    found.put("title", stated_social, "og:title")
    found.put("title", headline, "json-ld")
    if len(headings) == 1 and len(headings[0].split()) >= TITLE_WORDS:
        found.put("title", headings[0], "h1")
    found.put("title", stated_title, "title element")
    if headings:
        found.put("title", headings[0], "h1")
    if found.title and found.origins["title"] == "h1":
        found.title = _ANCHOR.sub("", found.title)


def _likest(headings: list[str], stated: list[str]) -> tuple[str | None, float]:
    """The heading that is most like one of the stated titles, and the share of their words that is common."""
    best, best_likeness = None, 0.0
    keys = [set(_key(text).split()) for text in stated]
    for heading in headings:
        words = set(_key(heading).split())
        if len(heading) > LONGEST_TITLE:
            continue
        likeness = max((len(words & key) / len(words | key) for key in keys if key), default=0.0)
        if likeness < LIKE and any(_names_same(heading, text) for text in stated):
            likeness = LIKE
        if likeness > best_likeness:
            best, best_likeness = heading, likeness
    return best, best_likeness


def _names_same(heading: str, stated: str) -> bool:
    """Whether a heading and a stated title name one thing, though one goes on where the other ends or words it otherwise.

    What search engines and social sites are given is cut short, or has the words that people look for.

    >>> _names_same("Tin Lamp Market by Source (Cans, Scrap) and Region", "Tin Lamp Market"), _names_same("Tin Lamps", "Tin Lids")
    (True, False)
    >>> _names_same("Global Tin Lamp Market By Wick (Flat, Round)", "Tin Lamp Market Size, Share, Report"), _names_same("Lamps", "Lamps: Tin & Zinc")
    (True, True)
    """
    first, second = _key(heading).split(), _key(stated).split()
    if not first or not second:
        return False
    shorter = min(len(first), len(second))
    if first[:shorter] == second[:shorter]:
        return True
    telling = [set(words) - STOP_WORDS for words in (first, second)]
    shared = len(telling[0] & telling[1])
    return shared >= SHARED_WORDS and shared >= SHARED_PART * min(map(len, telling))


def _agreed(stated: list[str]) -> str | None:
    """The first of the stated titles that another one repeats."""
    keys = [_key(text) for text in stated]
    return next((text for text, key in zip(stated, keys, strict=True) if keys.count(key) > 1), None)


def shown_part(page_title: str, headings: Iterable[str]) -> str | None:
    """The part of a page title, before or behind a mark, that the page shows as a heading: the other is its site.

    Of two the later one is the title: the name of a site stands above it.

    >>> shown_part("The Tin Post: Lamps, one by one", ["The Tin Post", "Thursday", "Lamps, one by one", "Who buys"])
    'Lamps, one by one'
    """
    parts = {
        part
        for mark in _ANY_MARK.finditer(page_title)
        for part in (page_title[: mark.start()], page_title[mark.end() :])
        if part.count(" ") >= SHOWN_WORDS - 1
    }
    shown = [heading for heading in headings if heading in parts]
    return shown[-1] if shown else None


_LAST_PART: Final = late.regex(r"(?: [|–—-] |\|)([^|–—]{2,60}?)\s*$")


def site_behind(page_title: str, title: str) -> str | None:
    """What stands behind the title and a mark in the title element: the site's name, if it is short.

    >>> site_behind("Tin Outlook to 2031 | Example Metals", "Tin Outlook to 2031"), site_behind("Tin Outlook", "Tin Outlook")
    ('Example Metals', None)
    """
    if not title:
        return None
    if not page_title.startswith(title):
        last = _LAST_PART.search(page_title)  # the title element words the title in another way
        name = last[1] if last is not None and len(last[1].split()) <= SITE_WORDS else None
        return name if name is not None and not set(_key(name).split()) <= set(_key(title).split()) else None
    tail = page_title[len(title) :]
    behind = tail.lstrip(_MARKS)
    return behind if behind and behind != tail and len(behind.split()) <= SITE_WORDS else None


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
        if not key or not site_key:
            return False
        if key in site_key or (len(host) > 3 and key in host):
            return True
        named = site_key if site_key in key else host if len(host) > 3 and host in key else ""
        return bool(named) and len(key) <= len(named) + SITE_MORE

    while len(parts) > 1 and (is_site(parts[-1]) or ("|" in marks[-1] and len(parts[-1].split()) <= SITE_WORDS)):
        parts.pop()
        marks.pop()
    while len(parts) > 1 and is_site(parts[0]):
        parts.pop(0)
        marks.pop(0)
    out = parts[0]
    for mark, part in zip(marks, parts[1:], strict=False):
        out += mark + part
    return out.strip()
