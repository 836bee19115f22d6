"""Learn what each mark weighs by which a name that no rule tells is seen to be a firm's, from labelled texts.

    python -m benchmarks.name_weights            how many names are right by weights learned from fixtures/ alone
    python -m benchmarks.name_weights --write    and write them into data/own/name_weights.tsv and passage_weights.tsv
    python -m benchmarks.name_weights PATH...    with more: folders of articles, files of passages as fixtures/names.jsonl

A logistic regression with a small penalty, one name of a document an example. Passages, and every paragraph of an article
as one, are read with the table of known firms and as if one half of it did not exist, then the other, then all of it: what
is learned from a famous name holds for one that no table has, and how often an unknown name is a firm's is not forgotten.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.descent import descend
from benchmarks.held import belongs
from benchmarks.marks import DATA
from benchmarks.quality import FIXTURES, Json, labelled
from benchmarks.quality_keys import company_key
from extractor.annotating.types.companies.letters.facts import name_table
from extractor.annotating.types.companies.letters.weights import NAME_TABLE, PASSAGE_TABLE, with_place
from extractor.annotating.types.companies.words.vocabulary import known_companies
from extractor.data.weights import weight_of

PASSAGES = FIXTURES.parent / "names.jsonl"

PENALTY, PENALTY_BY_PLACE = 2.0, 3.0  # on the squares of the weights
STEPS = 600
# Names that have a mark, at least: names of passages, seen up to four times; names of articles, whose marks are told by place.
LEAST_SEEN_IN_PASSAGES, LEAST_SEEN_BY_PLACE = 24, 25
# What a name in a paragraph of an article counts beside one in a passage, of which there are far fewer.
PARAGRAPH = 0.125
LEAST_WEIGHT = 0.15  # of a mark that is written down
FIXED = {
    "predicate": 3.5,
    "partners, odd": 2.5,
    "kin": 2.5,
    "people": -3.0,
    "firms, no sure": 0.3,  # hardly an article of those that are learned from has none, many a text has
    "listed, firms, no sure": 0.0,
}  # marks that are rare and sure: set by reason, the others are learned beside them
FIXED_IN_PASSAGES = {"partners, odd": 4.0, "kin": 4.0}
HEAD = "# mark\tlog-odds that a name with it is a firm's; written by `python -m benchmarks.name_weights --write`"


class Example(NamedTuple):
    """The marks of a name in one document, whether it is a firm's there, and what it counts among the others."""

    marks: frozenset[str]
    is_firm: bool
    weight: float = 1.0


class Passage(NamedTuple):
    """A text and the names of its firms."""

    text: str
    firms: list[str]


class Watch:
    """Notes the marks of the names that are weighed, and takes none."""

    def __init__(self) -> None:
        from extractor.annotating.types.companies.weighing import weighing

        self.seen: dict[str, set[str]] = {}
        self._gather, self._beside = weighing.gather, weighing.company_marks
        weighing.LEAST_BY_LETTERS = weighing.LEAST_BY_PLACE = -1e9
        weighing.gather = self.gather

    def gather(self, annotation, names, places):  # type: ignore[no-untyped-def]
        """In place of the package's own; the names it gives are none."""
        for one in self._gather(annotation, names, places):
            self.seen[one.held[0][0].facts.text] = one.marks | self._beside(one.held, places)
        return []


@cache
def _watch() -> Watch:
    return Watch()


def examples(folders: Iterable[Path], part: str = "read") -> Iterator[Example]:
    """The names that are weighed in articles; short names of firms are left out."""
    from extractor import Extractor

    watch = _watch()
    extract = Extractor()
    for folder in folders:
        for _, raw, gold in labelled(folder, part):
            watch.seen.clear()
            extract(raw)
            yield from _labelled(watch.seen, _firms_of(gold))


def examples_of_passages(texts: list[Passage]) -> Iterator[Example]:
    """The names that are weighed in single passages."""
    from extractor import mentions

    watch = _watch()
    for is_known in (is_of_half, lambda name: not is_of_half(name), lambda _: False, lambda _: True):
        with known_firms(is_known):
            for text, firms in texts:
                watch.seen.clear()
                mentions(text)
                yield from _labelled(watch.seen, firms)


def passages_of(file: Path) -> Iterator[Passage]:
    """The passages to learn from in a file of JSON lines (`id`, `text`, `companies`)."""
    for row in map(json.loads, file.read_text("utf-8").splitlines()):
        if belongs(row["id"], "read"):
            yield Passage(row["text"], [firm[form] for firm in row["companies"] for form in ("surface", "canonical")])


