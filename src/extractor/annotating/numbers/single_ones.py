"""Articles that count: "under a dollar", "up a percent", "a dollar and twenty cents", not "a dollar crisis"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import ARTICLES, BELOW_HUNDRED, HYPHENS
from extractor.annotating.tokens.words import CLOSING, word_at

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

_BEFORE_ONE = frozenset("under over than about around below above nearly almost least costs cost exactly".split())
_BEFORE_ONE_PERCENT = _BEFORE_ONE | frozenset(
    "rose fell grew gained lost by up down of added half dropped slipped".split()
)
_PERCENT_FIRST_WORDS = frozenset({"percent", "per", "percentage", "basis"})
# What may follow a unit that an article counts: "a dollar each", where "a dollar crisis" has none.
_AFTER_ONE = CLOSING | frozenset("a an per each apiece for or today more less".split())
_IDIOMS = frozenset({("yen", "for"), ("yen", "to")})  # "a yen for tea"
# Slang that means nothing but money.
_NOTES = frozenset({"fiver", "tenner"})
_CENTS = frozenset({"penny", "cent"})
_WEIGHTS = frozenset({"pound", "dram"})
_AND_A_HALF = ["and", "a", "half"]
_CENTS_WINDOW = 5  # tokens behind "a dollar and" within which its cents stand


def is_one(words: list[Word], at: int) -> bool:
    """Whether the article at token `at` counts: "under a dollar", "a dollar and twenty cents"."""
    if words[at].lower not in ARTICLES:
        return False
    counted = word_at(words, at + 1)
    lead = words[at - 1].lower if at else ""
    if counted.lower in _PERCENT_FIRST_WORDS:
        return _is_one_percent(words, at, lead)
    if counted.norm not in ("<unit>", "<minor>") or counted.lower.endswith("s"):
        return False
    if lead in _BEFORE_ONE or counted.lower in _NOTES:
        return True
    behind = words[at + 2 : at + 2 + _CENTS_WINDOW]
    following = behind[0].lower if behind and not behind[0].is_space else ""
    if (counted.lower, following) in _IDIOMS:
        return False
    is_money = counted.norm == "<unit>" or (not lead and counted.lower in _CENTS)
    if (not following or following in _AFTER_ONE) and is_money and counted.lower not in _WEIGHTS:
        return True
    if counted.lower not in _WEIGHTS and [word.lower for word in behind[:3]] == _AND_A_HALF:
        return True
    return bool(behind) and _are_cents(behind)


def _is_one_percent(words: list[Word], at: int, lead: str) -> bool:
    """Whether the article counts a percent, or a point of percentage: "up a percent", "a basis point"."""
    if words[at + 1].lower in ("percentage", "basis"):
        return word_at(words, at + 2).lower == "point" and (not at or lead in _BEFORE_ONE_PERCENT)
    return words[at].lower == "a" and lead in _BEFORE_ONE_PERCENT


def _are_cents(behind: list[Word]) -> bool:
    """Whether the words behind a unit go on with its cents: "a dollar fifty", "a dollar and twenty cents"."""
    cents = 0
    while cents < len(behind) and (behind[cents].lower in BELOW_HUNDRED or (cents and behind[cents].text in HYPHENS)):
        cents += 1
    if cents:
        return cents == len(behind) or behind[cents].text in CLOSING or behind[cents].norm == "<minor>"
    return behind[0].lower == "and" and any(word.norm == "<minor>" for word in behind)
