"""Items of a list of companies whose letters do not say that they are names: "adidas", "tesa SE", "8x8", "monday.com", "ams-OSRAM"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.forms.form_table import load_forms
from extractor.annotating.types.companies.letters.facts import name_table
from extractor.annotating.types.companies.names.chunk import chunk_of
from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.forms.form_table import Form
    from extractor.annotating.types.companies.names.chunk import Chunk

# An item of more tokens is a remark or a sentence; its name, of more words.
LONGEST_ITEM, MOST_WORDS = 8, 3
LEAST_LETTERS = 3  # a shorter word in small letters is a unit or an abbreviation
# What may stand behind the name in its item.
_BEHIND = frozenset(["(", "–", "—", ":", ",", ";", "|", "."])


def odd_item(annotation: Annotation, first: int, last: int, inner: Chunk | None) -> Chunk | None:
    """The name that an item holds from token `first` to `last`, or None when it holds none of this kind.

    Args:
        annotation: the text.
        first: the token behind the bullet.
        last: the token behind the item.
        inner: the chunk that starts inside the item, which may be the end of its name ("OSRAM" in "ams-OSRAM").
    """
    words = annotation.words
    stop = next((token for token in range(first, last) if words[token].text in _BEHIND), last)
    if not 0 < stop - first <= LONGEST_ITEM:
        return None
    if inner is not None and inner.first < stop:
        return _grown(annotation, first, inner)
    form = next(
        (
            form
            for token in range(first + 1, stop)
            if annotation.has_space_before(token) and (form := load_forms().at(annotation, token)) is not None
        ),
        None,
    )
    end = stop if form is None else form.first
    if not _is_name(annotation, first, end, form):
        return None
    return chunk_of(annotation, first, end, form)


def _grown(annotation: Annotation, first: int, inner: Chunk) -> Chunk | None:
    """The inner chunk with what is glued to its front."""
    head = annotation.words[first]
    if any(annotation.has_space_before(token) for token in range(first + 1, inner.first + 1)) or not (
        head.is_alpha or head.is_digit
    ):
        return None
    inner.start_at(first)
    inner.refusal = ""
    inner.facts = name_table().facts(annotation, inner.first, inner.last)
    return inner


def _is_name(annotation: Annotation, first: int, last: int, form: Form | None) -> bool:
    """Whether the words are few, and one of them is no word of the language."""
    words = annotation.words[first:last]
    spoken = [word for word in words if word.is_alpha]
    parts = 1 + sum(annotation.has_space_before(token) for token in range(first + 1, last))
    letters = sum(len(word.text) for word in words if not word.is_digit and not word.is_punct)
    if any(word.has_digit for word in words):
        return letters > 0 and parts == 1 and words[-1].text != "%"
    if parts > MOST_WORDS or any(word.lower in FUNCTION_WORDS for word in spoken):
        return False
    if form is not None and not annotation.words[form.first].text.islower():
        return True
    return letters >= LEAST_LETTERS and any(not is_common(word.lower) for word in words if not word.is_punct)
