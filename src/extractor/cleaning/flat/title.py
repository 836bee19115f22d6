"""The title of a flat text: the line that reads most like one."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.flat.features import NAMES
from extractor.cleaning.trees import REACH, Trees

SURE: Final = -4.0  # log odds from which a line is taken for the title; -3 and -5 do the same, -1.5 misses some
_SURE_CUE: Final = NAMES.index("cue_sure")
_MAY_BE: Final = NAMES.index("may_be_title")


def pick_title(matrix: NDArray[np.float32], trees: Trees) -> tuple[int | None, float]:
    """The place of the title among the lines, or None when none reads like one, and its log odds.

    Args:
        matrix: the features of the lines.
        trees: tell the log odds of each line to be the title.
    """
    fit = may_be_title(matrix)
    places = np.flatnonzero(fit)
    if not len(places):
        return None, SURE
    start, end = max(0, int(places[0]) - REACH), int(places[-1]) + 1
    scores = trees.scores(matrix[start : end + REACH])[: end - start]
    likely = np.where(fit[start:end], scores, -np.inf)
    best = int(np.argmax(likely))
    certainty = float(likely[best])
    return (start + best if certainty > SURE else None), certainty


def may_be_title(matrix: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which lines are looked at: those that no rule names for sure."""
    fit: NDArray[np.bool_] = (matrix[:, _MAY_BE] > 0.0) & (matrix[:, _SURE_CUE] == 0.0)
    return fit
