"""The words of quantities: number words, scale words, connecting words, and the lexical class of each distinct word."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.data.tables import read_table

HALF = Decimal("0.5")
# Answers about words that are kept: those of numbers recur, all others are asked about once.
MOST_REMEMBERED = 2_000
# Number words below one hundred, and those that count things in heaps.
UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"dozen": 12, "nought": 0, "naught": 0}
TENS: dict[str, int] = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
# Written without a hyphen: "twentyfive", "sixtyone".
UNITS |= {f"{tens}{unit}": TENS[tens] + UNITS[unit] for tens in TENS for unit in list(UNITS)[1:10]}
BELOW_HUNDRED = UNITS | TENS
# Parts of one, singular and plural, by what one is divided into.
_DIVISORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
FRACTIONS: dict[str, Decimal] = {word: Decimal(1) / by for word, by in _DIVISORS.items()}
FRACTIONS |= {f"{word}s": Decimal(1) / by for word, by in _DIVISORS.items() if word != "half"} | {"halves": HALF}
HEAPS: dict[str, int] = {"couple": 2, "pair": 2, "dozen": 12, "score": 20}
ARTICLES = frozenset({"a", "an"})
# What may stand between an article and the scale that it counts: "a cool million".
BESIDE_ARTICLE = frozenset("cool whopping staggering full whole mere further round measly".split())
# All words a number in words may be made of; "a", "and", "of", "point" only inside one.
NUMBER_WORDS = frozenset({*BELOW_HUNDRED, *FRACTIONS, "couple", "dozen"})

MONTHS = frozenset("january february march april may june july august september october november december".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CALENDAR_WORDS = MONTHS | WEEKDAYS
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
MONTH_NAMES = MONTHS | SHORT_MONTHS | {f"{month}." for month in SHORT_MONTHS}
HYPHENS = frozenset({"-", "‐", "‑"})  # they join, and part nothing
DASHES = frozenset({"-", "–", "—", "‐", "‑", "‒", "―", "−", "~", "～", "〜", "--", "---"})
MINUSES = frozenset({"-", "–", "−", "‑", "‒", "﹣", "－"})
TO_WORDS = frozenset({"to", "through", "thru", "till", "until", "upto"})
# One kind of scale word: how sure it is to be one beside a number.
WORD, SHORT, LETTER = "word", "short", "letter"


class Scale(NamedTuple):
    """A scale word: its factor, and its kind (a word scales any number, an abbreviation only one beside a currency)."""

    factor: Decimal
    kind: str


@cache
def scales() -> dict[str, Scale]:
    """Scale words by surface: `word` and `short` ones in lower case, `letter` ones as written."""
    found: dict[str, Scale] = {}
    for surfaces, factor, kind, _source in read_table("own/magnitudes.tsv"):
        for surface in surfaces.split("|"):
            found[surface] = Scale(Decimal(factor), kind)
    return found


# Words within one letter of a scale word that are words of their own.
NO_MISSPELLING = frozenset(
    "bullion bullions mullion mullions pillion pillions minion billiton zillion zillions gillion jillion jillions "
    "stallion medallion rebellion scallion rapscallion illion millet millions billions trillions thousandth "
    "thousandths millionth billionth trillionth crones crone".split()
)
# What is surely meant as a scale and cannot be told ("bnn", "milllioon").
_LIKE_SCALE = re.compile(r"[bmt]n{2,}s?|[bmt]l?n{2,}s?|[bmt](?=[ilonrbmts]{0,9}[il]l)[ilonrbmts]{4,10}ns?")
_MISSPELT = ("million", "millions", "billion", "billions", "trillion", "trillions", "thousand", "thousands")
# Words that say there is a scale but not which.
UNREAD_SCALES = frozenset(
    "zillion zillions gazillion gazillions bazillion jillion jillions squillion illion kajillion umpteen".split()
)


@lru_cache(maxsize=MOST_REMEMBERED)
def scale_of(text: str) -> Scale | None:
    """The scale a word stands for, misspelt ones included ("billon"), or None.

    >>> scale_of("Bn").factor, scale_of("bilionn") is None, scale_of("mullion") is None
    (Decimal('1000000000'), True, True)
    """
    table = scales()
    if text in table:
        return table[text]
    lower = text.lower()
    if lower in table and table[lower].kind != LETTER:
        return table[lower]
    if 6 <= len(lower) <= 10 and lower[0] in "mbt" and lower.isalpha() and lower not in NO_MISSPELLING:
        near = {table[word] for word in _MISSPELT if lower[0] == word[0] and is_one_edit(lower, word)}
        if len(near) == 1:
            return near.pop()
    return None


@lru_cache(maxsize=MOST_REMEMBERED)
def is_unread_scale(lower: str) -> bool:
    """Whether a word beside a number must be a scale, but not which.

    >>> is_unread_scale("zillion"), is_unread_scale("billliioon"), is_unread_scale("bnn"), is_unread_scale("mullion"), is_unread_scale("tons")
    (True, True, True, False, False)
    """
    return lower in UNREAD_SCALES or (lower not in NO_MISSPELLING and _LIKE_SCALE.fullmatch(lower) is not None)


def is_one_edit(a: str, b: str) -> bool:
    """Whether `a` becomes `b` by one letter put in, left out, replaced or swapped with its neighbour.

    >>> is_one_edit("milion", "million"), is_one_edit("millino", "million"), is_one_edit("minion", "million")
    (True, True, False)
    """
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
    return a[at + 1 :] == b[at:] if len(a) > len(b) else a[at:] == b[at + 1 :]


YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_NUMBER = re.compile(r"[\d٠-٩०-९０-９][\d,.'’·٫٬，．０-９٠-٩०-९]*[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]?|\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


def is_number(text: str) -> bool:
    """Whether a word looks like a number in digits (it may still be a version or a date).

    >>> [is_number(text) for text in ("9.2", ".5", "1½", "1,200", "5G", "x")]
    [True, True, True, True, False, False]
    """
    return _NUMBER.fullmatch(text) is not None
