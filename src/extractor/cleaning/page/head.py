"""What the tags of a page state of it: meta, link and time elements, headings, the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

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

    def add(self, name: str, attributes: Mapping[str, str]) -> None:
        """One element: its tag and its attributes."""
        if name == "meta":
            content = attributes.get("content")
            if content:
                key = next((attributes[key] for key in _KEYS if attributes.get(key)), None)
                if key:
                    self.metas.setdefault(key.strip().lower(), content)
        elif name == "link":
            if self.canonical is None and attributes.get("rel", "").strip().lower() == "canonical":
                self.canonical = attributes.get("href")
        elif name == "time":
            stamp = attributes.get("datetime", "")
            if len(self.times) < TIMES and stamp.strip():
                self.times.append(stamp)
        elif name == "html" and self.language is None:
            self.language = attributes.get("lang") or attributes.get("xml:lang")
