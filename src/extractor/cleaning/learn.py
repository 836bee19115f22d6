"""Learns the weights of the classifier from labelled pages; a tool, not used at run time.

    python -m extractor.cleaning.learn page GOLD.jsonl HTML_DIR OUT.weights.json [--hold-out]

GOLD.jsonl has a row a page ({"id", "kind", "title", "main_content"}), HTML_DIR holds ID.html.gz. The shipped
weights were learned from the development half of the Web Content Extraction Benchmark (Murrough Foley,
CC-BY-4.0), without the third that `--hold-out` leaves aside for the check (ids whose SHA-256 divides by three).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.align import WORD, matched
from extractor.cleaning.network import PARTS, SHIFTS, WINDOW, Matrix, Network, context

RATE: Final = 0.003
DECAY: Final = 3e-4  # weight decay, swept 1e-5..1e-3 by folds
BATCH: Final = 8  # documents a step


@dataclass(slots=True)
class Example:
    """One document: its features, the share of each block's words that is gold, and each block's weight."""

    rows: Matrix
    labels: Matrix
    weights: Matrix


def block_shares(texts: Sequence[str], gold: str) -> list[float]:
    """The share of each block's words that belongs to the gold text.

    >>> block_shares(["Menu", "Tin rose by 4%.", "Share"], "Tin rose by 4%.")
    [0.0, 1.0, 0.0]
    """
    words: list[str] = []
    ends: list[int] = []
    for text in texts:
        words += WORD.findall(text)
        ends.append(len(words))
    flags = matched(words, WORD.findall(gold))
    # A match of fewer than three words in a row is chance, unless it fills its block.
    start = 0
    shares = []
    for end in ends:
        inside = flags[start:end]
        size = end - start
        shares.append(sum(inside) / size if size else 0.0)
        start = end
    return shares


def initial(names: Sequence[str], examples: Sequence[Example], width: int, seed: int) -> Network:
    """A network with random weights that scales its features by what the examples show."""
    rng = np.random.default_rng(seed)
    every = np.concatenate([example.rows for example in examples])
    mean, spread = every.mean(axis=0), every.std(axis=0)
    draw = lambda *shape: rng.normal(0, np.sqrt(2.0 / shape[0]), shape).astype(np.float32)  # noqa: E731
    return Network(
        names=tuple(names),
        mean=mean,
        scale=np.where(spread > 1e-4, 1.0 / np.maximum(spread, 0.05), 0.0).astype(np.float32),
        first=draw(len(names), width),
        first_bias=np.zeros(width, np.float32),
        second=draw(width * PARTS, width),
        second_bias=np.zeros(width, np.float32),
        last=draw(width),
        last_bias=0.0,
        stay=0.3,
    )


def _context_back(gradient: Matrix, width: int) -> Matrix:
    """The gradient of `context` with respect to what went into it."""
    size = len(gradient)
    parts = [gradient[:, part * width : (part + 1) * width] for part in range(PARTS)]
    total = parts[0].copy()
    for shift, part in zip(SHIFTS, parts[1:], strict=False):
        if abs(shift) >= size:
            continue
        if shift > 0:
            total[shift:] += part[:-shift]
        else:
            total[:shift] += part[-shift:]
    before, after, whole = parts[-3], parts[-2], parts[-1]
    sums = np.zeros((size + 1, width), np.float32)
    np.cumsum(before, axis=0, out=sums[1:])
    at = np.arange(size)
    total += (sums[np.minimum(at + WINDOW + 1, size)] - sums[at + 1]) / WINDOW
    np.cumsum(after, axis=0, out=sums[1:])
    total += (sums[at] - sums[np.maximum(at - WINDOW, 0)]) / WINDOW
    total += whole.mean(axis=0)
    return total


def train(
    examples: Sequence[Example], names: Sequence[str], *, width: int = 24, epochs: int = 30, seed: int = 0, drop: float = 0.1
) -> Network:
    """Weights that fit `examples`, by Adam over documents."""
    rng = np.random.default_rng(seed)
    network = initial(names, examples, width, seed)
    values: dict[str, Any] = {
        name: np.array(getattr(network, name), np.float32)
        for name in ("first", "first_bias", "second", "second_bias", "last", "last_bias")
    }
    scaled = [(example.rows - network.mean) * network.scale for example in examples]
    scaled = [np.clip(rows, -6, 6) for rows in scaled]
    slow = {name: np.zeros_like(value) for name, value in values.items()}
    square = {name: np.zeros_like(value) for name, value in values.items()}
    step = 0
    steps = epochs * (len(examples) // BATCH + 1)
    for _ in range(epochs):
        order = rng.permutation(len(examples))
        for start in range(0, len(order), BATCH):
            gradients = {name: np.zeros_like(value) for name, value in values.items()}
            for place in order[start : start + BATCH]:
                _accumulate(values, scaled[place], examples[place], gradients, rng, drop, width)
            step += 1
            rate = RATE * (1.0 - step / steps) + 1e-5
            for name, gradient in gradients.items():
                gradient = gradient / BATCH
                slow[name] = 0.9 * slow[name] + 0.1 * gradient
                square[name] = 0.999 * square[name] + 0.001 * gradient * gradient
                move = (slow[name] / (1 - 0.9**step)) / (np.sqrt(square[name] / (1 - 0.999**step)) + 1e-8)
                values[name] = values[name] - rate * move - (rate * DECAY * 30 * values[name] if values[name].ndim > 1 else 0.0)
    return replace(network, **{**values, "last_bias": float(values["last_bias"])})


def _accumulate(
    values: dict[str, Any], rows: Matrix, example: Example, gradients: dict[str, Any], rng: Any, drop: float, width: int
) -> None:
    mask = (rng.random(rows.shape) > drop).astype(np.float32) / (1 - drop)
    rows = rows * mask
    before = rows @ values["first"] + values["first_bias"]
    hidden = np.maximum(before, 0)
    wide = context(hidden)
    mixed_before = wide @ values["second"] + values["second_bias"]
    mixed = np.maximum(mixed_before, 0)
    score = mixed @ values["last"] + values["last_bias"]
    chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    error = (chance - example.labels) * example.weights
    gradients["last"] += mixed.T @ error
    gradients["last_bias"] += error.sum()
    back = np.outer(error, values["last"]) * (mixed_before > 0)
    gradients["second"] += wide.T @ back
    gradients["second_bias"] += back.sum(axis=0)
    back = _context_back(back @ values["second"].T, width) * (before > 0)
    gradients["first"] += rows.T @ back
    gradients["first_bias"] += back.sum(axis=0)


def to_json(network: Network) -> dict[str, Any]:
    """The readable form of a network: the weights of a feature beside its name."""
    short = lambda value: [float(f"{number:.4g}") for number in np.asarray(value).ravel()]  # noqa: E731
    return {
        "features": {
            name: {
                "mean": float(f"{network.mean[place]:.4g}"),
                "scale": float(f"{network.scale[place]:.4g}"),
                "weights": short(network.first[place]),
            }
            for place, name in enumerate(network.names)
        },
        "first_bias": short(network.first_bias),
        "second": [short(row) for row in network.second],
        "second_bias": short(network.second_bias),
        "last": short(network.last),
        "last_bias": float(f"{network.last_bias:.4g}"),
        "stay": network.stay,
    }
