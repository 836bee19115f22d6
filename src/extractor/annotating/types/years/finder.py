"""Finds years and periods."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import MONTH_NAMES, TO_WORDS, WEEKDAYS
from extractor.annotating.mention import Years
from extractor.annotating.quantities.runs import anchors_of
from extractor.annotating.types.years.counts import is_numbered
from extractor.annotating.types.years.point import Point, full_year
from extractor.annotating.types.years.points import QUOTES, read_point
from extractor.annotating.types.years.position import position_of, quarter_start
from extractor.annotating.types.years.refusals import is_glued, is_in_url, is_refused
from extractor.annotating.types.years.relative import dated
from extractor.annotating.types.years.spoken import read_spoken
from extractor.annotating.types.years.written import written_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.annotating.tokens.words import Word

_ANCHORS = frozenset({"<year>", "<marked_year>", "<fiscal>", "<date>", "<quote>", "<spoken>", "<scale>"})
_DASHES = frozenset(
    {"-", "–", "—", "‐", "‑", "‒", "―", "−", "~", "～", "〜", "--", "→", "->", "=>", "/", "…", "..", "..."}
)
# Words that may stand between "to" and the second year: "from January 2020 to the end of December 2024".
_SKIPPED = (
    frozenset(
        "the end of about around year years fiscal fy early late mid up to until and including beginning start - / , "
        "by calendar financial spring summer autumn fall winter quarter q1 q2 q3 q4 h1 h2 first second third fourth".split()
    )
    | {f"{day}{ending}" for day in range(1, 32) for ending in ("st", "nd", "rd", "th")}
    | MONTH_NAMES
    | WEEKDAYS
)
_LONGEST_SHORT_MONTH = 4
_SHORT_MONTHS = frozenset(
    month for month in MONTH_NAMES if len(month) <= _LONGEST_SHORT_MONTH
)  # their full stop may be a token of its own
# What leads to a year of two digits: "in '97", "Dec '25".
_BEFORE_SHORT = MONTH_NAMES | frozenset(
    "and vs vs. ( in of since by from until to through year summer winter spring fall".split()
)
_LONGEST_GAP = 6
_DETERMINERS = frozenset({"the", "a", "his", "her", "their", "our", "my", "that"})
# What a year in short names, in small letters, and how far a quotation that only looks like one is followed.
_OF_YEARS = frozenset(
    "model season vintage election campaign class edition tour final finals crisis crash flood quake team squad budget "
    "harvest film album series strike riots earthquake games draft reunion".split()
)
_LONGEST_NAME = 8
_FULL_YEAR = 4  # digits
_LONGEST_DAY = 2  # digits of the day or month in a date: "05/01/2010 - 07/03/2012"
_LONGEST_PERIOD = 200


class YearFinder:
    """Finds the years and periods of a text."""

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """The years and periods, by position."""
        points = self._points(annotation)
        found: list[Mention] = []
        index = 0
        while index < len(points):
            point = points[index]
            following = points[index + 1] if index + 1 < len(points) else None
            rule = _joins(annotation, point, following) if following is not None else None
            if rule is not None and following is not None:
                is_month = point.rule == "years.date" and following.rule == "years.short_period"  # "1997-10 to 2009-10"
                end = following.start_year if is_month else following.end_year
                point = Point(point.first, following.last, point.start_year, end, "period", following.suffix, rule)
                index += 1
            found.append(_mention(annotation, point))
            index += 1
        for first, last, start, end in list(dated(annotation, found)):
            mention = _mention(annotation, Point(first, last, start, end, "period", rule="years.relative"))
            mention.relative = True
            found.append(mention)
        return found

    def _points(self, annotation: Annotation) -> list[Point]:
        taken = [
            (mention.first, mention.last) for mention in annotation.mentions if mention.label in ("MONEY", "PERCENT")
        ]
        points: list[Point] = []
        done = 0
        refused: int | None = None
        for at in _free_anchors(annotation, taken):
            if at < done:
                continue
            point = _point_at(annotation, at)
            is_tail = at - 2 == refused and is_glued(annotation, at)  # "1800-2024-55": refused as a whole
            if point is None or is_tail or _is_no_point(annotation, point):
                refused = at
                continue
            if point.rule == "years.year":
                quarter_start(annotation, point, done)
            points.append(point)
            done = point.last
        return _merged(points, written_points(annotation), taken)


def _free_anchors(annotation: Annotation, taken: list[tuple[int, int]]) -> Iterator[int]:
    """The tokens that a point in time may start with, outside the values that are `taken`, in order."""
    words = annotation.words
    spans = iter(taken)
    beyond = len(words) + 1
    first, last = next(spans, (beyond, beyond))
    for at in anchors_of(annotation):
        if words[at].norm not in _ANCHORS:
            continue
        while last <= at:
            first, last = next(spans, (beyond, beyond))
        if at < first:
            yield at


def _point_at(annotation: Annotation, at: int) -> Point | None:
    """The point in time that starts at token `at`, whatever its form."""
    word = annotation.words[at]
    if word.norm == "<quote>":
        return _short_year(annotation, at)
    if word.norm == "<spoken>" or (word.norm == "<scale>" and word.lower.startswith("thousand")):
        return read_spoken(annotation, at)
    if word.norm == "<date>":
        pieces = word.text.split(".")
        year = full_year(pieces[0] if len(pieces[0]) == _FULL_YEAR else pieces[2])
        return Point(at, at + 1, year, year, rule="years.date")
    return read_point(annotation, at)


def _is_no_point(annotation: Annotation, point: Point) -> bool:
    """Whether the words around make the point a number of something, or a part of an address on the web."""
    if point.is_refused or (point.is_bare and is_refused(annotation, point.first)):
        return True
    words, at = annotation.words, point.first
    if point.rule == "years.short_period":
        return is_numbered(words, at)
    return point.rule == "years.date" and at > 0 and words[at - 1].text == "/" and is_in_url(annotation, at)


def _merged(points: list[Point], written: list[Point], taken: list[tuple[int, int]]) -> list[Point]:
    """Both lists by position; a written point that shares tokens with another or with a value gives way."""
    if not written:
        return points
    spans = [*taken, *((point.first, point.last) for point in points)]
    used = {token for first, last in spans for token in range(first, last)}
    free = [point for point in written if used.isdisjoint(range(point.first, point.last))]
    return sorted([*points, *free], key=lambda point: point.first)


def _short_year(annotation: Annotation, at: int) -> Point | None:
    """ "in '97"."""
    words = annotation.words
    if at + 1 >= len(words) or annotation.has_space_before(at + 1):
        return None
    text = words[at + 1].text
    if len(text) == 3 and text[1:] in ("0s", "0S") and text[0].isdigit():
        start = 1900 + int(text[:2]) if text[0] > "2" else 2000 + int(text[:2])
        return Point(at, at + 2, start, start + 9, "decade", rule="years.decade")
    if not (len(text) == 2 and text.isdigit()):
        return None
    is_period = at + 3 < len(words) and words[at + 2].text in _DASHES and words[at + 3].text in QUOTES
    is_pair = (
        at + 3 < len(words) and words[at + 2].lower in ("and", "to") and words[at + 3].text in QUOTES
    )  # "between '98 and '02"
    is_end = at > 2 and words[at - 1].text in _DASHES and not annotation.has_space_before(at)
    day = at - 2 if at > 2 and words[at - 1].text == "," else at - 1
    is_date = day > 0 and words[day].is_digit and words[day - 1].lower in MONTH_NAMES  # "May 17, '21"
    is_led = is_period or is_pair or is_end or is_date or (at and words[at - 1].lower in _BEFORE_SHORT)
    if not (is_led or _names_thing(words, at)):
        return None
    year = full_year(words[at + 1].text)
    return Point(at, at + 2, year, year, rule="years.short_year")


def _names_thing(words: list[Word], at: int) -> bool:
    """Whether the short year is all there is, or names a thing of that year: "the '98 World Cup", "the '24 model"."""
    behind = words[at + 2 : at + 2 + _LONGEST_NAME]
    if not at or words[at - 1].lower not in _DETERMINERS:
        return not at and not behind
    is_name = bool(behind) and (behind[0].is_capitalized or behind[0].lower in _OF_YEARS)
    return is_name and not any(word.text in QUOTES for word in behind)


def _joins(annotation: Annotation, one: Point, other: Point) -> str | None:
    """The rule by which two points are the ends of a period, or None."""
    if not 0 < other.first - one.last <= _LONGEST_GAP:
        return None
    words = annotation.words
    gap = words[one.last : other.first]
    if not one.start_year < other.end_year <= one.start_year + _LONGEST_PERIOD:
        return None
    if one.end_year > other.end_year or one.start_year > other.start_year:
        return None
    lead = gap[0]
    rest = gap[1:]
    if any(
        not _is_skipped(word) and not (word.text == "." and before.lower in _SHORT_MONTHS)
        for before, word in pairwise(gap)
    ):
        return None
    if _is_day(gap[-1]) and gap[-2].lower not in MONTH_NAMES:
        return None
    if lead.text in _DASHES:
        if lead.text == "/" and other.start_year != one.start_year + 1 and annotation.has_space_before(one.last):
            return None
        if "\n" in annotation.text[annotation.end(one.last - 1) : annotation.starts[other.first]]:
            return None
        return (
            "years.dash_period"
            if not rest
            or (lead.text != "/" and any(word.text in ("/", "-") or word.text[0].isalpha() for word in rest))
            else None
        )
    if lead.lower in TO_WORDS or (lead.lower == "up" and rest and rest[0].lower in ("to", "until")):
        return "years.to_period"
    if lead.lower in ("and", "&") and _has_between(annotation, one):
        return "years.between_period"
    return None


def _has_between(annotation: Annotation, point: Point) -> bool:
    words = annotation.words
    for at in range(point.first - 1, max(-1, point.first - 1 - _LONGEST_GAP), -1):
        if words[at].lower == "between":
            return True
        if not _is_skipped(words[at]):
            return False
    return False


def _is_skipped(word: Word) -> bool:
    """Whether the word may stand before the year of a date, a season or a part of the year."""
    return word.lower in _SKIPPED or _is_day(word)


def _is_day(word: Word) -> bool:
    return word.is_digit and word.width <= _LONGEST_DAY


def _mention(annotation: Annotation, point: Point) -> Years:
    start, end = annotation.starts[point.first], annotation.end(point.last - 1)
    return Years(
        label="YEAR" if point.start_year == point.end_year else "PERIOD",
        start=start,
        end=end,
        text=annotation.text[start:end],
        rule=point.rule,
        first=point.first,
        last=point.last,
        start_year=point.start_year,
        end_year=point.end_year,
        kind=point.kind,
        suffix=point.suffix,
        position=position_of(annotation, point.first),
    )
