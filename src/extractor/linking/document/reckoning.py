"""What the figures themselves tell: a yearly rate that leads from one amount to another makes both the market's.

It also dates an amount that has no year, and makes a rate whose words tell no kind the market's yearly one.

Words for a market's value are endless ("guests left 248 million in the wineries"), and so are those for its growth.
But two amounts of different years and a rate that turns the one into the other hardly meet by chance: where the words
leave the whole market without a pair of values, the figures that fit are taken, whatever their sentences are about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple

from extractor import late
from extractor.annotating.mention import Years
from extractor.linking.growth.implied import is_falling, is_of_size, leads
from extractor.linking.statements.topic import SURE_PARTS, TOTAL_TOPIC, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.linking.document.periods import Periods
    from extractor.linking.estimates.points import Point
    from extractor.linking.growth.paces import Pace

# What is told as a part or another's ("the valve segment", a place, a firm) is none of the market's, whatever it adds up to.
PARTS_AND_FIRMS = frozenset((*SURE_PARTS, "company"))
# A rate between these two words tells nothing: over one year it is a move, and at less than this anything is level.
SHORTEST = 2
SHORTEST_UNTOLD = 3  # for a rate that nothing calls yearly
LEAST_RATE = 0.2
# What the sentence of a rate says of which nothing tells the kind, where it may be one of yearly growth.
OF_GROWTH = late.regex(
    r"\b(?:gr[eo]w(?:s|th|ing|n)?|expan(?:d|s)|increas|r[io]s(?:e|ing)|climb|advance|declin|shrink|contract|f(?:all|ell)"
    r"|gain|leap|jump|plus|annual|yearly|a year|per year|per annum|p\.a\.|each year|every year|pace\b|rates?\b"
    r"|on average|compound|(?:until|through|between|till|to|by) <[yp]>)|<p>"
)
# A text that names more years is a table of them: any amount fits some year.
MOST_YEARS = 20
MOST_WAYS = 4  # of one market: history, forecast, and each told of another stretch
# So far from its rate (in statements) an amount belongs to another thought.
FARTHEST = 3
BOTH = 2  # ends of a way
MOST_CANDIDATES = 30  # amounts, and rates, of one document: what has more is a table or a dump


class Way(NamedTuple):
    """Two amounts and the rate that leads from the one to the other, with their years."""

    start: Point
    end: Point
    pace: Pace
    years: tuple[int, int]

    @property
    def strength(self) -> tuple[int, int, int]:
        """How sure it is that this is the market's way: what of it is known for the market's, and how close together."""
        known = sum(is_total(item.topic) for item in (self.start, self.end))
        apart = abs(self.start.chain - self.pace.chain) + abs(self.end.chain - self.pace.chain)
        return known, int(is_total(self.pace.topic)), -apart


def reckon(
    points: list[Point],
    paces: list[Pace],
    periods: Periods,
    years: frozenset[int],
    *,
    named: bool,
) -> None:
    """Gives the whole market the values and rates that the figures alone show to be its own.

    `years` are those that the document names. Where the document names no market (`named`), two values read as the market's
    are let stand as they are.
    """
    usable = [pace for pace in paces if _is_usable(pace)][:MOST_CANDIDATES]
    if not usable or any(_is_told(points, pace) for pace in usable):
        return
    candidates = [point for point in points if _may_be_total(point)][:MOST_CANDIDATES]
    options = {id(point): _years(point, usable, periods, years) for point in candidates}
    told: set[tuple[int, int]] = set()
    while len(told) < MOST_WAYS and (way := _best(points, candidates, usable, options, told, named=named)) is not None:
        for point, year in zip((way.start, way.end), way.years, strict=True):
            give_whole(point, points, paces)
            if point.year is None:
                point.year, point.rule = year, "year_of_growth"
                point.inferred.append("year")
        way.end.tense = way.end.tense or "future"
        way.start.tense = way.start.tense or "past"
        way.pace.topic, way.pace.kind = TOTAL_TOPIC, "CAGR"
        usable = [pace for pace in usable if pace is not way.pace]
        candidates = [point for point in candidates if point.year is not None]
        told.add(way.years)


def is_total(topic: Topic) -> bool:
    """Whether a topic is the whole market."""
    return topic.scope is None and topic.market is None and not topic.actor


def _is_usable(pace: Pace) -> bool:
    """Whether a rate may be the market's yearly one."""
    if pace.high is not None or abs(pace.low) < LEAST_RATE or pace.topic.cue in PARTS_AND_FIRMS:
        return False
    return pace.kind in ("CAGR", "other")


def _is_of_growth(pace: Pace) -> bool:
    """Whether words tell that a rate may be one of yearly growth; of others only the market's own values do."""
    return pace.kind == "CAGR" or OF_GROWTH.search(pace.statement.shape) is not None


