"""The language of a text: its script, or the share of its words that every text of a language holds."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from extractor import late
from extractor.data.tables import read_table

READ: Final = 1500  # characters from the start that are looked at
OPENING: Final = 400  # characters that tell plain English by themselves
LEAST_WORDS: Final = 12  # a shorter text tells nothing
LEAST_SHARE: Final = 0.12  # of the words that must be of the language; English prose has 0.3, a list of names 0.05
LEAD: Final = 1.25  # times as many as of the next language
PLAINLY_ENGLISH: Final = 0.12  # share of `_english()` among the words, marks and all, that no other language comes near
SURE_SHARE: Final = 0.2  # from which the words outweigh what the markup states
# Ranges of letters that stand for one language, or for most texts written in them.
_SCRIPTS: Final = (
    ("ja", 0x3040, 0x30FF),
    ("ko", 0xAC00, 0xD7A3),
    ("zh", 0x4E00, 0x9FFF),
    ("ru", 0x0400, 0x04FF),
    ("el", 0x0370, 0x03FF),
    ("he", 0x0590, 0x05FF),
    ("ar", 0x0600, 0x06FF),
    ("hi", 0x0900, 0x097F),
    ("th", 0x0E00, 0x0E7F),
)
_FIRST_OTHER: Final = 0x0370  # character of these scripts
_OTHER_SCRIPT: Final = late.regex(r"[\u0370-\u1fff\u2e80-\ud7ff]")
_SCRIPT_SHARE: Final = 0.3  # of the letters; Japanese mixes two scripts with Chinese signs
_KANA_SHARE: Final = 0.05
_EDGES: Final = str.maketrans(dict.fromkeys(".,;:()\"'”“’‘?!|–—[]0123456789%$€", " "))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Word -> the languages that it speaks for."""
    found: dict[str, list[str]] = {}
    for language, words in (row[:2] for row in read_table("own/language_words.tsv")):
        for word in words.split():
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _english() -> frozenset[str]:
    return frozenset(word for word, languages in _words().items() if languages == ("en",))


def language_of(text: str) -> tuple[str | None, float]:
    """The BCP 47 tag of the language of a text, or None when nothing tells, and the share of words that speak for it.

    >>> language_of("The price of tin rose in the spring, and it is expected to fall by the end of the year.")[0]
    'en'
    >>> language_of("Der Preis von Zinn ist im Frühjahr gestiegen und wird nach den Zahlen der Händler auch fallen.")[0]
    'de'
    >>> language_of("Tin 4 USD")[0] is None
    True
    """
    head = text[:READ]
    if not head.isascii() and _OTHER_SCRIPT.search(head) is not None:
        script = _script_of(head)
        if script is not None:
            return script, 1.0
    opening = head[:OPENING].lower().split()
    if len(opening) >= LEAST_WORDS and sum(map(_english().__contains__, opening)) >= SURE_SHARE * len(opening):
        return "en", 1.0
    words = head.lower().split()
    if len(words) >= LEAST_WORDS and sum(map(_english().__contains__, words)) >= PLAINLY_ENGLISH * len(words):
        return "en", 1.0
    uses = Counter(head.lower().translate(_EDGES).split())
    total = uses.total()
    if total < LEAST_WORDS:
        return None, 0.0
    known = _words()
    counts: dict[str, int] = {}
    for word in uses.keys() & known.keys():
        for language in known[word]:
            counts[language] = counts.get(language, 0) + uses[word]
    ranked = sorted(((count, language) for language, count in counts.items()), reverse=True)
    if not ranked:
        return None, 0.0
    best, language = ranked[0]
    following = ranked[1][0] if len(ranked) > 1 else 0
    share = best / total
    if share < LEAST_SHARE or best < LEAD * following:
        return None, share
    return language, share


def _script_of(text: str) -> str | None:
    """The language of a script other than Latin that most letters belong to."""
    letters = [ord(char) for char in text if char.isalpha()]
    if not letters or sum(code >= _FIRST_OTHER for code in letters) / len(letters) < _SCRIPT_SHARE:
        return None
    shares = {
        language: sum(first <= code <= last for code in letters) / len(letters) for language, first, last in _SCRIPTS
    }
    if shares["ja"] >= _KANA_SHARE and shares["ja"] + shares["zh"] >= _SCRIPT_SHARE:
        return "ja"
    language = max(shares, key=lambda name: shares[name])
    return language if shares[language] >= _SCRIPT_SHARE else None
