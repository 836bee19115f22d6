"""Years and decades in words: "nineteen ninety-nine", "by twenty thirty", "two thousand and twelve", "the nineties"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS, MONTHS, TENS, UNITS
from extractor.annotating.numbers.fractions import is_measure
from extractor.annotating.tokens.words import CLOSING, word_at
from extractor.annotating.types.years.point import Point

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

_CENTURIES = {
    "twelve": 1200, "thirteen": 1300, "fourteen": 1400, "fifteen": 1500, "sixteen": 1600, "seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000,
}  # fmt: skip
# Of the earlier ones a time of day or a price may be meant: "fifteen fifty".
_FIRST_SURE_CENTURY = 1800
DECADES = {
    "tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
    "hundreds": 0,
}  # fmt: skip
# Decades known by a word of their own: "the roaring twenties".
_NAMED_DECADES = {("roaring", "twenties"): 1920, ("swinging", "sixties"): 1960, ("dirty", "thirties"): 1930}
_NOUGHTIES = frozenset({"noughties", "naughties", "aughts"})
# What says that a year is meant by words that could as well be a count.
_LEADS = MONTHS | frozenset(
    "in by since until till from through during before after of year to and between circa early late mid around".split()
)
# What may follow a year; a noun would be what the words count.
_TAILS = CLOSING | frozenset(
    "and to or was is were had has the it he she they we when while with as at by in on for from "
    "with but until through".split()
)
_BEFORE_DECADE = frozenset({"the", "early", "late", "mid"})
# A decade without its century is of the last one from here on: "the early thirties" may be this one's.
_FIRST_CLEAR_DECADE = 50
_BEFORE_PERIOD = frozenset({"from", "between"})
_BETWEEN_DECADES = frozenset({"and", "or", "to", "-", "–", "/"})
_OH = frozenset({"oh", "o", "aught"})
_TEN, _HUNDRED = 10, 100
_SAYS = frozenset({"was", "saw", "brought"})
_LAST_OF_DECADE, _LAST_OF_CENTURY = 9, 99


def read_spoken(annotation: Annotation, at: int) -> Point | None:
    """The year or decade in words that starts at token `at`, or whose "thousand" or decade stands there."""
    words = annotation.words
    lower = words[at].lower
    if lower in _CENTURIES:
        return _century_first(words, at)
    if lower.startswith("thousand"):
        return _two_thousand(words, at)
    return _decade(words, at)


def _century_first(words: list[Word], at: int) -> Point | None:
    start = _CENTURIES[words[at].lower]
    place = at + 2 if word_at(words, at + 1).text in HYPHENS else at + 1
    lower = word_at(words, place).lower
    if lower in DECADES:
        first = start + DECADES[lower]
        return _years(at, place + 1, first, _LAST_OF_CENTURY if lower == "hundreds" else _LAST_OF_DECADE)
    if lower == "hundred":
        small, last = _small(words, place + 1)
    elif lower in _OH:
        last = place + 3 if word_at(words, place + 1).text in HYPHENS else place + 2
        small = UNITS.get(word_at(words, last - 1).lower, 0)
        if not 0 < small < _TEN:
            return None
    else:
        small, last = _small(words, place)
        if small < _TEN:
            return None
    is_sure = _FIRST_SURE_CENTURY <= start < max(_CENTURIES.values()) and lower in TENS
    if is_measure(words, last) or word_at(words, last).text in HYPHENS:
        return None
    is_year = (
        is_sure
        or (_leads(words, at) and _ends(words, last))
        or (start >= _FIRST_SURE_CENTURY and _opens(words, at, last))
    )
    if not is_year or (lower == "hundred" and not small and not _leads(words, at)):
        return None
    return Point(at, last, start + small, start + small, rule="years.spoken")


def _two_thousand(words: list[Word], at: int) -> Point | None:
    if word_at(words, at - 1).lower != "two":
        return None
    first = at - 1
    before, following = word_at(words, first - 1).lower, word_at(words, at + 1).lower
    if following in DECADES or words[at].lower == "thousands":
        last = at + 1 + (following in DECADES)
        is_decade = before in _BEFORE_DECADE and _ends(words, last)
        return _years(first, last, 2000 + DECADES.get(following, 0)) if is_decade else None
    if before in _BEFORE_PERIOD and _is_year_at(words, at + 2):
        return Point(first, at + 1, 2000, 2000, rule="years.spoken")  # "from two thousand to two thousand ten"
    small, last = _small(words, at + 1)
    is_sure = last > at + 1 or before == "year"
    is_led = _leads(words, first) and _ends(words, last)
    is_spoken = words[at + 1].lower == "and" if small else False  # "two thousand twenty five" alone is a count
    if not is_sure or not (is_led or ((is_spoken or last < len(words)) and _opens(words, first, last))):
        return None
    return Point(first, last, 2000 + small, 2000 + small, rule="years.spoken")


def _is_year_at(words: list[Word], at: int) -> bool:
    """Whether a year of this century that names its last digits stands at token `at`."""
    is_long = word_at(words, at).lower == "two" and word_at(words, at + 1).lower == "thousand"
    small, last = _small(words, at + 2 if is_long else at + 1)
    return small > 0 and (is_long or word_at(words, at).lower == "twenty") and _ends(words, last)


def _decade(words: list[Word], at: int) -> Point | None:
    text = words[at].lower
    if text in _NOUGHTIES:
        return _years(at, at + 1, 2000)
    tens = DECADES.get(text)
    if tens is None:
        tens = int(text[:2])
    before = word_at(words, at - 1).lower
    if before in HYPHENS:
        before = word_at(words, at - 2).lower
    named = _NAMED_DECADES.get((before, text))
    if named is not None:
        return _years(at, at + 1, named)
    first = words[at - 2] if at > 1 and words[at - 1].lower in _BETWEEN_DECADES else None
    is_second = first is not None and first.norm in ("<spoken>", "<marked_year>") and first.lower.endswith("s")
    if is_second and first is not None and first.text[:4].isdigit() and int(first.text[:4]) % _HUNDRED < tens:
        start = int(first.text[:2]) * _HUNDRED + tens  # "the 1920s and 30s"
        return _years(at, at + 1, start)
    if not (before in _BEFORE_DECADE or is_second or not at) or tens < _FIRST_CLEAR_DECADE:
        return None
    return _years(at, at + 1, 1900 + tens)


def _years(first: int, last: int, start_year: int, behind: int = _LAST_OF_DECADE) -> Point:
    """The decade, or century, of the year `start_year` and those `behind` it."""
    return Point(first, last, start_year, start_year + behind, "decade", rule="years.spoken_decade")


def _small(words: list[Word], at: int) -> tuple[int, int]:
    """The number below a hundred at token `at`, "and" passed over, and the token behind it; zero and `at` for none."""
    place = at + 1 if word_at(words, at).lower == "and" else at
    lower = word_at(words, place).lower
    if lower in TENS:
        last = place + 1
        place = last + 1 if word_at(words, last).text in HYPHENS else last
        unit = UNITS.get(word_at(words, place).lower, 0)
        return (TENS[lower] + unit, place + 1) if 0 < unit < _TEN else (TENS[lower], last)
    value = UNITS.get(lower, 0) if lower != "dozen" else 0
    return (value, place + 1) if value else (0, at)


def _leads(words: list[Word], at: int) -> bool:
    return word_at(words, at - 1).lower in _LEADS


def _opens(words: list[Word], at: int, last: int) -> bool:
    """Whether the words are a text of their own, or open one that says of a time what it was: "twenty ten was a year"."""
    if at:
        return False
    behind = [word.lower for word in words[last : last + 3]]
    return not behind or behind[0] in _SAYS or behind in (["."], [",", "the", "year"])


def _ends(words: list[Word], last: int) -> bool:
    word = word_at(words, last)
    return word.is_space or word.lower in _TAILS
