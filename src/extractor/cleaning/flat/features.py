"""Features of the lines of a flat text: their own, their place, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log1p
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.features import LONG, OWN, Own, to_prose
from extractor.cleaning.flat.context import RUN_NAMES, run_columns, stretches, window_means, window_names
from extractor.cleaning.flat.likeness import LIKENESS, likeness
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
NAMES: Final = (*OWN, *PLACE, *window_names((*SPREAD, *MADE)), *(f"section_{name}" for name in CUES), *PAGE, *LIKENESS, *TITLE)
NEAR: Final = len(OWN)  # of these columns trees may also ask the neighbours
MENU_WORDS: Final = 6  # a line of fewer words that ends on no mark looks like an entry of a menu
_states_value: Final = re.compile(r"%|\$|€|£|₹|USD|CAGR|illion| Bn| Mn| bn|crore").search
_has_digit: Final = re.compile(r"\d").search
_MOST_STOPS: Final = 30.0  # stop words of one line that count towards a run
_SPREAD_AT: Final = np.array([OWN.index(name) for name in SPREAD])
_AT: Final = {name: place for place, name in enumerate(OWN)}
_CUES_FROM: Final = OWN.index("cue_sure") - len(CUES)


def surroundings(
    lines: Sequence[str], kinds: Sequence[str], blanks: Sequence[bool], phrases: Phrases
) -> tuple[NDArray[np.float32], Own]:
    """The matrix of `NAMES`, those about the title still zero, and the lines' own features."""
    size = len(lines)
    own = Own(lines, phrases, "")
    rows = own.matrix
    at = np.arange(size, dtype=np.float32)
    words = np.cumsum(own.counts)
    total = float(words[-1])
    prose_words = np.cumsum(np.where(own.prose, own.counts, 0.0))
    prose_share = prose_words / max(1.0, float(prose_words[-1]))
    blank = np.fromiter(blanks, np.float32, size)
    gaps = float(blank[1:].sum()) / size
    if gaps == 0.0:
        blank[:] = 0.0
    before, after = to_prose(own.prose)
    stops = np.minimum(own.counts * rows[:, _AT["stop_share"]], _MOST_STOPS)
    menu = (own.counts < MENU_WORDS) & (rows[:, _AT["ends"]] == 0.0)
    runs = run_columns(stops)
    columns = (
        [kind == "list_item" for kind in kinds],
        [kind == "heading" for kind in kinds],
        blank,
        np.append(blank[1:], 0.0 if gaps == 0.0 else 1.0),
        at / size,
        np.minimum((size - 1 - at) / 40.0, 1.0),
        words / total,
        before,
        after,
        prose_share,
        1.0 - prose_share,
        [has_digit > 0.0 and _states_value(line) is not None for line, has_digit in zip(lines, rows[:, _AT["digits"]].tolist(), strict=True)],
        *runs,
        np.maximum(np.minimum(stretches(menu) / 20.0, 2.0), -2.0),
        np.minimum(np.cumsum(rows[:, _AT["cue_comments"]]), 10.0) / 10.0,
        np.minimum(np.cumsum(rows[:, _AT["cue_related"]]), 5.0) / 5.0,
    )
    out = np.zeros((size, len(NAMES)), np.float32)
    width = len(OWN)
    out[:, :width] = rows
    for column in columns:
        out[:, width] = column
        width += 1
    signals = np.empty((size, len(SPREAD) + len(MADE)), np.float32)
    signals[:, : len(SPREAD)] = rows[:, _SPREAD_AT]
    signals[:, len(SPREAD)] = menu
    signals[:, len(SPREAD) + 1] = stops / 10.0
    signals[:, len(SPREAD) + 2] = rows[:, _CUES_FROM : _CUES_FROM + len(CUES)].max(axis=1)
    means = window_means(signals)
    out[:, width : width + means.shape[1]] = means
    width += means.shape[1]
    out[:, width : width + len(CUES)] = own.sections()
    width += len(CUES)
    out[:, width] = log1p(size) / 4.0
    out[:, width + 1] = log1p(total) / 4.0
    out[:, width + 2] = float(prose_words[-1]) / total
    out[:, width + 3] = gaps
    out[:, width + 4] = rows[:, _AT["starts_lower"]].sum() / size
    out[:, width + 5] = runs[0].sum() / size
    out[:, width + len(PAGE) : width + len(PAGE) + len(LIKENESS)] = likeness(lines, own, int(np.argmax(runs[0])))
    return out, own


def states_figure(line: str) -> bool:
    """Whether a short line states a value or a rate: such lines are what the article is read for."""
    return len(line) <= LONG and _states_value(line) is not None and _has_digit(line) is not None


def add_title(matrix: NDArray[np.float32], lines: Sequence[str], title_at: int | None, certainty: float) -> None:
    """Fills the columns that tell where a line stands to the title."""
    matrix[:, -1] = np.float32(max(-1.0, min(certainty, 5.0)) / 5.0)
    if title_at is None:
        return
    at = np.arange(len(matrix), dtype=np.float32)
    matrix[:, -3] = at > title_at
    matrix[:, -2] = np.maximum(np.minimum((at - title_at) / 40.0, 1.0), -1.0)
    title = lines[title_at]
    words = frozenset(title.lower().split())
    same, overlap = _AT["is_title"], _AT["title_overlap"]
    for place, line in enumerate(lines):
        if len(line) <= OVERLAP_TO:
            own = line.lower().split()
            if not words.isdisjoint(own):
                shared = len(words.intersection(own))
                matrix[place, overlap] = shared / (len(words) + len(own) - shared)
                if line == title:
                    matrix[place, same] = 1.0


OVERLAP_TO: Final = 200  # characters; a longer line is no second title
