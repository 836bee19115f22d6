"""What is known of a distinct word, worked out once a vocabulary and looked up ever after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.folding import runs
from extractor.annotating.lexicon.classes import CLASSES, extends_number
from extractor.annotating.lexicon.glue import is_lettered
from extractor.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable


MOST_WORDS = 40_000  # of a generation (recent.py)
# Marks before which a clause, a quotation or a cell ends, and those behind which one begins.
CLOSING = frozenset('. , ; : ! ? ) ] } " ” ’ » * † ‡ … |'.split())
OPENING = frozenset('( [ { " “ ‘ « * • |'.split())
SENTENCE_MARKS = frozenset(".!?…\"'”’»)]")
# One bit a property, so that what is known of a whole text is one string of bytes (`Annotation.bits`).
CAPITAL = 1  # a capital letter somewhere in it
SMALL = 2  # letters alone, none of them a capital
BREAK = 4  # white space with a line break
MAY_END = 8  # white space, or a mark or abbreviation on which a sentence may end
QUANTITY = 16  # can be part of a quantity or a year
EXTENDS = 32  # may go on with the number before it
LETTERED = 64  # a letter that is a currency somewhere, glued to a number: "R5", "N4.2"


class Word:
    """A distinct word form: `text`, `lower`, its lexical class (`norm`, "<number>" or the lower-cased word), its `width` in characters, its
    `runs` (unbroken letters and digits, by which names are looked up) and its shape."""

    __slots__ = (
        "bits",
        "has_digit",
        "is_alpha",
        "is_capitalized",
        "is_digit",
        "is_punct",
        "is_space",
        "is_upper",
        "lower",
        "norm",
        "runs",
        "text",
        "width",
    )

    def __init__(self, text: str, norm: str) -> None:
        self.text = text
        self.width = len(text)
        lower = text.lower()
        self.lower = text if lower == text else lower  # one string in memory, not two
        self.norm = self.lower if norm == lower else norm
        self.is_space = text.isspace()
        self.is_alpha = text.isalpha()
        self.runs = (self.lower,) if self.is_alpha and text.isascii() else tuple(runs(text))
        self.is_digit = text.isdigit()
        self.has_digit = not self.is_alpha and any(map(str.isdigit, text))
        self.is_upper = text.isupper()
        self.is_capitalized = text[:1].isupper()
        self.is_punct = not (self.is_alpha or self.is_space or any(map(str.isalnum, text)))
        has_capital = text != self.lower
        lettered = self.has_digit and norm == lower and is_lettered(text)
        self.bits = (
            CAPITAL * has_capital
            | SMALL * (self.is_alpha and not has_capital)
            | BREAK * (self.is_space and "\n" in text)
            | MAY_END * (self.is_space or text[-1:] in SENTENCE_MARKS)
            | QUANTITY * (lettered or norm in CLASSES)
            | LETTERED * lettered
            | EXTENDS * extends_number(self.lower, norm)
        )

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.norm!r})"


# What stands where a text has no token: before its first, and behind its last.
EDGE = Word("\n", "\n")


def word_at(words: list[Word], at: int) -> Word:
    """The word at token `at`, or `EDGE` beyond the text."""
    return words[at] if 0 <= at < len(words) else EDGE


class WordTable(Recent[str, Word]):
    """The words met so far by their text; a new one is made on first look-up."""

    def __init__(self, lexical_class: Callable[[str], str]) -> None:
        super().__init__(MOST_WORDS)
        self.lexical_class = lexical_class

    def worked_out(self, text: str) -> Word:
        """The word that a text is."""
        return Word(text, self.lexical_class(text))


def selector(bit: int) -> bytes:
    """The table that `bytes.translate` takes to turn bits into 1 where `bit` is set, 0 elsewhere.

    >>> bytes([SMALL, SMALL | MAY_END, CAPITAL]).translate(selector(MAY_END)) == bytes([0, 1, 0])
    True
    """
    return bytes(1 if value & bit else 0 for value in range(256))
