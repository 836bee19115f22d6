"""Four digits that are no year: quantities, standards, addresses, phone numbers, model names."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from extractor.annotating.tokens.words import word_at
from extractor.annotating.types.years.counts import (
    counts_what_follows,
    ends_measured,
    ends_numbered,
    is_counted_before,
    is_era,
    is_numbered,
    is_of_what_precedes,
    is_ratio,
)
from extractor.annotating.types.years.measures import is_score, is_time
from extractor.annotating.types.years.names import is_of_act, is_of_name

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# What a number is joined to by a hyphen when it counts: "a 2000-page report".
_MEASURES = frozenset(
    "page mile foot feet mg square seat bed year years acre kg ton tonne hp watt person unit km meter metre room "
    "hour day week member kva "
    "volt bit core mah ml liter litre gallon strong odd store employee dollar calorie piece kilometer kilometre".split()
)
# Between these words four digits are a year without more ado.
_SURE_BEFORE = frozenset({"in", "by", "from", "since", "until", "during", "through", "of", "and", "year"})
_SURE_AFTER = frozenset(
    {",", ".", ")", ";", "and", "to", "with", "is", "was", "from", "at", "the", "a", "while", "will"}
)
_BEFORE_TIME = frozenset({"at", "the"})
_MOST_MONTHS = 12
_LONGEST_PHONE = 8  # tokens
_PHONE_MARKS = frozenset({"(", ")", "-", "–", "."})
_LONGEST_URL = 20  # tokens
_GLUE = frozenset(":._+#@=\\*&")
_OPEN_YEARS = range(2015, 2051)  # "2030+" is what comes from then on, a count of other numbers
_DASHES = frozenset("-–‑‐")
_IS_DIGIT = attrgetter("is_digit")
_TIME_PREFIXES = frozenset({"pre", "post", "mid", "late", "early"})
_PREFIXES = frozenset(
    "mid early late pre post end since vision fy cy year agenda horizon start-of ye q1 q2 q3 q4 h1 h2 jan feb "
    "mar apr may jun jul aug sep sept oct nov dec".split()
)


def is_refused(annotation: Annotation, at: int) -> bool:
    """Whether the four digits at token `at` are a number of something and no year."""
    words = annotation.words
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.norm != "<year>" and ends_measured(words, at):
        return True
    if is_of_act(words, at):
        return True
    told = _told_before(annotation, at, after) if at else None
    if told is not None:
        return told
    if _has_number_near(words, at) and (_is_phone(annotation, at) or is_ratio(words, at) or is_score(words, at)):
        return True
    if word_at(words, at - 1).lower in _BEFORE_TIME and is_time(words, at):
        return True
    if after is None:
        return False
    if is_era(after):
        return True
    return counts_what_follows(words, at) if annotation.has_space_before(at + 1) else _is_glued_behind(annotation, at)


def _told_before(annotation: Annotation, at: int, after: Word | None) -> bool | None:
    """Whether the words before the number at token `at` refuse it; None when they do not say."""
    words = annotation.words
    before = words[at - 1]
    if before.lower in _SURE_BEFORE and (after is None or after.lower in _SURE_AFTER):
        return before.lower in ("of", "and") and (is_counted_before(words, at) or ends_numbered(words, at))
    if not annotation.has_space_before(at) and _is_glued_before(annotation, at):
        return True
    if before.text in _DASHES and at > 1 and words[at - 2].lower in _TIME_PREFIXES:
        return False  # "pre-1945 houses"
    told = is_of_what_precedes(words, at)
    return told if told is not None else is_of_name(words, at) or None


def is_glued(annotation: Annotation, at: int) -> bool:
    """Whether a hyphen joins token `at` to the number before it: "1800-2024-55"."""
    words = annotation.words
    is_joined = words[at - 1].text == "-" and not (
        annotation.has_space_before(at) or annotation.has_space_before(at - 1)
    )
    return is_joined and words[at - 2].is_digit


def is_in_url(annotation: Annotation, at: int) -> bool:
    """Whether the unbroken run that leads to token `at` is an address on the web."""
    words = annotation.words
    for place in range(at - 1, max(-1, at - _LONGEST_URL), -1):
        lower = words[place].lower
        if lower.startswith(("http", "www")) or lower.endswith((".com", ".org", ".net", ".gov", ".eu", ".io")):
            return True
        if annotation.has_space_before(place):
            return False
    return False


def _is_glued_before(annotation: Annotation, at: int) -> bool:
    words = annotation.words
    if words[at - 1].text in ("/", "-", "_", "=", "?", "&") and is_in_url(annotation, at):
        return True
    mark = words[at - 1].text
    if at < 2 or annotation.has_space_before(at - 1):
        return mark in ("#", "@", "+", "v", "=")
    left = words[at - 2]
    if mark in _GLUE:
        return left.text[-1].isalnum() and not (mark == "." and left.is_alpha and len(left.text) > 2)
    if mark == "/":
        return left.is_digit and len(left.text) in (3, 4, 5) and (left.norm != "<year>" or is_numbered(words, at - 2))
    if mark in _DASHES:
        if left.norm == "<year>" and is_numbered(words, at - 2):
            return True  # IEEE 1901-2020
        if left.is_digit:
            if left.width < 3:  # a number and no month: "19-2031"
                return not 0 < int(left.text) <= _MOST_MONTHS and words[at - 3].text not in _DASHES
            return left.width != 4 or left.norm != "<year>"
        if left.lower in _PREFIXES or left.norm == "<marked_year>":
            return False
        return left.has_digit or (left.is_upper and len(left.text) <= 5)
    return False


def _is_glued_behind(annotation: Annotation, at: int) -> bool:
    words = annotation.words
    mark = words[at + 1].text
    if mark in ("to", "and", "by", "with"):
        return False  # "2024to 2030": flattened
    if at + 2 >= len(words) or annotation.has_space_before(at + 2):
        is_open = int(words[at].text) in _OPEN_YEARS and (at + 2 >= len(words) or words[at + 2].is_punct)
        return (mark == "+" and not is_open) or mark[0].isalpha()
    right = words[at + 2]
    is_other = right.width in (3, 5) or (right.width == 4 and right.norm != "<year>")
    if mark in _DASHES and (right.is_digit or right.lower in _MEASURES):
        return right.lower in _MEASURES or is_other or right.width in (6, 7)
    if mark == "/" and right.is_digit:
        return is_other  # (EU) 2017/745
    if mark in ("×", "x", "X"):
        return True
    return (mark in (":", "_", "+", "*") and right.text[0].isalnum()) or mark[0].isalpha()


def _has_number_near(words: list[Word], at: int) -> bool:
    """Whether the tokens beside the one at `at` hold digits, or marks of a phone number stand before it."""
    near = words[max(0, at - 2) : at] + words[at + 1 : at + 3]
    return word_at(words, at - 1).text in _PHONE_MARKS or any(map(_IS_DIGIT, near))


def _is_phone(annotation: Annotation, at: int) -> bool:
    """Whether groups of digits stand around: "+1 800 555 2034", "0800 2020 2025", "(212) 555-2030", "1800 123 4567"."""
    words = annotation.words
    following = words[at + 1 : at + 3]
    if len(following) == 2 and all(
        word.is_digit and 3 <= len(word.text) <= 4 and word.norm != "<year>" for word in following
    ):
        return True
    groups = 0
    first = at
    while (
        first and at - first < _LONGEST_PHONE and (words[first - 1].is_digit or words[first - 1].text in _PHONE_MARKS)
    ):
        first -= 1
        groups += words[first].is_digit
    if not groups:
        return False
    opens = words[first].text
    if first and words[first - 1].text == "+":
        return True
    is_trunk = opens.startswith("0") and 3 <= len(opens) <= 5
    if is_trunk or (opens == "(" and words[first + 1].is_digit and words[first + 1].norm != "<year>" and groups > 1):
        return True
    if not words[at - 1].is_digit or words[at - 1].norm == "<year>" or groups < 2:
        return False
    return len(words[at - 1].text) == 3 or (bool(following) and following[0].is_digit and following[0].norm != "<year>")
