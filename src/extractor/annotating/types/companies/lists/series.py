"""Enumerations: names with nothing but list marks between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.rows import CELL_MARK, is_row
from extractor.annotating.types.companies.letters.coined import is_coined_small
from extractor.annotating.types.companies.names.shapes import POSSESSIVES

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.companies.names.chunk import Chunk

_SEPARATORS = frozenset(
    [
        ",",
        ";",
        "and",
        "or",
        "&",
        "/",
        "|",
        "the",
        "as",
        "well",
        "also",
        "both",
        "–",
        "—",
        "-",
        "•",
        "·",
        "vs.",
        "vs",
        "versus",
    ]
)
# Before and behind a name in a list: its "'s" belongs to it there.
_OPENS_ITEM, _CLOSES_ITEM = frozenset([",", ";", "and"]), frozenset([",", ";", "and", "."])
_WRAPPING = frozenset([",", ";"])
# Tokens between two items of one series at most.
LONGEST_SEPARATOR = 5


# Before the place that an item comes from ("Orvane of Peru, Tessel in Lima and Marek from Chile").
_OF_PLACES = frozenset(["of", "in", "from"])


def find_series(annotation: Annotation, chunks: list[Chunk], places: dict[int, int]) -> list[list[Chunk]]:
    """The chunks in groups that are separated by list marks alone; `places` has the last token of each place by its first."""
    words, lowers = annotation.words, annotation.lowers
    found: list[list[Chunk]] = []
    group: list[Chunk] = []
    tail = -LONGEST_SEPARATOR - 1
    for chunk in chunks:
        if _ends_on_possessive(lowers, chunk):
            chunk.last = chunk.end = chunk.tail = chunk.tail + 1  # "Natrol, Zarbee's, Hum Nutrition"
        gap = chunk.start - tail
        if chunk.start < tail:
            found.append([chunk])  # the place of the item before, or in a remark behind it: the list goes on
            continue
        if gap == 1 and lowers[tail] == "(" and lowers[chunk.tail : chunk.tail + 1] == [")"]:
            found.append([chunk])  # "Urban Arrow (Pon)": the owner stands aside, the list goes on
            tail = chunk.tail + 1
            continue
        if (gap == BRIDGED and is_small_item(words, tail + 1)) or (
            0 < gap <= LONGEST_SEPARATOR
            and (lowers[tail] in _SEPARATORS or len(lowers[tail]) < 2 or not words[tail].is_alpha)
            and _adjoins(words, lowers, tail, chunk)
            and not (tail != group[-1].tail and len(group) == 1 and _opens_clause(lowers, tail, chunk, places))
            and not (lowers[tail] == CELL_MARK and is_row(annotation, tail))
        ):
            group.append(chunk)
            chunk.series = group
        else:
            group = chunk.series = [chunk]
            found.append(group)
        tail = chunk.tail
        if lowers[tail : tail + 1] and lowers[tail] in _OF_PLACES and tail + 1 in places:
            tail = places[tail + 1]
    return found


def _ends_on_possessive(lowers: list[str], chunk: Chunk) -> bool:
    """Whether the "'s" behind an item of a list has nothing behind it that the name could own."""
    behind = lowers[chunk.tail : chunk.tail + 2]
    if len(behind) < 2 or behind[0] not in POSSESSIVES or behind[1] not in _CLOSES_ITEM:
        return False
    return chunk.start > 0 and lowers[chunk.start - 1] in _OPENS_ITEM and not chunk.facts.known


def _opens_clause(lowers: list[str], tail: int, right: Chunk, places: dict[int, int]) -> bool:
    """Whether the name behind "and" opens a clause: "Orvane runs Tessel in Ohio, and Marek" is a list only if a place follows."""
    if "and" not in lowers[tail : right.start]:
        return False
    return lowers[right.tail : right.tail + 1] not in ([word] for word in _OF_PLACES) or right.tail + 1 not in places


# Tokens between two items that a single item in small letters stands between (", vivo,").
BRIDGED = 3
_ITEM_SEPARATORS = frozenset([",", ";", "|"])
_LAST_SEPARATORS = _ITEM_SEPARATORS | {"and", "&", "or"}


def is_small_item(words: list[Word], token: int) -> bool:
    """Whether the token between two separators is a coined word in small letters ("Shure, beyerdynamic, Tessel")."""
    word = words[token]
    return (
        words[token - 1].text in _ITEM_SEPARATORS
        and words[token + 1].text in _LAST_SEPARATORS
        and is_coined_small(word)
    )


def _adjoins(words: list[Word], lowers: list[str], tail: int, right: Chunk) -> bool:
    """Whether only list marks stand between token `tail` and the chunk."""
    if lowers[tail] == ";" and right.tail < len(words):
        behind = words[right.tail]
        if not (behind.text in (";", ".", ",") or behind.is_space or behind.lower == "and"):
            return False  # the next clause, not the next item
    if _SEPARATORS.issuperset(lowers[tail : right.start]):
        return True
    between = words[tail : right.start]
    return all(word.lower in _SEPARATORS or _is_numbering(word, between) for word in between)


def _is_numbering(word: Word, words: list[Word]) -> bool:
    """Whether the word is a number, bracket or space between two items ("A, 2) B")."""
    if word.is_space:
        # a wrapped line of a list ends on its mark
        return "\n" not in word.text or (words[0].text in _WRAPPING and "\n\n" not in word.text)
    if len(words) < 2:
        return False
    if word.text == "(" or (len(word.text) == 1 and word.is_alpha and any(other.text == ")" for other in words)):
        return True  # "b)", "(2)"
    return (word.is_digit and len(word.text) < 4) or (word.text in ".)" and words[0].text != ".")
