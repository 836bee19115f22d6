"""Facts: what the text of one block says by itself, whatever form the document came in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from struct import Struct
from typing import Final
from unicodedata import normalize

import numpy as np

from extractor import late
from extractor.cleaning.dates import MONTH_STEMS
from extractor.cleaning.memory import remembering
from extractor.cleaning.phrases import CUES, HASH, Phrase, Phrases

# Words that make prose: a menu or a tag list has few of them.
STOP_WORDS: Final = frozenset(
    "a about above across after again against all almost along already also although always am among an and any "
    "are as at be"
    " because been before being below between both but by can cannot could did do does doing don down during "
    "each either else"
    " enough even ever every few for from further get gets got had has have having he her here hers herself him "
    "himself his"
    " how however i if in into is isn it its itself just keep kept less like likely made make makes many may me "
    "might mine more"
    " most much must my myself near need needs neither never no nor not now of off often on once one only or "
    "other our ours"
    " ourselves out over own per perhaps quite rather said same say says see seen several shall she should since "
    "so some such"
    " take than that the their theirs them themselves then there these they this those though through thus to "
    "too toward"
    " towards under until up upon us use used uses using very via was wasn way we well were what when where "
    "whether which while"
    " who whom whose why will with within without won would yet you your yours yourself".split()
)
LONG: Final = (
    150  # characters; a longer block is prose or none by its end alone, its words are looked at only for phrases
)
PROSE_WORDS: Final = 12  # a block of this many words, a fifth of them stop words, that ends as a sentence is prose
_PROSE_STOPS: Final = 0.2
_PHRASES_TO: Final = 700  # characters; no phrase rule reaches further
_LONG_STOPS: Final = 0.45  # share of stop words taken for granted in a long block
# Both patterns begin with a class of characters: all other places are then passed over fast.
_MONTH_AND_DAY: Final = re.compile(rf"[adfjmnos][aceopu][bcglnprtvy](?<=\b(?:{MONTH_STEMS}))[a-z]{{0,6}}\.? \d")
_STYLED: Final = late.regex("[\U0001d400-\U0001d7ff]")
_DAY_AND_MORE: Final = re.compile(
    rf"\d(?: (?:{MONTH_STEMS})| (?:hours?|days?|weeks?|months?|years?) ago"
    r"|[/.]\d{1,2}[/.]\d\d|(?<=(?:19|20)\d\d)-\d\d)"
)
_MAIL: Final = re.compile(r"[\w.+-]@[\w-]+\.\w")
_PHONE: Final = re.compile(r"\d[\d() -]{7,14}\d")
_ENDS: Final = frozenset(".!?…。！？")
_CLOSERS: Final = "\"'”’)]»*"
_has_digit: Final = re.compile(r"\d").search
CUE_AT: Final = {name: place for place, name in enumerate(CUES)}

_BY_COUNT: Final = ("log_words", "one_or_two", "short", "middling", "sentence_long", "long")
_BY_EDGES: Final = ("ends", "ends_colon", "ends_question", "ends_comma", "starts_lower", "starts_digit", "starts_odd")
_OF_DOCUMENT: Final = (
    "repeated",
    "seen_before",
    "is_title",
    "title_overlap",
)  # not told by the text of the block alone
_BY_CUES: Final = (*(f"cue_{name}" for name in CUES), "cue_sure")
_BY_TEXT: Final = (
    "stop_share", "digits", "title_case", "upper_case", "commas", "date", "reach", "url", "separator", "word_length", "prose",
)  # fmt: skip
OWN: Final = (*_BY_COUNT, *_BY_EDGES, *_BY_CUES, *_OF_DOCUMENT, *_BY_TEXT)
# The bytes of the columns, group by group: what recurs is packed once.
_count_bytes: Final = Struct(f"{len(_BY_COUNT)}f").pack
_edge_bytes: Final = Struct(f"{len(_BY_EDGES)}f").pack
_cue_bytes: Final = Struct(f"{len(_BY_CUES)}f").pack
_text_bytes: Final = Struct(f"{len(_BY_TEXT)}f").pack
_NO_CUES: Final = _cue_bytes(*[0.0] * len(_BY_CUES))
_UNDECIDED: Final = bytes(4 * len(_OF_DOCUMENT))


class Facts:
    """What the text of one block says by itself.

    Attributes:
        count: its words.
        prose: whether it is a sentence or more.
        cues: the phrase rules it meets.
        words: its words in lower case, marks and all; none for a long block.
        row: the columns of `OWN` as the bytes of 32-bit floats, those that the document decides still zero.
    """

    __slots__ = ("count", "cues", "prose", "row", "words")

    def __init__(self, count: int, prose: bool, cues: Sequence[Phrase], words: tuple[str, ...], row: bytes) -> None:
        self.count = count
        self.prose = prose
        self.cues = cues
        self.words = words
        self.row = row


class FactReader:
    """Reads the facts of blocks, and remembers those of short ones: some 5 MB.

    Attributes:
        facts: gives the facts of a block that is no empty text.
        shape: gives those of a block whose words are of no interest.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self.facts = remembering(self._read)
        self.shape = remembering(_shape)

    def _read(self, text: str) -> Facts:
        phrases = self._phrases
        if len(text) > LONG:
            if len(text) > _PHRASES_TO:
                return _facts(text, _LONG_STOPS)
            lower = text.lower()
            return _facts(text, _LONG_STOPS, cues=phrases.find(text, lower) if phrases.reaches(lower.split()) else ())
        lower = text.lower()
        if not text.isascii() and _STYLED.search(text) is not None:
            lower = normalize("NFKC", text).lower()  # "𝐁𝐮𝐲 𝐍𝐨𝐰" in letters of mathematics
        words = lower.split()
        count = len(words)
        date = reach = False
        digits = _has_digit(text) is not None
        if digits:
            date = _DAY_AND_MORE.search(lower) is not None or _MONTH_AND_DAY.search(lower) is not None
            reach = _PHONE.search(text) is not None
        if "@" in text and not reach:
            reach = _MAIL.search(text) is not None
        return _facts(
            text,
            len(STOP_WORDS.intersection(words)) / count if count > 2 else 0.0,
            digits=digits,
            title_case=text.istitle(),
            date=date,
            reach=reach,
            cues=() if phrases.worn_anchors.isdisjoint(words) and text[0] != HASH else phrases.find(text, lower),
            words=tuple(words),
        )


