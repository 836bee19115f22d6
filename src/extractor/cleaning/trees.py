"""The classifier: small boosted trees over each block and its neighbours, then the likeliest path through them.

Each tree asks four questions ("link_share > 0.31", "ends@+1 > 0.5": a feature of the block, or of the block
so many before or behind) and adds a number to the log odds that the block belongs to the article. The trees
are learned by `learn.py` and ship as compressed text, a tree a line. All blocks go through all trees at once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from extractor.data.tables import read_lines, write_compressed
from extractor.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path

DEPTH: Final = 4  # questions of a tree
REACH: Final = 3  # blocks before and behind whose features a tree may ask for
SHIFTS: Final = tuple(range(-REACH, REACH + 1))


class Trees:
    """All trees of one classifier.

    Args:
        names: the columns of the matrices it will be given.
        start: log odds before any tree.
        trees: for each tree its questions (column name, how many blocks on, threshold) and its 16 numbers; the
            answer to the first question is the lowest bit of the number's place.
    """

    def __init__(
        self,
        names: Sequence[str],
        start: float,
        trees: Sequence[tuple[Sequence[tuple[str, int, float]], Sequence[float]]],
    ) -> None:
        column = {name: place for place, name in enumerate(names)}
        self._width = len(names)
        self._start = start
        self._count = len(trees)
        questions = [question for splits, _ in trees for question in splits]
        # First questions of all trees, then their second ones ...: numbers that are added up later lie side by side.
        order = np.arange(len(questions)).reshape(self._count, DEPTH).T.ravel()
        self._thresholds = np.array([threshold for _, _, threshold in questions], np.float32)[order, None]
        self._columns = np.array([column[name] for name, _, _ in questions])[order]
        self._shifts = np.array([shift for _, shift, _ in questions])[order] + REACH
        self._leaves = np.array([leaves for _, leaves in trees], np.float32).ravel()
        self._offsets = (np.arange(self._count) << DEPTH)[:, None]

    def scores(self, matrix: NDArray[np.float32]) -> NDArray[np.float32]:
        """Log odds that each block belongs to the article; `matrix` has a row a block."""
        size = len(matrix)
        padded = np.zeros((self._width, size + 2 * REACH), np.float32)
        padded[:, REACH : REACH + size] = matrix.T
        step, along = (
            padded.strides
        )  # each shift is a view of the one table (`as_strided` does the same in ten times the time)
        shifted = np.ndarray((self._width, len(SHIFTS), size), np.float32, padded, 0, (step, along, along))
        answers = shifted[self._columns, self._shifts] > self._thresholds
        bits = answers.view(np.uint8).reshape(DEPTH, self._count, size)
        leaf = bits[0] + (bits[1] << 1) + (bits[2] << 2) + (bits[3] << 3)
        total: NDArray[np.float32] = self._leaves.take(leaf + self._offsets).sum(axis=0) + np.float32(self._start)
        return total


def likeliest(scores: Sequence[float], stay: float) -> list[bool]:
    """The path of kept and dropped blocks with the highest sum of scores, less `stay` for each change of sides.

    >>> likeliest([3.0, -0.5, 2.0, -4.0], stay=1.0)
    [True, True, True, False]
    """
    kept = dropped = 0.0
    origins: list[tuple[bool, bool]] = []  # was the block before kept, when this one is dropped, and when it is kept
    for score in scores:
        half = score / 2.0
        stays_kept = kept >= dropped - stay
        falls = kept - stay > dropped
        origins.append((falls, stays_kept))
        kept, dropped = (kept if stays_kept else dropped - stay) + half, (kept - stay if falls else dropped) - half
    path: list[bool] = []
    state = kept > dropped
    for origin in reversed(origins):
        path.append(state)
        state = origin[state]
    path.reverse()
    return path


@cache
def load_trees(name: str, columns: tuple[str, ...]) -> Trees:
    """The trees shipped as `data/NAME.trees.jsonl.gz`.

    Raises:
        RuleError: if the file asks for a column that there is none of: it must be learned again.
    """
    file = trees_file(name)
    return read_trees(read_lines(file), columns, file)


def trees_file(name: str) -> str:
    """The data file of the trees of a kind ("title", "flat", "page")."""
    return f"{name}.trees.jsonl.gz"


def write_trees(folder: Path, name: str, lines: Sequence[str]) -> None:
    """Writes the lines of the trees of a kind, as they were learned."""
    write_compressed(folder / trees_file(name), "\n".join(lines) + "\n")


def read_trees(lines: Sequence[str], columns: Sequence[str], where: str) -> Trees:
    """The trees of the lines of a trees file; `where` names it in errors."""
    start = json.loads(lines[0])["start"]
    trees = []
    known = set(columns)
    for line in lines[1:]:
        tree = json.loads(line)
        splits = [_question(text) for text in tree["if"]]
        for column, _, _ in splits:
            if column not in known:
                raise RuleError(f"{where}: no feature {column!r}; learn the trees again (learn.py)")
        trees.append((splits, tree["add"]))
    return Trees(columns, start, trees)


def _question(text: str) -> tuple[str, int, float]:
    """The column, the shift and the threshold of a question.

    >>> _question("ends@+1 > 0.5"), _question("link_share > 0.31")
    (('ends', 1, 0.5), ('link_share', 0, 0.31))
    """
    left, _, threshold = text.partition(" > ")
    name, _, shift = left.partition("@")
    return name, int(shift or 0), float(threshold)
