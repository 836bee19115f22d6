"""The tokens of each distinct chunk of text between spaces, kept: most chunks of a new document have been seen before.

A chunk is tokenized the same wherever it stands, so a text is its chunks' tokens one after the other. Only white space
that is no single space between chunks is a token of its own.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.tokens.token_patterns import certain_tokens
from extractor.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from extractor.annotating.tokens.words import Word, WordTable

_BREAK = re.compile(r"\s+")
# White space that may be more than what parts two chunks.
_ODD = re.compile(r"\s{2,}|\A\s|\s\Z")
MOST_CHUNKS = 40_000  # of a generation (recent.py)
# A longer chunk is no word that comes again.
LONGEST_CHUNK = 60


class Chunk(NamedTuple):
    """The tokens of a chunk: the words, the width of each with the space behind the last, and the bits of each."""

    words: tuple[Word, ...]
    widths: tuple[int, ...]
    bits: bytes


class Tokens(NamedTuple):
    """A text as tokens: the word, the first character and the bits of each."""

    words: list[Word]
    starts: list[int]
    bits: bytes


class OddSpaceError(Exception):
    """White space that does not simply part two chunks."""


_WORDS, _WIDTHS, _BITS = itemgetter(0), itemgetter(1), itemgetter(2)


class TokenTable(Recent[str, Chunk]):
    """The chunks seen so far; one not seen is tokenized on first look-up."""

    def __init__(self, tokenizer: Callable[[str], Doc], words: WordTable) -> None:
        super().__init__(MOST_CHUNKS)
        self.tokenizer = tokenizer
        self.table = words

    def __missing__(self, text: str) -> Chunk:
        return super().__missing__(text) if len(text) <= LONGEST_CHUNK else self.worked_out(text)

    def worked_out(self, text: str) -> Chunk:
        """The tokens of a chunk.

        Raises:
            OddSpaceError: if it begins or ends with white space.
        """
        if not text or text[0].isspace() or text[-1].isspace():
            raise OddSpaceError
        pieces = text.split()
        return self._tokenized(text) if len(pieces) == 1 else self._joined(text, pieces)

    def _tokenized(self, text: str) -> Chunk:
        table = self.table
        words = [table[token] for token in certain_tokens(text) or map(str, self.tokenizer(text))]
        widths = [word.width for word in words]
        widths[-1] += 1
        return Chunk(tuple(words), tuple(widths), bytes([word.bits for word in words]))

    def _joined(self, text: str, pieces: list[str]) -> Chunk:
        """A chunk with line breaks in it: "2032.\\n\\nThe" is seldom seen again, its pieces are."""
        chunk = self[pieces[0]]
        words, widths, bits = list(chunk.words), list(chunk.widths), chunk.bits
        for space, piece in zip(_BREAK.findall(text), pieces[1:], strict=True):
            chunk, blank = self[piece], self.table[space]
            widths[-1] -= 1  # no single space behind the piece before
            widths += (len(space), *chunk.widths)
            words += (blank, *chunk.words)
            bits += bytes([blank.bits]) + chunk.bits
        return Chunk(tuple(words), tuple(widths), bits)

    def read(self, text: str) -> Tokens:
        """The tokens of a text."""
        if not text:
            return Tokens([], [], b"")
        try:
            return self._parted(text, 0)
        except OddSpaceError:
            return self._by_stretches(text)

    def _parted(self, text: str, offset: int) -> Tokens:
        """The tokens of a text whose chunks single spaces part, starts counted from `offset`."""
        chunks = list(map(self.__getitem__, text.split(" ")))
        starts = list(accumulate(chain.from_iterable(map(_WIDTHS, chunks)), initial=offset))
        starts.pop()
        return Tokens(list(chain.from_iterable(map(_WORDS, chunks))), starts, b"".join(map(_BITS, chunks)))

    def _by_stretches(self, text: str) -> Tokens:
        """The tokens of a text between its odd spaces. As spaCy has it, one space behind a chunk is no token, all other white space is."""
        words: list[Word] = []
        starts: list[int] = []
        bits: list[bytes] = []
        done = 0
        for run in _ODD.finditer(text):
            start, end = run.span()
            if start and end < len(text) and " " not in run[0]:
                continue  # line breaks inside a chunk
            if done < start:
                stretch = self._parted(text[done:start], done)
                words += stretch.words
                starts += stretch.starts
                bits.append(stretch.bits)
            done = end
            if start and text[start] == " ":
                start += 1
            if start < end:
                blank = self.table[text[start:end]]
                words.append(blank)
                starts.append(start)
                bits.append(bytes([blank.bits]))
        if done < len(text):
            stretch = self._parted(text[done:], done)
            return Tokens(words + stretch.words, starts + stretch.starts, b"".join([*bits, stretch.bits]))
        return Tokens(words, starts, b"".join(bits))
