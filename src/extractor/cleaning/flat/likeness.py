"""How much a line of a flat text is like the title of the prose in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor import late
from extractor.cleaning.dates import MONTH_STEMS
from extractor.cleaning.facts import LONG, OWN, STOP_WORDS
from extractor.cleaning.features import Own
from extractor.cleaning.memory import remembering

LIKENESS: Final = (
    "may_be_title", "word_use", "opening_share", "known_share", "capitals", "trade_words", "odd_end", "marks", "content_words",
    "telling_words", "label", "credit_below", "fits_above", "fits_below", "restated", "candidates_above",
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


# A label with its value; a door of an app; what a network shows of an author.
_NO_TITLE: Final = late.regex(
    r"^(?:release(?:d| date)|publish(?:ed|ing)?(?: date| on| by)?|(?:last )?updated?(?: on)?|date|author|by|report (?:id|code|format)"
    r"|pages?|format|category|industry|source|contact|tags?|sku|ref(?:erence)?|location|salary)\s?:"
    r"|^(?:sitemap\W*)?(?:open in|get the|download the) app\b|^(?:sitemap|sign (?:up|in)|log ?in|join now)$"
    r"|\b\d[\d,.]{0,12}[km]?\+? (?:connections|followers)\W*$"
)
_MONTH: Final = rf"(?:{MONTH_STEMS})[a-z]{{0,6}}\.?"
# What stands below a title: who wrote it, and when; how long it takes to read it.
_CREDIT: Final = late.regex(
    r"^(?:written |posted |published |words |story |report )?by:? \w|\b\d+ min(?:ute)?s?\b.{0,6} read\b"
    rf"|^\W{{0,3}}(?:\w{{3,9}},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
    r"|^(?:(?:last |first )?(?:updated|published|posted|released)|date|author|news provided by)\b"
)
_NAME: Final = late.regex(r"^(?:[A-ZÀ-Þ][\w’'-]*\.?(?:\s|$)){2,4}$")
_NO_TELLING: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday min mins minute minutes read updated published posted cet est edt pst gmt utc "
    "ist press release news".split()
)
CREDIT_REACH: Final = 4  # lines below a title in which who wrote it and when stand


class _Line(NamedTuple):
    """What a line says by itself of its being a title, and of its standing below one."""

    content: tuple[str, ...]  # its words that mean something
    capitals: float
    trade_words: float
    odd_end: float
    marks: float
    telling: float  # words that are no date and no time of reading
    label: bool
    credit: bool


def _read_line(line: str) -> _Line:
    words = _plain(line).split()
    whole = line.split()
    content = tuple([word for word in words if len(word) > 2 and word not in STOP_WORDS])
    low = line.lower()
    return _Line(
        content,
        sum([not word[0].islower() for word in whole]) / len(whole),
        min(3.0, len(_TRADE_WORDS.intersection(words))),
        float(line[-1] in ".,;:" or "@" in line or "://" in line),
        min(3.0, line.count("|") + line.count(" / ") + line.count(" > ") + line.count(" · ")),
        min(12.0, sum([word.isalpha() and word not in _NO_TELLING for word in content])),
        _NO_TITLE.search(low) is not None,
        len(whole) <= MOST_CREDIT
        and (_CREDIT.search(low) is not None or (_NAME.match(line) is not None and _TRADE_WORDS.isdisjoint(words))),
    )


_ASKS: Final = OWN.index("ends_question")  # a long title that ends so reads as prose
MOST_CREDIT: Final = 14  # words of such a line
_known_line = remembering(_read_line)
_PARAGRAPH: Final = _Line((), 0.0, 0.0, 0.0, 0.0, 0.0, False, False)  # says nothing of a title above it


def likeness(lines: Sequence[str], own: Own, run_start: int) -> NDArray[np.float32]:
    """The rows of `LIKENESS` for the lines (columns) that may be the title, zero for all others.

    Args:
        lines: the lines.
        own: their own features.
        run_start: where the run of prose begins; titles stand before it or a little behind.
    """
    size = len(lines)
    out = np.zeros((len(LIKENESS), size), np.float32)
    asks = own.matrix[:, _ASKS] > 0.0
    fit = (own.counts <= MOST_WORDS) & (own.counts > 1.0) & (~own.prose | asks)
    fit[run_start + BEHIND :] = False
    places = fit.nonzero()[0].tolist()[-MOST_LINES:]
    if not places:
        return out
    uses, opening = _words_of_prose(lines, own)
    known_lines = [
        _known_line(line) if len(line) <= LONG else _PARAGRAPH
        for line in lines[places[0] : places[-1] + 1 + CREDIT_REACH]
    ]
    parts = _parts([lines[place] for place in places])
    candidates = set(places)
    columns = []
    for place in places:
        own_line = _known_line(lines[place])
        below = known_lines[place - places[0] + 1 : place - places[0] + 1 + CREDIT_REACH]
        content = own_line.content
        count = len(content) or 1
        known = [uses[word] for word in content if word in uses]
        columns.append(
            (
                1.0,
                log1p(sum(known) / count),
                len(opening.intersection(content)) / count,
                len(known) / count,
                own_line.capitals,
                own_line.trade_words,
                own_line.odd_end,
                own_line.marks,
                float(len(content)),
                own_line.telling,
                own_line.label,
                next((1.0 - step / CREDIT_REACH for step, one in enumerate(below) if one.credit), 0.0),
                place - 1 in candidates,
                place + 1 in candidates,
                parts[lines[place]],
            )
        )
    out[:-1, places] = np.array(columns, np.float32).T
    out[-1] = np.minimum(np.cumsum(out[LIKENESS.index("content_words")] >= _LEAST_WORDS), 40.0) / 10.0
    return out


def is_credit(line: str) -> bool:
    """Whether a short line says who wrote a text, when, or how long it takes to read it.

    >>> is_credit("By M. Novak"), is_credit("23 February 2018"), is_credit("Lamp Weekly")
    (True, True, False)
    """
    return _CREDIT.search(line.lower()) is not None


def _parts(candidates: Sequence[str]) -> dict[str, float]:
    """For each line whether another has it with more beside it (1), or it has another one so (-1): a title and its site.

    >>> _parts(["Tin lamps are back | Lamp Daily", "Lamps", "Tin lamps are back"])
    {'Tin lamps are back | Lamp Daily': -1.0, 'Lamps': 0.0, 'Tin lamps are back': 1.0}
    """
    said = dict.fromkeys(candidates, 0.0)
    for line in candidates:
        pieces = _MARK.split(line)
        for part in pieces if len(pieces) > 1 else ():
            if part.count(" ") >= _LEAST_PART and part in said:
                said[line], said[part] = -1.0, 1.0
    return said


_MARK: Final = late.regex(r"\s(?:[|–—·•:›»>-]|::)\s|\s?\|\s?")
_LEAST_PART: Final = 2  # spaces in a part that is a title: names of sites are short


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
