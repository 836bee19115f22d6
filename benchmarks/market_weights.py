"""Learn what each mark of a phrase weighs by which a market's name is told where nothing calls it one, from labelled articles.

    python -m benchmarks.market_weights                    how many markets are right, on articles that were not learned from
    python -m benchmarks.market_weights FOLDER...          with the read articles of more folders
    python -m benchmarks.market_weights --write FOLDER...  and write the weights into data/own/market_weights.tsv

Of the names of one document one is right: a softmax over them, with a penalty on the squares of the weights. Articles that
call their market one teach what its name looks like, too: with what their readers found hidden. Whether an article is
about a market at all is learned from those where nothing calls it one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from benchmarks.descent import descend
from benchmarks.marks import columns, folds
from benchmarks.quality import FIXTURES, Json, labelled
from extractor.data.weights import weight_of
from extractor.linking import linker
from extractor.linking.names import core
from extractor.linking.open_market import is_named, is_open, page_marks
from extractor.linking.open_names import MARKET_TABLE, NameFinder, OpenName

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.candidates import Candidate
    from extractor.linking.statement import Statement
    from extractor.records import Market

PENALTY = 2.0
PAGE_PENALTY = 1.0
STEPS = 300
LEAST_SEEN = 5  # names that have a mark, at least
LEAST_WEIGHT = 0.1  # of a mark that is written down
WEIGHT_OF_OPEN = 3.0  # of an article that does not call its market one, beside one that does
TELLING = (
    "naming",
    "before market",
    "title, before market",
)  # marks that an article has only where it calls its market one
HEAD = "# mark\tlog-odds that a phrase with it is the market's name, or an article (page) about a market; learned by benchmarks/market_weights.py"


class Example(NamedTuple):
    """The names of one document with their marks, and which of them are right.

    `page` are the marks of a document where no reader has found a market, empty for others; `is_open` whether nothing
    surely calls its subject a market, `has_market` whether it is about one all the same.
    """

    source: str
    marks: list[frozenset[str]]
    right: list[bool]
    page: set[str]
    is_open: bool
    has_market: bool


def own_name(gold: Json) -> str:
    """The name of a labelled market without its place."""
    words = str(gold["market"]).removesuffix(" Market").split()
    place = {word.lower() for word in str(gold.get("market_region") or "").split()} | {"uk", "us", "uae", "turkey"}
    while len(words) > 1 and words[0].lower() in place:
        words = words[1:]
    return " ".join(words)


def examples(folders: Iterable[Path], part: str = "read") -> Iterator[Example]:
    """The labelled articles that are no round-ups."""
    from extractor import Extractor

    noted: list[tuple[list[OpenName], list[frozenset[str]], set[str], bool]] = []
    market_of = linker.market_of

    def watched(
        annotation: Annotation, statements: list[Statement], namings: list[Candidate], groups: list[list[Candidate]]
    ) -> Market | None:
        opened = is_open(namings)
        told = not opened or is_named(annotation, statements, namings)
        page = set() if told else page_marks(annotation, statements)
        finder = NameFinder(annotation, statements, namings)
        names = list(finder.names.values())
        marks = [
            frozenset(mark for mark in finder.marks(one) if opened or not mark.startswith(TELLING)) for one in names
        ]
        noted.append((names, marks, page, opened))
        return market_of(annotation, statements, namings, groups)

    linker.market_of = watched
    extract = Extractor()
    for folder in folders:
        for name, raw, gold in labelled(folder, part):
            noted.clear()
            extract(raw)
            if noted:
                names, marks, page, opened = noted[0]
                wanted = set(core(own_name(gold))) if gold["market"] else None
                right = [set(core(" ".join(one.words))) == wanted for one in names]
                yield Example(name, marks, right, page, opened, wanted is not None)


def learn_pages(given: list[Example]) -> dict[str, float]:
    """The weights that tell whether an article where nothing calls the market one is about a market."""
    given = [example for example in given if example.page]
    column = columns((mark for example in given for mark in example.page), LEAST_SEEN)
    table = np.zeros((len(given), len(column)))
    for row, example in enumerate(given):
        table[row, [column[mark] for mark in example.page if mark in column]] = 1
    has_market = np.array([example.has_market for example in given], float)

    def slope_at(weights: Any) -> Any:
        return PAGE_PENALTY * weights + table.T @ (1 / (1 + np.exp(-table @ weights)) - has_market)

    return _rounded(descend(slope_at, len(column), STEPS), column)


def _rounded(weights: Any, column: dict[str, int]) -> dict[str, float]:
    return {mark: round(float(weights[at]), 1) for mark, at in column.items() if abs(weights[at]) >= LEAST_WEIGHT}


def learn(given: list[Example]) -> dict[str, float]:
    """The weights under which the right names are likeliest."""
    column = columns((mark for example in given for marks in example.marks for mark in marks), LEAST_SEEN)
    tables: list[tuple[Any, Any, float]] = []
    for example in given:
        if any(example.right):
            table = np.zeros((len(example.marks), len(column)))
            for row, marks in enumerate(example.marks):
                table[row, [column[mark] for mark in marks if mark in column]] = 1
            right = np.array(example.right, float)
            tables.append((table, right / right.sum(), WEIGHT_OF_OPEN if example.is_open else 1.0))

    def slope_at(weights: Any) -> Any:
        slope = PENALTY * weights
        for table, right, weight in tables:
            sums = table @ weights
            odds = np.exp(sums - sums.max())
            slope = slope + weight * (table.T @ (odds / odds.sum() - right))
        return slope

    return _rounded(descend(slope_at, len(column), STEPS), column)


def is_right(example: Example, weights: dict[str, float]) -> bool:
    """Whether an article without a market is told as one, or the name of the highest sum is the right one."""
    about_one = not example.page or weight_of(example.page, weights) > 0
    if not (about_one and example.has_market):
        return about_one == example.has_market
    sums = [weight_of(marks, weights) for marks in example.marks]
    return bool(sums) and example.right[sums.index(max(sums))]


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    given = list(examples([FIXTURES, *(Path(one) for one in arguments if not one.startswith("--"))]))
    right: Counter[bool] = Counter()
    total = Counter(example.is_open for example in given)
    for rest, judged in folds(given):
        weights = learn(rest) | learn_pages(rest)
        right.update(one.is_open for one in judged if is_right(one, weights))
    print(
        f"not learned from: {right[True]} of {total[True]} that call no market one, {right[False]} of {total[False]} others"
    )
    if "--write" in arguments:
        ranked = sorted((learn(given) | learn_pages(given)).items(), key=lambda item: (-item[1], item[0]))
        table = "".join(f"{mark}\t{weight}\n" for mark, weight in ranked)
        Path(str(files("extractor.data").joinpath(MARKET_TABLE))).write_text(f"{HEAD}\n{table}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
