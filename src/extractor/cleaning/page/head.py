"""What the tags of a page state of it: meta, link and time elements, headings, the language."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from typing import Final

from extractor.cleaning.page.traits import attributes_of

TIMES: Final = 20  # time elements that are kept
_KEYS: Final = ("property", "name", "itemprop", "http-equiv")


@dataclass(slots=True)
class Head:
    """`metas` by key in small letters, the first of each; `headings` are the top ones of the page, as its text has them."""

    title: str | None = None  # of the title element
    metas: dict[str, str] = field(default_factory=dict)
    canonical: str | None = None
    language: str | None = None
    times: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)  # texts of JSON-LD scripts

    def add(self, name: str, attributes: str, text: str) -> None:
        """One element: its tag, its attributes as they stand, and the text behind its tag."""
        if name == "meta":
            stated = attributes_of(attributes)
            content = stated.get("content")
            if content:
                key = next((stated[key] for key in _KEYS if stated.get(key)), None)
                if key:
                    self.metas.setdefault(key.strip().lower(), content)
        elif name == "link":
            if self.canonical is None and "canonical" in attributes.lower():
                stated = attributes_of(attributes)
                if stated.get("rel", "").strip().lower() == "canonical":
                    self.canonical = stated.get("href")
        elif name == "time":
            if len(self.times) < TIMES:
                stamp = attributes_of(attributes).get("datetime") or unescape(text)
                if stamp.strip():
                    self.times.append(stamp)
        elif self.language is None:  # of the html element
            stated = attributes_of(attributes)
            self.language = stated.get("lang") or stated.get("xml:lang")
