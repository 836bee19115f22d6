"""A number said again in brackets before its scale, as contracts do: "5 (five) million", "five (5) million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon import NUMBER_WORDS
from extractor.annotating.lexicon_classes import NUMBER

if TYPE_CHECKING:
    from extractor.annotating.words import Word

_LONGEST = 6  # tokens of "one hundred and twenty - five"
_WITHIN = frozenset({"and", "point", "-", "hundred"})


def behind_repeated(words: list[Word], at: int) -> int | None:
    """The token of the scale behind the number in brackets whose bracket is token `at`, or None."""
    last = at + 1
    if last < len(words) and words[last].norm == NUMBER:
        last += 1
    else:
        while last < min(len(words), at + 1 + _LONGEST) and _is_of_number(words[last]):
            last += 1
    is_closed = at + 1 < last and last + 1 < len(words) and words[last].text == ")"
    return last + 1 if is_closed and words[last + 1].norm == "<scale>" else None


def _is_of_number(word: Word) -> bool:
    return word.lower in NUMBER_WORDS or word.lower in _WITHIN
