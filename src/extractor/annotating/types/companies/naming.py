"""The short name and the legal form of a company as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.facts import name_table
from extractor.annotating.types.companies.form_table import letters

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

# Forms that are in capitals only where the name is too.
_SHOUTED = frozenset(
    ["INC", "CORP", "CO", "LTD", "LIMITED", "CORPORATION", "COMPANY", "INCORPORATED", "HOLDINGS", "GROUP"]
)
# An all-capitals name longer than this is written with small letters in the record; a shorter one may be initials.
LONGEST_INITIALS = 3


def form_text(annotation: Annotation, chunk: Chunk) -> str | None:
    """The legal form as written, a prefix form before it: "PT; Tbk"."""
    if chunk.form is None and chunk.prefix is None:
        return None
    parts = []
    if chunk.prefix is not None:
        parts.append(annotation.span_text(chunk.prefix.first, chunk.prefix.last))
    if chunk.form is not None and not _is_partners(annotation, chunk):
        parts.append(
            " ".join(annotation.span_text(chunk.form.first, chunk.form.last).split()).partition(" /")[0]
        )  # without "/DE/"
    return "; ".join(parts) or None


def _is_partners(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the form is "& Co." alone, which everybody keeps in the name ("Deere & Co.")."""
    form = chunk.form
    if form is None:
        return False
    words = annotation.words[form.first : form.last]
    return (
        words[0].text == "&"
        and [word.lower.rstrip(".") for word in words[1:2]] == ["co"]
        and all(word.text == "." for word in words[2:])
    )


def canonical_name(annotation: Annotation, chunk: Chunk) -> str:
    """The name without its legal form, on one line."""
    text = name_table().facts(annotation, chunk).canonical
    if chunk.form is None:
        return text
    if _is_partners(annotation, chunk):
        return f"{text} & Co."
    if chunk.last - chunk.first == 1:
        form = annotation.words[chunk.form.first : chunk.form.last]
        # "Merck & Co., Inc." is Merck & Co. to everybody; "Deere & Co." is Deere.
        if len(form) > 2 and form[0].text == "&" and form[1].lower in ("co.", "co"):
            text = f"{text} & Co."
    if text.isupper() and letters(annotation.words[chunk.form.first].text) in _SHOUTED:
        return " ".join(_titled(word) for word in text.split())
    return text


def _titled(word: str) -> str:
    return word if len(word) <= LONGEST_INITIALS or not word.isalpha() else word.capitalize()
