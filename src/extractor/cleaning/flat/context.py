"""What stands around a line: the run of prose it may belong to, and what the lines near it are like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.features import Column

FAR: Final = 40.0  # lines; what is farther away is simply far
RUNS: Final = {"lenient": 1.5, "strict": 6.0}  # stop words that a line must hold to lengthen a run of prose
# Lines, from and to, whose signals are averaged for a line: around it, ahead of it, behind it.
WINDOWS: Final = {"near": (-3, 3), "wide": (-10, 10), "ahead": (1, 5), "behind": (-5, -1), "far_ahead": (1, 15), "far_behind": (-15, -1)}
_REACH: Final = max(max(abs(first), abs(last)) for first, last in WINDOWS.values())
_STARTS: Final = np.array([_REACH + first for first, _ in WINDOWS.values()])
_ENDS: Final = np.array([_REACH + last + 1 for _, last in WINDOWS.values()])
_SHARES: Final = np.array([1.0 / (last - first + 1) for first, last in WINDOWS.values()], np.float32)[:, None]
RUN_NAMES: Final = tuple(f"{name}_{of}" for of in RUNS for name in ("in_run", "from_run_start", "from_run_end"))


def window_names(signals: Sequence[str]) -> tuple[str, ...]:
    """The columns of `window_means`."""
    return tuple(f"{window}_{signal}" for window in WINDOWS for signal in signals)


def window_means(signals: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each line (row) the mean of each signal (column) over each of `WINDOWS`; what lies outside the text counts 0.

    >>> [round(float(mean), 2) for mean in window_means(np.array([[1.0], [0.0], [1.0]], np.float32))[1, :4]]
    [0.29, 0.1, 0.2, 0.2]
    """
    size, width = signals.shape
    # Sums up to each line, with as many lines more on either side as a window reaches: a window is then a difference of two rows.
    total = np.zeros((size + 1 + 2 * _REACH, width), np.float32)
    np.cumsum(signals, axis=0, out=total[_REACH + 1 : _REACH + 1 + size])
    total[_REACH + 1 + size :] = total[_REACH + size]
    at = np.arange(size)[:, None]
    sums = total[at + _ENDS]
    sums -= total[at + _STARTS]
    sums *= _SHARES
    means: NDArray[np.float32] = sums.reshape(size, width * len(WINDOWS))
    return means


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


def run_columns(stops: Column) -> list[Column]:
    """The columns of `RUN_NAMES`: whether each line is in the best run of prose, and its signed distance to start and end.

    Args:
        stops: how many stop words each line holds.
    """
    at = np.arange(len(stops), dtype=np.float32)
    runs = [best_run((stops - penalty).tolist()) for penalty in RUNS.values()]
    bounds = np.array([(first, last - 1) for first, last in runs], np.float32).reshape(-1, 1)
    distances = np.maximum(np.minimum((at - bounds) / FAR, 1.0), -1.0)
    columns: list[Column] = []
    for place, (first, last) in enumerate(runs):
        inside = np.zeros(len(stops), np.float32)
        inside[first:last] = 1.0
        columns += [inside, distances[2 * place], distances[2 * place + 1]]
    return columns


def stretches(flags: NDArray[np.bool_]) -> Column:
    """For each line the length of the unbroken stretch of lines like it, below zero where the flag is off."""
    bounds = np.concatenate(([0], np.flatnonzero(flags[1:] != flags[:-1]) + 1, [len(flags)]))
    lengths = np.diff(bounds)
    signed: Column = np.where(flags, 1.0, -1.0).astype(np.float32) * np.repeat(lengths, lengths)
    return signed
