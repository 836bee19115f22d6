"""Rates with the periods that are stated beside them; what the document lets one infer is filled in later (inferred_periods.py)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotating.mention import Rate, Years
from extractor.linking.growth import moves
from extractor.linking.growth.paces import (
    Pace,
    dated_by_heading,
    dated_by_publication,
    dated_by_sentence_before,
    dated_like_share_before,
    follows,
)
from extractor.linking.growth.rate_kinds import kinds_of_rates
from extractor.linking.growth.rate_runs import Kind, is_whole, named_next
from extractor.linking.growth.rate_years import END_YEAR, IN_YEAR, SINCE, matched_years
from extractor.linking.statements.neighbours import series_of
from extractor.linking.statements.statement import STATED_YEAR, is_single
from extractor.linking.statements.topic import Topic

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement
    from extractor.linking.topics.topic_reader import TopicReader


class GrowthReader:
    """Reads the rates of one document's statements."""

    def __init__(self, topics: TopicReader, published: int | None = None) -> None:
        self.topics = topics
        self.published = published
        self._last: Pace | None = None  # of the statements read before

    def paces(self, statement: Statement, number: int) -> list[Pace]:
        """The rates that the statement gives, with the periods stated beside them."""
        rates = statement.of(Rate)
        if not rates:
            return []
        years = statement.of(Years)
        levels = {item.start for item in rates if moves.is_level(statement, item)}
        earlier = self._last.kind if self._last is not None and follows(self._last.statement, statement) else ""
        kinds = kinds_of_rates(statement, rates, earlier) | dict.fromkeys(levels, "YoY")
        runs = series_of(statement, rates)
        for run in runs:
            kinds.update(dict.fromkeys((item.start for item in run), kinds[run[-1].start]))
        if is_whole(rates) and set(kinds.values()) == {"other"}:
            kinds = dict.fromkeys(kinds, "share")  # "Solar: 38%, gas: 31%, electric: 31%"
        links = matched_years(statement, rates, years, kinds)
        links.update({item.start: year for item in rates if (year := statement.columns.get(item.start)) is not None})
        if statement.head:
            self._yearly_columns(statement, rates, kinds, links)
        topics: dict[int, Topic] = {}
        for run in runs:
            names = self.topics.series(statement, run)
            topics |= {rate.start: topic for rate, topic in zip(run, names or [], strict=False)}
            if (year := links.get(run[-1].start)) is not None and year.start > run[-1].start:
                links.update({item.start: year for item in run})
        listed: set[int] = set()
        for before, item in pairwise(rates):
            span = named_next(statement, before, item) if kinds[before.start] == kinds[item.start] != "other" else None
            if span is not None:
                listed.add(item.start)
            if span is not None and (own := self.topics.phrases.classify(statement, *span)) is not None:
                topics.setdefault(item.start, own)
        found: list[Pace] = []
        for item in rates:
            mention = item.mention
            assert isinstance(mention, Rate)
            topic = topics.get(item.start) or self.topics.topic(statement, item.start)
            if kinds[item.start] in ("CAGR", "other") and topic.scope is None and moves.is_of_volume(statement, item):
                topic = Topic(scope="volume", cue="segment")
            pace = Pace(
                mention, statement, item.start, topic, kinds[item.start], chain=number, rule=mention.rule, is_level=item.start in levels,
                is_less=moves.LESS.match(statement.shape, item.end) is not None,
                is_fallen=kinds[item.start] == "other" and moves.is_fallen(statement, item),
            )  # fmt: skip
            self._dated(pace, statement, item, links.get(item.start))
            if item.start not in links:
                dated_by_heading(pace)
                dated_by_sentence_before(pace)
                dated_by_publication(pace, item, self.published)
                dated_like_share_before(pace, found[-1] if item.start in listed else self._last)
            pace.past = moves.PAST_PERIOD.match(statement.shape, item.end) is not None
            found.append(pace)
        self._last = found[-1] if found else None
        return found

    def _yearly_columns(
        self, statement: Statement, rates: list[Item], kinds: dict[int, Kind], links: dict[int, Item]
    ) -> None:
        """The growth of a row without a year in its head is that of the row's own year, or of its last column with one."""
        own = [item for item in statement.of(Years) if is_single(item.mention)]  # type: ignore[arg-type]
        columns = list(statement.columns.values())
        years = own if len(own) == 1 and statement.column(own[0]) == 0 else columns if not own else []
        for item in rates if years else ():
            if kinds[item.start] == "YoY" and item.start not in links:
                links[item.start] = max(years, key=lambda year: year.mention.end_year)  # type: ignore[attr-defined]

    def _dated(self, pace: Pace, statement: Statement, item: Item, year: Item | None) -> None:
        if year is None:
            return
        years = year.mention
        assert isinstance(years, Years)
        start, end = years.start_year, years.end_year
        pace.year_item = year
        pace.inferred = years.relative
        if pace.kind == "share":
            pace.start_year, pace.end_year = (start, end)
            pace.rule = "share_year"
        elif is_single(years) and END_YEAR.search(_ahead(statement, item, year)) and pace.kind != "YoY":
            pace.end_year, pace.rule = end, "through_year"  # "till 2029-30"
        elif start != end:
            pace.start_year, pace.end_year = start, end
            pace.rule = "period_stated"
            if pace.kind == "YoY" and end - start > 1:
                pace.kind = "CAGR"  # a yearly rate over several years
        else:
            ahead = _ahead(statement, item, year)
            if pace.kind == "YoY":
                after = (
                    1 if moves.AGAINST.search(ahead) or moves.FROM_AMOUNT_IN.search(ahead) else 0
                )  # "up 6% on 2023" speaks of 2024
                pace.start_year, pace.end_year = start - 1 + after, start + after
                pace.rule = "year_of_growth"
            elif SINCE.search(ahead):
                pace.start_year, pace.rule = start, "since_year"
            elif pace.kind == "other" and IN_YEAR.search(ahead):
                pace.start_year, pace.end_year = start, start
                pace.rule = "year_of_rate"
            else:
                pace.year_item = None


def _ahead(statement: Statement, item: Item, year: Item) -> str:
    """The words before a year, which stands in the head of the rate's column or in its sentence."""
    if statement.columns.get(item.start) is not year:
        return statement.shape[max(0, year.start - 40) : year.start]
    head = statement.head[statement.column(item)]
    stated = STATED_YEAR.search(head)
    return head[: stated.start()] if stated is not None else ""
