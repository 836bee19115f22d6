"""Coined names, told by a capital inside a word ("OrvaTek"), and words that a lost line break has joined, which look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS, THING_HEADS
from extractor.annotating.types.regions.places import load_places
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

# A capital inside a word: coined names. Not so in surnames.
_CAMEL = late.regex(r"\b[A-Z][a-z]+[A-Z][a-z]+|\b[a-z][A-Z][a-z]{2,}")
_PEOPLE_CAMEL = late.regex(
    r"(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|Fitz|O)[A-Z]|(?:iPhone|iPad|iOS|macOS|iMac|eBook|PhD|LiDAR|ChatGPT"
    r"|JavaScript|GitHub|YouTube)"
)
_CAMEL_PARTS = late.regex(r"[A-Z][a-z]+")
# Letters of a name in small letters at least, and a word that stands between names and that no table of the language has.
LEAST_SMALL = 4
_BETWEEN = "versus"
# Words that open the line below a heading or a value ("HybridBy").
_OPENS_PHRASE = frozenset("by the in for with from and of our this".split())
# A word joined to the end of a heading ("Application InsightsMetalworking").
_GLUED_TO_HEADING = late.regex(r"^((?:[A-Z][a-z]+ )*[A-Z]?[a-z]+)([A-Z][a-z]+)")
_ENDS_HEADINGS = THING_HEADS | frozenset(
    "regions products applications types segments users technologies countries materials services".split()
)
# A coined name has fewer words than this.
LONGEST_COINED = 4


def is_coined(text: str, count: int) -> bool:
    """Whether a name of `count` words has a capital inside a word, and is no surname, product or joined heading."""
    return (
        count < LONGEST_COINED
        and _CAMEL.search(text) is not None
        and _PEOPLE_CAMEL.match(text) is None
        and not _is_joined_heading(text)
    )


def is_joined(text: str) -> bool:
    """Whether a lost line break has joined the word from words of the language, or a heading and the word behind it."""
    return _are_joined_words(text) or _is_joined_heading(text)


def _are_joined_words(text: str) -> bool:
    """Whether a lost line break has joined words of the language ("RestraintsInteroperability")."""
    parts = _CAMEL_PARTS.findall(text)
    return len(parts) > 1 and all(is_common(part.lower()) or part.lower() in FUNCTION_WORDS for part in parts)


def _is_joined_heading(text: str) -> bool:
    """Whether a lost line break has joined a heading or a place with the first word behind it ("ChallengesCompliance", "EuropeGrowth")."""
    glued = _GLUED_TO_HEADING.search(text)
    if glued is not None and _heads_section(glued[1]) and _may_follow(glued[2]):
        return True
    first, *rest = _CAMEL_PARTS.findall(text) or [""]
    is_heading = (
        (bool(rest) and is_common(first.lower()) and rest[-1].lower() in _OPENS_PHRASE)
        or first.lower() in THING_HEADS
        or first.lower() in FUNCTION_WORDS
        or (bool(rest) and load_places().get(first) is not None)
    )
    return is_heading and bool(rest) and all(_may_follow(part) for part in rest)


def _heads_section(words: str) -> bool:
    """Whether a heading may end on the words before a joined capital: a word of headings, or a place ("Latin America")."""
    return words.rpartition(" ")[2].lower() in _ENDS_HEADINGS or (" " in words and load_places().get(words) is not None)


def _may_follow(part: str) -> bool:
    """Whether the word may start what stands below a heading: one of the language, or a place."""
    lower = part.lower()
    return is_common(lower) or lower in FUNCTION_WORDS or load_places().get(part) is not None


def is_coined_small(word: Word) -> bool:
    """Whether the word in small letters is none of the language, or starts on a figure that is no number ("3i")."""
    text = word.text
    if not text.islower() or text == _BETWEEN or is_common(text):
        return False
    if text[0].isdigit():
        return text[-1].isalpha() and word.norm == text
    return word.is_alpha and len(text) >= LEAST_SMALL
