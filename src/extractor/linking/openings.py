"""The figure an article opens with: what is said first of the things it is about is their market's value.

"Owners know it and paid 4.9 billion for marine coatings in 2024": no word calls this a market, and no list of verbs
will ever be complete. But the first dated amount of an article on marine paint, in a sentence on marine things, that
is no price, no firm's and no part's, is what the article measures them by.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.names import core
from extractor.linking.reckoning import PARTS_AND_FIRMS, give_whole, is_total

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.linking.paces import Pace
    from extractor.linking.points import Point
    from extractor.records import Market

# Refusals of amounts that one pays and all pay in the same words; told apart by who pays.
PAID = frozenset(("refuse.price", "refuse.deal_verb", "refuse.spends_on"))
# Values of one market that follow each other in a text are not further apart than this.
MOST_TIMES = Decimal(10)
ONE_PAYS = late.regex(
    r"<c>|\b(?:a|an|each|one|per|average|typical|single|he|she|we|company|firm|start-?up|government)\b"
)
# Those who pay are many: "owners know it and paid", "the Dutch spent".
MANY_PAY = late.regex(
    r"\b(?:[a-z]+[a-rt-z]s|people|the (?:[a-z]+(?:ch|sh|ese)))\b[^<;.]{0,50}"
    r"\b(?:paid|pay|spen[dt]|bought|buy|ordered|purchased|poured|put|sold|sell)\b"
)
# "... 1.9 billion in 2024, more than half of the total": what is a part of something is told so behind.
OF_TOTAL = late.regex(
    r"<m>(?:[^<;.]|<y>){0,60}\b(?:of (?:the|this|that|its) (?:total|whole|market|sum|figure|amount)|of (?:it|this|that)\b(?! [a-z]))"
)
FIRST = 3  # statements with money among which an article gives its own figure


def take_opening(points: list[Point], spare: Callable[[], list[Point]], paces: list[Pace], market: Market) -> None:
    """Gives the whole market the amounts that the article opens with, where no words did; may add to `points`.

    Nothing is done where a value of the whole market with a year comes before, where it has two, or where what follows
    contradicts.
    """
    dated = [point for point in points if is_total(point.topic) and point.year is not None and _is_told(point)]
    if len({point.year for point in dated}) > 1:
        return
    first = min((point.chain for point in dated), default=None)
    unsure = [*(point for point in points if not is_total(point.topic)), *spare()]
    candidates = sorted((point for point in unsure if point.statement.field == "text"), key=lambda point: point.chain)
    chains = list(dict.fromkeys(point.chain for point in candidates))[:FIRST]
    words = set(core(market.name))
    for point in candidates:
        if point.chain not in chains or (first is not None and point.chain >= first):
            return
        if not _may_open(point, words) or (dated and not _leads_to(point, dated)):
            continue
        for other in candidates:
            alike = other.chain == point.chain and other.topic == point.topic and other.rule == point.rule
            if other is point or (alike and _may_open(other, words)):
                give_whole(other, points, paces, "opening_figure")
        return


def _is_told(point: Point) -> bool:
    return point.statement.field == "text" and point.role != "increment"


def _may_open(point: Point, words: set[str]) -> bool:
    """Whether an amount may be what the article measures its subject by."""
    statement = point.statement
    if point.year is None or point.topic.actor or point.topic.market is not None:
        return False
    if (
        point.topic.cue in PARTS_AND_FIRMS
        or point.topic.cue == "submarket"
        or point.role == "increment"
        or statement.kind == "table_row"
    ):
        return False
    before = statement.shape[: point.position]
    if point.rule.startswith("refuse.") and (
        point.rule not in PAID or ONE_PAYS.search(before) is not None or MANY_PAY.search(before) is None
    ):
        return False
    paid = point.rule in PAID  # the subject is who pays
    sentence = statement.annotation.text[statement.start : statement.end]
    named = sentence if paid or point.topic.scope is None else point.topic.scope
    return not words.isdisjoint(core(named)) and OF_TOTAL.match(statement.shape, point.position) is None


def _leads_to(point: Point, dated: list[Point]) -> bool:
    """Whether the values told later may follow from this one."""
    return all(
        other.money.currency == point.money.currency
        and (other.year or 0) > (point.year or 0)
        and point.low * MOST_TIMES > other.low > point.low / MOST_TIMES
        for other in dated
    )
