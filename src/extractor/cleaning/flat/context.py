"""What stands around a line: the run of prose it may belong to, and what the lines near it are like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.features import Column

FAR: Final = 40.0  # lines; what is farther away is simply far
RUNS: Final = {"lenient": 1.5, "strict": 6.0}  # stop words that a line must hold to lengthen a run of prose
# Lines, from and to, whose signals are averaged for a line: around it, ahead of it, behind it.
WINDOWS: Final = {
    "near": (-3, 3),
    "wide": (-10, 10),
    "ahead": (1, 5),
    "behind": (-5, -1),
    "far_ahead": (1, 15),
    "far_behind": (-15, -1),
}
_REACH: Final = max(max(abs(first), abs(last)) for first, last in WINDOWS.values())
_SHARES: Final = np.array([1.0 / (last - first + 1) for first, last in WINDOWS.values()], np.float32)[:, None, None]
RUN_NAMES: Final = tuple(f"{name}_{of}" for of in RUNS for name in ("in_run", "from_run_start", "from_run_end"))


def window_names(signals: Sequence[str]) -> tuple[str, ...]:
    """The rows of `window_means`."""
    return tuple(f"{window}_{signal}" for window in WINDOWS for signal in signals)


def window_means(signals: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each line (column) the mean of each signal (row) over each of `WINDOWS`; what lies outside the text counts 0.

    >>> [round(float(mean), 2) for mean in window_means(np.array([[1.0, 0.0, 1.0]], np.float32))[:4, 1]]
    [0.29, 0.1, 0.2, 0.2]
    """
    width, size = signals.shape
    # Sums up to each line, with as many lines more on either side as a window reaches: a window is then a difference of two slices.
    total = np.zeros((width, size + 1 + 2 * _REACH), np.float32)
    np.cumsum(signals, axis=1, out=total[:, _REACH + 1 : _REACH + 1 + size])
    total[:, _REACH + 1 + size :] = total[:, _REACH + size, None]
    sums = np.empty((len(WINDOWS), width, size), np.float32)
    for place, (first, last) in enumerate(WINDOWS.values()):
        start, end = _REACH + first, _REACH + last + 1
        np.subtract(total[:, end : end + size], total[:, start : start + size], out=sums[place])
    sums *= _SHARES
    return sums.reshape(len(WINDOWS) * width, size)


def best_run(gains: Sequence[float]) -> tuple[int, int]:
    """First and last place, exclusive, of the run with the greatest sum.

    >>> best_run([-1.0, 4.0, -2.0, 3.0, -9.0, 1.0])
    (1, 4)
    """
    best = total = 0.0
    start = first = last = 0
    for place, gain in enumerate(gains):
        if total <= 0.0:
            total, start = 0.0, place
        total += gain
        if total > best:
            best, first, last = total, start, place + 1
    return first, last


def run_columns(stops: Column) -> NDArray[np.float32]:
    """The rows of `RUN_NAMES`: whether each line is in the best run of prose, and its signed distance to start and end.

    Args:
        stops: how many stop words each line holds.
    """
    size = len(stops)
    at = np.arange(size, dtype=np.float32)
    rows = np.zeros((len(RUN_NAMES), size), np.float32)
    for place, penalty in enumerate(RUNS.values()):
        first, last = best_run((stops - penalty).tolist())
        rows[3 * place, first:last] = 1.0
        rows[3 * place + 1] = (at - first) / FAR
        rows[3 * place + 2] = (at - (last - 1)) / FAR
    np.minimum(rows, 1.0, out=rows)
    np.maximum(rows, -1.0, out=rows)
    return rows


def stretches(flags: NDArray[np.bool_]) -> Column:
    """For each line the length of the unbroken stretch of lines like it, below zero where the flag is off.

    >>> stretches(np.array([True, True, False, True])).tolist()
    [2.0, 2.0, -1.0, 1.0]
    """
    lengths: list[float] = []
    for flag, group in groupby(flags.tolist()):
        count = len(list(group))
        lengths += [float(count if flag else -count)] * count
    return np.array(lengths, np.float32)
