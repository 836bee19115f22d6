"""Features of the lines of a flat text: their own, their place, the blank lines around them."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import Final

import numpy as np

from extractor.cleaning.features import OWN, Column, Own, to_prose
from extractor.cleaning.phrases import CUES, Phrases

PLACE: Final = (
    "list_item", "blank_before", "blank_after", "position", "from_end", "char_position", "after_title", "title_distance",
    "prose_before", "prose_after", "prose_above", "prose_below", "near_prose",
)  # fmt: skip
PAGE: Final = ("page_lines", "page_words", "page_prose", "page_blank", "page_lower")
NAMES: Final = (*OWN, *PLACE, *(f"section_{name}" for name in CUES), *PAGE)


def flat_features(
    lines: Sequence[str], items: Sequence[bool], blanks: Sequence[bool], phrases: Phrases, title_at: int | None
) -> tuple[Column, Own]:
    """The matrix of `NAMES` for the lines, and their own features with the phrase rules they meet."""
    size = len(lines)
    own = Own(lines, phrases, "" if title_at is None else lines[title_at])
    at = np.arange(size, dtype=np.float32)
    words = np.cumsum(own.counts)
    total = float(words[-1])
    prose_words = np.cumsum(np.where(own.prose, own.counts, 0.0))
    blank = np.fromiter(blanks, np.float32, size)
    gaps = float(blank[1:].sum()) / size
    if gaps == 0.0:
        blank[:] = 0.0
    before, after = to_prose(own.prose)
    out = np.empty((size, len(NAMES)), np.float32)
    width = len(OWN)
    out[:, :width] = own.matrix
    window = np.convolve(own.prose.astype(np.float32), np.ones(9, np.float32), "same")[:size] if size >= 9 else own.prose.astype(np.float32)
    columns = (
        items,
        blank,
        np.append(blank[1:], 0.0 if gaps == 0.0 else 1.0),
        at / size,
        np.minimum((size - 1 - at) / 40.0, 1.0),
        words / total,
        0.0 if title_at is None else at > title_at,
        0.0 if title_at is None else np.clip((at - title_at) / 40.0, -1.0, 1.0),
        before,
        after,
        prose_words / max(1.0, float(prose_words[-1])),
        1.0 - prose_words / max(1.0, float(prose_words[-1])),
        window / 9.0,
    )
    for place, column in enumerate(columns):
        out[:, width + place] = column
    width += len(PLACE)
    out[:, width : width + len(CUES)] = own.sections()
    width += len(CUES)
    out[:, width] = log1p(size) / 4.0
    out[:, width + 1] = log1p(total) / 4.0
    out[:, width + 2] = float(prose_words[-1]) / total
    out[:, width + 3] = gaps
    out[:, width + 4] = float(np.mean(own.matrix[:, OWN.index("starts_lower")]))
    return out, own
