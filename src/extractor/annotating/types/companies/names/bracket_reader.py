"""The brackets of a name: those inside it, before its form, and those behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.forms.form_table import ends_item
from extractor.annotating.types.companies.names.shapes import NAMES

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
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


class BracketReader:
    """Reads the brackets of the names of one annotation; the arguments are those of the reader of names."""

    def __init__(self, annotation: Annotation, form_at: dict[int, Form], kinds: bytes, taken: set[int]) -> None:
        self.annotation = annotation
        self.words = annotation.words
        self.count = len(annotation.words)
        self.form_at = form_at
        self.kinds = kinds
        self.taken = taken

    def is_name(self, token: int) -> bool:
        """Whether the token may be a word of a name."""
        return token < self.count and self.kinds[token] in NAMES

    def country_bracket(self, at: int) -> int | None:
        """Token behind a bracket that stands between the name and its form, or None."""
        words, form_at = self.words, self.form_at
        if at >= self.count or words[at].text != "(":
            return None
        for close in range(at + 2, min(at + _LONGEST_COUNTRY + 2, self.count)):
            if words[close].text == ")":
                after = close + 1
                if after < self.count and (words[after].text == "," or words[after].text == "\n"):
                    after += 1
                is_form = after in form_at and (form_at[after].strong or ends_item(words, form_at[after].last))
                return close + 1 if is_form and (words[at + 1].is_capitalized or words[at + 1].is_digit) else None
        return None

    def behind_place(self, at: int) -> int | None:
        """Token behind the rest of a name that goes on, up to its form, behind a place or given names in brackets; or None."""
        words = self.words
        if at >= self.count or words[at].text != "(":
            return None
        first = at + 1
        while first < self.count and first - at < LONGEST_INNER and (self.is_name(first) or words[first].text == "."):
            first += 1
        if first == at + 1 or first + 1 >= self.count or words[first].text != ")":
            return None
        first += 1
        last = first + 1 if words[first].text == "&" else first  # "Tessel (John) & Sons, Inc."
        if not self.is_name(last) or first in self.form_at:
            return None
        while last - first < LONGEST_REST and last not in self.form_at:
            if not (self.is_name(last) or (last < self.count and words[last].lower == "of")):
                break
            last += 1
        behind = last + 1 if last < self.count and words[last].text == "," else last
        form = self.form_at.get(behind)
        is_formed = form is not None and form.position == "suffix" and (form.strong or ends_item(words, form.last))
        return last if is_formed else None

    def read_brackets(self, chunk: Chunk) -> None:
        """Sets the brackets behind the chunk, and its tail."""
        words, count = self.words, self.count
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
