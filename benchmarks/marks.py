"""Learning what marks weigh: a multinomial logit over marks by family, with a penalty on the squares of the weights.

What is learned from are the labelled articles, the openings of claims.py, and files of sentences with their answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

import numpy as np

import extractor
from benchmarks.claims import FILE as CLAIMS
from benchmarks.claims import pieces
from benchmarks.descent import descend
from benchmarks.quality import Json, labelled

STEPS = 200
LEAST_SEEN = 3  # texts that have a mark
DATA = Path(extractor.__file__).parent / "data"
BRACKETED = re.compile(r"\[([^]]*)\]")  # the figures of a sentence that its answer is about
SENTENCE = "sentence"  # what the source of an example begins with that is of such a file
FOLDS = 5
Features = dict[tuple[str, str], float]
Weights = dict[tuple[str, str], list[int]]  # one an answer, in parts of one (`Scale.parts`)


class Scale(NamedTuple):
    """How weights are written: in which parts of one, and how many of them a mark has at least between two answers."""

    parts: int
    least: int


class Example(NamedTuple):
    """One figure: where it is from, the marks around it, the number of its right answer, whether it is growth (of an amount)."""

    source: str
    features: Features
    answer: int
    is_growth: bool = False


class Sourced(Protocol):
    """What is learned from and comes from an article."""

    @property
    def source(self) -> str: ...


One = TypeVar("One", bound=Sourced)
Mark = TypeVar("Mark", str, tuple[str, str])


class Text(NamedTuple):
    """A labelled article, or an opening, of which nothing but the market's figures is labelled (`is_whole`)."""

    source: str
    raw: Path | bytes
    gold: Json
    is_whole: bool


def labelled_texts(folders: Iterable[Path], part: str) -> Iterator[Text]:
    """The labelled articles of the folders and the openings of claims.py."""
    for folder in folders:
        for name, raw, gold in labelled(folder, part):
            yield Text(name, raw, gold, is_whole=True)
    for piece in pieces(CLAIMS, part):
        yield Text(piece["id"], f"{piece['title']}\n\n{piece['text']}".encode(), piece, is_whole=False)


def told_sentences(file: Path) -> Iterator[tuple[str, str, str]]:
    """The source, the answer and the sentence, its figures in brackets, of each line "answer || sentence" of a file."""
    for number, line in enumerate(file.read_text("utf-8").splitlines()):
        if not line.startswith("#"):
            answer, sentence = line.split(" || ")
            yield f"{SENTENCE} {number}", answer, sentence


def features_of(
    marks: Mapping[str, Iterable[str]],
    classes: Mapping[str, str],
    *,
    by_class: frozenset[str],
    with_classes: frozenset[str],
) -> Features:
    """The marks with the classes of their words, counted; of the families `by_class` nothing but the classes."""
    found: Counter[tuple[str, str]] = Counter({("start", "all"): 1})
    for family, words in marks.items():
        for word in words:
            if family not in by_class:
                found[family, word] += 1
            if family in with_classes and word in classes:
                found[family, f"<{classes[word]}>"] += 1
    return {mark: float(count) for mark, count in found.items()}


def columns(marks: Iterable[Mark], least: int = LEAST_SEEN) -> dict[Mark, int]:
    """The number of the column of each mark that is seen often enough."""
    seen = Counter(marks)
    return {mark: at for at, mark in enumerate(sorted(mark for mark, count in seen.items() if count >= least))}


class Table:
    """Examples as rows of numbered marks with their counts."""

    def __init__(self, given: list[Example], names: Mapping[tuple[str, str], int]) -> None:
        held = [[(names[mark], count) for mark, count in one.features.items() if mark in names] for one in given]
        self.shape = len(given), len(names)
        self.rows = np.repeat(np.arange(len(given)), [len(row) for row in held])
        self.columns = np.array([column for row in held for column, _ in row], int)
        self.counts = np.array([count for row in held for _, count in row])

    def times(self, weights: Any) -> Any:
        """The sums of the weights, one row an example, one column an answer."""
        return self._added(self.rows, self.counts[:, None] * weights[self.columns], self.shape[0])

    def back(self, missed: Any) -> Any:
        """What was missed in each row, added up by mark."""
        return self._added(self.columns, self.counts[:, None] * missed[self.rows], self.shape[1])

    @staticmethod
    def _added(at: Any, values: Any, count: int) -> Any:
        return np.stack([np.bincount(at, one, count) for one in values.T], axis=1)


def learn(given: list[Example], answers: int, penalty: float, scale: Scale) -> Weights:
    """The weights under which the right answers are likeliest, without the marks that are seldom or tell hardly anything."""
    names = columns(mark for _, mark in {(one.source, mark) for one in given for mark in one.features})
    table, right = Table(given, names), np.eye(answers)[[example.answer for example in given]]

    def slope_at(weights: Any) -> Any:
        sums = table.times(weights)
        odds = np.exp(sums - sums.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        return table.back(odds - right) + penalty * weights

    weights = descend(slope_at, (len(names), answers), STEPS)
    written = {
        mark: [round(weight * scale.parts) for weight in (weights[at] - weights[at].mean()).tolist()]
        for mark, at in names.items()
    }
    return {mark: told for mark, told in written.items() if max(told) - min(told) >= scale.least}


def sums_of(given: list[Example], weights: Weights) -> Any:
    """The sums of the weights, one row an example."""
    return Table(given, {mark: at for at, mark in enumerate(weights)}).times(np.array(list(weights.values()), float))


def right_of(given: list[Example], weights: Weights) -> int:
    """How many answers the weights get right."""
    best = sums_of(given, weights).argmax(1)
    return sum(int(one) == example.answer for one, example in zip(best, given, strict=True))


def is_sentence(example: Sourced) -> bool:
    """Whether an example is of a file of sentences: learned from, and not judged."""
    return example.source.startswith(SENTENCE)


def folds(given: list[One]) -> Iterator[tuple[list[One], list[One]]]:
    """What to learn from and what to judge by it, in turn: each article is judged once, sentences are learned from only."""
    for fold in range(FOLDS):
        judged = [one for one in given if not is_sentence(one) and _fold_of(one.source) == fold]
        rest = [one for one in given if is_sentence(one) or _fold_of(one.source) != fold]
        yield rest, judged


def _fold_of(source: str) -> int:
    return sum(source.encode()) % FOLDS


def written(weights: Weights, head: list[str]) -> str:
    """The weights as their file has them, below the lines of `head`."""
    rows = ["\t".join([family, mark, *map(str, told)]) for (family, mark), told in weights.items()]
    return "\n".join([*(f"# {line}" for line in head), *rows]) + "\n"
