"""Our spaCy tokenizer: no special cases (they switch its cache off), abbreviations kept whole by a pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from extractor.annotating.tokens.token_patterns import find_infixes, find_prefix, find_suffix, is_whole

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

# spaCy's tokenizer is quadratic on unspaced punctuation: runs longer than this are cut up before.
MAX_RUN = 256
LONG_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")
# Default 10,000: a dump's vocabulary is larger and the cache is what makes the tokenizer fast.
CACHE_SIZE = 200_000


class RunCuttingTokenizer:
    """spaCy's tokenizer behind a guard that cuts unbroken runs, so that time stays linear in hostile input."""

    def __init__(self, inner: Tokenizer) -> None:
        self.inner = inner
        self.vocab = inner.vocab

    def __call__(self, text: str) -> Doc:
        if LONG_RUN.search(text) is None:
            whole: Doc = self.inner(text)
            return whole
        words: list[str] = []
        spaces: list[bool] = []
        done = 0
        for run in LONG_RUN.finditer(text):
            pieces = [(done, run.start())] if done < run.start() else []
            pieces += [(at, min(at + MAX_RUN, run.end())) for at in range(run.start(), run.end(), MAX_RUN)]
            for start, end in pieces:
                self._add(text[start:end], words, spaces)
            done = run.end()
        if done < len(text):
            self._add(text[done:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def _add(self, piece: str, words: list[str], spaces: list[bool]) -> None:
        if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True  # spaCy wants a single space on the token before it
            piece = piece[1:]
            if not piece:
                return
        for token in self.inner(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))

    def to_bytes(self, **kwargs: object) -> bytes:
        """Part of spaCy's protocol: nothing to save, all is made from code."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> RunCuttingTokenizer:
        """Part of spaCy's protocol."""
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        """Part of spaCy's protocol."""

    def from_disk(self, path: object, **kwargs: object) -> RunCuttingTokenizer:
        """Part of spaCy's protocol."""
        return self


def make_tokenizer(vocab: Vocab) -> RunCuttingTokenizer:
    """The tokenizer of every pipeline of ours, over a vocabulary."""
    inner = Tokenizer(
        vocab,
        rules={},
        prefix_search=find_prefix,
        suffix_search=find_suffix,
        infix_finditer=find_infixes,
        token_match=is_whole,
    )
    inner.max_cache_size = CACHE_SIZE
    return RunCuttingTokenizer(inner)


def blank_language() -> Language:
    """A spaCy `Language` without components, with our tokenizer."""
    from spacy.lang.en import English  # brings spaCy's components along: a tenth of the time to a first record

    # English's own tokenizer would fill the vocabulary with its exceptions before the word classes are set.
    return English(create_tokenizer=lambda nlp: make_tokenizer(nlp.vocab))
