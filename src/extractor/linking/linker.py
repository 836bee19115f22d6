"""The linker: one document's mentions become its facts."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from extractor.annotating.mention import RegionName, Years
from extractor.linking.document.bases import Span
from extractor.linking.document.consistency import set_rates_apart, take_for_parts
from extractor.linking.document.dating import date_parts, date_period_ends
from extractor.linking.document.estimate_kinds import give_kinds
from extractor.linking.document.inferred_periods import infer_periods
from extractor.linking.document.merge import merged_estimates, merged_growth
from extractor.linking.document.periods import declared_periods
from extractor.linking.document.reckoning import reckon
from extractor.linking.document.repeats import without_repeats
from extractor.linking.document.sections import name_sections, promote_lone_topic, tell_firms_apart
from extractor.linking.estimates.amount_judge import DOUBTFUL, judge
from extractor.linking.estimates.estimate_reader import EstimateReader
from extractor.linking.growth.growth_reader import GrowthReader
from extractor.linking.links import Links
from extractor.linking.markets.home import at_home
from extractor.linking.markets.market import market_of, namings_of
from extractor.linking.markets.names import core
from extractor.linking.markets.round_ups import is_round_up
from extractor.linking.roles.companies import link_companies
from extractor.linking.roles.publisher import publisher_of
from extractor.linking.roles.regions import link_regions
from extractor.linking.segments import segments_of
from extractor.linking.statements.block_kinds import kinds_of
from extractor.linking.statements.labelled import with_labels
from extractor.linking.statements.statement import statements_of
from extractor.linking.topics.phrase_reader import PhraseReader
from extractor.linking.topics.topic_reader import TopicReader
from extractor.records import Issue, Market

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.estimates.amounts import Amount
    from extractor.linking.estimates.points import Point
    from extractor.linking.growth.paces import Pace
    from extractor.linking.statements.statement import Statement
    from extractor.settings import Settings

# No article has as many market values or rates; what has is a dump, and the rest of it is left unread.
MOST_FACTS = 500
MOST_AMOUNTS = 2_000  # ... and prices and deals among them


class Linker:
    """Links the mentions of an annotation. Built once; the call is pure: same annotation, same links."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings.linking

    def __call__(self, annotation: Annotation) -> Links:
        """The facts of an annotated article."""
        links = Links()
        title = statements_of(annotation.title, "title") if annotation.title is not None else []
        kinds_of_parts = kinds_of(annotation)
        body = with_labels(annotation, statements_of(annotation, "text", kinds_of_parts), kinds_of_parts)
        namings = namings_of(annotation, body)
        round_up = is_round_up(namings, annotation, body)
        market = None if round_up else at_home(market_of(annotation, body, namings), annotation, body)
        periods = declared_periods([*body, *title])
        published = _published_year(annotation)
        points, paces = self._read(_topics(annotation, market), body, title, links, published)
        years = _years_of(annotation) | {
            point.year for point in points if point.rule == "year_of_publication" and point.year is not None
        }
        reckon(points, paces, periods, years, named=market is not None or round_up)
        if market is not None:
            set_rates_apart(points, paces)
            take_for_parts(points, paces, core(market.name))
        if market is None:
            if not round_up:
                promote_lone_topic(points, paces)
            name_sections(points, paces, round_up=round_up)
        spans = _cagr_spans(paces)
        date_period_ends(points, periods, spans)
        points = without_repeats(points)
        tell_firms_apart(points)
        kinds = give_kinds(
            points, periods, published, spans, frozenset(pace.chain for pace in paces if pace.kind == "CAGR")
        )
        date_parts(points, kinds)
        infer_periods(points, kinds, paces, periods, years)
        links.estimates = merged_estimates(points, kinds)
        links.growth = merged_growth(paces)
        links.market = market
        headline = Counter(
            point.statement.start
            for point in points
            if point.statement.field == "text" and point.topic.scope is None and point.topic.market is None
        )
        links.publisher = publisher_of(annotation, body, headline=headline, round_up=market is None)
        markets = {item.market for item in links.estimates} | {item.market for item in links.growth}
        if market is not None or len(markets - {None}) < 2:  # a round-up has markets, and no parts of one
            links.segments = segments_of(annotation, kinds_of_parts)
        links.companies = link_companies(annotation, links.publisher, market)
        links.regions = link_regions(annotation, market, links.growth)
        if (doubtful := links.declined[DOUBTFUL]) > 0:
            links.issues.append(Issue(stage="linking", code="declined", detail=f"{DOUBTFUL} {doubtful}"))
        return links

    def _read(
        self, topics: TopicReader, body: list[Statement], title: list[Statement], links: Links, published: int | None
    ) -> tuple[list[Point], list[Pace]]:
        estimates, growth = EstimateReader(topics, published), GrowthReader(topics, published)
        amounts: list[list[Amount]] = []  # by statement
        paces: list[Pace] = []
        count = 0
        for number, statement in enumerate((*body, *title)):
            amounts.append(estimates.amounts(statement, number))
            paces += growth.paces(statement, number)
            count += len(amounts[-1])
            if count > MOST_AMOUNTS or len(paces) > MOST_FACTS:
                links.issues.append(
                    Issue(stage="linking", code="too_many_facts", detail=f"read up to character {statement.end}")
                )
                break
        judge(list(chain.from_iterable(amounts)), paces, topics, published, links.declined)
        return list(chain.from_iterable(map(estimates.points, amounts))), paces


def _topics(annotation: Annotation, market: Market | None) -> TopicReader:
    return TopicReader(PhraseReader(market, _own_places(annotation, market)))


def _own_places(annotation: Annotation, market: Market | None) -> frozenset[str]:
    """Lower-cased names of the region the market is limited to."""
    own: set[str] = set()
    if market is not None:
        if market.region:
            own.add(market.region.lower())
        folded = market.name.lower()
        for mention in annotation.of(RegionName):
            if mention.text.lower() in folded or mention.canonical == market.region:
                own.add(mention.text.lower())
    return frozenset(own | {"world", "globe", "worldwide", "global"})


def _years_of(annotation: Annotation) -> frozenset[int]:
    return frozenset(year for mention in annotation.of(Years) for year in (mention.start_year, mention.end_year))


def _published_year(annotation: Annotation) -> int | None:
    stated = annotation.article.published if annotation.article is not None else None
    return int(stated[:4]) if stated and stated[:4].isdigit() else None


def _cagr_spans(paces: list[Pace]) -> dict[tuple[str | None, str | None], Span]:
    """The stated growth period of each market and scope: of several the one that ends last."""
    spans: dict[tuple[str | None, str | None], Span] = {}
    for pace in paces:
        if pace.kind == "CAGR" and pace.end_year is not None:
            key = (pace.topic.market, (pace.topic.scope or "").lower() or None)
            if (
                key not in spans
                or spans[key][1] < pace.end_year
                or (spans[key][0] is None and spans[key][1] == pace.end_year)
            ):
                spans[key] = (pace.start_year, pace.end_year)
    return spans
