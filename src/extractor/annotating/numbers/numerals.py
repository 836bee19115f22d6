"""Numbers in digits: which mark groups and which begins the decimals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

# A number of more digits than this is no amount (and Decimal arithmetic would round it).
MAX_DIGITS = 24
_PLAIN = re.compile(r"\d+")
_ENGLISH = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\.\d+|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?|\d{1,2},\d{3},\d{2},\d{3}"
)
_ONE_MARK = re.compile(r"\d{1,3}(?:(?:,\d{3})+,|(?:\.\d{3})+\.)\d\d")  # "1,299,00": one mark for groups and decimals
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
_APOSTROPHE = re.compile(r"\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(\d*)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_ONE_GROUP_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_ONE_GROUP_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
# Eastern digits are folded by their value; these marks by hand.
_MARKS = str.maketrans({"٫": ".", "٬": ",", "，": ",", "．": ".", "·": "."})


class Figure(NamedTuple):
    """A number in digits: its value, and the other value it has when "," and "." change places, if both are possible."""

    value: Decimal
    other: Decimal | None = None
    style: str = ""  # "english" or "comma" when the marks leave no doubt


@lru_cache(maxsize=10_000)
def parse_figure(text: str) -> Figure | None:
    """The value of a number in digits, or None when it is none ("1.2.3").

    >>> [str(parse_figure(text).value) for text in ("1,200.5", "1.200,5", "1'200", "1,20,000", ".5", "1½", "２５", "12,5", "1,299,00")]
    ['1200.5', '1200.5', '1200', '120000', '0.5', '1.5', '25', '12.5', '1299.00']
    >>> parse_figure("1.250").other, parse_figure("1.2.3"), parse_figure("9,2").style
    (Decimal('1250'), None, 'comma')
    """
    if not text.isascii():
        text = fold_digits(text)
    if len(text) > MAX_DIGITS + 8:
        return None
    if _PLAIN.fullmatch(text):
        return Figure(Decimal(text))
    text = text.rstrip(".,'’")
    if _PLAIN.fullmatch(text):
        return Figure(Decimal(text))
    if _ENGLISH.fullmatch(text):
        value = Decimal(text.replace(",", ""))
        if _ONE_GROUP_COMMA.fullmatch(text):
            return Figure(value, Decimal(text.replace(",", ".")))
        if _ONE_GROUP_DOT.fullmatch(text):
            return Figure(value, Decimal(text.replace(".", "")))
        return Figure(value, style="english")
    if _COMMA.fullmatch(text):
        return Figure(Decimal(text.replace(".", "").replace(",", ".")), style="comma")
    if _APOSTROPHE.fullmatch(text):
        return Figure(Decimal(text.replace("'", "").replace("’", "").replace(",", ".")))
    if _ONE_MARK.fullmatch(text):
        return Figure(Decimal(f"{text[:-3].replace(',', '').replace('.', '')}.{text[-2:]}"))
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        part = Decimal(str(round(unicodedata.numeric(fraction[2]), 6)))
        return Figure(Decimal(fraction[1] or 0) + part)
    return None


def fold_digits(text: str) -> str:
    """`text` with digits of other scripts and full-width ones as plain digits.

    >>> fold_digits("１，２００．５"), fold_digits("٢٥")
    ('1,200.5', '25')
    """
    folded = []
    for char in text.translate(_MARKS):
        value = unicodedata.decimal(char, None)
        folded.append(char if value is None else str(value))
    return "".join(folded)
