"""The title of a flat text: the line that reads most like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor import late
from extractor.cleaning.flat.features import NAMES
from extractor.cleaning.trees import REACH, Trees

SURE: Final = -4.0  # log odds from which a line is taken for the title; -3 and -5 do the same, -1.5 misses some
_LABEL: Final = late.regex(
    r"(?:release(?:d| date)|publish(?:ed|ing)?(?: date| on| by)?|(?:last )?updated?(?: on)?|date|author|by|report (?:id|code|format)"
    r"|pages?|format|category|industry|source|contact|tags?|sku)\s?:",
    re.IGNORECASE,
)
# Doors of an app, and what a network shows of an author.
_DOORS: Final = late.regex(
    r"^(?:sitemap\W*)?(?:open in|get the|download the) app\b|^(?:sitemap|sign (?:up|in)|log ?in|join now)$"
    r"|\b\d[\d,.]{0,12}[km]?\+? (?:connections|followers)\W*$",
    re.IGNORECASE,
)
_SURE_CUE: Final = NAMES.index("cue_sure")
_MAY_BE: Final = NAMES.index("may_be_title")


def pick_title(
    matrix: NDArray[np.float32], trees: Trees, texts: Sequence[str] | None = None
) -> tuple[int | None, float]:
    """The place of the title among the lines, or None when none reads like one, and its log odds.

    Args:
        matrix: the features of the lines.
        trees: tell the log odds of each line to be the title.
        texts: the lines: with them, none that is a label with its value or a door of the site is taken.
    """
    fit = may_be_title(matrix)
    places = np.flatnonzero(fit)
    if not len(places):
        return None, SURE
    start, end = max(0, int(places[0]) - REACH), int(places[-1]) + 1
    scores = trees.scores(matrix[start : end + REACH])[: end - start]
    likely = np.where(fit[start:end], scores, -np.inf)
    best = int(np.argmax(likely))
    if texts is not None and _is_no_title(texts[start + best]):
        by_certainty = np.argsort(-likely, kind="stable")
        other = next((place for place in map(int, by_certainty) if not _is_no_title(texts[start + place])), None)
        if other is None or not np.isfinite(likely[other]):
            return None, SURE
        best = other
    certainty = float(likely[best])
    return (start + best if certainty > SURE else None), certainty


def _is_no_title(text: str) -> bool:
    return _LABEL.match(text) is not None or _DOORS.search(text) is not None


def may_be_title(matrix: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which lines are looked at: those that no rule names for sure."""
    fit: NDArray[np.bool_] = (matrix[:, _MAY_BE] > 0.0) & (matrix[:, _SURE_CUE] == 0.0)
    return fit
