"""Where legal forms may start: a cheap look at every word before the grammar reads a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.tokens.words import MOST_WORDS
from extractor.annotating.types.companies.forms.form_table import SMALL, FormTable, letters
from extractor.recent import Recent

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

# What a word is to a form, two bits: it starts none; it may start one; only before certain words; only behind a capital or a comma.
NO, YES, LOOK, SMALL_LETTERS = 0, 1, 2, 3
START = 3
# ... one bit each: it has a capital first, or is a comma; a mark before it may start a form.
CAPITALIZED, AFTER_MARK = 4, 8
_AFTER_MARK = frozenset(
    "publ rf ldc spv persero pty pvt pvt. pte pte. private proprietary opc guarantee smc p co co. company cie cie. sons".split()
)
_FIRST_MARKS = frozenset(["(", "&", "and"])


def _bytes(start: int, bits: int = 0) -> bytes:
    """A pattern for the codes of words with this start, or with these bits."""
    return b"[%s]" % re.escape(bytes(code for code in range(16) if (code & bits if bits else code & START == start)))


# The words of a text, by their codes, at which a form may start.
FORM_STARTS = re.compile(
    b"%s|%s(?=%s)|(?<=%s)%s"
    % (_bytes(YES), _bytes(LOOK), _bytes(NO, AFTER_MARK), _bytes(NO, CAPITALIZED), _bytes(SMALL_LETTERS))
)


class Pairs(Recent[tuple[str, str], bool]):
    """Whether a word that starts a form is one, or may be one with the word behind: a cheap look before the grammar."""

    def __init__(self, table: FormTable) -> None:
        super().__init__(MOST_WORDS)
        self.table = table

    def worked_out(self, pair: tuple[str, str]) -> bool:
        """Whether the word goes on in the one behind it."""
        key, more = (letters(text).lower() for text in pair)
        return not key or not more or key in self.table.kinds or self.table.begins(key + more)


class Starters(Recent["Word", int]):
    """What each distinct word is to the start of a form, worked out once; `goes_on` says whether a word with the next may start one."""

    def __init__(self, table: FormTable) -> None:
        super().__init__(MOST_WORDS)
        self.table = table
        self.goes_on = Pairs(table)

    def worked_out(self, word: Word) -> int:
        """The code of a word."""
        after_mark = AFTER_MARK if word.lower in _AFTER_MARK else 0
        return self._start(word.text) | CAPITALIZED * (word.is_capitalized or word.text == ",") | after_mark

    def may_start(self, word: Word) -> bool:
        """Whether a form may start with the word."""
        return self[word] & START != NO

    def _start(self, text: str) -> int:
        table = self.table
        if text in _FIRST_MARKS:
            return LOOK
        key = letters(text).lower()
        if not table.begins(key):
            return NO
        if text.islower() and f"{text}." in table.spellings.get(key, ()):
            return YES  # "hf" and its full stop as two tokens
        if text != text.lower() or not text.isalnum() or any(form.startswith(key) for form in SMALL):
            return YES
        return SMALL_LETTERS
