"""Years that are told from when the article appeared: "last year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement

# "last year" behind a figure, or at the start of its sentence
NEAR_YEARS = {"last": -1, "this": 0, "the current": 0, "next": 1}
NEAR_YEAR = late.regex(
    r",? (?:already |alone )?(?P<whose>)?(?P<when>last|this|the current|next) year\b(?! over\b| on\b)"
)
NEAR_YEAR_FIRST = late.regex(
    r"^[^a-z]*(?P<when>last|this|next) year,? [^,;<]*$|\b(?P<whose>last|this|next) year[’']s (?:(?:[a-z]+ ){1,3}(?:at|was|were|of|to) )?"
    r"(?:about |around |nearly |over |some )?$"
)
DECADE_END = late.regex(r",? (?:by|at|before|until|till|towards?) (?:the )?(?:end|close|turn) of (?:the|this) decade\b")


def near_year(statement: Statement, item: Item, published: int | None) -> int | None:
    """The year of a figure that is told from when the article appeared: "5 billion last year"."""
    if published is None:
        return None
    if DECADE_END.match(statement.shape, item.end) is not None:
        return published - published % 10 + 10
    told = NEAR_YEAR.match(statement.shape, item.end) or NEAR_YEAR_FIRST.search(statement.shape, 0, item.start)
    return published + NEAR_YEARS[told["when"] or told["whose"]] if told is not None else None
