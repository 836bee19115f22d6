"""The linker: one document's mentions become its facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.mention import RegionName, Years
from extractor.linking.companies import link_companies
from extractor.linking.estimates import EstimateReader, Point
from extractor.linking.growth import GrowthReader, Pace, infer_period
from extractor.linking.kinds import Span, give_kinds
from extractor.linking.links import Links
from extractor.linking.market import aliases_of, market_of
from extractor.linking.merge import merged_estimates, merged_growth, without_repeats
from extractor.linking.periods import declared_periods
from extractor.linking.publisher import publisher_of
from extractor.linking.regions import link_regions
from extractor.linking.segments import segments_of
from extractor.linking.statement import statements_of
from extractor.linking.tables import with_labels
from extractor.linking.topic import TopicReader
from extractor.records import Issue, Market

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.periods import Periods
    from extractor.linking.statement import Statement
    from extractor.settings import Settings

AT_PERIOD_END = re.compile(
    r"[^<;.]{0,40}\b(?:by|at|in|over|during|through|within) (?:the )?(?:end of )?(?:the |this |its )?(?:forecast(?:ed)?|analysis|assessment|projection|projected|review|study|outlook) (?:period|horizon|timeframe|years)"
)


class Linker:
    """Links the mentions of an annotation. Built once; the call is pure: same annotation, same links."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings.linking

    def __call__(self, annotation: Annotation) -> Links:
        """The facts of an annotated article."""
        links = Links()
        title = statements_of(annotation.title, "title") if annotation.title is not None else []
        body = with_labels(annotation, statements_of(annotation, "text"))
        market = market_of(annotation, body)
        region = market.region if market is not None else None
        periods = declared_periods([*body, *title])
        topics = TopicReader(market, region, _own_places(annotation, market, region), aliases_of(annotation, market))
        points, paces = self._read(topics, body, title, links)
        years = _years_of(annotation)
        published = _published_year(annotation)
        spans = _cagr_spans(paces)
        _date_period_ends(points, periods, spans)
        points = without_repeats(points)
        kinds = give_kinds(points, periods, published, spans, frozenset(pace.chain for pace in paces if pace.kind == "CAGR"))
        _infer_periods(points, kinds, paces, periods, years)
        links.estimates = merged_estimates(points, kinds)
        links.growth = merged_growth(paces)
        if market is not None and not links.estimates and not links.growth and market.field == "text":
            market = None
        links.market = market
        headline = {point.statement.start for point in points if point.statement.field == "text" and point.topic.scope is None and point.topic.market is None}
        links.publisher = publisher_of(annotation, body, headline=headline, round_up=market is None)
        links.segments = segments_of(annotation)
        links.companies = link_companies(annotation, links.publisher, market)
        links.regions = link_regions(annotation, market)
        if links.declined:
            detail = ", ".join(f"{reason} {count}" for reason, count in sorted(links.declined.items()))
            links.issues.append(Issue(stage="linking", code="declined", detail=detail))
        return links

    def _read(
        self, topics: TopicReader, body: list[Statement], title: list[Statement], links: Links
    ) -> tuple[list[Point], list[Pace]]:
        points: list[Point] = []
        paces: list[Pace] = []
        estimates = EstimateReader(topics, links.declined)
        growth = GrowthReader(topics)
        for number, statement in enumerate((*body, *title)):
            points += estimates.points(statement, number)
            paces += growth.paces(statement, number)
        return points, paces


def _own_places(annotation: Annotation, market: Market | None, region: str | None) -> frozenset[str]:
    """Lower-cased names of the region the market is limited to."""
    own: set[str] = set()
    if region:
        own.add(region.lower())
    if market is not None:
        folded = market.name.lower()
        for mention in annotation.mentions:
            if isinstance(mention, RegionName) and (mention.text.lower() in folded or mention.canonical == region):
                own.add(mention.text.lower())
    return frozenset(own | {"world", "globe", "worldwide", "global"})


