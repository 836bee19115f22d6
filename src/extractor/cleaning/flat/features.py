"""Features of the lines of a flat text, column by column: one line costs about two microseconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import Any, Final

import numpy as np

from extractor.cleaning.features import STOP_WORDS
from extractor.cleaning.phrases import CUES, Phrase, Phrases

LONG: Final = 150  # characters; a longer line is read as prose without a look at its words
_DATE: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)|\d[/.]\d{1,2}[/.]\d\d|(?:19|20)\d\d-\d\d|\d (?:hours?|days?|weeks?|months?|years?) ago",
    re.IGNORECASE,
)
_REACH: Final = re.compile(r"[\w.+-]@[\w-]+\.\w|\d[\d() -]{7,14}\d")
_ENDS: Final = frozenset(".!?…。！？")
_CLOSERS: Final = "\"'”’)]»*"
_WORDS: Final = re.compile(r"[^\W_]+")

OWN: Final = (
    "log_words", "one_or_two", "short", "middling", "sentence_long", "long", "stop_share", "ends", "ends_colon", "ends_question",
    "ends_comma", "starts_lower", "starts_digit", "starts_odd", "digits", "title_case", "upper_case", "comma", "date", "reach", "url",
    "separator", "repeated", "is_title", "list_item", "blank_before", "blank_after",
)  # fmt: skip
PLACE: Final = ("position", "position_from_end", "char_position", "after_title", "to_prose_before", "to_prose_after")
PAGE: Final = ("page_lines", "page_words", "page_prose", "page_blank", "page_fragments")
NAMES: Final = (*OWN, *(f"cue_{name}" for name in CUES), *PLACE, *(f"section_{name}" for name in CUES), *PAGE)
_CUE_AT: Final = {name: place for place, name in enumerate(CUES)}
_REACH_OF_PROSE: Final = 30.0  # lines; prose further away than this no longer counts as near


def flat_features(
    lines: Sequence[str], items: Sequence[bool], blanks: Sequence[bool], phrases: Phrases, title_at: int | None
) -> tuple[Any, dict[int, list[Phrase]]]:
    """The matrix of `NAMES` for the lines, and the phrase rules that lines meet, by line."""
    size = len(lines)
    lengths = np.fromiter(map(len, lines), np.float32, size)
    counts = np.fromiter([line.count(" ") for line in lines], np.float32, size) + 1
    firsts = [line[0] for line in lines]
    lasts = [line[-1] if line[-1] not in _CLOSERS else (line.rstrip(_CLOSERS)[-1:] or line[-1]) for line in lines]
    ends = np.fromiter([last in _ENDS for last in lasts], np.float32, size)
    stops = np.full(size, 0.45, np.float32)
    title_case = np.zeros(size, np.float32)
    cues: dict[int, list[Phrase]] = {}
    cue_rows = np.zeros((size, len(CUES)), np.float32)
    anchors = phrases.anchors
    digits = np.zeros(size, np.float32)
    dates = np.zeros(size, np.float32)
    reach = np.zeros(size, np.float32)
    for place, line in enumerate(lines):
        if len(line) > LONG:
            if len(line) > 900 or place == title_at:
                continue
            words = _WORDS.findall(line.lower())
        else:
            words = line.lower().split()
            count = len(words)
            if count > 2:
                stops[place] = len(STOP_WORDS.intersection(words)) / count
            else:
                stops[place] = 0.0
            if line.istitle():
                title_case[place] = 1.0
            if _HAS_DIGIT(line):
                digits[place] = 1.0
                if _DATE.search(line):
                    dates[place] = 1.0
            if "@" in line or (digits[place] and _REACH.search(line)):
                reach[place] = 1.0
            if anchors.isdisjoint(words):
                if line.isalpha() or not _ODD(line):
                    continue
                words = _WORDS.findall(line.lower())
        if anchors.isdisjoint(words):
            continue
        met = phrases.find(line, set(words), len(words))
        if met:
            cues[place] = met
            for cue in met:
                at = _CUE_AT.get(cue.role)
                if at is not None:
                    cue_rows[place, at] = 1.0
    prose = (counts >= 12) & (ends > 0) & (stops > 0.2)
    repeats = Counter(lines)
    at_line = np.arange(size, dtype=np.float32)
    chars = np.cumsum(lengths)
    blank = np.fromiter(blanks, np.float32, size)
    blank_after = np.ones(size, np.float32)
    blank_after[:-1] = blank[1:]
    has_blanks = float(blank[1:].sum()) if size > 1 else 0.0
    columns = np.empty((size, len(NAMES)), np.float32)
    own = (
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
        digits,
        title_case,
        [line.isupper() for line in lines],
        ["," in line for line in lines],
        dates,
        reach,
        ["http" in line or "www." in line for line in lines],
        [" | " in line or " · " in line or " / " in line or " > " in line for line in lines],
        [repeats[line] > 1 for line in lines],
        at_line == (-1 if title_at is None else title_at),
        items,
        blank if has_blanks else 0.0,
        blank_after if has_blanks else 0.0,
    )
    for place, column in enumerate(own):
        columns[:, place] = column
    offset = len(own)
    columns[:, offset : offset + len(CUES)] = cue_rows
    offset += len(CUES)
    columns[:, offset] = at_line / size
    columns[:, offset + 1] = np.minimum((size - 1 - at_line) / 40.0, 1.0)
    columns[:, offset + 2] = chars / max(1.0, float(chars[-1]))
    columns[:, offset + 3] = 0.0 if title_at is None else at_line > title_at
    where = np.flatnonzero(prose)
    if len(where):
        after = np.searchsorted(where, np.arange(size))
        before = np.maximum(after - 1, 0)
        columns[:, offset + 4] = np.where(
            (after > 0) & (where[before] < at_line), np.minimum(at_line - where[before], _REACH_OF_PROSE), _REACH_OF_PROSE
        ) / _REACH_OF_PROSE
        columns[:, offset + 5] = np.where(
            after < len(where), np.minimum(where[np.minimum(after, len(where) - 1)] - at_line, _REACH_OF_PROSE), _REACH_OF_PROSE
        ) / _REACH_OF_PROSE
    else:
        columns[:, offset + 4 : offset + 6] = 1.0
    offset += len(PLACE)
    columns[:, offset : offset + len(CUES)] = _sections(lines, cues, size)
    offset += len(CUES)
    total = float(counts.sum())
    columns[:, offset] = log1p(size) / 4.0
    columns[:, offset + 1] = log1p(total) / 4.0
    columns[:, offset + 2] = float(counts[prose].sum()) / total
    columns[:, offset + 3] = has_blanks / size
    columns[:, offset + 4] = float(np.mean(columns[:, OWN.index("starts_lower")]))
    return columns, cues


_HAS_DIGIT: Final = re.compile(r"\d").search
_ODD: Final = re.compile(r"[^\w\s]").search


def _sections(lines: Sequence[str], cues: dict[int, list[Phrase]], size: int) -> Any:
    """For each line, the section it stands in: the last line that opened one, until the next opens another."""
    rows = np.zeros((size, len(CUES)), np.float32)
    openers = [
        (place, _CUE_AT[cue.role]) for place in sorted(cues) for cue in cues[place][:1] if cue.opens and cue.role in _CUE_AT
    ]
    for (place, column), following in zip(openers, [*(at for at, _ in openers[1:]), size], strict=False):
        rows[place + 1 : following, column] = 1.0
    return rows
