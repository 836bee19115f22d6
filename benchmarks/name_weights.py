"""Learn what each mark weighs by which a name that no rule tells is seen to be a firm's, from labelled articles.

    python -m benchmarks.name_weights                     the weights by the read articles of fixtures/, and how many are right
    python -m benchmarks.name_weights FOLDER...           with the read articles of more folders
    python -m benchmarks.name_weights --passages FILE...  those of single passages, by fixtures/names.jsonl and more files

A logistic regression with a small penalty, one name of a document an example. The output is data/own/name_weights.tsv, or
passage_weights.tsv. Passages are read as if one half of the table of known firms did not exist, then the other, then all of
it: what is learned from a famous name holds for one that no table has.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.descent import descend
from benchmarks.held import belongs
from benchmarks.quality import FIXTURES, labelled
from benchmarks.quality_keys import company_key
from extractor.annotating.types.companies.facts import name_table
from extractor.annotating.types.companies.weights import with_place
from extractor.annotating.types.companies.words import known_companies
from extractor.data.weights import weight_of

PASSAGES = FIXTURES.parent / "names.jsonl"

PENALTY, PENALTY_BY_PLACE = 2.0, 3.0  # on the squares of the weights
STEPS = 600
# Names that have a mark, at least: roles; names of passages, seen up to three times; names of articles, whose marks are told by place.
LEAST_SEEN, LEAST_SEEN_IN_PASSAGES, LEAST_SEEN_BY_PLACE = 12, 20, 25
# Of the names of articles one in so many helps to learn the weights of passages: those may be about markets, too.
ARTICLES_IN_PASSAGES = 3
OF_ARTICLES = ("line, ", "firms, ", "figures, ")  # marks that no name of a passage has
LEAST_WEIGHT = 0.15  # of a mark that is written down
FIXED = {
    "predicate": 3.5,
    "partners, odd": 2.5,
    "kin": 2.5,
    "people": -3.0,
    "firms, no sure": 0.3,  # hardly an article of those that are learned from has none, many a text has
    "listed, firms, no sure": 0.0,
}  # marks that are rare and sure: set by reason, the others are learned beside them
# In passages, where more must speak for a name. Famous firms that are taken for unknown ones are named after people and words
# more often than others, and their lists look like those of anything.
FIXED_IN_PASSAGES = {
    "predicate": 4.5,
    "partners, odd": 4.0,
    "kin": 4.0,
    "people": -4.5,
    "common words": -3.0,
    "description, word": -2.0,
    "no firm": -2.5,
    "personal": -2.0,
    "qualifies": -3.0,
    "refused person": -1.0,
    "given name": -0.5,
    "in small, word": -1.0,
    "items, none sure": -2.0,
    "items, few sure": -2.0,
    "items, most sure": 0.0,
    "aside": 1.5,
    "in title": -2.5,
    "before line": 0.5,
    "after line": 0.0,
    "shouted": -2.5,
    "two letters": -2.5,
    "kind soft": 1.0,
    "kind word": 0.5,
    "after :": -1.5,
    "description, words": -0.5,
    "section": 0.0,
    "alone": 0.0,
    "plural, word": -2.0,
}
HEAD = "# mark\tlog-odds that a name with it is a firm's; learned by benchmarks/name_weights.py"


class Example(NamedTuple):
    """The marks of a name in one document, and whether it is a firm's there."""

    marks: frozenset[str]
    is_firm: bool


class Watch:
    """Notes the marks of the names that are weighed, and takes none."""

    def __init__(self) -> None:
        from extractor.annotating.types.companies import weighing

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
            yield from _labelled(
                watch.seen, [firm[form] for firm in gold["companies"] for form in ("name", "canonical")]
            )


def examples_of_passages(files: Iterable[Path], part: str = "read") -> Iterator[Example]:
    """The names that are weighed in single passages, files of JSON lines (`id`, `text`, `companies`)."""
    from extractor import mentions

    watch = _watch()
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    for is_known in (is_of_half, lambda name: not is_of_half(name), lambda _: False):
        with known_firms(is_known):
            for row in rows:
                if belongs(row["id"], part):
                    watch.seen.clear()
                    mentions(row["text"])
                    yield from _labelled(
                        watch.seen, [firm[form] for firm in row["companies"] for form in ("surface", "canonical")]
                    )


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


def _labelled(seen: dict[str, set[str]], names: Iterable[str]) -> Iterator[Example]:
    firms = set(map(company_key, names))
    short = {word for firm in firms for word in firm.split()}
    short |= {" ".join(firm.split()[:count]) for firm in firms for count in (2, 3)}
    for name, marks in seen.items():
        key = company_key(name)
        if key in firms or key not in short:
            yield Example(frozenset(marks), key in firms)


def learn(
    given: list[Example], fixed: dict[str, float], least_seen: int = LEAST_SEEN, penalty: float = PENALTY
) -> dict[str, float]:
    """The weights under which the labels are likeliest, beside those that are `fixed`."""
    count = Counter(mark for example in given for mark in example.marks)
    names = sorted(mark for mark, seen in count.items() if mark and seen >= least_seen and mark not in fixed)
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(given), len(names)))
    for row, example in enumerate(given):
        table[row, [column[mark] for mark in example.marks if mark in column]] = 1
    given_by_fixed = np.array([sum(fixed.get(mark, 0.0) for mark in example.marks) for example in given])
    right = np.array([example.is_firm for example in given], float)

    def slope_at(weights: Any) -> Any:
        return table.T @ (1 / (1 + np.exp(-table @ weights - given_by_fixed)) - right) + penalty * weights

    weights = descend(slope_at, len(names), STEPS)
    return fixed | dict(zip(names, weights.tolist(), strict=True))


def report(head: str, given: list[Example], learned: dict[str, float]) -> None:
    """Prints the table of the weights, and on stderr how many examples they put on the right side."""
    weights = {mark: round(weight, 1) for mark, weight in learned.items() if abs(weight) >= LEAST_WEIGHT}
    print(head)
    for mark, weight in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"{mark}\t{weight}")
    taken = [weight_of(example.marks, weights) > 0 for example in given]
    right = sum(example.is_firm for example, yes in zip(given, taken, strict=True) if yes)
    print(f"# {right} of {sum(example.is_firm for example in given)}, and {sum(taken) - right} others", file=sys.stderr)


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    if arguments[:1] == ["--passages"]:
        of_articles = list(examples([FIXTURES]))[::ARTICLES_IN_PASSAGES]
        given = [*examples_of_passages([PASSAGES, *map(Path, arguments[1:])]), *of_articles]
        learned = learn(given, FIXED_IN_PASSAGES, LEAST_SEEN_IN_PASSAGES)
        report(HEAD, given, {mark: weight for mark, weight in learned.items() if not mark.startswith(OF_ARTICLES)})
    else:
        given = [
            one._replace(marks=frozenset(with_place(one.marks))) for one in examples([FIXTURES, *map(Path, arguments)])
        ]
        report(HEAD, given, learn(given, FIXED, LEAST_SEEN_BY_PLACE, PENALTY_BY_PLACE))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
