"""Where names and sentences begin and end among the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extractor.data.publisher_cues import load_word_classes

LONGEST_NAME: Final = 7  # words
LEAST_SENTENCE: Final = 2  # characters of a word with a full stop that are an initial
WORDS_KEPT: Final = 8192  # words whose looks are remembered
# Marks behind a word that end a name.
_ENDS: Final = (",", ".", ";", ":", "!", "?", ")", "”", '"', "—", "–")
OPENS: Final = "(“\"'‘[*_"
_BRACKETS: Final = "(["
CLINGS: Final = ".,;:!?()[]“”\"'’‘*_™®|"
POSSESSIVE: Final = ("’s", "'s")
SHORT: Final = frozenset(("Inc.", "Ltd.", "Pvt.", "Co.", "St.", "Dr."))  # the full stop ends no sentence
_JOINING: Final = frozenset(("&", "and", "de", "del", "della", "du", "do", "da", "y", "et", "und"))
_LAST: Final = ".!?”\"’')"  # the last characters of words that end a sentence


@lru_cache(WORDS_KEPT)
def is_name(word: str) -> bool:
    word = word.lstrip(OPENS)
    if not word:
        return False
    if word[0].isupper():
        return not word.endswith("-based") and word.rstrip(CLINGS).lower() not in load_word_classes()["no_name"]
    return word[:1].isalnum() and any(map(str.isupper, word[1:6])) and word[1:2] != "-"


@lru_cache(WORDS_KEPT)
def ends_name(word: str) -> bool:
    return word.endswith(_ENDS) and word not in SHORT and len(word) > LEAST_SENTENCE


def end_of_name(words: Sequence[str], start: int) -> int:
    """The place behind the name that begins at a word."""
    stop = start
    while stop < len(words) and stop - start < LONGEST_NAME:
        word = words[stop]
        if stop > start and word[0] in _BRACKETS:
            break
        if not is_name(word):
            joins = word in _JOINING and stop + 1 < len(words) and stop > start and is_name(words[stop + 1])
            if not joins:
                break
        stop += 1
        if word.endswith(POSSESSIVE) or ends_name(word):
            break
    return stop


def name_before(words: Sequence[str], stop: int) -> tuple[int, int] | None:
    """The name that ends before a place, as its first word and that place; None where no name does."""
    start = stop
    while start > 0 and stop - start < LONGEST_NAME:
        word = words[start - 1]
        if start < stop and ends_name(word):
            break
        if not is_name(word) and not (start < stop and word in _JOINING and start > 1 and is_name(words[start - 2])):
            break
        start -= 1
    return (start, stop) if start < stop else None


def sentence_at(words: Sequence[str], at: int) -> str:
    """The sentence that a word stands in."""
    first = last = at
    while first > 0 and not (words[first - 1][-1] in _LAST and ends_sentence(words, first - 1)):
        first -= 1
    final = len(words) - 1
    while last < final and not (words[last][-1] in _LAST and ends_sentence(words, last)):
        last += 1
    return " ".join(words[first : last + 1])


def ends_sentence(words: Sequence[str], at: int) -> bool:
    return _may_end_sentence(words[at]) and (at + 1 == len(words) or not words[at + 1][0].islower())


@lru_cache(WORDS_KEPT)
def _may_end_sentence(word: str) -> bool:
    word = word.rstrip("”\"’')")
    return word.endswith((".", "!", "?")) and word not in SHORT and len(word) > LEAST_SENTENCE
