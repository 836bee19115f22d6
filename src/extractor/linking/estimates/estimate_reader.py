"""Amounts and the years they are of, sentence by sentence; kinds are given later (estimate_kinds.py), over the whole document."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Years
from extractor.linking.estimates.amount_years import (
    date_by_period,
    date_by_period_end,
    date_increment,
)
from extractor.linking.estimates.amounts import Amount
from extractor.linking.estimates.cues import cue_groups
from extractor.linking.estimates.matching import YearMatcher
from extractor.linking.estimates.points import Point, amount_of
from extractor.linking.estimates.restated import restated_in, restatement
from extractor.linking.estimates.tenses import FUTURE_WORD, TenseReader
from extractor.linking.statements.near_years import near_year
from extractor.linking.statements.neighbours import series_of
from extractor.linking.statements.statement import heading_year
from extractor.linking.statements.topic import Topic

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.linking.statements.statement import Item, Statement
    from extractor.linking.topics.topic_reader import TopicReader

# "grew from A to B": the way from one amount to the other is behind.
CAME = late.regex(
    r"\b(?:ha(?:s|ve|d) [a-z]+|grew|rose|increased|expanded|climbed|jumped|went|moved|surged|soared|swelled|fell|dropped|declined"
    r"|shrank|slipped|slid|advanced|doubled|tripled|risen|grown|fallen)\b[^<]{0,40}$"
)
# "Doubled to 310 million between 2019 and 2024"
MOVED_TO = late.regex(
    r"\b(?:grew|rose|increased|expanded|climbed|jumped|surged|soared|swelled|fell|dropped|declined|shrank|slipped|advanced"
    r"|doubled|tripled|quadrupled|risen|grown|fallen)(?: [a-z-]+)? (?:<r> )?to (?:about |around |nearly |over |some |an? )*$"
)
MOVED_REACH = 60  # characters from the verb to the amount
YEAR_BEFORE = late.regex(
    r",? (?:in )?(?:the|a) (?:year before|previous year|prior year|preceding year|year earlier|year ago)\b"
)
ARROW = late.regex(r"(?:→|->|=>|—>|➔|➜|»)\s*(?:about |~)?$")

# Between two figures this tells that someone else gives the second.
OTHER_VOICE = late.regex(
    r"(?:\b(?:while|whereas|but|and)|[,;]) (?:the )?(?:<c>|another|others?|a (?:second|third|rival)|firm [a-z]"
    r"|the (?:second|third|other)|[a-z]+ (?:research|insights|intelligence|analysts?))\b[^<;]{0,40}$|(?:[,;]"
    r"|\band) <c> ?$|\bwhile [^<;,]{2,40} (?:expects|sees|puts|estimates|predicts|forecasts|says|values"
    r"|projects)\b"
)

SMALLEST_MARKET = 10_000  # what is less is a price, or stands in a table whose unit was not understood
PRICE = Topic(cue="price")


class EstimateReader:
    """Reads the market values of one document's statements: first all amounts, then those that are a market's."""

    def __init__(self, topics: TopicReader, published: int | None = None) -> None:
        self.topics = topics
        self.published = published
        self.groups = cue_groups()
        self.matcher = YearMatcher()
        self.tenses = TenseReader()

    def amounts(self, statement: Statement, number: int) -> list[Amount]:
        """All monetary values of the statement, whosever they are."""
        money = [item for item in statement.of(Money) if amount_of(item) is not None]
        if not money:
            return []
        restated = restated_in(statement, money, self.groups["convert"])
        links = self.matcher.years(statement, [item for item in money if item.start not in restated])
        topics = self._series(statement, money, links)
        found: list[Amount] = []
        for item in money:
            mention, low = item.mention, amount_of(item)
            assert isinstance(mention, Money)
            assert low is not None
            year = links.get(item.start)
            found.append(Amount(
                item, mention, low, statement, number,
                topics.get(item.start) or self._topic(statement, item, low),
                year=year,
                near=near_year(statement, item, self.published) if year is None else None,
                tense=self.tenses.tense(statement, item, year, 0, []),
                restated=restated.get(item.start),
                starts=self.matcher.starts(statement, item),
            ))  # fmt: skip
        return found

    def _topic(self, statement: Statement, item: Item, low: Decimal) -> Topic:
        """What the words of an amount's clause say that it is of; of what can be no market's value they are not asked."""
        return self.topics.topic(statement, item.start) if low >= SMALLEST_MARKET else PRICE

    def points(self, amounts: list[Amount]) -> list[Point]:
        """The market values among the amounts of one statement, once it is settled whose they are (amount_judge.py)."""
        found: list[Point] = []
        last: Point | None = None
        for amount in amounts:
            if amount.restated is not None:
                if last is not None:
                    found.append(restatement(amount.money, amount.item, last, amount.restated))
                continue
            last = self._point(amount, found) if amount.whose != "none" else None
            if last is not None:
                found.append(last)
        if found:
            date_by_period(found, amounts[0].statement)
            _mark_voices(found, amounts[0].statement)
        return found

    def _series(self, statement: Statement, money: list[Item], links: dict[int, Item]) -> dict[int, Topic]:
        """Topics of amounts that stand in a list; a year behind the list is that of all its amounts."""
        topics: dict[int, Topic] = {}
        for run in series_of(statement, money):
            names = self.topics.series(statement, run)
            topics |= {amount.start: topic for amount, topic in zip(run, names or [], strict=False)}
            year = links.get(run[-1].start)
            if year is not None and (year.start > run[-1].start or names):
                links.update({amount.start: year for amount in run if amount.start not in links})
        return topics

    def _point(self, amount: Amount, found: list[Point]) -> Point:
        """The value that an amount gives, with its year, role and tense; `found` are those of its statement before it."""
        statement, item, topic, year = amount.statement, amount.item, amount.topic, amount.year
        if topic.gapped and year is None and found:
            year = found[-1].year_item
        point = Point(amount.money, statement, item.start, topic, chain=amount.number, year_item=year)
        if year is not None:
            years = year.mention
            assert isinstance(years, Years)
            point.year = years.end_year  # that of 2023-24 is 2024, as that of FY24 is
            point.rule = "year_after" if year.start > item.start else "year_before"
        if year is None and statement.head and (stated := heading_year(statement)) is not None:
            point.year, point.rule = stated, "year_of_heading"
            point.inferred.append("year")
        if year is None and point.year is None and amount.near is not None:
            point.year, point.rule = amount.near, "year_of_publication"
            point.inferred.append("year")
        if year is None and found and found[-1].year is not None and YEAR_BEFORE.match(statement.shape, item.end):
            point.year, point.rule = found[-1].year - 1, "year_before_that"
            point.inferred.append("year")
        ahead = statement.shape[max(0, item.start - 60) : item.start]
        if amount.is_growth:
            point.role, point.rule = "increment", "increment"
            date_increment(point, statement)
        elif amount.starts:
            point.role, point.tense = "start", "past"
            point.rule = point.rule or "start"
        elif found and ARROW.search(ahead):
            found[-1].role, point.role, point.tense = found[-1].role or "start", "end", "future"
        elif (
            start := next((other for other in reversed(found) if other.role == "start"), None)
        ) is not None and self.groups["end"].search(ahead, seen=statement.seen):
            point.role = "end"
            way = statement.shape[: start.position]
            done = CAME.search(way) is not None and not FUTURE_WORD.search(way)
            point.tense = "past" if done else "future"
        if topic.gapped and found and point.tense is None:
            point.tense = found[-1].tense
        if point.tense is None:  # an amount behind another one may be told by what stands between them
            point.tense = (
                self.tenses.tense(statement, item, year, found[-1].position + 3, found) if found else amount.tense
            )
        if (
            point.year is None
            and point.role is None
            and (
                point.tense == "future"
                or MOVED_TO.search(statement.shape, max(0, item.start - MOVED_REACH), item.start)
            )
        ):
            date_by_period_end(point, statement)
        if not point.rule:
            point.rule = "amount_without_year"
        return point


def _mark_voices(found: list[Point], statement: Statement) -> None:
    """ "One firm sees 4 billion by 2028, another expects 5 billion by 2030": figures that compete."""
    if any(OTHER_VOICE.search(statement.shape, one.position, other.position) for one, other in pairwise(found)):
        for point in found:
            point.voice = True
