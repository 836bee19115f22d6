"""Which year or period of its sentence belongs to which rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Rate, Years
from extractor.linking.growth import moves
from extractor.linking.statements.neighbours import CLAUSE_END, best_pairs

if TYPE_CHECKING:
    from extractor.linking.growth.rate_runs import Kind
    from extractor.linking.statements.statement import Item, Statement

CLOSE, NEAR, FAR = 6, 4, 2  # weights of rate-period edges
LONGEST_GAP = 120
END_YEAR = late.regex(
    r"\b(?:through|by|to|until|till|até|hasta|bis|d[’']ici|jusqu[’'](?:en|à)|up to|thru|toward|towards"
    r"|ending)(?: the)?(?: end of| year| fiscal year| close of|-end)* ?\(?$"
)
SINCE = late.regex(r"\b(?:since|from|starting in|beginning in|starting from)(?: the)?(?: year| start of| end of)* ?$")
IN_YEAR = late.regex(
    r"\b(?:in|em|en|for|during|as of|of|at|over|on|throughout)(?: the)?(?: year| fiscal year| fiscal| base year"
    r"| calendar year| end of)* ?\(?$"
)
END_OR_START = late.regex(r"\b(?:by|through|to|until|since|from) $")
CLAUSE_BREAK = late.regex(rf"{CLAUSE_END}|, (?:while|whereas|but|although|though|and)\b| while | whereas ")


def matched_years(
    statement: Statement, rates: list[Item], years: list[Item], kinds: dict[int, Kind]
) -> dict[int, Item]:
    """The year or period of each rate: the best matching along the sentence; amounts keep their own years."""
    shape = statement.shape
    nodes = sorted((*rates, *years), key=lambda item: item.start)
    links: dict[int, Item] = {}
    for left, right in best_pairs(nodes, lambda left, right: _edge(statement, left, right, kinds)):
        rate, year = (left, right) if isinstance(left.mention, Rate) else (right, left)
        links[rate.start] = year
    for item in rates:
        if item.start not in links:
            shared = _shared(shape, item, rates, years, kinds)
            if shared is not None:
                links[item.start] = shared
    return links


def _edge(statement: Statement, left: Item, right: Item, kinds: dict[int, Kind]) -> int:
    if isinstance(left.mention, Rate) == isinstance(right.mention, Rate):
        return 0
    gap = statement.shape[left.end : right.start]
    rate, year = (left, right) if isinstance(left.mention, Rate) else (right, left)
    kind, when = kinds[rate.start], year.mention
    assert isinstance(when, Years)
    period = when.start_year != when.end_year
    if len(gap) > LONGEST_GAP or ";" in gap:
        return 0
    crosses_money = "<m>" in gap
    after = left is rate
    if kind == "share":
        if period or crosses_money:
            return 0
        return CLOSE if len(gap) < 25 else NEAR if after else FAR
    if period:
        if crosses_money:
            return FAR if after else 1
        if CLAUSE_BREAK.search(gap) and not after:
            return FAR
        return CLOSE if len(gap) < 40 else NEAR
    ahead = gap if after else statement.shape[max(0, year.start - 40) : year.start]
    if kind == "YoY" and after and (moves.TO_AMOUNT_IN.fullmatch(gap) or moves.FROM_AMOUNT_IN.fullmatch(gap)):
        return CLOSE
    if kind == "YoY" and not after and moves.LEVEL_THEN.fullmatch(gap):
        return NEAR
    if crosses_money or (CLAUSE_BREAK.search(gap) and kind != "YoY"):
        return 0
    if kind == "YoY":
        return CLOSE if after and moves.AGAINST.fullmatch(gap.strip() + " ") else NEAR
    if SINCE.search(ahead) or END_YEAR.search(ahead):
        return NEAR if after else FAR
    if kind == "other" and IN_YEAR.search(ahead):
        return FAR
    return 0


def _shared(shape: str, item: Item, rates: list[Item], years: list[Item], kinds: dict[int, Kind]) -> Item | None:
    """One year or period serves several rates of one kind: "from 2024 to 2030 at 5% and 6%, respectively"."""
    kind = kinds[item.start]
    if kind == "share":
        single = [year for year in years if year.mention.start_year == year.mention.end_year]  # type: ignore[attr-defined]
        if len(single) == 1 and not END_OR_START.search(shape, max(0, single[0].start - 9), single[0].start):
            between = shape[min(single[0].end, item.end) : max(single[0].start, item.start)]
            if ";" not in between and "<m>" not in between:
                return single[0]
        return None
    spans = [year for year in years if year.mention.start_year != year.mention.end_year]  # type: ignore[attr-defined]
    same = [other for other in rates if kinds[other.start] == kind]
    if (
        kind == "YoY"
        and len(same) > 1
        and len(years) == 1
        and years[0].end <= item.start
        and "<m>" not in shape[years[0].end : item.start]
        and ";" not in shape[years[0].end : item.start]
    ):
        return years[0]
    told = kind == "YoY" and len(years) == 1 and not spans and years[0].end <= item.start
    if told and ";" not in shape[years[0].end : item.start] and moves.THAN_YEAR_BEFORE.match(shape, item.end):
        return years[0]
    return None
