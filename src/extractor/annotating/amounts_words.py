"""A number in words: "two hundred and fifty million", "half a billion", "a couple of million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating import lexicon
from extractor.annotating.amount import ONE, Amount
from extractor.annotating.lexicon import LETTER, scale_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_SIXTH_PLACE = Decimal("0.000001")
# The number of words that a number is followed.
_LONGEST = 40
_HYPHENS = frozenset({"-", "‑"})
_PARTS = frozenset({"quarters", "third", "thirds", "tenth", "tenths", "fifth", "fifths"})  # only after a count: "three quarters of a million"
_AFTER_ARTICLE = frozenset({"half", "quarter", "couple", "dozen", "tenth", "third", "fifth"})
_OF_A = frozenset({"a", "an", "one"})
_BEFORE_ONE = frozenset({"under", "over", "than", "about", "around", "below", "above", "nearly", "almost", "least", "costs", "cost", "exactly"})
_AND = frozenset({"and"})
_HALVES = frozenset({"half", "quarter"})
_LONGEST_HALF = 6  # tokens of "-and-a-half"
# How far a word takes the reader, and whether the number could end there.
Step = tuple[int, bool]


class _Number:
    """A number as it grows word by word: what its scale words closed, and what stands before the next of them."""

    __slots__ = ("current", "largest", "total")

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.largest = ONE

    def add(self, small: int) -> bool:
        """Adds a number below a hundred, where one can stand: "twenty" + 5, "hundred" + 25."""
        held = self.current
        if held is not None and held % 100 != 0 and not (small < 10 and held % 10 == 0 and held % 100 != 10):
            return False
        self.current = (held or Decimal(0)) + small
        return True

    def scale(self, factor: Decimal) -> bool:
        """Takes in "hundred", "thousand" ..."""
        if self.current is None:
            if self.total == 0 or factor == _HUNDRED:
                return False
            self.total *= factor
            self.largest *= factor
        elif factor == _HUNDRED:
            self.current *= _HUNDRED
        elif self.total and factor >= self.largest:
            return False
        else:
            self.total += self.current * factor
            self.largest = max(self.largest, factor)
            self.current = None
        return True

    @property
    def is_open(self) -> bool:
        """Whether "and" and a number below a hundred can follow."""
        return self.total != 0 if self.current is None else self.current % 100 == 0


def read_words(annotation: Annotation, at: int) -> Amount | None:
    """The number in words that starts at token `at`, or None."""
    words = annotation.words
    if is_one(words, at):
        return Amount(at, at + 1, ONE)
    number = _Number()
    start = end = at
    limit = min(len(words), at + _LONGEST)
    while at < limit:
        step = _step(words, at, number)
        if step is None:
            break
        at += step[0]
        if step[1]:
            end = at
    if end == start or (number.current is None and number.total == 0):
        return None
    total = number.total + (number.current or Decimal(0))
    return Amount(start, end, total / number.largest, number.largest)


def _step(words: list[Word], at: int, number: _Number) -> Step | None:
    word = words[at]
    lower = word.lower
    small = lexicon.UNITS.get(lower) or lexicon.TENS.get(lower)
    if (small is not None and not (lower == "dozen" and number.current is not None)) or lower == "zero":
        return (1, True) if number.add(small or 0) else None
    if word.norm == "<scale>":
        scale = scale_of(word.text)
        return (1, True) if scale is not None and scale.kind != LETTER and number.scale(scale.factor) else None
    if lower == "dozen" and number.current is not None:
        number.current *= 12
        return 1, True
    if lower in lexicon.FRACTIONS:
        return _fraction(words, at, number)
    if lower in lexicon.HEAPS:
        return _heap(words, at, number)
    if lower in lexicon.ARTICLES:
        return _article(words, at, number)
    if lower == "and":
        return _and(words, at, number)
    if lower == "point":
        return _point(words, at, number)
    if lower in _HYPHENS and number.current is not None and at + 1 < len(words):
        following = words[at + 1]
        if following.lower == "and":
            return _and(words, at, number)
        is_unit = number.current % 10 == 0 and 0 < lexicon.UNITS.get(following.lower, 10) < 10
        return (1, False) if is_unit or following.norm == "<scale>" or following.lower in _PARTS else None
    return None


def _fraction(words: list[Word], at: int, number: _Number) -> Step | None:
    """ "half a", "a quarter of a", "three quarters of a"."""
    lower = words[at].lower
    of_a = _lower(words, at + 1) == "of" and _lower(words, at + 2) in _OF_A
    held = number.current
    if lower in _PARTS:
        is_counted = held is not None or (at and words[at - 1].lower in lexicon.ARTICLES)
        if not is_counted or (held is not None and held >= 10) or not of_a:
            return None
    elif lower not in ("half", "quarter") or (held is not None and not (lower == "quarter" and held == 1)):
        return None
    number.current = (lexicon.FRACTIONS[lower] * (held or ONE)).quantize(_SIXTH_PLACE).normalize()
    if of_a:
        return 3, True
    return (2 if _lower(words, at + 1) in lexicon.ARTICLES else 1), True


def _heap(words: list[Word], at: int, number: _Number) -> Step | None:
    """ "a couple of"."""
    if number.current not in (None, ONE):
        return None
    number.current = Decimal(lexicon.HEAPS[words[at].lower])
    return (2 if _lower(words, at + 1) == "of" else 1), True


def _article(words: list[Word], at: int, number: _Number) -> Step | None:
    """ "a hundred", "a quarter"."""
    if number.current is not None or at + 1 >= len(words):
        return None
    if words[at + 1].norm == "<scale>":
        number.current = ONE
        return 1, False
    return (1, False) if words[at + 1].lower in _AFTER_ARTICLE else None


def _and(words: list[Word], at: int, number: _Number) -> Step | None:
    """ "two and a half", "a million and a half", "hundred and five"."""
    end = half_end(words, at)
    if end is not None:
        part = lexicon.FRACTIONS[words[end - 1].lower]
        if number.current is not None:
            number.current += part
        elif number.total:
            number.total += part * number.largest
        else:
            return None
        return end - at, True
    after = _lower(words, at + 1)
    return (1, False) if number.is_open and (after in lexicon.UNITS or after in lexicon.TENS) else None


def half_end(words: list[Word], at: int) -> int | None:
    """The token behind "and a half" (or "-and-a-half"), or None when that does not start at token `at`."""
    wanted = [_AND, _OF_A, _HALVES]
    for place in range(at, min(len(words), at + _LONGEST_HALF)):
        lower = words[place].lower
        if lower in wanted[0]:
            wanted.pop(0)
            if not wanted:
                return place + 1
        elif lower not in _HYPHENS:
            return None
    return None


def _point(words: list[Word], at: int, number: _Number) -> Step | None:
    """ "three point five"."""
    place = _TENTH
    last = at + 1
    while number.current is not None and (digit := lexicon.UNITS.get(_lower(words, last), 10)) < 10 and last < at + _LONGEST:
        number.current += digit * place
        place /= 10
        last += 1
    return (last - at, True) if last > at + 1 else None


def is_one(words: list[Word], at: int) -> bool:
    """Whether the article at token `at` counts: "under a dollar"."""
    if at < 1 or at + 1 >= len(words) or words[at + 1].norm not in ("<unit>", "<minor>") or words[at + 1].lower.endswith("s"):
        return False
    return words[at].lower in lexicon.ARTICLES and words[at - 1].lower in _BEFORE_ONE


def _lower(words: list[Word], at: int) -> str:
    return words[at].lower if at < len(words) else ""
