"""The brackets of a name: those inside it, before its form, and those behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.forms.form_table import ends_item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.companies.forms.form_table import Form
    from extractor.annotating.types.companies.names.chunk import Chunk

# Brackets of more tokens than this are a remark.
LONGEST_BRACKET = 12
# Words of a name behind the place in its brackets ("Acme (Shanghai) Machine Tools Co., Ltd.").
LONGEST_REST = 5
# Tokens of the bracket in front of it.
LONGEST_INNER = 5
# Tokens in the bracket of "Acme (M) Sdn. Bhd." or "Acme (Shanghai) Co., Ltd."
_LONGEST_COUNTRY = 3
_AFTER_BRACKETS = frozenset(["(", "[", "®", "™", "*", "†", "‡"])


def country_bracket(words: list[Word], form_at: Mapping[int, Form], at: int) -> int | None:
    """Token behind a bracket that stands between the name and its form, or None."""
    count = len(words)
    if at >= count or words[at].text != "(":
        return None
    for close in range(at + 2, min(at + _LONGEST_COUNTRY + 2, count)):
        if words[close].text == ")":
            after = close + 1
            if after < count and (words[after].text == "," or words[after].text == "\n"):
                after += 1
            is_form = after in form_at and (form_at[after].strong or ends_item(words, form_at[after].last))
            return close + 1 if is_form and (words[at + 1].is_capitalized or words[at + 1].is_digit) else None
    return None


def behind_place(words: list[Word], form_at: Mapping[int, Form], is_name: Callable[[int], bool], at: int) -> int | None:
    """Token behind the rest of a name that goes on, up to its form, behind a place or given names in brackets; or None."""
    count = len(words)
    if at >= count or words[at].text != "(":
        return None
    first = at + 1
    while first < count and first - at < LONGEST_INNER and (is_name(first) or words[first].text == "."):
        first += 1
    if first == at + 1 or first + 1 >= count or words[first].text != ")":
        return None
    first += 1
    last = first + 1 if words[first].text == "&" else first  # "Tessel (John) & Sons, Inc."
    if not is_name(last) or first in form_at:
        return None
    while last - first < LONGEST_REST and last not in form_at:
        if not (is_name(last) or (last < count and words[last].lower == "of")):
            break
        last += 1
    behind = last + 1 if last < count and words[last].text == "," else last
    form = form_at.get(behind)
    is_formed = form is not None and form.position == "suffix" and (form.strong or ends_item(words, form.last))
    return last if is_formed else None


def read_brackets(words: list[Word], chunk: Chunk) -> None:
    """Sets the brackets behind the chunk, and its tail."""
    count = len(words)
    at = chunk.end
    while at < count and words[at].text in _AFTER_BRACKETS:
        if words[at].text not in "([":
            at += 1
            continue
        close = at + 1
        while close < count and close - at <= LONGEST_BRACKET and words[close].text not in (")", "]"):
            close += 1
        if close >= count or words[close].text not in (")", "]"):
            break
        chunk.brackets = (*chunk.brackets, (at + 1, close))
        at = close + 1
    chunk.tail = at
