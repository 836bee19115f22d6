"""Learn what each mark of a phrase weighs by which a market's name is told, from labelled articles and openings.

    python -m benchmarks.market_weights                    how many markets are right, on articles that were not learned from
    python -m benchmarks.market_weights FOLDER...          with the read articles of more folders
    python -m benchmarks.market_weights --write FOLDER...  and write the weights into data/own/market_weights.tsv

Of the names of one document one is right: a softmax over them, with a penalty on the squares of the weights. Whether an
article is about a market at all is learned from those where no reader has found one.
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
from benchmarks.marks import columns, folds, labelled_texts
from benchmarks.quality import FIXTURES, Json
from extractor.data.weights import weight_of
from extractor.linking import linker
from extractor.linking.markets.market_choice import is_named, page_marks
from extractor.linking.markets.market_names import MARKET_TABLE, MarketName, NameFinder
from extractor.linking.markets.names import core

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.markets.candidates import Candidate
    from extractor.linking.statements.statement import Statement
    from extractor.records import Market

PENALTY = 2.0  # swept 1-8 over folds of the articles
PAGE_PENALTY = 1.0
STEPS = 300
LEAST_SEEN = 5  # names that have a mark, at least
LEAST_WEIGHT = 0.1  # of a mark that is written down
HEAD = "# mark\tlog-odds that a phrase with it is the market's name, or an article (page) about a market; learned by benchmarks/market_weights.py"


class Example(NamedTuple):
    """The names of one document with their marks, and which of them are right.

    `page` are the marks of a document where no reader has found a market, empty for others; `is_called` whether
    something is called a market in it, `has_market` whether it is about one, `is_whole` whether it is more than an opening.
    """

    source: str
    marks: list[set[str]]
    right: list[bool]
    page: set[str]
    is_called: bool
    has_market: bool
    is_whole: bool


def own_name(gold: Json) -> str:
    """The name of a labelled market without its place."""
    words = str(gold["market"]).removesuffix(" Market").split()
    place = {word.lower() for word in str(gold.get("market_region") or "").split()} | {"uk", "us", "uae", "turkey"}
    while len(words) > 1 and words[0].lower() in place:
        words = words[1:]
    return " ".join(words)


def examples(folders: Iterable[Path], part: str = "read") -> Iterator[Example]:
    """The labelled articles and openings that are no round-ups."""
    from extractor import Extractor

    noted: list[tuple[list[MarketName], list[set[str]], set[str], bool]] = []
    market_of = linker.market_of

    def watched(annotation: Annotation, statements: list[Statement], namings: list[Candidate]) -> Market | None:
        told = is_named(annotation, statements, namings)
        finder = NameFinder(annotation, statements, namings)
        names = list(finder.names.values())
        page = set() if told else page_marks(annotation, statements)
        noted.append((names, [finder.marks(one) for one in names], page, any(item.sure for item in namings)))
        return market_of(annotation, statements, namings)

    linker.market_of = watched
    extract = Extractor()
    for text in labelled_texts(folders, part):
        noted.clear()
        extract(text.raw)
        if noted:
            names, marks, page, is_called = noted[0]
            wanted = set(core(own_name(text.gold))) if text.gold["market"] else None
            right = [set(core(" ".join(one.words))) == wanted for one in names]
            yield Example(text.source, marks, right, page, is_called, wanted is not None, text.is_whole)


def learn_pages(given: list[Example]) -> dict[str, float]:
    """The weights that tell whether an article where no reader has found a market is about one."""
    given = [example for example in given if example.page and example.is_whole]
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
    tables: list[tuple[Any, Any]] = []
    for example in given:
        if any(example.right):
            table = np.zeros((len(example.marks), len(column)))
            for row, marks in enumerate(example.marks):
                table[row, [column[mark] for mark in marks if mark in column]] = 1
            right = np.array(example.right, float)
            tables.append((table, right / right.sum()))

    def slope_at(weights: Any) -> Any:
        slope = PENALTY * weights
        for table, right in tables:
            sums = table @ weights
            odds = np.exp(sums - sums.max())
            slope = slope + table.T @ (odds / odds.sum() - right)
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
    for rest, judged in folds(given):
        weights = learn(rest) | learn_pages(rest)
        right.update(one.is_called for one in judged if is_right(one, weights))
    total = Counter(example.is_called for example in given)
    print(
        f"not learned from: {right[True]} of {total[True]} that call something a market, {right[False]} of {total[False]} others"
    )
    if "--write" in arguments:
        ranked = sorted((learn(given) | learn_pages(given)).items(), key=lambda item: (-item[1], item[0]))
        table = "".join(f"{mark}\t{weight}\n" for mark, weight in ranked)
        Path(str(files("extractor.data").joinpath(MARKET_TABLE))).write_text(f"{HEAD}\n{table}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
