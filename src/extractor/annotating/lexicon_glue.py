"""Regex pieces for currency words that are glued to numbers or carry marks, made from the table of currencies."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from extractor.annotating.lexicon_currency import CODE, SIGN, currencies

SIGN_CHARACTERS = "$€£¥₹₩₫฿₽₺₴₦₱₪₡₲₵₸₭₮₼₾¢₿﷼₨৳円元֏៛￥￡￦"


@cache
def compound_signs() -> str:
    """Signs of a character and letters ("US$", "$CAD", "GH₵"), longest first; letters behind need a number after them."""
    surfaces = [
        surface
        for surface, currency in currencies().exact.items()
        if currency.kind == SIGN and currency.factor == 1 and len(surface) > 1 and " " not in surface and any(char in SIGN_CHARACTERS for char in surface)
    ]
    before = sorted((surface for surface in surfaces if surface[-1] in SIGN_CHARACTERS), key=len, reverse=True)
    behind = sorted((surface for surface in surfaces if surface[-1] not in SIGN_CHARACTERS), key=len, reverse=True)
    return "|".join([*map(re.escape, before), *(rf"{re.escape(surface)}(?=[\d.~]|$)" for surface in behind)])


@cache
def whole_signs() -> str:
    """Signs that are one token though they hold marks: "Rs.", "SFr.", "US$m", "S/."."""
    surfaces = [
        surface
        for surface, currency in currencies().exact.items()
        if currency.kind == SIGN and " " not in surface and len(surface) > 1 and not surface.isalpha()
    ]
    return "|".join(re.escape(surface) for surface in sorted(surfaces, key=len, reverse=True))


def _behind_words(surfaces: list[str], follow: str) -> list[str]:
    """Look-behinds, one a width: Python wants all alternatives of one look-behind equally long."""
    by_width: dict[int, list[str]] = defaultdict(list)
    for surface in surfaces:
        by_width[len(surface)].append(r"\b" + re.escape(surface))
    return ["(?<=" + "|".join(words) + ")" + follow for _, words in sorted(by_width.items())]


@cache
def words_before_digits() -> str:
    """Zero-width places between a code or lettered sign and its number: "USD|9.2", "Rs.|500"."""
    sure: list[str] = []
    risky: list[str] = []
    for surface, currency in currencies().exact.items():
        if len(surface) < 2 or " " in surface or not surface[0].isalpha() or any(char in SIGN_CHARACTERS for char in surface):
            continue
        if currency.kind == CODE and not surface.isupper() and surface.lower() != surface:
            continue
        (risky if currency.is_risky and currency.kind == CODE else sure).append(surface)
    risky.append("R")
    return "|".join([*_behind_words(sure, r"(?=\d)"), *_behind_words(risky, r"(?=\d+[.,]\d|\d{3,}(?!\w))")])


@cache
def words_behind_digits() -> str:
    """What of a number's own word is a currency behind it: "500|USD", "500|kr"."""
    surfaces = [
        surface
        for surface, currency in currencies().exact.items()
        if surface.isalpha() and (len(surface) > 1 or not surface.isascii()) and (not currency.is_risky or surface in ("TL", "Ft", "Tk")) and (currency.kind != CODE or surface in (surface.upper(), surface.lower()))
    ]
    return "|".join(sorted(map(re.escape, surfaces), key=len, reverse=True))
