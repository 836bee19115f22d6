"""Sentence boundaries on tokens. Cleaning has already put every heading, list item and table row on its own line."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.tokens.words import MAY_END, selector

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

_END = frozenset(".!?…")
_MAY_END = selector(MAY_END)
_CLOSING = frozenset("\"'”’»)]")
# Abbreviations that a name or a number follows: no sentence ends on them, whatever comes next.
_NEVER_LAST = frozenset(
    "dr. mr. mrs. ms. prof. st. no. nos. vs. fig. vol. approx. e.g. i.e. gen. sen. rep. gov. rs. ca. mt. ft. jan. feb. "
    "mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.".split()
)
# After an abbreviation that often ends a sentence ("Inc.", "U.S."), only these words are sure to start one.
_STARTERS = frozenset(
    "the a an this these those it its they we he she in on at by for with from as however moreover furthermore "
    "meanwhile additionally also but and or while when where what which who according there our their during after "
    "before since if to such many some most both all each key major leading global".split()
)


def sentence_starts(words: list[Word], bits: bytes) -> list[int]:
    """Token numbers at which a sentence starts, given the words and their bits.

    A line break starts one. So does a capital, digit, bracket or quote after ".", "!", "?" or "…" (closing
    marks may stand between), unless the mark belongs to an abbreviation or an initial ("F. Hoffmann").
    """
    starts: list[int] = []
    count = len(words)
    is_fresh = True
    behind = 0  # the token behind the last that may have ended a sentence
    for index in compress(range(count), bits.translate(_MAY_END)):
        if is_fresh and index > behind:
            starts.append(behind)
            is_fresh = False
        behind = index + 1
        word = words[index]
        if word.is_space:
            is_fresh = is_fresh or "\n" in word.text
            continue
        if is_fresh:
            starts.append(index)
            is_fresh = False
        text = word.text
        if text in _END or (text[-1] == "." and len(text) > 1):
            is_fresh = _ends(words, index, count)
        elif text in _CLOSING and index and words[index - 1].text in _END:
            is_fresh = index + 1 < count and words[index + 1].is_capitalized
    if is_fresh and behind < count:
        starts.append(behind)
    return starts


def _ends(words: list[Word], index: int, count: int) -> bool:
    word = words[index]
    after = index + 1
    if after >= count:
        return False
    following = words[after]
    if following.text in _CLOSING and word.text in _END:
        return False  # ended by the closing mark: see below
    if following.is_space:
        return False
    if word.text in _END:
        before = words[index - 1] if index else None
        if word.text == "." and before is not None and len(before.text) == 1 and before.is_upper:
            return following.lower in _STARTERS and following.is_capitalized
        return following.is_capitalized or following.text[0].isdigit() or following.text[0] in "\"'“‘«([$€£¥₹"
    if word.lower in _NEVER_LAST:
        return False
    return following.is_capitalized and following.lower in _STARTERS
