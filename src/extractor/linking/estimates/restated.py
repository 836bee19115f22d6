"""Amounts that give the one before them again, in another currency."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money

if TYPE_CHECKING:
    from extractor.linking.estimates.cues import CueGroup
    from extractor.linking.estimates.points import Point
    from extractor.linking.statements.statement import Item, Statement

# "USD 5 billion in 2024 (EUR 4.6 billion)"
YEAR_BETWEEN = late.regex(r" (?:in|by|for|as of) (?:the )?(?:end of )?<y>")


def restated_in(statement: Statement, money: list[Item], convert: CueGroup) -> dict[int, str]:
    """Amounts that give the one before them in another currency, with the cue: "USD 5.2 billion (EUR 4.8 billion)"."""
    found = {}
    for before, item in pairwise(money):
        first, second = before.mention, item.mention
        if isinstance(first, Money) and isinstance(second, Money) and first.currency != second.currency:
            gap = statement.shape[before.end : item.start]
            year = YEAR_BETWEEN.match(gap)
            cue = convert.full(gap[year.end() :] if year else gap)
            if cue is not None:
                found[item.start] = cue
    return found


def restatement(mention: Money, item: Item, last: Point, cue: str) -> Point:
    """`last` again in another currency."""
    return replace(last, money=mention, position=item.start, rule=cue, same_as=last, inferred=[])
