"""Wording: what the words of a line say of whether it belongs to an article, by weights learned from labelled texts.

Phrase rules name what they know ("Request a sample"); most furniture is worded as no rule foresees: "Tweet Print PDF",
"Enjoyed this? Leave us five stars". Its words are telling all the same.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import sqrt
from typing import Final

from extractor.cleaning.memory import remembering

MOST_CHARS: Final = 120  # of a line that are looked at: long lines open as what they are
MOST_SAID: Final = 6.0  # log odds
FIRST, LAST = "^", "$"  # before a word that begins or ends a line
BIAS: Final = "^$"  # the weight of a line without a word
_SCALE: Final = 100.0  # weights are whole hundredths, so that their sum is the same in any order
_APART: Final = string.punctuation.replace("'", "") + "“”‘–—•·©®™…»›→▶×"
_FOLDED: Final = str.maketrans(_APART + "123456789", " " * len(_APART) + "0" * 9, "'’")


def words_of_line(line: str) -> list[str]:
    """The telling words of a line: in small letters without marks, digits folded, the first and the last once more as such.

    >>> words_of_line("Read more: 12 'tips'")
    ['read', 'more', '00', 'tips', '^read', '$tips']
    """
    words = line[:MOST_CHARS].lower().translate(_FOLDED).split()
    if not words:
        return []
    return [*dict.fromkeys(words), FIRST + words[0], LAST + words[-1]]


@cache
def load_wording() -> Mapping[str, int]:
    """What each word weighs, in hundredths of log odds, from `wording.tsv`: a weight a line, with its words."""
    lines = (files("extractor.cleaning.flat") / "wording.tsv").read_text("utf-8").splitlines()
    return {
        word: int(weight) for weight, _, words in (line.partition("\t") for line in lines if not line.startswith("#"))
        for word in words.split(" ")
    }  # fmt: skip


def said_by(words: list[str], weights: Mapping[str, int]) -> float:
    """The log odds that a line of these words belongs to an article, as far as they tell."""
    told = sum(map(weights.get, words, repeat(0))) / sqrt(len(words)) if words else 0.0
    return max(-MOST_SAID, min((told + weights.get(BIAS, 0)) / _SCALE, MOST_SAID))


@remembering
def wording(line: str) -> float:
    """What the words of a line say of its belonging to an article: log odds, above zero for it."""
    return said_by(words_of_line(line), load_wording())
