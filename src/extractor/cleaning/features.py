"""Features: the facts of a document's blocks in one matrix, with what the document says of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.facts import CUE_AT, OWN, Facts, fact_reader
from extractor.cleaning.phrases import CUES, Phrases

Column = NDArray[np.float32]
_AT: Final = {name: place for place, name in enumerate(OWN)}
_TITLE_OVERLAP_TO: Final = 30  # words; a longer block is no second title


class Own:
    """The columns of `OWN` for the blocks of a document, and the phrase rules each meets.

    Args:
        texts: the texts of the blocks.
        phrases: the rules.
        title: the title of the document.
        passed_over: of each block, whether its words are of no interest: it is a link among links.
    """

    __slots__ = ("counts", "cues", "matrix", "prose")

    def __init__(
        self, texts: Sequence[str], phrases: Phrases, title: str, passed_over: Sequence[bool] | None = None
    ) -> None:
        size = len(texts)
        reader = fact_reader(phrases)
        if passed_over is None:
            facts = list(map(reader.facts, texts))
        else:
            facts = [
                reader.shape(text) if is_passed else reader.facts(text)
                for text, is_passed in zip(texts, passed_over, strict=True)
            ]
        self.counts: Column = np.array([one.count for one in facts], np.float32)
        self.prose: NDArray[np.bool_] = np.array([one.prose for one in facts], np.bool_)
        self.cues = {place: one.cues for place, one in enumerate(facts) if one.cues}
        self.matrix: Column = np.frombuffer(bytearray().join([one.row for one in facts]), np.float32).reshape(
            size, len(OWN)
        )
        self._mark_repeats(texts)
        if title:
            self._compare_title(texts, title, facts)

    def _mark_repeats(self, texts: Sequence[str]) -> None:
        if len(set(texts)) == len(texts):
            return
        first: dict[str, int] = {}
        repeated, seen_before = _AT["repeated"], _AT["seen_before"]
        for place, text in enumerate(texts):
            at = first.setdefault(text, place)
            if at != place:
                self.matrix[at, repeated] = self.matrix[place, repeated] = self.matrix[place, seen_before] = 1.0

    def _compare_title(self, texts: Sequence[str], title: str, facts: Sequence[Facts]) -> None:
        title_words = frozenset(title.lower().split())
        for place, one in enumerate(facts):
            if texts[place] == title:
                self.matrix[place, _AT["is_title"]] = 1.0
            words = one.words
            if len(words) <= _TITLE_OVERLAP_TO and not title_words.isdisjoint(words):
                shared = len(title_words.intersection(words))
                self.matrix[place, _AT["title_overlap"]] = shared / (len(title_words) + len(words) - shared)

    def sections(self, ends: frozenset[int] = frozenset()) -> Column:
        """For each block, the role of the section it stands in: from a line that opens one to the next, or to one of `ends`."""
        size = len(self.counts)
        rows = np.zeros((size, len(CUES)), np.float32)
        openers = {
            place: CUE_AT[cue.role]
            for place, cues in self.cues.items()
            for cue in cues[:1]
            if cue.opens and cue.role in CUE_AT
        }
        if not openers:
            return rows
        marks = sorted({*openers, *ends, size})
        for place, following in pairwise(marks):
            column = openers.get(place)
            if column is not None:
                rows[place + 1 : following, column] = 1.0
        return rows


def to_prose(prose: NDArray[np.bool_], reach: float = 30.0) -> tuple[Column, Column]:
    """Distance in blocks to the nearest prose before and behind each block, 0 to 1 of `reach`."""
    size = len(prose)
    at = np.arange(size)
    last = np.maximum.accumulate(np.where(prose, at, -size))
    following = np.minimum.accumulate(np.where(prose, at, 2 * size)[::-1])[::-1]
    before = np.zeros(size, np.int64)
    before[1:] = last[:-1]
    before[0] = -size
    after = np.full(size, 2 * size)
    after[:-1] = following[1:]
    return (
        np.minimum((at - before) / reach, 1.0).astype(np.float32),
        np.minimum((after - at) / reach, 1.0).astype(np.float32),
    )
