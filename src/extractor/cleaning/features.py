"""Features: what the words of a block say of it, whatever form the document came in.

Worked out column by column, for all blocks of a document at once: a block costs about two microseconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.phrases import CUES, Phrase, Phrases

Column = NDArray[np.float32]
# Words that make prose: a menu or a tag list has few of them.
STOP_WORDS: Final = frozenset(
    "a about above across after again against all almost along already also although always am among an and any are as at be"
    " because been before being below between both but by can cannot could did do does doing don down during each either else"
    " enough even ever every few for from further get gets got had has have having he her here hers herself him himself his"
    " how however i if in into is isn it its itself just keep kept less like likely made make makes many may me might mine more"
    " most much must my myself near need needs neither never no nor not now of off often on once one only or other our ours"
    " ourselves out over own per perhaps quite rather said same say says see seen several shall she should since so some such"
    " take than that the their theirs them themselves then there these they this those though through thus to too toward"
    " towards under until up upon us use used uses using very via was wasn way we well were what when where whether which while"
    " who whom whose why will with within without won would yet you your yours yourself".split()
)
LONG: Final = 150  # characters; a longer block is prose or none by its end alone, its words are looked at only for phrases
PROSE_WORDS: Final = 12  # a block of this many words, a fifth of them stop words, that ends as a sentence is prose
_PHRASES_TO: Final = 700  # characters; no phrase rule reaches further
_LONG_STOPS: Final = 0.45  # share of stop words taken for granted in a long block
# Both patterns begin with a class of characters: all other places are then passed over fast.
_MONTH_AND_DAY: Final = re.compile(
    r"[adfjmnos][aceopu][bcglnprtvy](?<=\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]{0,6}\.? \d"
)
_DAY_AND_MORE: Final = re.compile(
    r"\d(?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)| (?:hours?|days?|weeks?|months?|years?) ago"
    r"|[/.]\d{1,2}[/.]\d\d|(?<=(?:19|20)\d\d)-\d\d)"
)
_MAIL: Final = re.compile(r"[\w.+-]@[\w-]+\.\w")
_PHONE: Final = re.compile(r"\d[\d() -]{7,14}\d")
_ENDS: Final = frozenset(".!?…。！？")
_CLOSERS: Final = "\"'”’)]»*"
_has_digit: Final = re.compile(r"\d").search
_CUE_AT: Final = {name: place for place, name in enumerate(CUES)}
_TITLE_OVERLAP_TO: Final = 30  # words; a longer block is no second title

OWN: Final = (
    "log_words", "one_or_two", "short", "middling", "sentence_long", "long", "stop_share", "ends", "ends_colon", "ends_question",
    "ends_comma", "starts_lower", "starts_digit", "starts_odd", "digits", "title_case", "upper_case", "commas", "date", "reach", "url",
    "separator", "repeated", "seen_before", "is_title", "title_overlap", "word_length", "prose",
    *(f"cue_{name}" for name in CUES), "cue_sure",
)  # fmt: skip
_AT: Final = {name: place for place, name in enumerate(OWN)}
_EDGES_AT: Final = _AT["ends"]  # the columns of `_edges` begin there
_CUES_FROM: Final = _AT[f"cue_{CUES[0]}"]
_SEPARATORS: Final = (" | ", " · ", " / ", " > ")


class Own:
    """The columns of `OWN` for the blocks of a document, and the phrase rules each meets.

    Args:
        texts: the texts of the blocks.
        phrases: the rules.
        title: the title of the document.
        passed_over: of each block, whether its words are of no interest: it is a link among links.
    """

    __slots__ = ("counts", "cues", "matrix", "prose")

    def __init__(self, texts: Sequence[str], phrases: Phrases, title: str, passed_over: NDArray[np.bool_] | None = None) -> None:
        size = len(texts)
        whole = "\n".join(texts)
        self.counts: Column = np.fromiter([text.count(" ") for text in texts], np.float32, size) + 1.0
        counts = self.counts
        lengths = np.fromiter(map(len, texts), np.float32, size)
        matrix = np.zeros((size, len(OWN)), np.float32)
        self.matrix = matrix
        self.cues: dict[int, Sequence[Phrase]] = {}
        self._read_words(texts, phrases, title, passed_over)
        edges = [_edges(text[0], _last_of(text)) for text in texts]
        matrix[:, _EDGES_AT : _EDGES_AT + len(edges[0])] = edges
        stops, ends = matrix[:, _AT["stop_share"]], matrix[:, _EDGES_AT]
        self.prose: NDArray[np.bool_] = (counts >= PROSE_WORDS) & (ends > 0) & (stops > 0.2)
        columns = {
            "log_words": np.log1p(counts) * 0.6,
            "one_or_two": counts <= 2,
            "short": counts <= 4,
            "middling": (counts >= 5) & (counts <= 12),
            "sentence_long": (counts > 12) & (counts <= 24),
            "long": counts >= 25,
            "upper_case": [text.isupper() for text in texts],
            "commas": np.minimum(np.fromiter([text.count(",") for text in texts], np.float32, size), 8.0) / 8.0,
            "word_length": np.minimum(lengths / counts, 15.0) / 8.0,
            "prose": self.prose,
        }
        if "http" in whole or "www." in whole:
            columns["url"] = ["http" in text or "www." in text for text in texts]
        if any(mark in whole for mark in _SEPARATORS):
            columns["separator"] = [" | " in text or " · " in text or " / " in text or " > " in text for text in texts]
        if title in texts:
            columns["is_title"] = [text == title for text in texts]
        repeats = Counter(texts)
        if len(repeats) < size:
            columns["repeated"] = several = [repeats[text] > 1 for text in texts]
            columns["seen_before"] = again = [False] * size
            seen: set[str] = set()
            for place, text in enumerate(texts):
                if several[place]:
                    again[place] = text in seen
                    seen.add(text)
        for name, column in columns.items():
            matrix[:, _AT[name]] = column

    def _read_words(self, texts: Sequence[str], phrases: Phrases, title: str, passed_over: NDArray[np.bool_] | None) -> None:
        """Fills the columns that the words of the blocks tell, and `cues`."""
        matrix = self.matrix
        size = len(texts)
        stops = [_LONG_STOPS] * size
        digits, title_case, dates, reach, overlap = ([0.0] * size for _ in range(5))
        read: Iterable[tuple[int, str]] = enumerate(texts)
        if passed_over is not None:
            stops = np.where(passed_over, 0.0, _LONG_STOPS).tolist()
            read = [(at, texts[at]) for at in np.flatnonzero(~passed_over).tolist()]
        anchors = phrases.worn_anchors
        title_words = frozenset(title.lower().split())
        for place, text in read:
            if len(text) > LONG:
                if len(text) > _PHRASES_TO:
                    continue
                lower = text.lower()
                anchored = phrases.reaches(lower.split())
            else:
                lower = text.lower()
                words = lower.split()
                count = len(words)
                stops[place] = len(STOP_WORDS.intersection(words)) / count if count > 2 else 0.0
                if text.istitle():
                    title_case[place] = 1.0
                if _has_digit(text):
                    digits[place] = 1.0
                    if _DAY_AND_MORE.search(lower) or _MONTH_AND_DAY.search(lower):
                        dates[place] = 1.0
                    if _PHONE.search(text):
                        reach[place] = 1.0
                if "@" in text and _MAIL.search(text):
                    reach[place] = 1.0
                if title_words and count <= _TITLE_OVERLAP_TO:
                    shared = len(title_words.intersection(words))
                    if shared:
                        overlap[place] = shared / (len(title_words) + count - shared)
                anchored = not anchors.isdisjoint(words)
            if anchored:
                met = phrases.find(text, lower)
                if met:
                    self.cues[place] = met
                    for cue in met:
                        at = _CUE_AT.get(cue.role)
                        if at is not None:
                            matrix[place, _CUES_FROM + at] = 1.0
                        if cue.sure:
                            matrix[place, -1] = 1.0
        told = {"stop_share": stops, "digits": digits, "title_case": title_case, "date": dates, "reach": reach, "title_overlap": overlap}
        for name, column in told.items():
            matrix[:, _AT[name]] = column

    def sections(self, ends: frozenset[int] = frozenset()) -> Column:
        """For each block, the role of the section it stands in: from a line that opens one to the next, or to one of `ends`."""
        size = len(self.counts)
        rows = np.zeros((size, len(CUES)), np.float32)
        openers = {
            place: _CUE_AT[cue.role]
            for place, cues in self.cues.items()
            for cue in cues[:1]
            if cue.opens and cue.role in _CUE_AT
        }
        if not openers:
            return rows
        marks = sorted({*openers, *ends, size})
        for place, following in pairwise(marks):
            column = openers.get(place)
            if column is not None:
                rows[place + 1 : following, column] = 1.0
        return rows


def _last_of(text: str) -> str:
    """The last character that is no closing mark, or the last when all are."""
    last = text[-1]
    return last if last not in _CLOSERS else (text.rstrip(_CLOSERS)[-1:] or last)


@lru_cache(maxsize=4096)
def _edges(first: str, last: str) -> tuple[float, ...]:
    """The columns from "ends" to "starts_odd", by the first and the last character of a block."""
    ends = (last in _ENDS, last == ":", last == "?", last == ",")
    return tuple(map(float, (*ends, first.islower(), first.isdigit(), not first.isalnum())))


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
