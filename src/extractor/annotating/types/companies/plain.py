"""Whether a name is made of words of the language: of this text's, or of any text's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.words import (
    FUNCTION_WORDS,
    THING_HEADS,
    company_words,
    is_common,
    known_companies,
)

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk


def is_word(annotation: Annotation, chunk: Chunk, small: set[str]) -> bool:
    """Whether the text writes every word of the name in small letters elsewhere."""
    if known_companies().get(annotation.span_text(chunk.first, chunk.last)) is not None:
        return False
    return all(annotation.words[token].lower in small for token in range(chunk.first, chunk.last) if annotation.words[token].is_alpha)


def is_plain_name(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the name is made of words of the language alone ("Recent Developments", "Request a Sample")."""
    if known_companies().get(annotation.span_text(chunk.first, chunk.last)) is not None:
        return False
    names = [word.lower for word in annotation.words[chunk.first : chunk.last] if word.is_alpha]
    return all(is_common(name) or name in FUNCTION_WORDS or name in THING_HEADS for name in names) and not (len(names) > 1 and any(name in company_words() for name in names))
