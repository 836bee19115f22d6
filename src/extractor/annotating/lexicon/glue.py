"""Regex pieces for currency words that are glued to numbers or carry marks, made from the table of currencies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.lexicon.currencies import CENT, CODE, HARDLY_RISKY, MINOR, SIGN, Currency, currencies

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where something else meets a digit, and a digit a letter.
_BORDER = re.compile(r"(?<=[^\s\d,_-])(?=\d)|(?<=[0-9])(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")
# A number that a code which is a word as well may stand before.
_CLEAR_NUMBER = re.compile(r"\d+[.,]\d|\d{3,}(?!\w)|\d+(?:bn|mn|mln|trn|tn|m|million|billion)(?!\w)")
# Names that are glued behind a number in a hurry: "50pence", "20euros".
_GLUED_NAMES = frozenset(
    "dollar dollars euro euros pound pounds rupee rupees cent cents pence yen yuan baht peso pesos bucks quid".split()
)
_BEHIND_COMPOUND = frozenset("-–—/.,;:)")
_BEHIND_THOUGH_RISKY = frozenset({"TL", "Ft", "Tk"})
# What may be glued behind a price: "£50ish", "£8pp", "€700pcm".
GLUED_BEHIND = ("ish", "pp", "ppn", "pppn", "pw", "pcm", "pa", "ph", "psf", "ea", "each")
SIGN_CHARACTERS = "$＄﹩€£¥₹₩₫฿₽₺₴₦₱₪₡₲₵₸₭₮₼₾¢₿﷼₨৳円元֏៛￥￡￦؋"


# Letters that papers of one country write as its currency: what each means, and what else it may mean.
LETTERS = {
    letter: Currency(SIGN, letter, code, candidates, is_risky=True)
    for letter, code, candidates in (
        ("R", "ZAR", ()),
        ("N", "NGN", ()),
        ("P", "PHP", ("PHP", "BWP")),
        ("Q", "GTQ", ()),
        ("K", None, ("ZMW", "MWK", "PGK")),
    )
}
# Cents of any dollar, of a euro or a rand, glued behind their number.
CENTS_BEHIND = Currency(MINOR, "cents", "USD", ("USD", "AUD", "CAD", "NZD", "EUR", "ZAR"), CENT)
LETTERS_BESIDE = "".join(LETTERS) + "c"
_LETTERED = re.compile(r"(?:R\d{1,6}|[NPQK]\d{1,3})(?:,\d{3})*(?:\.\d+)?|\d{1,2}c").fullmatch


def is_lettered(text: str) -> bool:
    """Whether a word is a letter of money glued to a number, which may as well be a model or a road.

    >>> is_lettered("R5"), is_lettered("N4.2"), is_lettered("R1,250.50"), is_lettered("99c"), is_lettered("X5")
    (True, True, True, True, False)
    """
    return (text[0] in LETTERS or text[-1] == "c") and _LETTERED(text) is not None


@cache
def compound_signs() -> str:
    """Signs of a character and letters ("US$", "$CAD", "GH₵"), longest first; letters behind need a number after them."""
    surfaces = [
        surface
        for surface, currency in currencies().exact.items()
        if currency.kind == SIGN
        and currency.factor == 1
        and len(surface) > 1
        and " " not in surface
        and any(char in SIGN_CHARACTERS for char in surface)
    ]
    before = sorted((surface for surface in surfaces if surface[-1] in SIGN_CHARACTERS), key=len, reverse=True)
    behind = sorted((surface for surface in surfaces if surface[-1] not in SIGN_CHARACTERS), key=len, reverse=True)
    return "|".join([*map(re.escape, before), *(rf"{re.escape(surface)}(?=[\d.~]|$)" for surface in behind)])


@cache
def signs_behind() -> str:
    """Signs of letters and a character that are glued behind a number as well: "100US$", "5A$", "5$CAD"."""
    surfaces = [
        surface for surface in currencies().exact if (surface[0] in SIGN_CHARACTERS) != (surface[-1] in SIGN_CHARACTERS)
    ]
    return "|".join(map(re.escape, sorted(surfaces, key=len, reverse=True)))


@cache
def whole_signs() -> str:
    """Signs that are one token though they hold marks: "Rs.", "SFr.", "US$m", "S/."."""
    surfaces = [
        surface
        for surface, currency in currencies().exact.items()
        if currency.kind == SIGN and " " not in surface and len(surface) > 1 and not surface.isalpha()
    ]
    return "|".join(re.escape(surface) for surface in sorted(surfaces, key=len, reverse=True))


class Glue(NamedTuple):
    """The words of money that may be glued to their number: before it, before it when it is clearly one, and behind it."""

    sure: frozenset[str]
    risky: frozenset[str]
    behind: frozenset[str]
    widths: tuple[int, ...]


@cache
def glue() -> Glue:
    """The words, read from the table of currencies."""
    sure: set[str] = set()
    risky: set[str] = set()
    behind = {*_GLUED_NAMES, *map(str.capitalize, _GLUED_NAMES), *map(str.upper, _GLUED_NAMES)}
    for surface, currency in currencies().exact.items():
        is_code = currency.kind == CODE
        if (
            surface.isalpha()
            and (len(surface) > 1 or not surface.isascii())
            and (not currency.is_risky or surface in _BEHIND_THOUGH_RISKY or (is_code and surface in HARDLY_RISKY))
        ):
            behind.add(surface)
        if (
            len(surface) > 1
            and " " not in surface
            and surface[0].isalpha()
            and not any(char in SIGN_CHARACTERS for char in surface)
        ):
            (risky if currency.is_risky and is_code else sure).add(surface)
    return Glue(
        frozenset(sure),
        frozenset(risky),
        frozenset(behind),
        tuple(sorted({len(surface) for surface in (*sure, *risky)})),
    )


def glue_places(text: str) -> Iterator[re.Match[str]]:
    """The zero-width places of a chunk between a word of money and its number: "USD|9.2", "Rs.|500", "500|kr"."""
    words = glue()
    for match in _BORDER.finditer(text):
        at = match.start()
        if text[at].isdigit():
            if _is_before(text, at, words):
                yield match
        elif (word := _LETTERS.match(text, at)) is not None and (
            word.group() in words.behind or _is_compound(text, at, word.end())
        ):
            yield match


def _is_compound(text: str, start: int, last: int) -> bool:
    """Whether a sign of letters and a character ends the chunk: "100US$", or stands before a dash: "5A$-6A$"."""
    if text[last : last + 1] not in ("$", "£", "¥") or not (
        last + 1 == len(text) or text[last + 1] in _BEHIND_COMPOUND
    ):
        return False
    return text[start : last + 1] in currencies().exact


def _is_before(text: str, at: int, words: Glue) -> bool:
    """Whether a word of money ends before the digit at `at`, with no other letter before it."""
    for width in words.widths:
        if width > at or (width < at and (text[at - width - 1].isalnum() or text[at - width - 1] == "_")):
            continue
        word = text[at - width : at]
        if word in words.sure or (word in words.risky and _CLEAR_NUMBER.match(text, at)):
            return True
    return False
