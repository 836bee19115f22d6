"""Articles that speak of several markets or quote several firms: whose figures belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.linking.growth.paces import Pace
from extractor.linking.markets.names import core, is_generic, title_case
from extractor.linking.roles.publisher import names_in
from extractor.linking.statements.topic import TOTAL_TOPIC, Topic
from extractor.linking.statements.verbs import first_verb
from extractor.linking.topics.beside import METRIC_LABEL
from extractor.linking.topics.phrases import plain_name

if TYPE_CHECKING:
    from extractor.linking.estimates.points import Point
    from extractor.linking.statements.statement import Statement

LONGEST_NAME = 7  # words of a market's name in front of its paragraph
FEWEST_FIGURES = 4  # two firms with two each
SHORTEST_OUTLOOK = 3  # years between the two values of a firm that make a forecast of its own
LABEL = re.compile(r"^[^.:;!?\n]{3,60}(?=: )")
HEADLINE_MARK = re.compile(r": | [–—-] ")  # "Industrial brushes: automation helps"
MARKET_TAIL = re.compile(r"\b(?:market|industry)(?: size| overview| outlook| forecast)?$", re.IGNORECASE)


def promote_lone_topic(points: list[Point], paces: list[Pace]) -> None:
    """Without a named market, what the only figures are of is the market: "Demand for gates is seen at USD 3 billion"."""
    items: list[Point | Pace] = [*points, *paces]
    topics = {(item.topic.market, (item.topic.scope or "").lower()) for item in items}
    if any(pace.kind == "share" for pace in paces):
        return  # what has a share is a part
    if len(topics) == 1 and all(item.topic.cue == "segment" and item.topic.market is None for item in items):
        for item in items:
            item.topic = TOTAL_TOPIC


def name_sections(points: list[Point], paces: list[Pace], *, round_up: bool) -> None:
    """In an article about no one market, what is said of "the market" is said of the one its section is about.

    A section is named by its heading, by a short sentence in front ("Vertical farming."), or by a label ("Farm drones:").
    """
    items: list[Point | Pace] = [*points, *paces]
    names: dict[int, str] = {}
    told: dict[int, str | None] = {}  # by statement: most have several figures
    rated: defaultdict[str, list[Pace]] = defaultdict(list)
    for item in items:
        if item.statement.field != "text" or (item.topic.market is not None and not round_up):
            continue
        statement = item.statement
        if id(statement) not in told:
            told[id(statement)] = _section_name(statement)
        name = _row_name(item) if round_up and statement.head else told[id(statement)]
        if name is None:
            continue
        if item.topic.market is None and (item.topic.scope is None or _speaks_of(item.topic, name)):
            names[id(item)] = name
        if isinstance(item, Pace) and item.kind == "CAGR":
            rated[name].append(item)
    for name, own in rated.items() if round_up else ():
        if len(own) == 1 and own[0].topic.market is None:
            names[id(own[0])] = name  # its market's, whoever or whatever is beside it
    if len(set(names.values())) < 2 and not round_up:
        return
    for item in items:
        name = names.get(id(item))
        if name is not None:
            item.topic = Topic(market=f"{name} Market", cue="section")
    _promote_parts(points, paces)


def _row_name(item: Point | Pace) -> str | None:
    """What the row of a table is about, in an article whose title counts its markets."""
    return title_case(item.topic.scope) if item.topic.cue == "segment" and item.topic.scope else None


def _speaks_of(topic: Topic, name: str) -> bool:
    """Whether a part is what its section is about: "the number for picking platforms" under "Picking platforms"."""
    return topic.cue == "segment" and set(core(name)) <= set(core(topic.scope or ""))


def _promote_parts(points: list[Point], paces: list[Pace]) -> None:
    """In a round-up, what has a value ahead and a yearly rate is a market of its own: "Water kefir will be ..."."""
    rated = {_part(pace) for pace in paces if pace.kind == "CAGR"}
    ahead = {_part(point) for point in points if point.tense == "future"}
    items: list[Point | Pace] = [*points, *paces]
    own = (rated & ahead) - {None}
    for item in items:
        if (part := _part(item)) in own and part is not None:
            item.topic = Topic(market=f"{title_case(part)} Market", cue="section")


def _part(item: Point | Pace) -> str | None:
    topic = item.topic
    return topic.scope.lower() if topic.cue == "segment" and topic.market is None and topic.scope else None


def _section_name(statement: Statement) -> str | None:
    text = statement.annotation.text[statement.start : statement.end]
    label = LABEL.match(text)
    if label is not None and METRIC_LABEL.search(label[0].lower()):
        label = None  # "CAGR: 5.7%"
    heading = HEADLINE_MARK.split(statement.heading, maxsplit=1)[0]
    for candidate in (label[0] if label is not None else "", statement.before.rstrip(". "), heading):
        name = MARKET_TAIL.sub("", plain_name(candidate)).strip()
        words = name.split()
        told = (
            0 < len(words) <= LONGEST_NAME and core(name) and not is_generic(words) and first_verb(name.lower()) is None
        )
        if told and not any(char.isdigit() for char in name):
            return title_case(name)
    return None


def tell_firms_apart(points: list[Point]) -> None:
    """Marks the figures of firms that each give a forecast of their own for the whole market, so that they are judged apart."""
    totals = [
        point
        for point in points
        if point.topic.market is None
        and point.topic.scope is None
        and point.statement.field == "text"
        and point.role != "increment"
    ]
    if len({point.low for point in totals}) < FEWEST_FIGURES:
        return
    firms: dict[int, str | None] = {}
    before: str | None = None
    for point in totals:
        if point.chain not in firms:
            named = names_in(point.statement)
            before = named[0] if named else before
            firms[point.chain] = before
    years: dict[str | None, set[int]] = defaultdict(set)
    for point in totals:
        if point.year is not None:
            years[firms[point.chain]].add(point.year)
    own = {firm for firm, found in years.items() if firm is not None and max(found) - min(found) >= SHORTEST_OUTLOOK}
    if len(own) > 1:
        for point in totals:
            point.firm = firms[point.chain]
