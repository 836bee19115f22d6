"""The classifier: a small network over the sequence of blocks, then the likeliest path through it.

Each block's features go through one hidden layer; a second layer sees the block beside its neighbours
(one and two before and after, the mean of a window, the mean of the document), so context decides
short blocks. The weights are learned by `learn.py` and ship as text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
WINDOW: Final = 6  # blocks to each side in the mean of the window
SHIFTS: Final = (-2, -1, 1, 2)
PARTS: Final = 1 + len(SHIFTS) + 3  # itself, neighbours, the windows before and after, the document


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of the two layers and of the step from block to block."""

    names: tuple[str, ...]
    mean: Matrix
    scale: Matrix
    first: Matrix
    first_bias: Matrix
    second: Matrix
    second_bias: Matrix
    last: Matrix
    last_bias: float
    stay: float

    def scores(self, rows: Any) -> Matrix:
        """Log odds that each block belongs to the article; `rows` has the values of `names` for each."""
        values = (np.asarray(rows, dtype=np.float32) - self.mean) * self.scale
        hidden = np.maximum(values @ self.first + self.first_bias, 0.0)
        mixed = np.maximum(context(hidden) @ self.second + self.second_bias, 0.0)
        result: Matrix = mixed @ self.last + np.float32(self.last_bias)
        return result

    def decide(self, scores: Matrix) -> list[bool]:
        """The likeliest sequence of kept and dropped blocks: changing sides costs `stay` each time."""
        return likeliest(scores.tolist(), self.stay)


def context(hidden: Matrix) -> Matrix:
    """Each row beside its neighbours, the means of the windows before and after it, and the mean of all."""
    size, width = hidden.shape
    padded = np.zeros((size + 4, width), dtype=np.float32)
    padded[2:-2] = hidden
    sums = np.zeros((size + 2 * WINDOW + 1, width), dtype=np.float32)
    np.cumsum(hidden, axis=0, out=sums[WINDOW + 1 : WINDOW + 1 + size])
    sums[WINDOW + 1 + size :] = sums[WINDOW + size]
    parts = [hidden]
    parts += [padded[2 + shift : 2 + shift + size] for shift in SHIFTS]
    at = np.arange(size) + WINDOW
    parts.append((sums[at] - sums[at - WINDOW]) / WINDOW)
    parts.append((sums[at + 1 + WINDOW] - sums[at + 1]) / WINDOW)
    parts.append(np.broadcast_to(hidden.mean(axis=0), hidden.shape))
    return np.concatenate(parts, axis=1)


def likeliest(scores: list[float], stay: float) -> list[bool]:
    """The path of kept and dropped with the highest sum of scores less `stay` for each change.

    >>> likeliest([3.0, -0.5, 2.0, -4.0], stay=1.0)
    [True, True, True, False]
    """
    kept, dropped = 0.0, 0.0
    from_kept: list[bool] = []  # was the block before kept, when this one is kept
    from_dropped: list[bool] = []
    for score in scores:
        half = score / 2.0
        keep_from_kept = kept >= dropped - stay
        drop_from_kept = kept - stay > dropped
        from_kept.append(keep_from_kept)
        from_dropped.append(drop_from_kept)
        kept, dropped = (
            (kept if keep_from_kept else dropped - stay) + half,
            (kept - stay if drop_from_kept else dropped) - half,
        )
    path: list[bool] = []
    state = kept > dropped
    for place in range(len(scores) - 1, -1, -1):
        path.append(state)
        state = from_kept[place] if state else from_dropped[place]
    path.reverse()
    return path


def load_network(name: str) -> Network:
    """The weights shipped as `NAME.weights.json`."""
    data = json.loads((files("extractor.cleaning") / f"{name}.weights.json").read_text("utf-8"))
    return from_json(data)


def from_json(data: dict[str, Any]) -> Network:
    """A network from its JSON form: the weights of a feature stand beside its name."""
    names = tuple(data["features"])
    columns = [data["features"][name] for name in names]
    array = lambda values: np.array(values, dtype=np.float32)  # noqa: E731
    return Network(
        names=names,
        mean=array([column["mean"] for column in columns]),
        scale=array([column["scale"] for column in columns]),
        first=array([column["weights"] for column in columns]),
        first_bias=array(data["first_bias"]),
        second=array(data["second"]),
        second_bias=array(data["second_bias"]),
        last=array(data["last"]),
        last_bias=float(data["last_bias"]),
        stay=float(data["stay"]),
    )
