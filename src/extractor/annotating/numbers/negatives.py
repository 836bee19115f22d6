"""The sign of a number that prose and accounts set off from it: "minus 5", "(5.2)", "a change of – 5"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import MINUSES
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# Words that lead to a number, so that brackets around it are its sign and no aside.
LEADS = frozenset("of at was by to is were from : | minus negative".split())
# No dash of a sentence stands behind these, or a cell's border.
_BEFORE_DASH = LEADS - {":"} | {"="}
_NEGATING = frozenset({"minus", "negative"})
# What may stand before a negative number: where none does, there is no need to look.
SIGNS = _NEGATING | MINUSES | {"("}


def signed_span(annotation: Annotation, first: int, last: int, leads: frozenset[str]) -> tuple[int, int] | None:
    """The tokens `first` to `last` with the sign that makes them negative, or None.

    Args:
        leads: the words after which brackets are a sign; "" when they are one around a whole text. No aside opens a text.
    """
    words = annotation.words
    if not first:
        return None
    before = words[first - 1]
    lead = words[first - 2].lower if first > 1 else ""
    if before.lower in _NEGATING:
        return None if lead == "or" else (first - 1, last)  # "plus or minus 3%"
    if before.text == "(":
        is_closed = word_at(words, last).text == ")"
        is_opening = first == 1 and word_at(words, last + 1).is_alpha
        return (first - 1, last + 1) if is_closed and (is_opening or lead in leads) else None
    if before.text not in MINUSES or not annotation.has_space_before(first - 1) or not lead:
        return None
    is_sign = lead in _BEFORE_DASH
    if not annotation.has_space_before(first):
        is_sign = words[first - 2].norm == "<percent>"  # "12.0% -3.4%", and no range
    return (first - 1, last) if is_sign else None
