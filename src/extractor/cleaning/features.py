"""Features: what the words of a block say of it, whatever form the document came in."""

from __future__ import annotations

import re
from typing import Final

from extractor.cleaning.phrases import CUES, Phrase

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
_DATE: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d+ (?:hours?|days?|weeks?|months?|years?) ago\b",
    re.IGNORECASE,
)
_REACH: Final = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d() -]{7,}\d")
_URL: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_DIGITS: Final = frozenset("0123456789")
_ENDS: Final = frozenset(".!?…。！？")
_CLOSERS: Final = "\"'”’)]»*"
_BULLETS: Final = frozenset("•‣▪●○◦–-*·✓✔➤►→◆■")

CUE_AT: Final = {name: place for place, name in enumerate(CUES)}
NAMES: Final = (
    "bias", "log_words", "short", "one_or_two", "middling", "long", "stop_share", "ends", "ends_colon", "ends_question", "starts_lower",
    "starts_digit", "bullet", "digit_share", "capital_share", "all_caps", "word_length", "commas", "date", "reach", "url",
    "separators", *(f"cue_{name}" for name in CUES),
)


def own_features(text: str, words: list[str], lower: set[str], cues: list[Phrase]) -> list[float]:
    """The values of `NAMES` for one block.

    Args:
        text: the block on one line.
        words: its words as they stand, split at spaces.
        lower: its distinct words in lower case.
        cues: the phrase rules it meets.
    """
    count = len(words)
    size = len(text)
    last = text[-1]
    if last in _CLOSERS and size > 1:
        last = text.rstrip(_CLOSERS)[-1:] or last
    first = text[0]
    capitals = sum(1 for word in words if word[0].isupper()) if count <= 80 else 0.2 * count
    brief = count <= 30
    row = [
        1.0,
        _LOGS[count] if count < 600 else 4.0,
        1.0 if count <= 4 else 0.0,
        1.0 if count <= 2 else 0.0,
        1.0 if 5 <= count <= 15 else 0.0,
        1.0 if count >= 25 else 0.0,
        len(STOP_WORDS & lower) / max(4, len(lower)),
        1.0 if last in _ENDS else 0.0,
        1.0 if last == ":" else 0.0,
        1.0 if last == "?" else 0.0,
        1.0 if first.islower() else 0.0,
        1.0 if first in _DIGITS else 0.0,
        1.0 if first in _BULLETS else 0.0,
        sum(map(text.count, "0123456789")) / size if size < 400 else 0.02,
        capitals / count,
        1.0 if brief and text.isupper() else 0.0,
        min(size / count, 15.0) / 8.0,
        min(text.count(","), 8) / 8.0,
        1.0 if brief and _DATE.search(text) else 0.0,
        1.0 if brief and _REACH.search(text) else 0.0,
        1.0 if _URL.search(text) else 0.0,
        min(text.count("|") + text.count(" · ") + text.count(" / "), 4) / 4.0,
    ]
    flags = [0.0] * len(CUES)
    for cue in cues:
        place = CUE_AT.get(cue.role)
        if place is not None:
            flags[place] = 1.0
    return row + flags


def _log_table() -> list[float]:
    from math import log1p

    return [log1p(count) * 0.6 for count in range(600)]


_LOGS: Final = _log_table()
