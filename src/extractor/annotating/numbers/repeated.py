"""A number said again in brackets, as contracts do: "5 (five) million", "five (5) million", "5,000 (five thousand) euros"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER_NORMS
from extractor.annotating.lexicon.terms import NUMBER_WORDS
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

_LONGEST = 16  # tokens of a number in words
_WITHIN = frozenset({"and", "point", "-"})


def behind_repeated(words: list[Word], at: int) -> int | None:
    """The token behind the number in brackets whose bracket is token `at`, or None."""
    last = at + 1
    if word_at(words, last).norm in NUMBER_NORMS:
        last += 1
    else:
        while last < at + _LONGEST and _is_of_number(word_at(words, last)):
            last += 1
    return last + 1 if last > at + 1 and word_at(words, last).text == ")" else None


def _is_of_number(word: Word) -> bool:
    return word.lower in NUMBER_WORDS or word.norm == "<scale>" or word.lower in _WITHIN