def paragraphs_of(folder: Path) -> Iterator[Passage]:
    """The paragraphs to learn from in a folder of articles."""
    for _, _, gold in labelled(folder, "read"):
        firms = _firms_of(gold)
        for paragraph in gold["article"].split("\n\n"):
            yield Passage(paragraph, firms)


def is_of_half(name: str) -> bool:
    """Whether a known firm is of the first half, by its letters alone."""
    return sha256(name.encode()).digest()[0] % 2 == 0


@contextmanager
def known_firms(is_known: Callable[[str], bool]) -> Iterator[None]:
    """The table of known firms with some of its names only."""
    values: dict[str, str] = vars(known_companies())["_values"]
    whole = dict(values)
    for name in whole:
        if not is_known(name):
            del values[name]
    name_table().clear()
    try:
        yield
    finally:
        values.update(whole)
        name_table().clear()


def _firms_of(gold: Json) -> list[str]:
    return [firm[form] for firm in gold["companies"] for form in ("name", "canonical")]


def _labelled(seen: dict[str, set[str]], names: Iterable[str]) -> Iterator[Example]:
    firms = set(map(company_key, names))
    short = {word for firm in firms for word in firm.split()}
    short |= {" ".join(firm.split()[:count]) for firm in firms for count in (2, 3)}
    for name, marks in seen.items():
        key = company_key(name)
        if key in firms or key not in short:
            yield Example(frozenset(marks), key in firms)


def learn(given: list[Example], least_seen: int, penalty: float, fixed: Mapping[str, float]) -> dict[str, float]:
    """The weights under which the labels are likeliest, beside those that are `fixed`."""
    count = Counter(mark for example in given for mark in example.marks)
    names = sorted(mark for mark, seen in count.items() if mark and seen >= least_seen and mark not in fixed)
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(given), len(names)))
    for row, example in enumerate(given):
        table[row, [column[mark] for mark in example.marks if mark in column]] = 1
    given_by_fixed = np.array([sum(fixed.get(mark, 0.0) for mark in example.marks) for example in given])
    right = np.array([example.is_firm for example in given], float)
    counted = np.array([example.weight for example in given])

    def slope_at(weights: Any) -> Any:
        likely = 1 / (1 + np.exp(-table @ weights - given_by_fixed))
        return table.T @ (counted * (likely - right)) + penalty * weights

    weights = descend(slope_at, len(names), STEPS)
    return {**fixed, **dict(zip(names, weights.tolist(), strict=True))}


def report(file: str, head: str, given: list[Example], learned: dict[str, float], *, write: bool) -> None:
    """Prints how many examples the weights put on the right side, and with `write` puts them into their file."""
    weights = {mark: round(weight, 1) for mark, weight in learned.items() if abs(weight) >= LEAST_WEIGHT}
    taken = [weight_of(example.marks, weights) > 0 for example in given]
    right = sum(example.is_firm for example, yes in zip(given, taken, strict=True) if yes)
    print(f"{file}: {right} of {sum(example.is_firm for example in given)}, and {sum(taken) - right} others")
    if write:
        rows = [f"{mark}\t{weight}" for mark, weight in sorted(weights.items(), key=lambda item: -item[1])]
        (DATA / file).write_text("\n".join([head, *rows]) + "\n", "utf-8")


def main(arguments: list[str]) -> int:
    """Learn, print and write; see the module's docstring."""
    paths = [Path(one) for one in arguments if one != "--write"]
    write = "--write" in arguments
    folders = [FIXTURES, *filter(Path.is_dir, paths)]
    given = [one._replace(marks=frozenset(with_place(one.marks))) for one in examples(folders)]
    report(NAME_TABLE, HEAD, given, learn(given, LEAST_SEEN_BY_PLACE, PENALTY_BY_PLACE, FIXED), write=write)
    passages = [one for file in [PASSAGES, *filter(Path.is_file, paths)] for one in passages_of(file)]
    paragraphs = [one for folder in folders for one in paragraphs_of(folder)]
    given = list(examples_of_passages(passages))
    given += [one._replace(weight=PARAGRAPH) for one in examples_of_passages(paragraphs)]
    report(PASSAGE_TABLE, HEAD, given, learn(given, LEAST_SEEN_IN_PASSAGES, PENALTY, FIXED_IN_PASSAGES), write=write)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