@cache
def fact_reader(phrases: Phrases) -> FactReader:
    """The reader for a set of rules: its memory serves all documents."""
    return FactReader(phrases)


def _shape(text: str) -> Facts:
    return _facts(text, 0.0)


def _facts(
    text: str,
    stop_share: float,
    *,
    digits: bool = False,
    title_case: bool = False,
    date: bool = False,
    reach: bool = False,
    cues: Sequence[Phrase] = (),
    words: tuple[str, ...] = (),
) -> Facts:
    count = text.count(" ") + 1
    edges, ends = _edges(text[0], _last_of(text))
    prose = count >= PROSE_WORDS and ends and stop_share > _PROSE_STOPS
    told = _text_bytes(
        stop_share,
        digits,
        title_case,
        text.isupper(),
        min(text.count(","), 8) / 8.0,
        date,
        reach,
        "http" in text or "www." in text,
        " | " in text or " · " in text or " / " in text or " > " in text,
        min(len(text) / count, 15.0) / 8.0,
        prose,
    )
    row = _by_count(count) + edges + (_by_cues(cues) if cues else _NO_CUES) + _UNDECIDED + told
    return Facts(count, prose, cues, words, row)


def _by_cues(cues: Sequence[Phrase]) -> bytes:
    """The columns of `_BY_CUES` of a block that meets these rules."""
    columns = [0.0] * len(_BY_CUES)
    for cue in cues:
        at = CUE_AT.get(cue.role)
        if at is not None:
            columns[at] = 1.0
        if cue.sure:
            columns[-1] = 1.0
    return _cue_bytes(*columns)


def _last_of(text: str) -> str:
    """The last character that is no closing mark, or the last when all are."""
    last = text[-1]
    return last if last not in _CLOSERS else (text.rstrip(_CLOSERS)[-1:] or last)


@lru_cache(maxsize=1024)
def _by_count(count: int) -> bytes:
    """The columns of `_BY_COUNT` of a block of so many words."""
    lengths = (count <= 2, count <= 4, 5 <= count <= 12, 12 < count <= 24, count >= 25)
    return _count_bytes(float(np.log1p(np.float32(count)) * np.float32(0.6)), *lengths)


@lru_cache(maxsize=4096)
def _edges(first: str, last: str) -> tuple[bytes, bool]:
    """The columns of `_BY_EDGES`, by the first and the last character of a block, and whether it ends as a sentence does."""
    ends = (last in _ENDS, last == ":", last == "?", last == ",")
    return _edge_bytes(*ends, first.islower(), first.isdigit(), not first.isalnum()), ends[0]
