"""Numbers that stand before a name and belong to it: "1184402 Ontario Limited", "360 Orvane, Inc.", "8X8 INC", "10x Orvane, Inc."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.types.companies.forms.form_table import starts_item
from extractor.annotating.types.regions.places import load_places

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.companies.names.chunk import Chunk

# Digits of the number by which a register names a firm that has no other name, at least.
LEAST_REGISTERED = 6
# ... and of one that is a word of a name: shorter ones are ranks and quantities.
LEAST_NAMED, LONGEST_NAMED = 3, 4
# A line that starts on its rank or symbol.
_RANKED = re.compile(r"[ \t]*(\d{1,9}) +[^\W\d]")


def with_number(annotation: Annotation, chunk: Chunk) -> int:
    """The first token of the name, the number before it included where it is a part of the name.

    Args:
        annotation: the text.
        chunk: a name with a legal form, its first token behind one with digits or a hyphen.
    """
    words, number = annotation.words, chunk.first - 1
    if not (words[number].is_digit or words[number].text in HYPHENS):
        return number if is_figured(words[number]) and starts_item(words, number) else chunk.first
    glued = _glued(annotation, chunk.first)
    if glued < chunk.first and starts_item(words, glued):
        return glued
    start = annotation.starts[chunk.first]
    if chunk.form is None or not chunk.form.strong or annotation.text[start - 1] != " ":
        return chunk.first
    digits = len(words[number].text)
    is_place = load_places().get(annotation.span_text(chunk.first, chunk.last)) is not None
    if is_place and number > 1 and words[number - 1].text in HYPHENS and words[number - 2].is_digit:
        return number - 2 if len(words[number - 2].text) + digits >= LEAST_REGISTERED else chunk.first
    if is_place and digits >= LEAST_REGISTERED:
        return number
    if not LEAST_NAMED <= digits <= LONGEST_NAMED or not starts_item(words, number):
        return chunk.first
    return chunk.first if _is_ranked(annotation.text, annotation.starts[number]) else number


def is_figured(word: Word) -> bool:
    """Whether the word has figures and letters or marks, and is no number ("3i", "1&1")."""
    return word.has_digit and not word.text.replace(",", "").replace(".", "").isdigit() and word.norm == word.lower


def _glued(annotation: Annotation, at: int) -> int:
    """The first token of the figures and hyphens that stand before the token without a space ("8X8 INC", "1-800-ORVANE, INC.")."""
    words, first = annotation.words, at
    while at and not annotation.has_space_before(at) and (words[at - 1].is_digit or words[at - 1].text in HYPHENS):
        at -= 1
    return at if words[at].is_digit else first


def _is_ranked(text: str, start: int) -> bool:
    """Whether the line above or below starts on the number before or after, or one of as many digits."""
    line = text.rfind("\n", 0, start) + 1
    above = _RANKED.match(text, text.rfind("\n", 0, line - 1) + 1) if line else None
    below = _RANKED.match(text, end + 1) if (end := text.find("\n", start)) >= 0 else None
    own = _RANKED.match(text, start)
    return own is not None and any(
        other is not None and (len(other[1]) == len(own[1]) or abs(int(other[1]) - int(own[1])) == 1)
        for other in (above, below)
    )
