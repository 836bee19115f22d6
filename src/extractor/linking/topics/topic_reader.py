"""What a figure speaks of: the whole market, a segment or region of it, or another market."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import RegionName
from extractor.linking.markets.names import core, title_case
from extractor.linking.statements.topic import TOTAL_TOPIC, Topic
from extractor.linking.statements.verbs import first_verb
from extractor.linking.topics.beside import (
    DETERMINED,
    DETERMINED_ENDS,
    EACH,
    FOR_LIST,
    FRAGMENT,
    FRONTED,
    FRONTED_NAME,
    IN_BRACKETS,
    LABEL_BEFORE,
    LIST_GAP,
    LONGEST_REACH,
    MARKET_BEHIND,
    METRIC_LABEL,
    PART_BEHIND,
    PLACE_BEHIND,
    PLACE_FIRST,
    PLACE_SEEN,
    PLACE_WITH,
    QUICKEST_FOR,
    TITLE_PART,
    WORTH_AHEAD,
    WORTH_ENDS,
    listed_names,
)
from extractor.linking.topics.clauses import BREAK, LEAD_IN
from extractor.linking.topics.phrase_reader import PhraseReader
from extractor.linking.topics.phrases import HEAD_NOUN, plain_name, trimmed_phrase
from extractor.linking.topics.subjects import SubjectReader

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement


# "CAGR of automatic systems, 2024-2031": the row of a part.
METRIC_OF = late.regex(
    r"\W*(?:<r>\W*)?(?:the )?(?:cagr|(?:compound )?(?:annual )?growth(?: rate)?|sales|revenues?|value)(?: expected| forecast| projected)? (?:of|for|in) (?:the )?(?P<who>[a-z][a-z&/ -]{2,40}?)"
    r"(?=,|:| \(| ?<[yp]>|$| (?:from|in|by|between|over|to|until|through)\b)"
)
# Heads of a first column whose rows are markets, in an article about no one market.
OF_MARKETS = late.regex(r"\W*(?:markets?|industry|industries|sectors?|category|categories)(?: name)?\W*")


class TopicReader:
    """Reads the topic of figures in one document."""

    def __init__(self, phrases: PhraseReader) -> None:
        self.phrases = phrases
        self.subjects = SubjectReader(phrases)
        self.market = phrases.market

    def topic(self, statement: Statement, position: int) -> Topic:
        """The topic of the figure at `position` of the statement's shape."""
        if statement.head or (statement.kind == "table_row" and " | " in statement.shape):
            return self._row(statement)
        of_title = self.part_of_title(statement, position) if statement.field == "title" else None
        if of_title is not None:
            return of_title
        has_places = bool(statement.of(RegionName))
        beside = self._place_beside(statement, position) if has_places else None
        if beside is not None:
            return beside
        label = LABEL_BEFORE.match(statement.shape, 0, position) if ": " in statement.shape[:position] else None
        if (
            label is not None
            and label.end() == position
            and not METRIC_LABEL.search(label["who"])
            and "<y>" not in label["who"]
        ):
            labelled = self.phrases.classify(statement, label.start("who"), label.end("who"))
            is_rate = statement.shape.startswith("<r>", position)
            is_part = labelled is not None and not labelled.actor and (is_rate or bool(self.market and labelled.scope))
            if labelled is not None and (labelled.cue == "region" or is_part):
                return labelled
        quickest = QUICKEST_FOR.search(statement.shape, 0, position) if "est " in statement.shape[:position] else None
        if quickest is not None:
            part = self.phrases.classify(statement, *quickest.span("who"))
            if part is not None and part.scope is not None:
                return part
        fronted = (
            FRONTED_NAME.match(statement.shape, position + len("<r>"))
            if FRONTED.match(statement.shape, 0, position)
            else None
        )
        if fronted is not None:
            return self.phrases.classify(statement, *fronted.span("who")) or TOTAL_TOPIC
        fragment = FRAGMENT.fullmatch(statement.shape, 0, position) if ", " in statement.shape[:position] else None
        if fragment is not None and first_verb(fragment["who"]) is None:
            part = self.phrases.classify(statement, *fragment.span("who"))
            if part is not None and part.scope is not None and part.cue in ("segment", "named_segment"):
                return part
        named = self._named_beside(statement, position)
        if named is not None:
            return named
        own = self.subjects.subject(statement, position)
        if own is None:
            own = Topic(cue="default")
        elif own.pronoun:
            own = self.subjects.antecedent(statement)
        if own.cue in ("total", "default", "pronoun") and statement.shape.startswith("<r>", position):
            named_behind = PART_BEHIND.match(statement.shape, position + len("<r>"))
            topic = self.phrases.classify(statement, *named_behind.span("who")) if named_behind is not None else None
            if topic is not None and topic.scope is not None and not topic.actor:
                return topic
        if has_places and own.cue in ("total", "default", "pronoun") and own.scope is None and own.market is None:
            behind = PLACE_BEHIND.match(statement.shape, position + len("<m>")) or PLACE_SEEN.match(
                statement.shape, position + len("<m>")
            )
            if behind is not None:
                own = self.phrases.place_topic(statement, behind.start("place")) or own
        return own

    def part_of_title(self, statement: Statement, position: int) -> Topic | None:
        """The part that a title gives an amount of its own: "... market to grow, modernization worth <m>"."""
        named = TITLE_PART.match(statement.shape, 0, position)
        if named is None or first_verb(named["who"]) is not None:
            return None
        told = self.phrases.classify(statement, *named.span("who"))
        return told if told is not None and told.scope is not None and told.cue == "segment" else None

    def _place_beside(self, statement: Statement, position: int) -> Topic | None:
        """The place that stands right before a figure: "Peru (<m>", "..., and Chile <m>"."""
        place = next(
            (
                found
                for found in IN_BRACKETS.finditer(statement.shape, max(0, position - LONGEST_REACH), position)
                if found.end() == position
            ),
            None,
        )
        if place is not None:
            return self.phrases.place_topic(statement, place.start())
        apposed = PLACE_WITH.search(statement.shape, max(0, position - LONGEST_REACH), position)
        if apposed is not None:
            return self.phrases.place_topic(statement, apposed.start("place"))
        place = PLACE_FIRST.search(statement.shape, max(0, position - 30), position)
        if place is None or place.end() != position:
            return None
        item = next(held for held in statement.items if held.start == place.start("place"))
        return Topic(scope=item.mention.text, cue="region", gapped=True)

    def _named_beside(self, statement: Statement, position: int) -> Topic | None:
        """The topic of an amount that stands before or behind the market it measures: "the <m> kelp market"."""
        shape = statement.shape
        behind = (
            MARKET_BEHIND.match(shape, position + len("<m>"))
            if shape.endswith(DETERMINED_ENDS, 0, position)
            and DETERMINED.search(shape, max(0, position - 30), position)
            else None
        )
        if behind is not None:
            return self.phrases.classify(statement, behind.start("name"), behind.end())
        if not shape.endswith(WORTH_ENDS, 0, position):
            return None
        ahead = WORTH_AHEAD.search(shape, max(0, position - LONGEST_REACH - 20), position)
        return (
            self.phrases.classify(statement, ahead.start("name"), ahead.end("name") + len("market"))
            if ahead is not None
            else None
        )

    def _row(self, statement: Statement) -> Topic:
        """The topic of a table row: its first cell, where that is no label of the whole market."""
        label = statement.shape.split(" | ", 1)[0]
        if METRIC_LABEL.search(label):
            places = [item for item in statement.of(RegionName) if item.start < len(label)]
            foreign = [item for item in places if item.mention.text.lower() not in self.phrases.region_texts]
            of = None if foreign else METRIC_OF.match(label)
            part = self.phrases.classify(statement, *of.span("who")) if of is not None else None
            if part is not None and part.scope is not None:
                return part
            return Topic(scope=foreign[0].mention.text, cue="region") if foreign else TOTAL_TOPIC
        start, end = trimmed_phrase(statement.shape, 0, len(label))
        if (
            self.market is None
            and end > start
            and "<g>" not in label
            and statement.head[:1]
            and OF_MARKETS.fullmatch(statement.head[0])
        ):
            name = title_case(plain_name(statement.surface(start, end)))
            return Topic(market=f"{name.removesuffix(' Market')} Market", cue="market")
        topic = self.phrases.classify(statement, start, end) if end > start else None
        if (
            topic is not None
            and topic.cue == "total"
            and HEAD_NOUN.search(label) is None
            and set(core(label)) - set(self.phrases.core)
        ):
            return Topic(scope=statement.surface(start, end), cue="segment")
        return topic or TOTAL_TOPIC

    def series(self, statement: Statement, run: list[Item]) -> list[Topic] | None:
        """One topic an item for a list of figures whose subject is a list of as many names; else None."""
        shape = statement.shape
        places = self._places_before(statement, run)
        if places is not None and EACH.match(
            shape, max(item.end for item in statement.items if item.start < run[0].start)
        ):
            return places
        cuts = [0, *(match.start() for match in BREAK.finditer(shape, 0, run[0].start))]
        for start in reversed(cuts):
            lead = LEAD_IN.match(shape[start : run[0].start])
            head = start + (lead.end() if lead else 0)
            verb = first_verb(shape, head, run[0].start)
            if verb is None:
                continue
            flow = FOR_LIST.match(shape, head, verb.start())
            names = listed_names(shape, flow.end() if flow is not None else head, verb.start())
            if len(names) == len(run):
                topics = [self.phrases.classify(statement, *trimmed_phrase(shape, *span)) for span in names]
                return [topic or TOTAL_TOPIC for topic in topics]
        return places

    def _places_before(self, statement: Statement, run: list[Item]) -> list[Topic] | None:
        """ "Other markets are Japan and Canada, each forecast to grow at 4% and 6%": as many places as figures."""
        places = [item for item in statement.of(RegionName) if item.start < run[0].start][-len(run) :]
        if len(places) < len(run) or run[0].start - places[-1].end > LONGEST_REACH:
            return None
        if not all(LIST_GAP.fullmatch(statement.shape, one.end, other.start) for one, other in pairwise(places)):
            return None
        return [Topic(scope=item.mention.text, cue="region") for item in places]
