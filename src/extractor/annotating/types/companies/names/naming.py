"""The short name and the legal form of a company as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.types.companies.forms.form_table import letters
from extractor.annotating.types.companies.letters.facts import name_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Forms that are in capitals only where the name is too.
_SHOUTED = frozenset(
    ["INC", "CORP", "CO", "LTD", "LIMITED", "CORPORATION", "COMPANY", "INCORPORATED", "HOLDINGS", "GROUP"]
)
# Kinds of funds: a form to registers, a part of the name to everybody.
_VEHICLES = frozenset(["trust", "fund"])
# How registers tell namesakes apart ("/DE/").
_REGISTER_MARK = re.compile(r" ?/[A-Z]{2,3}/?$|(?<=\.)/[A-Z]{2,3}/?$|(?: ?/|, )(?:The|THE)$| \((?:The|THE)\)$")
# Letters of a bracket that tells a firm from its namesakes at least.
LEAST_INITIALS = 2
# An all-capitals name longer than this is written with small letters in the record; a shorter one may be initials.
LONGEST_INITIALS = 3


def form_text(annotation: Annotation, chunk: Chunk) -> str | None:
    """The legal form as written, a prefix form before it: "PT; Tbk"."""
    if chunk.form is None and chunk.prefix is None:
        return None
    parts = []
    if chunk.prefix is not None:
        parts.append(annotation.span_text(chunk.prefix.first, chunk.prefix.last))
    first = _form_start(annotation, chunk)
    if chunk.form is not None and first < chunk.form.last and not _is_partners(annotation, chunk):
        text = " ".join(annotation.span_text(first, chunk.form.last).split())
        parts.append(_REGISTER_MARK.sub("", text))
    return "; ".join(parts) or None


def _form_start(annotation: Annotation, chunk: Chunk) -> int:
    """The first token of the form behind words that everybody keeps in the name: "Acadia Trust", "Travelers Companies, Inc."."""
    form = chunk.form
    if form is None:
        return chunk.last
    head, is_all = annotation.words[form.first].lower, form.last - form.first == 1
    if not (head in _VEHICLES if is_all else head == "companies"):
        return form.first
    after = form.first + 1
    return after + (annotation.words[after : after + 1] != [] and annotation.words[after].text == ",")


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
    text = name_table().facts(annotation, chunk.first, chunk.last).canonical
    if chunk.form is None:
        return text
    text += _bracket_before_form(annotation, chunk)
    if _form_start(annotation, chunk) > chunk.form.first:
        text = f"{text} {annotation.words[chunk.form.first].text}"
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


def _bracket_before_form(annotation: Annotation, chunk: Chunk) -> str:
    """The year or initials in brackets before the form, which tell namesakes apart: " (1996)", " (HK)", or ""."""
    first, form = chunk.last, chunk.form
    assert form is not None
    words = annotation.words[first : form.first]
    if [word.text for word in words[:3:2]] != ["(", ")"] or len(words[1].text) < LEAST_INITIALS:
        return ""  # "(M) Sdn. Bhd." is how all firms of a country are told
    if not (words[1].is_upper or words[1].is_digit):
        return ""
    return f" ({words[1].text})"


def _titled(word: str) -> str:
    return word if len(word) <= LONGEST_INITIALS or not word.isalpha() else word.capitalize()
