"""What kind of rate a percentage is: a yearly rate, growth on the year before, a share, or something else.

The marks around a rate (rate_marks.py) are weighed by `data/own/rate_weights.tsv`, which is learned from labelled articles
(benchmarks/rate_weights.py): the kind of the highest sum is taken. Only what the head of its column says stands above that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Years
from extractor.linking.growth.rate_marks import CLASS_FILE, marks_of, marks_of_statement
from extractor.linking.growth.rate_runs import Kind
from extractor.linking.statements.mark_weights import Scores, load_mark_weights, weigh
from extractor.linking.statements.statement import is_single

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.linking.statements.statement import Item, Statement

WEIGHT_FILE = "own/rate_weights.tsv"
KINDS: tuple[Kind, ...] = ("CAGR", "YoY", "share", "other")  # in the order of the weights
# A column that gives the growth of one year.
YEARLY_HEAD = late.regex(
    r"^\+ ?/ ?[-–−]|^(?:% ?)?(?:chg|var|variation)\b|\b(?:change|growth|chg\.?|%) (?:vs\.?|versus|on|from|over"
    r"|against|to) (?:19|20)\d\d$|\byoy\b|\by/y\b|^(?:annual )?(?:change|growth)(?: rate)?(?:,? \(?%\)?"
    r"|,? in %)?$|\b(?:change|growth) (?:on|from|over|against|vs\.?) (?:a |the |last |previous )?year"
    r"|\bannual change\b|year[- ](?:on|over)[- ]year|\b(?:19|20)\d\d (?:growth|change|increase)|\b(?:growth"
    r"|change)\b[^a-z]*(?:19|20)\d\d\b(?! ?[-–])|\w*\d\d ?(?:/|vs\.?|over) ?\w*\d\d (?:growth|change)|(?:growth"
    r"|change),? \(?\w*\d\d ?(?:/|vs\.?|over) ?\w*\d\d"
)
COMPOUND = late.regex(r"\bcagr\b|\bcompound")
CAGR_HEAD = late.regex(r"cagr\b|\bcompound|\bannual growth|\bgrowth rate\b")


def load_weights() -> Mapping[str, Mapping[str, Scores]]:
    """What each mark weighs for each kind, by family."""
    return load_mark_weights(WEIGHT_FILE, CLASS_FILE)


def best_kind(scores: Scores) -> Kind:
    """The kind of the highest sum; of equals the first."""
    return KINDS[scores.index(max(scores))]


def kinds_of_rates(statement: Statement, rates: list[Item], earlier: str) -> dict[int, Kind]:
    """The kind of each rate of a statement, by position; `earlier` is that of the last rate of the statement before, or ""."""
    kinds: dict[int, Kind] = {}
    tables = load_weights()
    shared = weigh(tables, marks_of_statement(statement), tables["start"]["all"])
    before: Item | None = None
    for item in rates:
        told = _told_by_head(statement, item) if statement.head else None
        kinds[item.start] = told or best_kind(weigh(tables, marks_of(statement, item, kinds, before, earlier), shared))
        before = item
    return kinds


def _told_by_head(statement: Statement, item: Item) -> Kind | None:
    """The kind that the head of its column gives a rate."""
    head = statement.head[statement.column(item)]
    if CAGR_HEAD.search(head):
        return "YoY" if COMPOUND.search(head) is None and _is_row_of_year(statement) else "CAGR"
    return "share" if "share" in head else "YoY" if YEARLY_HEAD.search(head) else None


def _is_row_of_year(statement: Statement) -> bool:
    """Whether a table's row is that of one year: its rates are those of the year."""
    first = next(iter(statement.of(Years)), None)
    return first is not None and statement.column(first) == 0 and is_single(first.mention)  # type: ignore[arg-type]
