"""The title of a flat text: the line that reads most like one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.block import Block
from extractor.cleaning.flat.features import NAMES, states_figure
from extractor.cleaning.flat.lines import Lines
from extractor.cleaning.trees import REACH, Trees

SENTENCE_ENDS: Final = (".", "!", "?", "…")
SHORT: Final = 12  # a text of so many lines has little furniture: what states a figure is its own
LONGEST_TITLE: Final = 120  # characters of a first line that is taken for the title
MARKED: Final = 3.0  # log odds of a title that is marked as one
MARKS: Final = " |–—·•:›»>-,"  # between a title and what stands beside it

SURE: Final = -4.0  # log odds from which a line is taken for the title; -3 and -5 do the same, -1.5 misses some
_SURE_CUE: Final = NAMES.index("cue_sure")
_MAY_BE: Final = NAMES.index("may_be_title")


def find_title(
    lines: Lines, matrix: NDArray[np.float32], trees: Trees, named: Collection[int], scope: Collection[int]
) -> tuple[int | None, float]:
    """The place of the title among the lines, or None, and its log odds: the one that is marked, or reads most like one, or begins
    a short text.

    Args:
        lines: the lines.
        matrix: their features.
        trees: tell the log odds of each line to be the title.
        named: the lines that rules name.
        scope: the lines that are rows of tables of scope.
    """
    place, certainty = pick_title(matrix, trees)
    headed = headed_at(lines)
    if headed is not None:
        place, certainty = headed, max(certainty, MARKED)
    is_row = place is not None and (lines.kinds[place] == "list_item" or place in scope)
    if place is None or is_row or not heads_text(lines.texts, place):
        place = first_line(lines.texts, lines.kinds, {*named, *scope})
    return place, certainty


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


def headed_at(lines: Lines) -> int | None:
    """The line that is marked as the only heading of the first level, if any."""
    found = [place for place, level in enumerate(lines.levels) if level == 1 and lines.kinds[place] == "heading"]
    return found[0] if len(found) == 1 else None


def first_line(texts: Sequence[str], kinds: Sequence[str], named: Collection[int]) -> int | None:
    """The first line as the title of a text that begins with it, for want of a better one: a text of few lines, as cards
    and lists of figures are, has no menu above its title.

    >>> first_line(["Tin: Key Facts", "- Value: $3bn", "- CAGR: 4%"], ["paragraph", "list_item", "list_item"], ())
    0
    >>> first_line(["Tin is back.", "It sells."], ["paragraph", "paragraph"], ()) is None
    True
    """
    if len(texts) == 1 or 0 in named or kinds[0] not in ("paragraph", "heading") or len(texts) > SHORT:
        return None
    fits = (
        len(texts[0]) <= LONGEST_TITLE and not texts[0].endswith((*SENTENCE_ENDS, ":")) and not states_figure(texts[0])
    )
    return 0 if fits else None


def heads_text(texts: list[str], title_at: int) -> bool:
    """Whether the line at `title_at` can be a title: a text stands below it, and it is no sentence that tells a figure; or it
    is a bare headline that says nothing more.

    >>> heads_text(["Kelp sales reached USD 5 million in 2024"], 0), heads_text(["Kelp on the rise"], 0)
    (False, True)
    >>> heads_text(["Kelp sells well in Norway.", "Kvist Ltd. sells it."], 1)
    False
    """
    line = texts[title_at]
    if title_at < len(texts) - 1:
        return line[-1] != "." or not states_figure(line)
    return not line.endswith(SENTENCE_ENDS) and not (len(texts) == 1 and states_figure(line))


def split_title(blocks: list[Block], title_at: int, title: str) -> int:
    """The place of the title after what stands beside it on its line was made blocks of their own: they tell date and author.

    >>> blocks = [Block("Lamp Weekly | Tin lamps are back | 4 May 2024", role="title")]
    >>> split_title(blocks, 0, "Tin lamps are back"), [block.text for block in blocks]
    (1, ['Lamp Weekly', 'Tin lamps are back', '4 May 2024'])
    """
    block = blocks[title_at]
    start = block.text.find(title)
    if start < 0:
        return title_at
    before, after = block.text[:start].strip(MARKS), block.text[start + len(title) :].strip(MARKS)
    beside = [
        Block(text, role="byline", reason="beside the title", source=block.source) if text else None
        for text in (before, after)
    ]
    block.text = title
    blocks[title_at : title_at + 1] = [one for one in (beside[0], block, beside[1]) if one is not None]
    return title_at + (beside[0] is not None)
