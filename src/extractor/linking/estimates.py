"""Amounts and the years they are of, sentence by sentence; kinds are given later (kinds.py), over the whole document."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Years
from extractor.linking.amount_years import (
    date_by_period,
    date_by_period_end,
    date_by_publication,
    date_increment,
)
from extractor.linking.cues import cue_groups
from extractor.linking.matching import YearMatcher, near_year
from extractor.linking.points import Figure, Point, amount_of, figure_of
from extractor.linking.restated import restated_in, restatement
from extractor.linking.screening import SMALLEST_MARKET, Screen
from extractor.linking.statement import heading_year
from extractor.linking.tenses import FUTURE_WORD, TenseReader
from extractor.linking.topics import TOTAL_TOPIC, Topic
from extractor.linking.voices import mark_voices

if TYPE_CHECKING:
    from extractor.linking.statement import Item, Statement
    from extractor.linking.topic import TopicReader

# "grew from A to B": the way from one amount to the other is behind.
CAME = late.regex(
    r"\b(?:grew|rose|increased|expanded|climbed|jumped|went|moved|surged|soared|swelled|fell|dropped|declined"
    r"|shrank|slipped|slid|advanced|doubled|tripled|risen|grown|fallen)\b[^<]{0,40}$"
)
OPENING = late.regex(
    r"(?:once |already |currently |now |today )?(?:valued|worth|estimated|pegged|put|sized) (?:at )?[^<]{0,30}<m>"
)
# "Doubled to 310 million between 2019 and 2024"
MOVED_TO = late.regex(
    r"\b(?:grew|rose|increased|expanded|climbed|jumped|surged|soared|swelled|fell|dropped|declined|shrank|slipped|advanced"
    r"|doubled|tripled|quadrupled|risen|grown|fallen)(?: [a-z-]+)? (?:<r> )?to (?:about |around |nearly |over |some |an? )*$"
)
MOVED_REACH = 60  # characters from the verb to the amount
# "Size in the base year: 412 million": a line that is a measure and its amount.
LABELLED = late.regex(r"[-•*\s]*(?:[a-z]+ ){0,2}(?:size|value|valuation|revenues?|turnover|sales)\b[^<;.]{0,40}<m>\W*")
YEAR_BEFORE = late.regex(
    r",? (?:in )?(?:the|a) (?:year before|previous year|prior year|preceding year|year earlier|year ago)\b"
)
ARROW = late.regex(r"(?:→|->|=>|—>|➔|➜|»)\s*(?:about |~)?$")
# Amounts refused so are known to be something else.
OF_OTHERS = frozenset(
    f"refuse.{name}"
    for name in (
        "per_unit company_results company_subject reported_sales the_company own_sales other_case economy "
        "valuation_of_company goods_taken"
    ).split()
) | frozenset("unit_price quarter year_in_head small_amount firms_table other_column news_of_firms".split())
# "exports of masks reached <m>", "customs recorded", "machines worth <m> crossed the border"
TRADED = late.regex(
    r"\b(?:(?:ex|im)port(?:s|ed|ing)?(?! (?:market|industry|sector|business))|customs (?:data|recorded|figures|statistics))\b"
    r"(?:[^<;]|<[gyr]>){0,80}$"
)
TRADED_BEHIND = late.regex(
    r"(?: worth)?(?: of [^<;.,]{2,40})? (?:crossed the border|came in (?:from|through)|(?:was|were|is|are) (?:shipped|exported|imported)"
    r"|in (?:ex|im)ports)\b"
)
TRADED_REACH = 110  # characters before an amount
TRADE_WORD = late.regex(r"\b(?:ex|im)ports?\b", re.IGNORECASE)
SERIES_GAP = late.regex(r", |,? and (?:about |around |nearly |over )?")


class EstimateReader:
    """Reads the market values of one document's statements."""

    def __init__(
        self,
        topics: TopicReader,
        declined: Counter[str],
        titled: frozenset[Figure] = frozenset(),
        published: int | None = None,
    ) -> None:
        self.topics = topics
        self.published = published
        self.titled = titled
        self.declined = declined
        self.groups = cue_groups()
        self.matcher = YearMatcher()
        self.screen = Screen()
        self.tenses = TenseReader()
        self._unused: list[tuple[Statement, Item, Item | None, int, str]] = []

    def spare_points(self) -> list[Point]:
        """The declined amounts that may be the market's all the same, for what their figures tell (reckoning.py)."""
        return [
            Point(
                item.mention,  # type: ignore[arg-type]
                statement,
                item.start,
                self.topics.topic(statement, item.start),
                year=year.mention.end_year if year is not None else None,  # type: ignore[attr-defined]
                year_item=year,
                tense=self.tenses.tense(statement, item, year, 0, []),
                rule=reason,
                chain=number,
            )
            for statement, item, year, number, reason in self._unused
        ]

    def points(self, statement: Statement, number: int) -> list[Point]:
        """The market values that the statement gives."""
        money = [item for item in statement.of(Money) if amount_of(item) is not None]
        if not money:
            return []
        refused = self.screen.refused(statement)
        restated = restated_in(statement, money, self.groups["convert"])
        links = self.matcher.years(statement, [item for item in money if item.start not in restated])
        increments = self._increments(statement)
        topics = self._series(statement, money, links)
        found: list[Point] = []
        last: Point | None = None
        last_reason: str | None = None
        for item in money:
            mention = item.mention
            assert isinstance(mention, Money)
            if item.start in restated:
                if last is not None:
                    found.append(restatement(mention, item, last, restated[item.start]))
                continue
            reason = refused.get(item.start) or self.screen.unlike_market(statement, item, links)
            if reason is None and self._is_of_trade(statement, item):
                reason = "trade"
            if reason is None and last_reason is not None and self.matcher.starts(statement, item):
                reason = last_reason  # "deals fell to 3 million from 5 million"
            last_reason = reason
            if reason is not None:
                self.declined[reason] += 1
                last = None
                if reason not in OF_OTHERS and (amount_of(item) or 0) >= SMALLEST_MARKET:
                    self._unused.append((statement, item, links.get(item.start), number, reason))
                continue
            last = self._point(
                statement, item, links.get(item.start), increments, found, number, topics.get(item.start)
            )
            if last is not None:
                found.append(last)
            else:
                self._unused.append((statement, item, links.get(item.start), number, "unread"))
        date_by_period(found, statement)
        mark_voices(found, statement)
        return found

    def _is_of_trade(self, statement: Statement, item: Item) -> bool:
        """Whether an amount is what crossed a border, in an article that is not about trade."""
        if self.topics.market is None:
            return False
        reach = max(0, item.start - TRADED_REACH)
        if not (TRADED.search(statement.shape, reach, item.start) or TRADED_BEHIND.match(statement.shape, item.end)):
            return False
        title = statement.annotation.title
        return title is None or TRADE_WORD.search(title.text) is None

    def _series(self, statement: Statement, money: list[Item], links: dict[int, Item]) -> dict[int, Topic]:
        """Topics of amounts that stand in a list; a year behind the list is that of all its amounts."""
        topics: dict[int, Topic] = {}
        run: list[Item] = []
        for item in [*money, None]:
            if item is not None and run and SERIES_GAP.fullmatch(statement.shape, run[-1].end, item.start):
                run.append(item)
                continue
            if len(run) > 1:
                names = self.topics.series(statement, run)
                topics |= {amount.start: topic for amount, topic in zip(run, names or [], strict=False)}
                year = links.get(run[-1].start)
                if year is not None and (year.start > run[-1].start or names):
                    links.update({amount.start: year for amount in run if amount.start not in links})
            run = [item] if item is not None else []
        return topics

    def _point(
        self,
        statement: Statement,
        item: Item,
        year: Item | None,
        increments: dict[int, str],
        found: list[Point],
        number: int,
        topic: Topic | None,
    ) -> Point | None:
        mention = item.mention
        assert isinstance(mention, Money)
        topic = topic or self.topics.topic(statement, item.start)
        told = statement.field == "text" and figure_of(item) in self.titled
        if told and year is not None and (topic.actor or topic.cue in ("segment", "default")):
            for other in found:  # what the sentence says of the same subject before is the market's, too
                other.topic = TOTAL_TOPIC if other.topic == topic else other.topic
            topic = TOTAL_TOPIC  # whatever the subject: the title gives the figure as the market's
        if topic.gapped and year is None and found and found[-1].statement is statement:
            year = found[-1].year_item
        dated = year is not None or near_year(statement, item, self.published) is not None
        if topic.actor or (
            topic.cue == "default"
            and not dated
            and item.start not in increments
            and not OPENING.match(statement.shape)
            and not LABELLED.fullmatch(statement.shape)
            and statement.field == "text"
            and statement.kind != "table_row"
        ):
            self.declined["actor_subject" if topic.actor else "no_year_no_subject"] += 1
            return None
        reason = self.screen.weak(statement, item, topic, dated=dated)
        if reason is not None:
            self.declined[reason] += 1
            return None
        point = Point(mention, statement, item.start, topic, chain=number, year_item=year, titled=told)
        if year is not None:
            years = year.mention
            assert isinstance(years, Years)
            point.year = years.end_year  # that of 2023-24 is 2024, as that of FY24 is
            point.rule = "year_after" if year.start > item.start else "year_before"
        if year is None and statement.head and (stated := heading_year(statement)) is not None:
            point.year, point.rule = stated, "year_of_heading"
            point.inferred.append("year")
        if year is None and point.year is None:
            date_by_publication(point, statement, item, self.published)
        if year is None and found and found[-1].year is not None and YEAR_BEFORE.match(statement.shape, item.end):
            point.year, point.rule = found[-1].year - 1, "year_before_that"
            point.inferred.append("year")
        gap_start = found[-1].position + 3 if found else 0
        ahead = statement.shape[max(0, item.start - 60) : item.start]
        if item.start in increments:
            point.role, point.rule = "increment", increments[item.start]
            date_increment(point, statement)
        elif self.matcher.starts(statement, item):
            point.role, point.tense = "start", "past"
            point.rule = point.rule or "start"
        elif found and ARROW.search(ahead):
            found[-1].role, point.role, point.tense = found[-1].role or "start", "end", "future"
        elif (
            (point_before := found[-1] if found else None) is not None
            and point_before.role == "start"
            and self.groups["end"].search(ahead, seen=statement.seen)
        ):
            point.role = "end"
            way = statement.shape[: point_before.position]
            done = CAME.search(way) is not None and not FUTURE_WORD.search(way)
            point.tense = "past" if done else "future"
        if topic.gapped and found and point.tense is None:
            point.tense = found[-1].tense
        if point.tense is None:
            point.tense = self.tenses.tense(statement, item, year, gap_start, found)
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

    def _increments(self, statement: Statement) -> dict[int, str]:
        group = self.groups["increment"]
        found: dict[int, str] = {}
        for hit in group.every(statement.shape, seen=statement.seen):
            found.setdefault(hit.match.start() + hit.match[0].index("<m>"), hit.id)
        return found
