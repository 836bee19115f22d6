"""What is known of a distinct word, worked out once a vocabulary and looked up ever after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.vocab import Vocab


SENTENCE_MARKS = frozenset(".!?…\"'”’»)]")


class Word:
    """A distinct word form: `text`, `lower`, its lexical class (`norm`, "<number>" or the lower-cased word) and its shape."""

    __slots__ = ("has_digit", "is_alpha", "is_capitalized", "is_digit", "is_punct", "is_space", "is_upper", "lower", "may_end", "norm", "text")

    def __init__(self, text: str, norm: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.norm = norm
        self.is_space = text.isspace()
        self.is_alpha = text.isalpha()
        self.is_digit = text.isdigit()
        self.has_digit = any(char.isdigit() for char in text)
        self.is_upper = text.isupper()
        self.is_capitalized = text[:1].isupper()
        # White space, or a mark or abbreviation on which a sentence may end: all that sentences.py looks at.
        self.may_end = self.is_space or (text[-1:] in SENTENCE_MARKS)
        self.is_punct = not any(char.isalnum() for char in text) and not self.is_space

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.norm!r})"


class WordTable(dict[int, Word]):
    """The words of one vocabulary by their ORTH number; a new one is made on first look-up."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab

    def __missing__(self, orth: int) -> Word:
        lexeme = self.vocab[orth]
        word = self[orth] = Word(lexeme.text, lexeme.norm_)
        return word
