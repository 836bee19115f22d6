"""The descent by which the weights of marks are learned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

RATE = 0.05
# Of the running means of slopes and of their squares, and what keeps a division from zero (Adam, Kingma and Ba, 2015).
KEPT, KEPT_OF_SQUARES, LEAST_ROOT = 0.9, 0.99, 1e-8


def descend(slope_at: Callable[[Any], Any], shape: int | tuple[int, ...], steps: int) -> Any:
    """The weights, an array of this shape, after so many steps down from zero; `slope_at` gives the slope at some weights."""
    weights, mean, square = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for step in range(1, steps + 1):
        slope = slope_at(weights)
        mean = KEPT * mean + (1 - KEPT) * slope
        square = KEPT_OF_SQUARES * square + (1 - KEPT_OF_SQUARES) * slope**2
        root = np.sqrt(square / (1 - KEPT_OF_SQUARES**step)) + LEAST_ROOT
        weights = weights - RATE * mean / (1 - KEPT**step) / root
    return weights
