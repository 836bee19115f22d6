"""What a figure speaks of: the whole market, a segment or region of it, or another market."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotating.mention import RegionName
from extractor.linking.firms import FIRM_WORDS
from extractor.linking.names import PLACE_OF, core, is_generic, placed, same_market, stem, title_case
from extractor.linking.phrases import (
    APPOSED,
    BREAK,
    BY_DIMENSION,
    DETERMINED,
    DETERMINER,
    EACH,
    FIRM_NAME,
    FLOW,
    FLOW_OF,
    FOR_LIST,
    GAPPED,
    HEAD_NOUN,
    IN_BRACKETS,
    IN_PLACE,
    LEAD_IN,
    LIST_GAP,
    LONGEST_REACH,
    MARKET_BEHIND,
    METRIC_LABEL,
    NO_SUBJECT,
    NOISE_LABEL,
    OBJECT_END,
    PACE,
    PLACE_BEHIND,
    PLACE_FIRST,
    PRONOUN,
    REGION_WORDS,
    REPORT_VERB,
    REPORTER,
    REPORTER_TAIL,
    SEGMENT_TAIL,
    THERE,
    TOTAL,
    WORTH_AHEAD,
    first_verb,
    listed_names,
    plain_name,
    trimmed_phrase,
)
from extractor.linking.statement import mentions_between, statement_of

if TYPE_CHECKING:
    from extractor.linking.statement import Item, Statement
    from extractor.records import Market

@dataclass(frozen=True, slots=True)
class Topic:
    """`market` is set when it is not the document's; `scope` is None for the whole market; `cue` says how it was read."""

    market: str | None = None
    scope: str | None = None
    cue: str = "total"
    actor: bool = False  # the subject does not name a market: a company, an agency, a person
    pronoun: bool = False
    gapped: bool = False  # the clause leaves out its verb, and with it its year


TOTAL_TOPIC = Topic()


