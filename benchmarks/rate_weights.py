"""Learn what each mark around a rate weighs for each kind of rate, from labelled articles, openings (claims.py)
and the sentences of fixtures/rates.txt.

    python -m benchmarks.rate_weights                      how many kinds are right, on articles that were not learned from
    python -m benchmarks.rate_weights FOLDER...            with the read articles of more folders
    python -m benchmarks.rate_weights --write FOLDER...    and write the weights into linking/rate_weights.toml

A multinomial logit over the marks of linking/rate_marks.py with a penalty on the squares of the weights. Marks that are
seen seldom are left out, and so are those that tell hardly anything.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.claims import FILE as CLAIMS
from benchmarks.claims import pieces
from benchmarks.descent import descend
from benchmarks.quality import FIXTURES, labelled
from benchmarks.quality_keys import number_key
from extractor import Extractor
from extractor.linking import growth, rate_kinds, rate_marks
from extractor.linking.rate_kinds import KINDS, WEIGHT_FILE

SENTENCES = FIXTURES.parent / "rates.txt"
TARGET = Path(rate_kinds.__file__).with_name(WEIGHT_FILE)
PENALTY = 4.0
STEPS = 200
LEAST_SEEN = 3
LEAST_TOLD = 2  # tenths between the kinds
FOLDS = 5
BRACKETED = re.compile(r"\[([^]]*)\]")
# Families of which single words tell nothing more than their class, and families of words that have classes.
BY_CLASS = frozenset(("second", "before", "sentence", "heading", "lead"))
WITH_CLASSES = frozenset(("next", "after", "behind", "of", *BY_CLASS))
Features = dict[tuple[str, str], float]


class Example(NamedTuple):
    """One rate: where it is from, the marks around it, its kind as the number in KINDS."""

    source: str
    features: Features
    kind: int


def features_of(marks: Mapping[str, Iterable[str]]) -> Features:
    """The marks with the classes of their words, counted."""
    found: Counter[tuple[str, str]] = Counter({("start", "all"): 1})
    classes = rate_marks.word_classes()
    for family, words in marks.items():
        for word in words:
            if family not in BY_CLASS:
                found[family, word] += 1
            if family in WITH_CLASSES and word in classes:
                found[family, f"<{classes[word]}>"] += 1
    return {mark: float(count) for mark, count in found.items()}


class Reader:
    """Reads texts with the extractor and notes the marks of each rate whose kind is known, as if those before were right."""

    def __init__(self) -> None:
        self.extract = Extractor()
        self.noted: dict[tuple[int, int], tuple[Features, str]] = {}
        self.known: dict[str | None, str] = {}
        growth.kinds_of_rates = self._kinds  # type: ignore[assignment]

    def _kinds(self, statement: Any, rates: list[Any], earlier: str) -> dict[int, str]:
        kinds: dict[int, str] = {}
        before, shared = None, rate_marks.marks_of_statement(statement)
        for item in rates:
            rate = item.mention
            values = (rate.amount, rate.low, rate.high)
            told = next((self.known[key] for key in map(number_key, values) if key and key in self.known), None)
            marks = shared | rate_marks.marks_of(statement, item, kinds, before, earlier)
            if told is not None and not statement.head:
                self.noted[statement.start * (1 if statement.field == "text" else -1), item.start] = (
                    features_of(marks),
                    told,
                )
            kinds[item.start] = told or "other"
            before = item
        return kinds

    def read(self, source: str, raw: Path | str | bytes, known: dict[str | None, str]) -> Iterator[Example]:
        """The examples of one text; `known` are the kinds of its rates by their amount, without a sign."""
        self.known = known
        self.noted.clear()
        self.extract(raw)
        for features, kind in self.noted.values():
            yield Example(source, features, KINDS.index(kind))  # type: ignore[arg-type]


def known_kinds(gold: Mapping[str, Any]) -> dict[str | None, str]:
    """The kind of each labelled rate whose amount is labelled with one kind only."""
    kinds: defaultdict[str | None, set[str]] = defaultdict(set)
    for entry in gold["growth"]:
        kinds[number_key(str(entry["rate"]).lstrip("-"))].add(entry["kind"])
    return {amount: told.pop() for amount, told in kinds.items() if len(told) == 1}


def examples(folders: Iterable[Path], part: str) -> Iterator[Example]:
    """The rates of the labelled articles, of the openings (claims.py) and, with the read ones, of the sentences."""
    reader = Reader()
    for folder in folders:
        for name, raw, gold in labelled(folder, part):
            yield from reader.read(name, raw, known_kinds(gold))
    for piece in pieces(CLAIMS, part):
        raw = f"{piece['title']}\n\n{piece['text']}".encode()
        yield from reader.read(piece["id"], raw, known_kinds(piece))
    if part == "read":
        for line in SENTENCES.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                kind, text = line.split(" || ")
                amounts = [number_key(re.sub(r"[^\d.]", "", one.replace(",", "."))) for one in BRACKETED.findall(text)]
                yield from reader.read("sentence", BRACKETED.sub(r"\1", text), dict.fromkeys(amounts, kind))


def table_of(given: list[Example], names: Mapping[tuple[str, str], int]) -> Any:
    """One row an example, one column a mark."""
    table = np.zeros((len(given), len(names)))
    for row, example in enumerate(given):
        for mark, count in example.features.items():
            if mark in names:
                table[row, names[mark]] = count
    return table


def learn(given: list[Example]) -> dict[tuple[str, str], list[float]]:
    """The weights under which the right kinds are likeliest, one a kind."""
    seen = Counter(mark for example in given for mark in example.features)
    names = {mark: at for at, mark in enumerate(sorted(mark for mark, count in seen.items() if count >= LEAST_SEEN))}
    table, right = table_of(given, names), np.eye(len(KINDS))[[example.kind for example in given]]

    def slope_at(weights: Any) -> Any:
        sums = table @ weights
        odds = np.exp(sums - sums.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        return table.T @ (odds - right) + PENALTY * weights

    weights = descend(slope_at, (len(names), len(KINDS)), STEPS)
    return {mark: (weights[at] - weights[at].mean()).tolist() for mark, at in names.items()}


def rounded(weights: Mapping[tuple[str, str], list[float]]) -> dict[tuple[str, str], list[int]]:
    """In tenths, without the marks that tell hardly anything."""
    tenths = {mark: [round(weight * 10) for weight in kinds] for mark, kinds in weights.items()}
    return {mark: kinds for mark, kinds in tenths.items() if max(kinds) - min(kinds) >= LEAST_TOLD}


def right_of(given: list[Example], weights: Mapping[tuple[str, str], list[int]]) -> int:
    """How many kinds the weights get right."""
    names = {mark: at for at, mark in enumerate(weights)}
    best = (table_of(given, names) @ np.array(list(weights.values()))).argmax(1)
    return sum(int(kind) == example.kind for kind, example in zip(best, given, strict=True))


def fold_of(source: str) -> int:
    """Which of the parts an article is in that are judged by what is learned from the others."""
    return sum(source.encode()) % FOLDS


def written(weights: Mapping[tuple[str, str], list[int]]) -> str:
    """The weights as the file has them."""
    lines = [
        "# What each mark around a rate (rate_marks.py) weighs for a CAGR, YoY, share, other, in tenths. Learned, not written:",
        "# python -m benchmarks.rate_weights --write",
    ]
    for family in dict.fromkeys(family for family, _ in weights):
        lines += ["", f"[{family}]"]
        lines += [f"{quoted(mark)} = {kinds}" for (one, mark), kinds in weights.items() if one == family]
    return "\n".join(lines) + "\n"


def quoted(mark: str) -> str:
    """A mark as a key of TOML."""
    return f"'{mark}'" if "'" not in mark else f'"{mark}"'


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    folders = [FIXTURES, *(Path(one) for one in arguments if not one.startswith("--"))]
    read, held = list(examples(folders, "read")), list(examples(folders, "held"))
    right = total = 0
    for fold in range(FOLDS):
        judged = [one for one in read if fold_of(one.source) == fold and one.source != "sentence"]
        rest = [one for one in read if fold_of(one.source) != fold or one.source == "sentence"]
        right, total = right + right_of(judged, rounded(learn(rest))), total + len(judged)
    weights = rounded(learn(read))
    print(
        f"{len(weights)} marks; not learned from: read {right / total:.4f}, held {right_of(held, weights) / len(held):.4f}"
    )
    sentences = [one for one in read if one.source == "sentence"]
    print(f"sentences {right_of(sentences, weights)} of {len(sentences)}")
    if "--write" in arguments:
        TARGET.write_text(written(weights), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
