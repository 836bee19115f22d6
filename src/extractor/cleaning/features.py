"""Features: what the words of a block say of it, whatever form the document came in.

Worked out column by column, for all blocks of a document at once: a block costs about two microseconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
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
        read = enumerate(texts) if passed_over is None else [(at, texts[at]) for at in np.flatnonzero(~passed_over).tolist()]
        self.counts: Column = np.fromiter([text.count(" ") for text in texts], np.float32, size) + 1.0
        counts = self.counts
        lengths = np.fromiter(map(len, texts), np.float32, size)
        stops = np.full(size, _LONG_STOPS, np.float32)
        if passed_over is not None:
            stops[passed_over] = 0.0
        flags = np.zeros((size, 5), np.float32)  # digits, title case, date, reach, title overlap
        cue_flags = np.zeros((size, len(CUES) + 1), np.float32)
        self.cues: dict[int, Sequence[Phrase]] = {}
        anchors = phrases.worn_anchors
        title_words = frozenset(title.lower().split())
        for place, text in read:
            if len(text) > LONG:
                if len(text) > _PHRASES_TO:
                    continue
                lower = text.lower()
                words = lower.split()
                anchored = phrases.reaches(words)
            else:
                lower = text.lower()
                words = lower.split()
                count = len(words)
                if count > 2:
                    stops[place] = len(STOP_WORDS.intersection(words)) / count
                else:
                    stops[place] = 0.0
                if text.istitle():
                    flags[place, 1] = 1.0
                if _has_digit(text):
                    flags[place, 0] = 1.0
                    if _DAY_AND_MORE.search(lower) or _MONTH_AND_DAY.search(lower):
                        flags[place, 2] = 1.0
                    if _PHONE.search(text):
                        flags[place, 3] = 1.0
                if "@" in text and _MAIL.search(text):
                    flags[place, 3] = 1.0
                if title_words and count <= _TITLE_OVERLAP_TO:
                    shared = len(title_words.intersection(words))
                    if shared:
                        flags[place, 4] = shared / (len(title_words) + count - shared)
                anchored = not anchors.isdisjoint(words)
            if anchored:
                met = phrases.find(text, lower)
                if met:
                    self.cues[place] = met
                    for cue in met:
                        at = _CUE_AT.get(cue.role)
                        if at is not None:
                            cue_flags[place, at] = 1.0
                        if cue.sure:
                            cue_flags[place, -1] = 1.0
        lasts = [text[-1] for text in texts]
        lasts = [last if last not in _CLOSERS else (text.rstrip(_CLOSERS)[-1:] or last) for last, text in zip(lasts, texts, strict=True)]
        firsts = [text[0] for text in texts]
        ends = np.fromiter([last in _ENDS for last in lasts], np.float32, size)
        self.prose: NDArray[np.bool_] = (counts >= PROSE_WORDS) & (ends > 0) & (stops > 0.2)
        repeats = Counter(texts)
        several = [repeats[text] > 1 for text in texts]
        again = [False] * size
        if len(repeats) < size:
            seen: set[str] = set()
            for place, text in enumerate(texts):
                if several[place]:
                    again[place] = text in seen
                    seen.add(text)
        columns = (
            np.log1p(counts) * 0.6,
            counts <= 2,
            counts <= 4,
            (counts >= 5) & (counts <= 12),
            (counts > 12) & (counts <= 24),
            counts >= 25,
            stops,
            ends,
            [last == ":" for last in lasts],
            [last == "?" for last in lasts],
            [last == "," for last in lasts],
            [first.islower() for first in firsts],
            [first.isdigit() for first in firsts],
            [not first.isalnum() for first in firsts],
            flags[:, 0],
            flags[:, 1],
            [text.isupper() for text in texts],
            np.minimum(np.fromiter([text.count(",") for text in texts], np.float32, size), 8.0) / 8.0,
            flags[:, 2],
            flags[:, 3],
            ["http" in text or "www." in text for text in texts],
            [" | " in text or " · " in text or " / " in text or " > " in text for text in texts],
            several,
            again,
            [text == title for text in texts],
            flags[:, 4],
            np.minimum(lengths / counts, 15.0) / 8.0,
            self.prose,
        )
        matrix = np.empty((size, len(OWN)), np.float32)
        for place, column in enumerate(columns):
            matrix[:, place] = column
        matrix[:, len(columns) :] = cue_flags
        self.matrix = matrix

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
