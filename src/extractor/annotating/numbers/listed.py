"""A unit said once, behind the last of several numbers: "grew 3, 5 and 7 percent", "5, 10 and 20 dollars"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import BELOW_HUNDRED, HYPHENS
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.tokens.words import OPENING, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

LINKS = frozenset({"and", "or"})
_LONGEST_LIST = 8
# Before a list of two rates, which could as well be a count and a rate ("sold 5 and 15 percent were lost").
RATE_LEADS = frozenset(
    "by of at to from was were is are rose fell grew gained lost up down climbed dropped declined increased decreased "
    "returned yielded paid pays with only about around nearly the than".split()
)
_WINDOW = 30  # tokens within which "respectively" may follow


def listed_before(annotation: Annotation, first: int, leads: frozenset[str]) -> Iterator[tuple[int, Decimal]]:
    """The numbers of the list that ends with the value at token `first`, from the last to the first: token and number.

    Args:
        leads: what must stand before a list of two, unless "respectively" follows.
    """
    words = annotation.words
    found: list[tuple[int, Decimal]] = []
    at = first
    while len(found) < _LONGEST_LIST:
        place = at - 1
        if place > 0 and words[place].lower in LINKS and not found:
            place -= 1
            if words[place].text == ",":
                place -= 1
        elif found and words[place].text == ",":
            place -= 1
        else:
            break
        value = _number_at(words, place) if place >= 0 else None
        if value is None:
            break
        found.append((place, value))
        at = place
    is_count = len(found) == 1 and found[0][1] % 1 == 0  # nothing that is counted has a fraction
    if is_count and at and words[at - 1].lower not in leads and words[at - 1].text not in OPENING:
        sentence = annotation.sentence_of(first)[1]
        behind = words[first : min(sentence, first + _WINDOW)]
        if not any(word.lower == "respectively" for word in behind):
            return
    yield from found


def _number_at(words: list[Word], at: int) -> Decimal | None:
    """The number that token `at` is by itself, in digits or a word: "five", and nothing of "twenty-five"."""
    if words[at].norm == "<number>":
        figure = parse_figure(words[at].text)
        return None if figure is None else figure.value
    small = BELOW_HUNDRED.get(words[at].lower)
    before = word_at(words, at - 1)
    is_part = before.text in HYPHENS or before.lower in BELOW_HUNDRED or before.norm == "<scale>"
    return None if small is None or is_part else Decimal(small)
