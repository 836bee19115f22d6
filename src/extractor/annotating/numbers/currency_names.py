"""Whether the words at a place name a currency, be it by a name of several words: "Hong Kong dollars"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS
from extractor.annotating.lexicon.currencies import currencies

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

_NAMES, _FIRST_WORDS = currencies().names, currencies().first_words
_LONGEST = 4  # words of all but a few names


def names_currency(words: list[Word], at: int) -> bool:
    """Whether a sign, a code or a name of a currency starts at token `at`."""
    if at >= len(words):
        return False
    if words[at].norm in CURRENCY_NORMS:
        return True
    if words[at].lower not in _FIRST_WORDS:
        return False
    lowers = [word.lower for word in words[at : at + _LONGEST]]
    return any(" ".join(lowers[:count]) in _NAMES for count in range(2, len(lowers) + 1))
