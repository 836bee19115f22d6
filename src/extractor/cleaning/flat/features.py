"""Features of the lines of a flat text: their own, their place, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log1p
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.facts import LONG, OWN
from extractor.cleaning.features import Own, to_prose
from extractor.cleaning.flat.context import RUN_NAMES, WINDOWS, run_columns, stretches, window_means, window_names
from extractor.cleaning.flat.likeness import LIKENESS, likeness
from extractor.cleaning.memory import REMEMBERED
from extractor.cleaning.phrases import CUES, Phrases

PLACE: Final = (
    "list_item", "heading", "blank_before", "blank_after", "position", "from_end", "char_position", "prose_before", "prose_after",
    "prose_above", "prose_below", "figure", *RUN_NAMES, "menu_stretch", "comments_above", "related_above",
)  # fmt: skip
# Columns of a line's own that are averaged over the lines around it, and three more that are made for it.
SPREAD: Final = (
    "log_words", "stop_share", "ends", "digits", "title_case", "date", "separator", "repeated", "prose",
    "cue_promo", "cue_related", "cue_comments", "cue_byline",
)  # fmt: skip
MADE: Final = ("menu", "stops", "any_cue")
PAGE: Final = ("page_lines", "page_words", "page_prose", "page_blank", "page_lower", "page_run")
TITLE: Final = ("after_title", "title_distance", "title_certainty")
NAMES: Final = (
    *OWN,
    *PLACE,
    *window_names((*SPREAD, *MADE)),
    *(f"section_{name}" for name in CUES),
    *PAGE,
    *LIKENESS,
    *TITLE,
)
NEAR: Final = len(OWN)  # of these columns trees may also ask the neighbours
MENU_WORDS: Final = 6  # a line of fewer words that ends on no mark looks like an entry of a menu
_states_value: Final = re.compile(r"%|\$|€|£|₹|USD|CAGR|illion| Bn| Mn| bn|crore").search
_has_digit: Final = re.compile(r"\d").search
_MOST_STOPS: Final = 30.0  # stop words of one line that count towards a run
_AT: Final = {name: place for place, name in enumerate(NAMES)}
_SPREAD_AT: Final = np.array([_AT[name] for name in SPREAD])
_CUES: Final = slice(_AT["cue_sure"] - len(CUES), _AT["cue_sure"])
_RUNS: Final = slice(_AT[RUN_NAMES[0]], _AT[RUN_NAMES[-1]] + 1)
_SPREAD_FROM: Final = len(OWN) + len(PLACE)
_SPREAD_TO: Final = _SPREAD_FROM + len(WINDOWS) * (len(SPREAD) + len(MADE))
_LIKENESS: Final = slice(_AT[LIKENESS[0]], _AT[LIKENESS[-1]] + 1)


def surroundings(
    lines: Sequence[str], kinds: Sequence[str], blanks: Sequence[bool], phrases: Phrases
) -> tuple[NDArray[np.float32], Own]:
    """The matrix of `NAMES`, those about the title still zero, and the lines' own features."""
    own = Own(lines, phrases, "")
    table = np.zeros(
        (len(NAMES), len(lines)), np.float32
    )  # a column of the matrix is a row here: it is written in one piece
    table[: len(OWN)] = own.matrix.T
    stops = np.minimum(own.counts * table[_AT["stop_share"]], _MOST_STOPS)
    menu = (own.counts < MENU_WORDS) & (table[_AT["ends"]] == 0.0)
    table[_RUNS] = run_columns(stops)
    table[_AT["menu_stretch"]] = np.maximum(np.minimum(stretches(menu) / 20.0, 2.0), -2.0)
    _tell_places(table, kinds, blanks, own)
    table[_AT["figure"]] = [len(line) <= LONG and _holds_figure(line) for line in lines]
    signals = np.zeros((len(SPREAD) + len(MADE), len(lines)), np.float32)
    signals[: len(SPREAD)] = table[_SPREAD_AT]
    signals[-3] = menu
    signals[-2] = stops / 10.0
    if own.cues:
        _tell_sections(table, own)
        signals[-1] = table[_CUES].max(axis=0)
    table[_SPREAD_FROM:_SPREAD_TO] = window_means(signals)
    table[_LIKENESS] = likeness(lines, own, int(table[_AT["in_run_lenient"]].argmax()))
    return table.T, own


def _tell_places(table: NDArray[np.float32], kinds: Sequence[str], blanks: Sequence[bool], own: Own) -> None:
    """Fills the rows that tell where lines stand, and those that are one value for the whole text."""
    size = len(kinds)
    at = np.arange(size, dtype=np.float32)
    words = np.cumsum(own.counts)
    prose_words = np.cumsum(own.counts * own.prose)
    total, total_prose = float(words[-1]), float(prose_words[-1])
    if "list_item" in kinds:
        table[_AT["list_item"]] = [kind == "list_item" for kind in kinds]
    if "heading" in kinds:
        table[_AT["heading"]] = [kind == "heading" for kind in kinds]
    gaps = (sum(blanks) - blanks[0]) / size
    if gaps:
        table[_AT["blank_before"]] = blanks
        table[_AT["blank_after"]] = (*blanks[1:], True)
    table[_AT["position"]] = at / size
    table[_AT["from_end"]] = np.minimum((size - 1 - at) / 40.0, 1.0)
    table[_AT["char_position"]] = words / total
    table[_AT["prose_before"]], table[_AT["prose_after"]] = to_prose(own.prose)
    above = prose_words / max(1.0, total_prose)
    table[_AT["prose_above"]] = above
    table[_AT["prose_below"]] = 1.0 - above
    table[_AT["page_lines"]] = log1p(size) / 4.0
    table[_AT["page_words"]] = log1p(total) / 4.0
    table[_AT["page_prose"]] = total_prose / total
    table[_AT["page_blank"]] = gaps
    table[_AT["page_lower"]] = table[_AT["starts_lower"]].sum() / size
    table[_AT["page_run"]] = table[_AT["in_run_lenient"]].sum() / size


def _tell_sections(table: NDArray[np.float32], own: Own) -> None:
    """Fills the rows that count the cues above each line, and tell the section it stands in."""
    table[_AT["comments_above"]] = np.minimum(np.cumsum(table[_AT["cue_comments"]]), 10.0) / 10.0
    table[_AT["related_above"]] = np.minimum(np.cumsum(table[_AT["cue_related"]]), 5.0) / 5.0
    first = _AT[f"section_{CUES[0]}"]
    table[first : first + len(CUES)] = own.sections().T


def states_figure(line: str) -> bool:
    """Whether a short line states a value or a rate: such lines are what the article is read for."""
    return len(line) <= LONG and _holds_figure(line)


@lru_cache(REMEMBERED)
def _holds_figure(line: str) -> bool:
    return _states_value(line) is not None and _has_digit(line) is not None


def add_title(matrix: NDArray[np.float32], title_at: int | None, certainty: float) -> None:
    """Fills the columns that tell where a line stands to the title."""
    matrix[:, _AT["title_certainty"]] = np.float32(max(-1.0, min(certainty, 5.0)) / 5.0)
    if title_at is None:
        return
    at = np.arange(len(matrix), dtype=np.float32)
    matrix[:, _AT["after_title"]] = at > title_at
    matrix[:, _AT["title_distance"]] = np.maximum(np.minimum((at - title_at) / 40.0, 1.0), -1.0)
