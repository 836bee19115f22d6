"""The name that stands before a word, and what it is there: subject, owner, what a firm is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractor.cleaning.name_runs import (
    POSSESSIVE,
    SHORT,
    end_of_name,
    ends_name,
    ends_sentence,
    is_name,
    name_before,
)
from extractor.data.publisher_cues import load_word_classes

STOPS: Final = (".", ";", "!", "?", ":")
PLURAL_POSSESSIVE: Final = ("s’", "s'")
CLAUSE: Final = 14  # words of a clause between a name and its verb, or its noun


def subject_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that is the subject of a verb: it stands before it, before an adverb, or before a clause between commas."""
    adverbs = load_word_classes()["adverb"]
    stop = at
    while stop > 0 and at - stop < 3 and words[stop - 1] in adverbs:
        stop -= 1
    if stop == 0 or (words[stop - 1].endswith(STOPS) and words[stop - 1] not in SHORT):
        return None
    if words[stop - 1].endswith(")"):
        while stop > 0 and not words[stop - 1].startswith("("):
            stop -= 1
        stop -= 1
    if stop > 0 and words[stop - 1].endswith(","):
        for place in range(stop - 2, max(stop - 2 - CLAUSE, -1), -1):
            if words[place].endswith(STOPS):
                break
            if words[place].endswith(",") and is_name(words[place]):
                return name_before(words, place + 1)
    return name_before(words, stop)


def meant_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that the sentence before begins with, where this one begins with a word for it: "It puts the market at"."""
    start = at - 1
    if at == 0 or words[start].lower() not in load_word_classes()["stand_in"]:
        return None
    if start and words[start - 1] == "The":
        start -= 1
    if start == 0 or not ends_sentence(words, start - 1):
        return None
    first = start - 1
    while first > 0 and not ends_sentence(words, first - 1):
        first -= 1
    stop = end_of_name(words, first)
    return (first, stop) if stop > first else None


def owner_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that a word for work or people is tied to: "Tin Road's latest lamp report", "Tin Road analysts"."""
    for place in range(at - 1, max(at - 5, -1), -1):
        word = words[place]
        if word.endswith((*POSSESSIVE, *PLURAL_POSSESSIVE)):
            return name_before(words, place + 1)
        if ends_name(word):
            return None
    if at > 0 and is_name(words[at - 1]):
        return name_before(words, at)
    return None


def called_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that is called a firm of the trade behind it: "Tin Road, a London consultancy", "Tin Road is a research firm"."""
    for place in range(at - 1, max(at - CLAUSE, 0), -1):
        word = words[place].lower()
        if words[place].endswith(STOPS):
            return None
        if word in ("a", "an", "the", "one"):
            stop = place
            while stop > 0 and words[stop - 1] in load_word_classes()["being"]:
                stop -= 1
            if stop == place and not words[stop - 1].endswith(","):
                continue
            return name_before(words, stop)
    return None
