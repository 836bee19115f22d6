"""Where the run around a number or a currency starts: number words, signs and the first words of a name lie left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER_NORMS
from extractor.annotating.lexicon.currencies import currencies
from extractor.annotating.lexicon.terms import ARTICLES, BESIDE_ARTICLE, FRACTIONS, HYPHENS, MINUSES, NUMBER_WORDS
from extractor.annotating.numbers.amounts_words import starts_point
from extractor.annotating.numbers.single_ones import is_one
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# Words a number in words may reach over to the left: "two and a half", "five to ten dollars".
_REACH = HYPHENS | frozenset({"and", "of", "a", "an", "to", "or", "point", "oh", "–", "some", "plus", "odd"})
_AFTER_ARTICLE = frozenset({"couple", "dozen", "hundred", *FRACTIONS})
_LONGEST_HUNDREDTHS = 4  # tokens of "seven and no/" before "100"
_BRACKETED = 3  # tokens of "(5)"
_LONGEST_NUMBER = 14  # tokens that a number in words is followed to the left


def run_start(annotation: Annotation, anchor: int, floor: int) -> int:
    """The token, not before token `floor`, at which the run around token `anchor` starts."""
    words = annotation.words
    if anchor == floor:
        return anchor
    if words[anchor].norm not in NUMBER_NORMS:
        start = _phrase_start(words, anchor, floor)
    elif is_part_of_one(words, anchor) or _are_hundredths(words, anchor):
        start = _number_start(words, anchor, floor)
    elif _ends_hundredths(words, anchor, floor):
        start = _number_start(words, anchor - 2, floor)
    else:
        start = anchor
    return _lead_start(annotation, start, floor) if start > floor else start


def _phrase_start(words: list[Word], anchor: int, floor: int) -> int:
    """The first token of the currency or percent sign at token `anchor`, with the number in words before it."""
    norm = words[anchor].norm
    before = words[anchor - 1].lower
    start = anchor
    if norm in ("<minor>", "<percent>") and before == "per":
        start -= 1  # "per cent"
    elif norm == "<minor>" and before in HYPHENS and start - 1 > floor and words[anchor - 2].lower == "per":
        start -= 2  # "per-cent"
    elif norm in ("<unit>", "<minor>", "<sign>"):
        start = name_start(words, anchor, floor)
    if words[start - 1].text == ")":
        start = _bracket_start(words, start, floor)
    before = words[start - 1].lower
    is_number = before in _REACH or before in NUMBER_WORDS or before in BESIDE_ARTICLE
    return _number_start(words, start, floor) if is_number else start


def _lead_start(annotation: Annotation, start: int, floor: int) -> int:
    """Token `start`, or that of the minus sign or of "between" or "from" before it."""
    words = annotation.words
    if words[start - 1].lower in MINUSES and not annotation.has_space_before(start):
        start -= 1
    is_led = start > floor and words[start - 1].lower in ("between", "from")
    return start - 1 if is_led else start


def _bracket_start(words: list[Word], start: int, floor: int) -> int:
    """The bracket before token `start` where it says a number in words again: "five (5) percent"; or `start`."""
    opening = start - _BRACKETED
    if opening <= floor or words[opening].text != "(" or words[start - 2].norm not in NUMBER_NORMS:
        return start
    return opening if words[opening - 1].lower in NUMBER_WORDS else start


def _number_start(words: list[Word], start: int, floor: int) -> int:
    """The first token of the number in words that ends before token `start`, or `start`."""
    at = start
    lowest = max(floor, start - _LONGEST_NUMBER)
    while at > lowest:
        lower = words[at - 1].lower
        if (
            lower in NUMBER_WORDS
            or (lower == "point" and starts_point(words, at - 1))
            or (
                lower in ARTICLES
                and (words[at].lower in _AFTER_ARTICLE or words[at].norm == "<scale>" or is_one(words, at - 1))
            )
        ):
            start = at - 1
        elif lower == "of" and at > lowest + 1 and _is_part_in_digits(words[at - 2]):
            return at - 2  # "0.5 of 1 percent"
        elif lower in BESIDE_ARTICLE and words[at].norm == "<scale>" and at > lowest + 1:
            return at - 2 if words[at - 2].lower in ARTICLES else start  # "a cool million"
        elif lower not in _REACH:
            break
        at -= 1
    return start


def name_start(words: list[Word], last: int, floor: int) -> int:
    """The first token of the longest currency name that ends on token `last` ("Hong Kong dollars")."""
    table = currencies()
    if words[last].lower not in table.last_words:
        return last
    for first in range(max(floor, last - table.longest + 1), last):
        pieces = words[first : last + 1]
        if (
            " ".join([word.lower for word in pieces]) in table.names
            or " ".join([word.text for word in pieces]) in table.exact
        ):
            return first
    return last


def is_part_of_one(words: list[Word], at: int) -> bool:
    """Whether the one at token `at` is what a part is of: "half of 1%", "three quarters of 1 million"."""
    if words[at].text != "1" or word_at(words, at - 1).lower != "of":
        return False
    part = word_at(words, at - 2)
    return part.lower in FRACTIONS or _is_part_in_digits(part)


def _is_part_in_digits(word: Word) -> bool:
    """Whether the word is a number below one: "0.5", ".25", "¾"."""
    return word.norm == "<number>" and (word.text.startswith(("0.", ".")) or not word.text[0].isdecimal())


def _ends_hundredths(words: list[Word], at: int, floor: int) -> bool:
    """Whether the digits at token `at` end what says that there are none: "seven and no/100 dollars"."""
    if at - _LONGEST_HUNDREDTHS < floor or words[at].text != "100" or words[at - 1].text != "/":
        return False
    return words[at - 3].lower == "and" and words[at - 4].lower in NUMBER_WORDS


def _are_hundredths(words: list[Word], at: int) -> bool:
    """Whether the digits at token `at` are hundredths behind a number in words: "seven and 25/100 percent"."""
    if word_at(words, at - 1).lower != "and" or word_at(words, at - 2).lower not in NUMBER_WORDS:
        return False
    return word_at(words, at + 1).text == "/" and word_at(words, at + 2).text == "100"
