"""Four digits that are a score or a time of day: "beat them 2010 to 1999", "the 2015 train to Leeds", "landed at 1945"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.tokens.words import EDGE, word_at

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

_SCORING = frozenset(
    "beat beats won win wins lost lose loses defeated voted score scored scores led vote result".split()
)
_BETWEEN_SCORES = frozenset({"to", "-", "–", ":", "against"})
_SCORE_WINDOW = 5  # tokens before a score that hold its verb
# What goes by the clock, and what follows it then: "the 2015 train to Leeds", not "the 1952 train crash".
_CLOCKED = frozenset(
    "train ferry sailing bus flight shuttle service tram boat curfew shift showing screening departure".split()
)
_BEHIND_CLOCKED = frozenset("to from for leaves left is was departs departed arrives arrived out into on , .".split())
_MOVING = (
    "arriv", "depart", "land", "leav", "left", "take", "took", "start", "open", "clos", "meet", "met", "beg", "board",
    "dock", "kick", "sail", "end", "curfew", "call", "wake", "woke", "report", "touch", "see", "rang", "ring", "str",
)  # fmt: skip
_BEHIND_TIME = frozenset(". , ; ! ? ) on tonight sharp today tomorrow and every daily each or".split())
# Years that a sentence may end on behind "at", loosely written; others there are hours.
_SPOKEN_OF = range(2000, 2060)
_ENDS = frozenset({".", "!", "?"})
_MEASURED_AT = frozenset({"as", "stood", "stands", "valued", "dated", "peaked", "ended"})
_CLOCK_WINDOW = 4
_HOURS, _MINUTES = 24, 60


def is_score(words: list[Word], at: int) -> bool:
    """Whether the number at token `at` is one of the two of a result: "won 2012-1987"."""
    if word_at(words, at + 1).lower in _BETWEEN_SCORES and word_at(words, at + 2).is_digit:
        first = at
    elif word_at(words, at - 1).lower in _BETWEEN_SCORES and word_at(words, at - 2).is_digit:
        first = at - 2
    else:
        return False
    is_descending = int(words[first].text) >= int(words[first + 2].text)
    return is_descending and any(word.lower in _SCORING for word in words[max(0, first - _SCORE_WINDOW) : first])


def is_time(words: list[Word], at: int) -> bool:
    """Whether the number at token `at` is an hour and its minutes."""
    hour, minute = divmod(int(words[at].text), 100)
    if hour >= _HOURS or minute >= _MINUTES:
        return False
    before, after, second = (word_at(words, at + step) for step in (-1, 1, 2))
    if before.lower == "the" and after.lower in _CLOCKED:
        return second is EDGE or second.lower in _BEHIND_CLOCKED
    if before.lower != "at" or not (after is EDGE or after.lower in _BEHIND_TIME):
        return False
    if int(words[at].text) not in _SPOKEN_OF and (after is EDGE or after.text in _ENDS):
        return word_at(words, at - 2).lower not in _MEASURED_AT
    return any(word.lower.startswith(_MOVING) for word in words[max(0, at - 1 - _CLOCK_WINDOW) : at - 1])
