"""A number in words: "two hundred and fifty million", "half a billion", "a couple of million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import (
    ARTICLES,
    BELOW_HUNDRED,
    BESIDE_ARTICLE,
    FRACTIONS,
    HEAPS,
    HYPHENS,
    LETTER,
    UNITS,
    scale_of,
)
from extractor.annotating.numbers.amount import ONE, Amount
from extractor.annotating.numbers.fractions import added_part, behind_whole, is_measure, part_at, part_of_whole
from extractor.annotating.numbers.growing_number import GrowingNumber
from extractor.annotating.numbers.repeated import behind_repeated
from extractor.annotating.numbers.single_ones import is_one
from extractor.annotating.tokens.words import OPENING, word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

_TENTH = Decimal("0.1")
# The number of words that a number is followed.
_LONGEST = 40
_AFTER_ARTICLE = frozenset({"couple", "dozen", "half"})
_BEFORE_POINT = frozenset(
    "by of to is was are were about nearly roughly than from almost around over under only just cost costs worth pay paid "
    "rose fell grew gained dropped lost up down and or plus minus another".split()
)
# What may stand before "hundred dollars"; any other word may say how many hundreds.
_BEFORE_ONE_OF_SCALE = OPENING | frozenset(
    ": , – the that this of for by than over under about nearly cost costs paid pay to from is was".split()
)
# What makes "20-odd" of 20.
ODD = frozenset({"odd", "some", "plus"})
_DIGITS = {word: value for word, value in UNITS.items() if value < 10} | {"oh": 0}
# How far a word takes the reader, and whether the number could end there.
Step = tuple[int, bool]


def read_lines(annotation: Annotation, at: int) -> Amount | None:
    """The number in words that starts at token `at`, or None."""
    words = annotation.words
    if is_one(words, at):
        return Amount(at, at + 1, ONE)
    number = GrowingNumber()
    start = end = at
    value, largest = Decimal(0), ONE
    limit = min(len(words), at + _LONGEST)
    while at < limit:
        step = _step(words, at, number)
        if step is None:
            break
        at += step[0]
        if step[1]:
            end, value, largest = at, number.value, number.largest
    if end == start:
        return None
    amount = Amount(start, end, value / largest, largest)
    if word_at(words, end).text == "(" and (behind := behind_repeated(words, end)) is not None:
        word = word_at(words, behind)
        if word.norm == "<scale>" and (scale := scale_of(word.text)) is not None:
            amount.factor, amount.last = amount.factor * scale.factor, behind + 1
    return amount


def _step(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    word = words[at]
    lower = word.lower
    if lower in BELOW_HUNDRED:
        return _small(words, at, number)
    if word.norm == "<scale>":
        scale = scale_of(word.text)
        if number.current is None and not number.total and _is_one_of_scale(words, at):
            number.current = ONE
        return (1, True) if scale is not None and scale.kind != LETTER and number.scale(scale.factor) else None
    if lower in ("half", "quarter"):
        return _part(words, at, number)
    if lower in FRACTIONS:
        return _counted_part(words, at, number)
    if lower in HEAPS:
        return _heap(words, at, number)
    if lower in ARTICLES:
        return _article(words, at, number)
    if lower == "and":
        return _and(words, at, number)
    if lower == "point":
        return _point(words, at, number)
    if lower in HYPHENS and at + 1 < len(words) and number.value:
        return _hyphen(words, at, number)
    if lower == "," and number.current is None and number.total:
        return (1, False) if word_at(words, at + 1).lower in BELOW_HUNDRED else None
    return (1, True) if lower in ODD and number.value and is_measure(words, at + 1) else None


def _is_one_of_scale(words: list[Word], at: int) -> bool:
    """Whether a scale word without its number is one of it: "hundred per cent", "the hundred dollars", "thousand rupees"."""
    lower = words[at].lower
    if lower == "hundred" and word_at(words, at + 1).lower in ("percent", "per"):
        return True
    behind = at + 2 if word_at(words, at + 1).lower in HYPHENS else at + 1
    following, before = word_at(words, behind), word_at(words, at - 1)
    if lower not in ("hundred", "thousand") or not (before.is_space or before.lower in _BEFORE_ONE_OF_SCALE):
        return False
    return following.norm in ("<unit>", "<scale>") or following.lower == "and" or following.lower in UNITS


def _small(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """A number below a hundred; "dozen" counts in twelves; "three-eighths" and "one half" are parts."""
    lower = words[at].lower
    if lower == "dozen" and number.current is not None:
        number.current *= 12
        return 1, True
    if number.current is None and part_at(words, at) is not None:
        return _part(words, at, number)
    if number.current is not None and lower == "one" and (part := part_at(words, at)) is not None:
        number.current *= part[0]  # "twenty-five one-hundredths"
        return behind_whole(words, part[1]) - at, True
    return (1, True) if number.add(BELOW_HUNDRED[lower]) else None


def _part(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """ "half a", "a quarter of a", "three quarters of a"."""
    if number.current is not None:
        return None
    part = part_of_whole(words, at)
    if part is None:
        return None
    number.current = part[0]
    return part[1] - at, True


def _counted_part(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """ "twenty-five hundredths of a" behind its count."""
    if number.current is None or not words[at].lower.endswith("s"):
        return None
    number.current *= FRACTIONS[words[at].lower]
    return behind_whole(words, at + 1) - at, True


def _hyphen(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    following = words[at + 1]
    lower = following.lower
    if lower == "and":
        return _and(words, at, number)  # "a million-and-a-half-dollar home"
    if lower in ODD and is_measure(words, at + 2):
        return 2, True
    if number.current is None:
        return None
    is_unit = number.current % 10 == 0 and 0 < UNITS.get(lower, 10) < 10
    return (1, False) if is_unit or following.norm == "<scale>" or lower in FRACTIONS else None


def _heap(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """ "a couple of"."""
    if number.current not in (None, ONE):
        return None
    number.current = Decimal(HEAPS[words[at].lower])
    return (2 if word_at(words, at + 1).lower == "of" else 1), True


def _article(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """ "a hundred", "a quarter"."""
    if number.current is not None:
        return None
    following = word_at(words, at + 1)
    if following.norm == "<scale>":
        number.current = ONE
        return 1, False
    if following.lower in BESIDE_ARTICLE and word_at(words, at + 2).norm == "<scale>":
        number.current = ONE
        return 2, False
    if part_at(words, at) is not None:
        return _part(words, at, number)
    return (1, False) if following.lower in _AFTER_ARTICLE else None


def _and(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """ "two and a half", "a million and a half", "hundred and five"."""
    part = added_part(words, at)
    if part is not None:
        return (part[1] - at, True) if number.add_part(part[0]) else None
    return (1, False) if number.is_open and word_at(words, at + 1).lower in BELOW_HUNDRED else None


def _point(words: list[Word], at: int, number: GrowingNumber) -> Step | None:
    """ "three point five", "point five"."""
    place = _TENTH
    last = at + 1
    held = number.current
    if held is None and (number.total or not starts_point(words, at)):
        return None
    while last < at + _LONGEST and (digit := _DIGITS.get(word_at(words, last).lower)) is not None:
        held = (held or Decimal(0)) + digit * place
        place /= 10
        last += 1
    number.current = held
    return (last - at, True) if last > at + 1 else None


def starts_point(words: list[Word], at: int) -> bool:
    """Whether "point" at token `at` begins a number below one: "by point five percent", not "at this point five percent"."""
    before = word_at(words, at - 1)
    is_led = before.is_space or before.text in OPENING or before.lower in _BEFORE_POINT
    return is_led and word_at(words, at + 1).lower in UNITS