def _is_told(points: list[Point], pace: Pace) -> bool:
    """Whether words alone already say of the market what the rate leads from and to."""
    if not is_total(pace.topic) or pace.kind != "CAGR":
        return False
    totals = [
        point for point in points if is_total(point.topic) and point.year is not None and point.role != "increment"
    ]
    few = list({(point.low, point.year): point for point in totals}.values())[:MOST_CANDIDATES]
    for one, other in permutations(few, BOTH):
        lengths = _lengths(pace, (one.year or 0, other.year or 0))
        if lengths and leads(pace, one.low, other.low, lengths):
            return True
    return False


def _may_be_total(point: Point) -> bool:
    return (
        point.role != "increment"
        and point.low > 0
        and point.same_as is None
        and (point.topic.cue not in PARTS_AND_FIRMS or point.topic.actor)
    )


def _best(
    points: list[Point],
    candidates: list[Point],
    paces: list[Pace],
    options: Mapping[int, list[int]],
    told: set[tuple[int, int]],
    *,
    named: bool,
) -> Way | None:
    """The surest way that adds something to what is known of the market and contradicts nothing of it."""
    totals = {(point.year, point.money.currency): point.low for point in points if is_total(point.topic) and point.year}
    markets = {point.topic.market for point in candidates if point.topic.market is not None}
    needed = min(1 if named else 2, len({year for year, _ in totals}))
    if len(markets) > 1 and not totals:
        return None  # a round-up
    best: Way | None = None
    for way in _ways(candidates, paces, options):
        ends = tuple(zip((way.start, way.end), way.years, strict=True))
        if any(totals.get((year, end.money.currency), end.low) != end.low for end, year in ends):
            continue
        known = sum(totals.get((year, end.money.currency)) == end.low for end, year in ends)
        actors = any(end.topic.actor for end, _ in ends)  # "Acme is on record with a forecast of 210 million"
        untold = 0 if _is_of_growth(way.pace) else BOTH
        if known < max(needed, int(actors), untold) or way.years in told:
            continue
        if best is None or way.strength > best.strength:
            best = way
    return best


def _ways(candidates: list[Point], paces: list[Pace], options: Mapping[int, list[int]]) -> Iterator[Way]:
    """The ways between two of the candidates; what no rate can lead over is left before the rates are asked."""
    directed = [(pace, pace.low, is_falling(pace)) for pace in paces]
    for start, end in permutations(candidates, BOTH):
        if start.money.currency != end.money.currency or (start.year is None and end.year is None):
            continue
        firsts = [start.year] if start.year is not None else options[id(start)]
        lasts = [end.year] if end.year is not None else options[id(end)]
        stretches = [(first, last) for first, last in product(firsts, lasts) if last - first >= SHORTEST]
        low, high = start.low, end.low
        if not stretches or low == high:
            continue
        falls = high < low
        for pace, rate, is_down in directed:
            if is_down != falls or min(abs(start.chain - pace.chain), abs(end.chain - pace.chain)) > FARTHEST:
                continue
            for years in stretches:
                if is_of_size(rate, low, high, _lengths(pace, years)):
                    yield Way(start, end, pace, years)


def _years(point: Point, paces: list[Pace], periods: Periods, named: frozenset[int]) -> list[int]:
    """The years an amount without one may be of: those of its sentence, its rate and the document.

    What words call the whole market's may be of any year that the text names (`named`).
    """
    if point.year is not None:
        return [point.year]
    years: dict[int, None] = {}
    for item in point.statement.of(Years):
        assert isinstance(item.mention, Years)
        years |= {item.mention.start_year: None, item.mention.end_year: None}
    spans = [(pace.start_year, pace.end_year) for pace in paces if abs(pace.chain - point.chain) <= FARTHEST]
    spans += [(periods.base_year, None), periods.forecast or (None, None), periods.title or (None, None)]
    years |= {year: None for span in spans for year in span if year is not None}
    if is_total(point.topic) and point.statement.field == "text" and len(named) <= MOST_YEARS:
        years |= dict.fromkeys(sorted(named))
    return list(years)


def _lengths(pace: Pace, years: tuple[int, int]) -> list[int]:
    """The numbers of years over which a rate may lead from the one year to the other; none where they are too close."""
    shortest = SHORTEST if pace.kind == "CAGR" else SHORTEST_UNTOLD
    stretch = years[1] - years[0]
    if stretch < shortest:
        return []  # as for half of all pairs, which are asked about in either order
    if stretch > shortest and pace.end_year == years[1] and pace.start_year == years[0] + 1:
        return [stretch, stretch - 1]  # counted from the year after the first amount's
    return [stretch]


def give_whole(point: Point, points: list[Point], paces: list[Pace]) -> None:
    """Makes a point the whole market's, with all else that is said of its subject."""
    topic = point.topic
    if is_total(topic):
        return
    said: list[Point | Pace] = [*points, *paces]
    for item in said:
        if item.topic == topic:
            item.topic = TOTAL_TOPIC
