"""Bullets, numbers and letters that items of lists start with."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# Marks that other things have too; symbols of their own ("▪", "✓") need no table.
_BULLETS = frozenset([*"•*-–—·‣o+→‒⁃∙⦁»›#\ufe0f", "**", "➡\ufe0f"])
_NO_BULLETS = frozenset("©®°℠™")
_DOTTED = re.compile(r"[.)]")
_NUMBERING = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?|[a-zA-Z]|[ivx]{1,4}")


@lru_cache(maxsize=20_000)
def may_be_bullet(text: str) -> bool:
    """Whether an item of a list may start with this token."""
    return text.isspace() or _is_mark(text) or text == "(" or _NUMBERING.fullmatch(text) is not None


@lru_cache(maxsize=20_000)
def _is_mark(text: str) -> bool:
    """Whether the token is a bullet: one of the known marks, or one symbol that is none of the language ("▪")."""
    return text in _BULLETS or (len(text) == 1 and unicodedata.category(text) == "So" and text not in _NO_BULLETS)


def is_bullet(annotation: Annotation, number: int, *, bulleted: bool) -> bool:
    """Whether the token is a bullet, or part of a number or letter of an item ("1.", "(2)", "11.1", "#3", "b)")."""
    words = annotation.words
    word = words[number]
    if _is_mark(word.text) or (word.is_space and "\n" not in word.text):
        return True
    after = words[number + 1].text if number + 1 < len(words) else ""
    before = words[number - 1] if number else None
    if word.text == "(":
        return number + 2 < len(words) and words[number + 2].text == ")" and _NUMBERING.fullmatch(after) is not None
    if _NUMBERING.fullmatch(word.text):
        if before is not None and (before.text == "#" or (before.text == "(" and after == ")")):
            return True
        is_short = word.is_digit or len(word.text) == 1
        return (is_short and bool(_DOTTED.fullmatch(after)) and not bulleted) or (word.has_digit and "." in word.text)
    return bulleted and word.text in ".)" and before is not None and _NUMBERING.fullmatch(before.text) is not None
