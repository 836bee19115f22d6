"""How much a line of a flat text is like the title of the prose in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.facts import STOP_WORDS
from extractor.cleaning.features import Own
from extractor.cleaning.memory import remembering

LIKENESS: Final = (
    "may_be_title", "word_use", "opening_share", "known_share", "capitals", "trade_words", "odd_end", "marks", "content_words", "candidates_above",
)  # fmt: skip
MOST_WORDS: Final = 45  # of a title
BEHIND: Final = (
    10  # lines behind the start of the run of prose: 93 of 100 titles stand before that, all those of market articles
)
MOST_LINES: Final = 300  # before that; a menu longer than this hides no title
READ: Final = 2500  # characters of prose whose words are counted
OPENING: Final = 4  # paragraphs of prose in which the words of a title stand
_TRADE_WORDS: Final = frozenset(
    "market markets size share growth forecast outlook industry trends analysis report demand global revenue "
    "cagr billion million"
    " sales".split()
)
_MARKS: Final = ',.:;()?!|"“”'
_SPACED: Final = str.maketrans(_MARKS, " " * len(_MARKS))
_LEAST_WORDS: Final = 4  # content words of a line that counts among the candidates above


def _plain(text: str) -> str:
    """In lower case, with spaces for the marks that cling to words."""
    text = text.lower()
    if text.isascii():
        text = text.translate(_SPACED)
    else:  # many passes in C are faster than a table of characters, which is fast for ASCII only
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text.replace("’s ", " ").replace("'s ", " ")


class _Line(NamedTuple):
    """What a line says by itself of its being a title."""

    content: tuple[str, ...]  # its words that mean something
    capitals: float
    trade_words: float
    odd_end: float
    marks: float


def _read_line(line: str) -> _Line:
    words = _plain(line).split()
    whole = line.split()
    return _Line(
        tuple([word for word in words if len(word) > 2 and word not in STOP_WORDS]),
        sum([not word[0].islower() for word in whole]) / len(whole),
        min(3.0, len(_TRADE_WORDS.intersection(words))),
        float(line[-1] in ".,;:" or "@" in line or "://" in line),
        min(3.0, line.count("|") + line.count(" / ") + line.count(" > ") + line.count(" · ")),
    )


_known_line = remembering(_read_line)


def likeness(lines: Sequence[str], own: Own, run_start: int) -> NDArray[np.float32]:
    """The rows of `LIKENESS` for the lines (columns) that may be the title, zero for all others.

    Args:
        lines: the lines.
        own: their own features.
        run_start: where the run of prose begins; titles stand before it or a little behind.
    """
    size = len(lines)
    out = np.zeros((len(LIKENESS), size), np.float32)
    fit = (own.counts <= MOST_WORDS) & (own.counts > 1.0) & ~own.prose
    fit[run_start + BEHIND :] = False
    places = fit.nonzero()[0].tolist()[-MOST_LINES:]
    if not places:
        return out
    uses, opening = _words_of_prose(lines, own)
    columns = []
    for place in places:
        line = lines[place]
        content, capitals, trade_words, odd_end, marks = _known_line(line)
        count = len(content) or 1
        known = [uses[word] for word in content if word in uses]
        columns.append(
            (
                1.0,
                log1p(sum(known) / count),
                len(opening.intersection(content)) / count,
                len(known) / count,
                capitals,
                trade_words,
                odd_end,
                marks,
                float(len(content)),
            )
        )
    out[:-1, places] = np.array(columns, np.float32).T
    out[-1] = np.minimum(np.cumsum(out[-2] >= _LEAST_WORDS), 40.0) / 10.0
    return out


def _words_of_prose(lines: Sequence[str], own: Own) -> tuple[Counter[str], set[str]]:
    """How often each word stands in the first paragraphs of prose, and the words of the very first."""
    prose: list[str] = []
    read = 0
    for place in own.prose.nonzero()[0].tolist():
        prose.append(lines[place])
        read += len(lines[place])
        if read > READ:
            break
    plain = _plain("\n".join(prose))
    opening = {word for paragraph in plain.split("\n", OPENING)[:OPENING] for word in paragraph.split()}
    return Counter(plain.split()), opening
