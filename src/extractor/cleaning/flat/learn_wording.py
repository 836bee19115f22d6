"""Learns what the words of lines weigh (wording.py): a logistic regression over all lines. A tool, not used at run time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.flat.wording import BIAS, words_of_line
from extractor.cleaning.learn import Example

LEAST_TEXTS: Final = 6  # in which a word stands
PENALTY: Final = 0.3  # on the squares of the weights; 0.2-1 tried by folds
LEAST_WEIGHT: Final = 5  # hundredths of log odds; smaller ones are left out
STEPS: Final = 80
# Of a step, of the running means of slopes and of their squares (Adam, Kingma and Ba, 2015).
RATE, KEPT, KEPT_OF_SQUARES, LEAST_ROOT = 0.15, 0.9, 0.99, 1e-8


def learn_wording(group: Sequence[Example]) -> dict[str, int]:
    """What each word weighs, in hundredths of log odds; of each text one form will do."""
    lines = [[words_of_line(text) for text in one.texts] for one in group]
    seen = Counter(word for text in lines for word in {word for words in text for word in words})
    column = {word: at for at, word in enumerate(sorted(word for word, texts in seen.items() if texts >= LEAST_TEXTS))}
    every = [[column[word] for word in words if word in column] for text in lines for words in text]
    sizes = np.array([max(1, len(words)) for text in lines for words in text], np.float64)
    rows = np.repeat(np.arange(len(every)), list(map(len, every)))
    columns = np.array([at for words in every for at in words], np.int64)
    shares = 1.0 / np.sqrt(sizes[rows])
    labels = np.concatenate([one.labels for one in group]).astype(np.float64)
    counts = np.concatenate([one.weights for one in group]).astype(np.float64)

    def slope_at(weights: NDArray[Any]) -> NDArray[Any]:
        told = np.bincount(rows, shares * weights[columns], len(every)) + weights[-1]
        wrong = counts * (1.0 / (1.0 + np.exp(-np.clip(told, -30.0, 30.0))) - labels)
        slope = np.bincount(columns, shares * wrong[rows], len(column)) + PENALTY * weights[:-1]
        return np.append(slope, wrong.sum())

    weights, mean, square = np.zeros(len(column) + 1), np.zeros(len(column) + 1), np.zeros(len(column) + 1)
    for step in range(1, STEPS + 1):
        slope = slope_at(weights)
        mean = KEPT * mean + (1 - KEPT) * slope
        square = KEPT_OF_SQUARES * square + (1 - KEPT_OF_SQUARES) * slope**2
        root = np.sqrt(square / (1 - KEPT_OF_SQUARES**step)) + LEAST_ROOT
        weights -= RATE * mean / (1 - KEPT**step) / root
    found = {word: round(100.0 * float(weights[at])) for word, at in column.items()}
    return {BIAS: round(100.0 * float(weights[-1]))} | {
        word: weight for word, weight in found.items() if abs(weight) >= LEAST_WEIGHT
    }


def wording_lines(weights: dict[str, int]) -> list[str]:
    """The lines of the file: a weight with all its words, from what speaks most for an article to what speaks most against."""
    by_weight = defaultdict(list)
    for word, weight in weights.items():
        by_weight[weight].append(word)
    head = "# hundredths of log odds that a line belongs to an article, words that weigh so; learned by cleaning/flat/learn.py"
    return [head, *(f"{weight}\t{' '.join(sorted(by_weight[weight]))}" for weight in sorted(by_weight, reverse=True))]
