"""JSON-LD of a page: the objects its scripts describe it with, and what of them is text."""

from __future__ import annotations

import json
from html import unescape
from typing import Any, Final

from extractor.cleaning.normalise import one_line

ARTICLE_TYPES: Final = frozenset(
    "article newsarticle blogposting report techarticle scholarlyarticle analysisnewsarticle "
    "reportagenewsarticle socialmediaposting"
    " liveblogposting opinionnewsarticle backgroundnewsarticle reviewnewsarticle medicalscholarlyarticle "
    "advertisercontentarticle"
    " discussionforumposting qapage review recipe howto".split()
)
PAGE_TYPES: Final = frozenset(
    "webpage itempage product book dataset creativework collectionpage aboutpage medicalwebpage faqpage".split()
)
OBJECTS: Final = 500  # of a script that are looked at


def objects_of(script: str) -> list[dict[str, Any]]:
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
    while queue and len(out) < OBJECTS:
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


def types_of(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(one).rsplit("/", 1)[-1].lower() for one in kinds if one}


def best_object(objects: list[dict[str, Any]]) -> dict[str, Any]:
    for wanted in (ARTICLE_TYPES, PAGE_TYPES):
        for item in objects:
            if types_of(item) & wanted and (item.get("headline") or item.get("datePublished") or item.get("name")):
                return item
    return {}


def text_of(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline")
    if isinstance(value, list):
        value = value[0] if value else None
    text = one_line(plain(value)) if isinstance(value, str) else None
    return text or None


def plain(text: str) -> str:
    if "&" not in text:
        return text
    return unescape(text)


def http(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id")
    if not isinstance(value, str):
        return None
    value = value.strip()
    return value if value.startswith(("http://", "https://")) else None


def names_of(value: Any) -> str | None:
    items = value if isinstance(value, list) else [value]
    names = [name for name in (text_of(item) for item in items[:6]) if name and not name.startswith("http")]
    return ", ".join(dict.fromkeys(names)) or None