def _years_of(annotation: Annotation) -> frozenset[int]:
    return frozenset(
        year for mention in annotation.mentions if isinstance(mention, Years) for year in (mention.start_year, mention.end_year)
    )


def _published_year(annotation: Annotation) -> int | None:
    stated = annotation.article.published if annotation.article is not None else None
    return int(stated[:4]) if stated and stated[:4].isdigit() else None


def _cagr_spans(paces: list[Pace]) -> dict[tuple[str | None, str | None], Span]:
    """The stated growth period of each market and scope: of several the one that ends last."""
    spans: dict[tuple[str | None, str | None], Span] = {}
    for pace in paces:
        if pace.kind == "CAGR" and pace.end_year is not None:
            key = (pace.topic.market, (pace.topic.scope or "").lower() or None)
            if key not in spans or spans[key][1] < pace.end_year or (spans[key][0] is None and spans[key][1] == pace.end_year):
                spans[key] = (pace.start_year, pace.end_year)
    return spans


def _date_period_ends(points: list[Point], periods: Periods, spans: dict[tuple[str | None, str | None], Span]) -> None:
    """ "USD 9 billion by the end of the forecast period": dated by the declared period, or by that of the growth."""
    end = periods.forecast[1] if periods.forecast is not None else spans[(None, None)][1] if (None, None) in spans else None
    for point in points:
        if point.year is None and end is not None and (point.role == "increment" or AT_PERIOD_END.match(point.statement.shape, point.position + 3)):
            point.year, point.rule = end, "end_of_forecast_period"
            point.inferred.append("year")


def _infer_periods(points: list[Point], kinds: dict[int, str], paces: list[Pace], periods: Periods, years: frozenset[int]) -> None:
    stated: dict[str | None, tuple[int | None, int | None]] = {}
    for pace in paces:
        if pace.kind == "CAGR" and pace.start_year and pace.end_year and pace.topic.scope is None and not pace.past:
            if pace.end_year >= max((point.year or 0 for index, point in enumerate(points) if kinds.get(index) == "base"), default=0):
                stated.setdefault(pace.topic.market, (pace.start_year, pace.end_year))
    for pace in paces:
        market, scope = pace.topic.market, (pace.topic.scope or "").lower()
        known: dict[str, tuple[int | None, int | None]] = {}
        for name, chosen in (
            ("sentence", [index for index, point in enumerate(points) if point.chain == pace.chain and point.topic.market == market and (point.topic.scope or "").lower() == scope]),
            ("scope", [index for index, point in enumerate(points) if point.topic.market == market and (point.topic.scope or "").lower() == scope]),
            ("total", [index for index, point in enumerate(points) if point.topic.market == market and point.topic.scope is None]),
        ):
            span = _sentence_span(points, kinds, chosen) if name == "sentence" else _span(points, kinds, chosen)
            if span is not None and (name != "sentence" or span[0] is not None):
                known[name] = span
        if market in stated:
            known["stated"] = stated[market]
        infer_period(pace, periods, known, years)


def _sentence_span(points: list[Point], kinds: dict[int, str], chosen: list[int]) -> tuple[int | None, int | None] | None:
    """The years between which a rate leads that stands in the sentence of these points."""
    years = sorted({year for index in chosen if (year := points[index].year) is not None and kinds.get(index) != "incremental"})
    return (years[0], years[1]) if len(years) == 2 else _span(points, kinds, chosen)


def _span(points: list[Point], kinds: dict[int, str], chosen: list[int]) -> tuple[int | None, int | None] | None:
    base = [points[index].year for index in chosen if kinds.get(index) == "base" and points[index].year is not None]
    forecast = [points[index].year for index in chosen if kinds.get(index) == "forecast" and points[index].year is not None]
    if not base and not forecast:
        return None
    return (base[0] if base else None, forecast[0] if forecast else None)
