"""One point in time read from the tokens: a year with the marks around it (FY24, 2032F, Q3 2024, 2025/26, 1990s)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lexicon.classes import FISCAL_MARK
from extractor.annotating.lexicon.terms import MONTH_NAMES, YEAR
from extractor.annotating.tokens.words import CLOSING, EDGE, word_at
from extractor.annotating.types.years.point import Point, Suffix, full_year

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

_FISCAL = late.regex(rf"{FISCAL_MARK}(\d\d(?:\d\d)?)([AEFPaefp])?")
_SUFFIXED = late.regex(r"(\d{4})([AEFPBaefpb]|est|Est)")
_DECADE = late.regex(r"(\d{3}0)'?[sS]")
_QUARTER = late.regex(r"(?:[QH][1-4]|[1-4][QH]|1HY|[369]M)['’]?(?:[FC]Y)?(?:(\d\d(?:\d\d)?)([AEFPaefp])?)?")
_CIRCA = late.regex(r"c(\d{4})")
_MONTH_YEAR = late.regex(r"[A-Z][a-z]{2,3}(?:['’](\d\d)|(\d{4}))")
_SHORT_END = late.regex(r"(\d\d)([AEFPaefp])?")
_YEAR_QUARTER = late.regex(r"(\d{4})[QH][1-4]")
_SUFFIXES: dict[str, Suffix] = {
    "a": "actual", "e": "estimate", "est": "estimate", "b": "estimate", "f": "forecast", "p": "forecast",
}  # fmt: skip
_BEFORE_DECADE = frozenset({"the", "early", "late", "mid", "-"})
_SEASONS = frozenset("season academic school tax fiscal financial budget session campaign year".split())
_SLASHES = frozenset({"/", "-", "–", "—", "‑", "‐", "−"})
# From here on "2021-2" is more likely a part or an edition than two years.
_NUMBERED_IN_PARTS = 2000
QUOTES = frozenset({"'", "’", "‘"})
_SHORT = 2  # digits


def read_point(annotation: Annotation, at: int) -> Point | None:
    """The point in time that starts at token `at`."""
    words = annotation.words
    word = words[at]
    norm = word.norm
    if norm == "<year>":
        return _bare(annotation, at)
    if norm == "<marked_year>":
        return _marked(annotation, at)
    if norm == "<fiscal>":
        return _fiscal_words(annotation, at)
    return None


def _bare(annotation: Annotation, at: int) -> Point:
    words = annotation.words
    year = int(words[at].text)
    point = Point(at, at + 1, year, year, is_bare=True)
    if at + 1 == len(words):
        return point
    following = words[at + 1]
    if following.lower in ("'s", "’s") and year % 10 == 0:
        behind = word_at(words, at + 2)
        if word_at(words, at - 1).lower in _BEFORE_DECADE or behind is EDGE or behind.text in CLOSING:
            return Point(at, at + 2, year, year + 9, "decade", rule="years.decade")
    if following.text in _SLASHES:
        _second_half(annotation, point)
        following = word_at(words, point.last)
    if following.text == "(":
        _suffix_in_brackets(annotation, point)
    elif following.norm == "<marked_year>" and point.is_bare:
        quarter = _QUARTER.fullmatch(following.text)
        if quarter and quarter[1] is None:
            point.last += 1
            point.kind, point.rule, point.is_bare = "quarter", "years.quarter", False
    return point


def _second_half(annotation: Annotation, point: Point) -> None:
    """Takes in the second half of a short period: "2024-25", "2025/26"."""
    words = annotation.words
    at = point.last
    second, third, fourth = (word_at(words, place) for place in range(at + 1, at + 4))
    if word_at(words, at).text not in _SLASHES or second is EDGE:
        return
    if annotation.has_space_before(at) or annotation.has_space_before(at + 1):
        return
    goes_on = third is not EDGE and not annotation.has_space_before(at + 2)
    is_slashed = words[at].text == "/"
    if second.text in QUOTES:
        _quoted_half(annotation, point, at + 2)
        return
    if third.lower in MONTH_NAMES or (third.text in _SLASHES and fourth.lower in MONTH_NAMES):
        return  # "21 August 2021–26 February 2029", "12-Jan-2004–12-Jan-2005"
    if third.text == "/" and not is_slashed and fourth.is_digit and fourth.width <= _SHORT:
        return  # the second of two dates: "10/1/2016-11/2/2017"
    if goes_on and third.text[0].isalnum():
        return  # a serial number: "2004-77B"
    short = _SHORT_END.fullmatch(second.text)
    if short is None:
        is_next = second.text == str(point.start_year + 1)[-1]
        if is_next and (words[at].text == "–" or _ends_short(annotation, at + 2, point.start_year)):
            point.last, point.end_year, point.kind = at + 2, point.start_year + 1, "fiscal"  # "1998-9"
            point.rule, point.is_bare = "years.short_period", False
        return
    text = short[1]
    if (
        third.text in _SLASHES
        and fourth.is_digit
        and fourth.width <= _SHORT
        and not annotation.has_space_before(at + 3)
    ):
        is_even = fourth.width == len(text)  # "1990-07-4" is a number of a chemical
        if is_even and 1 <= int(text) <= 12 and 1 <= int(fourth.text) <= 31:
            point.last = at + 4  # 2021-08-11
            point.rule, point.is_bare = "years.date", False
        else:
            point.is_refused = True  # 2032-65-7
        return
    if is_slashed and third.text == "/" and goes_on:
        point.is_refused = True  # Directive 2014/65/EU
        return
    start, end = point.start_year % 100, int(text)
    if end <= start and not (start == 99 and end == 0):
        if not is_slashed and 1 <= end <= 12:
            point.last, point.rule, point.is_bare = at + 2, "years.date", False
        return
    point.end_year = point.start_year - start + end + (100 if end < start else 0)
    point.last = at + 2
    point.is_bare = False
    point.suffix = _SUFFIXES.get((short[2] or "").lower(), point.suffix)
    point.rule = "years.short_period"
    if point.kind == "year":
        point.kind = "fiscal" if point.end_year == point.start_year + 1 and is_slashed else "period"


def _quoted_half(annotation: Annotation, point: Point, at: int) -> None:
    """Takes in the second half of a period at token `at`, behind the mark for its century: "2024-'25"."""
    text = word_at(annotation.words, at).text
    if len(text) == _SHORT and text.isdigit() and not annotation.has_space_before(at):
        point.last, point.end_year = at + 1, full_year(text)
        point.kind = "period" if point.kind == "year" else point.kind
        point.rule, point.is_bare = "years.short_period", False
        point.is_refused = point.end_year <= point.start_year


def _ends_short(annotation: Annotation, at: int, year: int) -> bool:
    """Whether nothing at token `at` goes on with a date or a number of parts: "1957-8", no "1990-1/2", "1990-1.5"."""
    following = word_at(annotation.words, at)
    if following.lower in _SEASONS or year >= _NUMBERED_IN_PARTS:
        return following.lower in _SEASONS
    if following is EDGE or annotation.has_space_before(at):
        return True
    is_end = word_at(annotation.words, at + 1) is EDGE or annotation.has_space_before(at + 1)
    return following.text in CLOSING and is_end


def _suffix_in_brackets(annotation: Annotation, point: Point) -> None:
    """Takes in "(F)", "(E)" behind a year."""
    opening, inside, closing = (word_at(annotation.words, at) for at in range(point.last, point.last + 3))
    if opening.text != "(" or closing.text != ")":
        return
    lower = inside.lower.rstrip(".")
    if lower in _SUFFIXES and (inside.is_upper or lower in ("e", "f", "est")):
        point.suffix, point.rule, point.is_bare = _SUFFIXES[lower], "years.suffix", False
        point.last += 3


def _marked(annotation: Annotation, at: int) -> Point | None:
    words = annotation.words
    text = words[at].text
    decade = _DECADE.fullmatch(text)
    if decade:
        start = int(decade[1])
        return Point(
            at, at + 1, start, start + (99 if start % 100 == 0 and start < 2000 else 9), "decade", rule="years.decade"
        )
    fiscal = _FISCAL.fullmatch(text)
    if fiscal:
        year = full_year(fiscal[1])
        point = Point(at, at + 1, year, year, "fiscal", _SUFFIXES.get((fiscal[2] or "").lower()), "years.fiscal")
        _second_half(annotation, point)
        point.rule = "years.fiscal"
        _suffix_in_brackets(annotation, point)
        return point
    suffixed = _SUFFIXED.fullmatch(text)
    if suffixed:
        year = int(suffixed[1])
        point = Point(at, at + 1, year, year, "year", _SUFFIXES[suffixed[2].lower()], "years.suffix")
        _second_half(annotation, point)
        return point
    joined = _YEAR_QUARTER.fullmatch(text)
    if joined:
        return Point(at, at + 1, int(joined[1]), int(joined[1]), "quarter", rule="years.quarter")
    month = _MONTH_YEAR.fullmatch(text)
    if month:
        year = full_year(month[1] or month[2])
        return Point(at, at + 1, year, year, rule="years.short_year" if month[1] else "years.year")
    circa = _CIRCA.fullmatch(text)
    if circa:
        return Point(at, at + 1, int(circa[1]), int(circa[1]))
    quarter = _QUARTER.fullmatch(text)
    if quarter is None:
        return None
    if quarter[1]:
        year = full_year(quarter[1])
        return Point(at, at + 1, year, year, "quarter", _SUFFIXES.get((quarter[2] or "").lower()), "years.quarter")
    return _quarter_then_year(annotation, at, at + 1)


def _quarter_then_year(annotation: Annotation, first: int, at: int) -> Point | None:
    """The year behind "Q3", "third quarter of": a full year, "FY24" or "'23"."""
    words = annotation.words
    is_joined = (
        word_at(words, at).text in ("/", "-") and at + 1 < len(words) and not annotation.has_space_before(at + 1)
    )
    if word_at(words, at).text in (",", "-", "of", "in", "–", "/"):
        at += 1
    if word_at(words, at).lower == "the" and word_at(words, at + 1).lower in ("fiscal", "financial"):
        at += 1
    lower = word_at(words, at).lower
    if lower in ("fy", "fiscal", "financial", "calendar", "cy"):
        at += 2 if word_at(words, at + 1).lower == "year" else 1
    quoted = word_at(words, at).text in QUOTES
    if quoted:
        at += 1
    text = word_at(words, at).text
    if YEAR.fullmatch(text) or ((quoted or is_joined) and len(text) == 2 and text.isdigit()):
        return _quarter_of(annotation, first, at, full_year(text))
    fiscal = _FISCAL.fullmatch(text)
    return _quarter_of(annotation, first, at, full_year(fiscal[1])) if fiscal else None


def _quarter_of(annotation: Annotation, first: int, at: int, year: int) -> Point:
    """The quarter of the year at token `at`, which may be a fiscal one of two years: "Q2 FY2024-25"."""
    point = Point(first, at + 1, year, year, "quarter", rule="years.quarter")
    _second_half(annotation, point)
    if point.end_year == year + 1 and not point.is_refused:
        point.rule = "years.quarter"
        return point
    return Point(first, at + 1, year, year, "quarter", rule="years.quarter")


def _fiscal_words(annotation: Annotation, at: int) -> Point | None:
    """ "FY 2024", "FY 24", "fiscal year 2024", "fiscal 2024"."""
    words = annotation.words
    behind = at + 1
    if word_at(words, behind).lower in ("year", "years"):
        behind += 1
    elif words[at].lower == "financial":
        return None
    is_quoted = word_at(words, behind).text in QUOTES
    if (is_quoted or word_at(words, behind).text == "-") and not annotation.has_space_before(
        behind + 1 if behind + 1 < len(words) else behind
    ):
        behind += 1
    text = word_at(words, behind).text
    if not (YEAR.fullmatch(text) or (len(text) == 2 and text.isdigit() and (is_quoted or words[at].lower != "fiscal"))):
        return None
    year = full_year(text)
    point = Point(at, behind + 1, year, year, "fiscal", rule="years.fiscal")
    _second_half(annotation, point)
    point.rule = "years.fiscal"
    return point