class TopicReader:
    """Reads the topic of figures in one document."""

    def __init__(self, market: Market | None, region: str | None, region_texts: frozenset[str], aliases: frozenset[str] = frozenset()) -> None:
        self.market = market
        self.core = core(market.name) if market is not None else ()
        self.region = region
        self.region_texts = region_texts
        self.aliases = aliases
        self.bare = tuple(word for word in self.core if word not in core(region or ""))
        self._last: Topic = TOTAL_TOPIC

    def topic(self, statement: Statement, position: int) -> Topic:
        """The topic of the figure at `position` of the statement's shape."""
        if statement.head or (statement.kind == "table_row" and " | " in statement.shape):
            return self._row(statement)
        place = IN_BRACKETS.search(statement.shape, 0, position)
        if place is not None and place.end() == position:
            item = next(held for held in statement.items if held.start == place.start())
            if item.mention.text.lower() not in self.region_texts:
                return Topic(scope=item.mention.text, cue="region")
        elif (place := PLACE_FIRST.search(statement.shape, max(0, position - 30), position)) is not None and place.end() == position:
            item = next(held for held in statement.items if held.start == place.start("place"))
            return Topic(scope=item.mention.text, cue="region", gapped=True)
        named = self._named_beside(statement, position)
        if named is not None:
            return named
        own = self.subject(statement, position)
        if own is None:
            own = Topic(cue="default")
        elif own.pronoun:
            own = self.antecedent(statement)
        if own.cue in ("total", "default", "pronoun") and own.scope is None and own.market is None:
            behind = PLACE_BEHIND.match(statement.shape, position + len("<m>"))
            if behind is not None:
                item = next(held for held in statement.items if held.start == behind.start("place"))
                if item.mention.text.lower() not in self.region_texts:
                    return Topic(scope=item.mention.text, cue="region")
        return own

    def _named_beside(self, statement: Statement, position: int) -> Topic | None:
        """The topic of an amount that stands before or behind the market it measures: "the <m> kelp market"."""
        shape = statement.shape
        behind = MARKET_BEHIND.match(shape, position + len("<m>"))
        if behind is not None and DETERMINED.search(shape, max(0, position - 30), position):
            return self.classify(statement, behind.start("name"), behind.end())
        ahead = WORTH_AHEAD.search(shape, max(0, position - LONGEST_REACH - 20), position)
        return self.classify(statement, ahead.start("name"), ahead.end("name") + len("market")) if ahead is not None else None

    def _row(self, statement: Statement) -> Topic:
        """The topic of a table row: its first cell, where that is no label of the whole market."""
        label = statement.shape.split(" | ", 1)[0]
        start, end = trimmed_phrase(statement.shape, 0, len(label)) if not METRIC_LABEL.search(label) else (0, 0)
        if METRIC_LABEL.search(label):
            places = [item for item in statement.items if isinstance(item.mention, RegionName) and item.start < len(label)]
            foreign = [item for item in places if item.mention.text.lower() not in self.region_texts]
            return Topic(scope=foreign[0].mention.text, cue="region") if foreign else TOTAL_TOPIC
        topic = self.classify(statement, start, end) if end > start else None
        if topic is not None and topic.cue == "total" and HEAD_NOUN.search(label) is None and set(core(label)) - set(self.core):
            return Topic(scope=statement.surface(start, end), cue="segment")
        if topic is not None and topic.cue == "total" and NOISE_LABEL.match(label.strip(" -•")):
            return Topic(scope=statement.surface(start, end), cue="segment")
        return topic or TOTAL_TOPIC

    def series(self, statement: Statement, run: list[Item]) -> list[Topic] | None:
        """One topic an item for a list of figures whose subject is a list of as many names; else None."""
        shape = statement.shape
        places = self._places_before(statement, run)
        if places is not None and EACH.match(shape, max(item.end for item in statement.items if item.start < run[0].start)):
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
                topics = [self.classify(statement, *trimmed_phrase(shape, *span)) for span in names]
                return [topic or TOTAL_TOPIC for topic in topics]
        return places

    def _places_before(self, statement: Statement, run: list[Item]) -> list[Topic] | None:
        """ "Other markets are Japan and Canada, each forecast to grow at 4% and 6%": as many places as figures."""
        places = [item for item in statement.items if isinstance(item.mention, RegionName) and item.start < run[0].start][-len(run) :]
        if len(places) < len(run) or run[0].start - places[-1].end > LONGEST_REACH:
            return None
        if not all(LIST_GAP.fullmatch(statement.shape, one.end, other.start) for one, other in pairwise(places)):
            return None
        return [Topic(scope=item.mention.text, cue="region") for item in places]

    def subject(self, statement: Statement, position: int) -> Topic | None:
        """The topic the clause names itself; None when its subject is left out."""
        shape = statement.shape
        cuts = [0] + [match.start() for match in BREAK.finditer(shape, 0, position)] + [position]
        for index in range(len(cuts) - 2, -1, -1):
            start, end = cuts[index], position
            found = self._clause(statement, start, end)
            if found is not None:
                return found
        return None

    def _clause(self, statement: Statement, start: int, end: int) -> Topic | None:
        shape = statement.shape
        lead = LEAD_IN.match(shape[start:end].replace(";", ",", 1).replace(":", ",", 1)) if shape[start : start + 1] in ";:," else LEAD_IN.match(shape[start:end])
        head_start = start
        if lead is not None:
            head_start = start + lead.end()
        placed = IN_PLACE.match(shape, head_start, end)
        if placed is not None:
            item = next(held for held in statement.items if held.start == placed.start("place"))
            if item.mention.text.lower() not in self.region_texts:
                inner = self._clause(statement, placed.end("place"), end)
                if inner is not None and (inner.pronoun or inner.cue in ("total", "submarket")):
                    return Topic(scope=item.mention.text, cue="region")
        dimension = BY_DIMENSION.match(shape[head_start:end])
        if dimension is not None and not HEAD_NOUN.search(dimension[1]):
            head_start += dimension.end()
        verb = first_verb(shape, head_start, end)
        if verb is None:
            apposed = APPOSED.fullmatch(shape, head_start, end)
            if apposed is not None and not NO_SUBJECT.match(shape, head_start):
                return self.classify(statement, *trimmed_phrase(shape, head_start, apposed.end("who")))
            return self._gapped(statement, start, head_start, end)
        report = REPORT_VERB.match(shape, verb.start())
        if not shape[head_start : verb.start()].strip(" ,"):
            # No subject of its own ("and is expected to reach"), but what it reports on may stand behind the verb.
            return self._object(statement, report.end(), end, bare=True) if report is not None else None
        if shape.startswith((", the ", ", a ", ", <g>"), start) and shape[: verb.start()].rstrip().endswith(","):
            return None  # an apposition: "China, the second largest economy, is"
        phrase_start, phrase_end = trimmed_phrase(shape, head_start, verb.start())
        phrase = shape[phrase_start:phrase_end]
        if not phrase or NO_SUBJECT.match(phrase):
            return None
        if THERE.search(phrase) and (place := self._place_before(statement)) is not None:
            return Topic(scope=place, cue="region")
        if PRONOUN.match(phrase):
            if report is not None and phrase in ("it", "they"):
                return self._object(statement, report.end(), end)
            return Topic(pronoun=True, cue="pronoun")
        if report is not None and self._reports(statement, phrase_start, phrase_end):
            return self._object(statement, report.end(), end)
        topic = self.classify(statement, phrase_start, phrase_end)
        if dimension is not None and topic is not None and topic.cue == "segment":
            return replace(topic, cue="named_segment")
        return topic

    def _gapped(self, statement: Statement, start: int, head: int, end: int) -> Topic | None:
        """The topic of a clause whose verb is left out: "..., and [valves] for USD 3 million"."""
        shape = statement.shape
        match = GAPPED.fullmatch(shape, head, end)
        if not start or match is None or not re.match(r",|;| and| while", shape[start:]):
            return None
        topic = self.classify(statement, match.start("who"), match.end("who"))
        return None if topic is None or topic.scope is None else replace(topic, gapped=True)

    def _reports(self, statement: Statement, start: int, end: int) -> bool:
        """Whether the noun phrase names someone who reports: a firm, a study, or a proper name that is no place."""
        phrase = statement.shape[start:end]
        if HEAD_NOUN.search(FIRM_NAME.sub(" ", phrase)):
            return False
        if REPORTER.search(phrase):
            return True
        words = statement.surface(start, end).split()
        return "<g>" not in phrase and all(word[:1].isupper() or word in ("of", "and", "&", "de", "the") for word in words)

    def _object(self, statement: Statement, start: int, end: int, *, bare: bool = False) -> Topic | None:
        """What a reporter says something of: "values [the kelp market] at"."""
        shape = statement.shape
        that = re.match(r" (?:that )?", shape[start:end])
        start += that.end() if that else 0
        nested = REPORT_VERB.match(shape, start)
        if nested:
            start = nested.end()
        stop = OBJECT_END.search(" " + shape[start:end] + " ")
        stop_at = start + (stop.start() - 1 if stop else end - start)
        phrase_start, phrase_end = trimmed_phrase(shape, start, max(start, stop_at))
        phrase = shape[phrase_start:phrase_end]
        if bare and not HEAD_NOUN.search(phrase):
            return None
        if not phrase or PRONOUN.match(phrase) or NO_SUBJECT.match(phrase) or "<m>" in phrase or "<r>" in phrase:
            return Topic(pronoun=True, cue="pronoun")
        return self.classify(statement, phrase_start, phrase_end, reporter=True)

    def classify(self, statement: Statement, start: int, end: int, *, reporter: bool = False) -> Topic | None:
        """The topic that the noun phrase `shape[start:end]` names."""
        shape = statement.shape
        phrase = shape[start:end]
        places = [item for item in statement.items if isinstance(item.mention, RegionName) and start <= item.start < end]
        foreign = [item for item in places if item.mention.text.lower() not in self.region_texts]
        if "<c>" in phrase and not HEAD_NOUN.search(phrase) and not reporter:
            return Topic(scope=plain_name(statement.surface(start, end)), actor=True, cue="company")
        if foreign and REGION_WORDS.match(phrase):
            return Topic(scope=statement.surface(foreign[0].start, foreign[0].end), cue="region")
        if places and REGION_WORDS.match(phrase):
            return TOTAL_TOPIC
        if REPORTER_TAIL.search(phrase) and not HEAD_NOUN.search(phrase):
            return Topic(scope=foreign[0].mention.text, cue="region") if foreign else TOTAL_TOPIC
        if (pace := PACE.match(phrase)) is not None:
            return self._pace_topic(statement, start + pace.end(), end, foreign)
        flow = FLOW_OF.match(phrase)
        if flow is not None:
            behind = next((item.start for item in places if item.start > start + flow.end()), end)
            return self._market_phrase(statement, start + flow.end(), max(start + flow.end(), behind), end, foreign)
        tail = SEGMENT_TAIL.search(phrase)
        head = HEAD_NOUN.search(phrase)
        if head is not None and (tail is None or head.start() < tail.start()):
            return self._market_phrase(statement, start, start + head.start(), end, foreign)
        if TOTAL.match(phrase):
            return Topic(scope=statement.surface(foreign[0].start, foreign[0].end), cue="region") if foreign else TOTAL_TOPIC
        if tail is not None:
            end = start + tail.start()
        words = plain_name(statement.surface(start, end))
        plain = core(words)
        if not plain or (self.market is None and FLOW.search(phrase)):
            return TOTAL_TOPIC
        if foreign and self.core and not set(plain) - set(core(foreign[0].mention.text)) - set(self.core):
            return Topic(scope=foreign[0].mention.text, cue="region")  # "kelp snack sales in the U.S."
        if foreign and not set(plain) - set(core(foreign[0].mention.text)):
            return Topic(scope=foreign[0].mention.text, cue="region")
        if reporter and tail is None and set(plain) & set(self.core) and set(plain) - set(self.core):
            # "It values vaccine manufacturing there at USD 3 billion": what a reporter values is a market of its own.
            name = title_case(words.removesuffix(" there"))
            return Topic(market=f"{self.region} {name} Market" if self.region and " there" in words else f"{name} Market", cue="market")
        if (self.core and tail is None and set(plain) == set(self.core)) or (self.bare and set(plain) == set(self.bare)):
            return TOTAL_TOPIC
        return Topic(scope=words, cue="segment" if tail is None else "named_segment")

    def _pace_topic(self, statement: Statement, start: int, end: int, foreign: list[Item]) -> Topic:
        """The topic of "the growth rate [of the valve segment]"."""
        if foreign:
            return Topic(scope=foreign[0].mention.text, cue="region")
        of = re.match(r" (?:of|for|in) (?=the |[a-z])", statement.shape[start:end])
        if of is None:
            return TOTAL_TOPIC
        return self.classify(statement, start + of.end(), end) or TOTAL_TOPIC

    def _market_phrase(self, statement: Statement, start: int, head: int, end: int, foreign: list[Item]) -> Topic:
        start = max((cut.end() for cut in DETERMINER.finditer(statement.shape, start, head)), default=start)
        surface = plain_name(statement.surface(start, head)) if head > start else ""
        adjective = placed(surface)
        if adjective is not None and adjective[0].lower() in self.region_texts:
            surface = adjective[1]  # "the Indian paint market" where that of India is the document's
        behind = [item for item in foreign if item.start >= head]
        ahead = [item for item in foreign if item.start < head]
        plain = list(core(surface))
        for item in (*ahead,):
            for word in core(item.mention.text):
                if word in plain:
                    plain.remove(word)
        scope = next((item.mention.text for item in (*behind, *ahead)), None)
        if not plain or is_generic(surface.split()):
            whole = PLACE_OF.get(surface.lower())
            if whole is not None and scope is None and whole.lower() not in self.region_texts:
                return Topic(scope=whole, cue="region")
            return Topic(scope=scope, cue="region" if scope else "total")
        words = tuple(plain)
        if set(words) <= self.aliases:
            return Topic(scope=scope, cue="region" if scope else "total")
        if self.market is None:
            return Topic(market=f"{title_case(surface)} Market", cue="market")
        if same_market(words, self.bare or self.core) or same_market(words, self.core):
            place = PLACE_OF.get(" ".join(word for word in surface.lower().split() if stem(word) not in self.core))
            if place is not None and scope is None and place.lower() not in self.region_texts:
                return Topic(scope=place, cue="region")
            if set(words) - set(self.core) and set(self.bare) < set(words) and scope is None:
                return Topic(scope=surface, cue="submarket")
            return Topic(scope=scope, cue="region" if scope else "total")
        if set(words) & set(self.core) and len(set(words) & set(self.core)) * 2 >= len(set(words)):
            return Topic(scope=scope or surface, cue="submarket") if set(words) - set(self.core) else TOTAL_TOPIC
        return Topic(market=f"{title_case(surface)} Market", cue="market")

    def _place_before(self, statement: Statement) -> str | None:
        """The place that "there" points to: the last one named in the sentence before."""
        start = statement.start - len(statement.before) - 2
        places = [item for item in mentions_between(statement.annotation, start, statement.start) if isinstance(item, RegionName)]
        named = places[-1].text if places else None
        return None if named is None or named.lower() in self.region_texts else named

    def antecedent(self, statement: Statement) -> Topic:
        """The topic of the sentence before, for "it" and "they"; the whole market when there is none."""
        before = statement.before
        if before:
            start = statement.start - len(before) - 1
            start = statement.annotation.text.rfind(before, max(0, start - 8), statement.start)
            mentions = mentions_between(statement.annotation, start, start + len(before)) if start >= 0 else []
            previous = statement_of(statement.annotation, mentions, max(start, 0), max(start, 0) + len(before), statement.kind, statement.field, statement.part)
            topic = self.subject(previous, len(previous.shape))
            if topic is not None and not topic.pronoun and not topic.actor and not FIRM_WORDS.search(topic.scope or ""):
                return topic
        return TOTAL_TOPIC
