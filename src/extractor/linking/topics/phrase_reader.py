"""What a noun phrase names: the whole market, a segment or region of it, or another market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import RegionName
from extractor.linking.markets.adjectives import PLACE_OF, placed
from extractor.linking.markets.names import core, is_generic, same_market, title_case
from extractor.linking.statements.topic import TOTAL_TOPIC, Topic
from extractor.linking.topics.phrases import (
    DETERMINER,
    FLOW,
    FLOW_OF,
    HEAD_NOUN,
    PACE,
    REGION_WORDS,
    REPORTER_TAIL,
    SEGMENT_TAIL,
    TOTAL,
    plain_name,
)

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement
    from extractor.records import Market


# "the kelp trade", "kelp turnover": nothing but the market.
SAME_AS_MARKET = frozenset(("trade", "turnover", "expenditure", "outlay", "purchase", "taking", "receipt", "niche"))
# "Shipments of apparel" in an article on thread: trade in other goods is the background.
SHIPPED = late.regex(r"[^ ]* ?(?:[a-z]+ )?(?:shipments|exports|imports)\b")
# "Exports, worth 41 million last year": no size of the market.
TRADED = late.regex(r"(?:the |its |their |total |annual )*(?:<g>(?:[’']s)? )?(?:exports|imports)")
PACE_OF = late.regex(r" (?:of|for|in) (?=the |[a-z])")


class PhraseReader:
    """Tells what a noun phrase names in one document.

    Attributes:
        core: the words that tell the document's market from others; `bare` without those of its region.
        region_texts: lower-cased names of the region the market is limited to.
    """

    def __init__(self, market: Market | None, region_texts: frozenset[str]) -> None:
        self.market = market
        self.core = core(market.name) if market is not None else ()
        self.region = region = market.region if market is not None else None
        self.region_texts = region_texts
        self.bare = tuple(word for word in self.core if word not in core(region or ""))

    def classify(self, statement: Statement, start: int, end: int, *, reporter: bool = False) -> Topic | None:
        """The topic that the noun phrase `shape[start:end]` names."""
        shape = statement.shape
        phrase = shape[start:end]
        places = [item for item in statement.of(RegionName) if start <= item.start < end]
        foreign = [item for item in places if item.mention.text.lower() not in self.region_texts]
        people = PLACE_OF.get(statement.surface(start, end).lower().removesuffix("s"))
        if people is not None:  # "South Koreans spent"
            return (
                TOTAL_TOPIC
                if people.lower() in self.region_texts or self.region is None
                else Topic(scope=people, cue="region")
            )
        head = HEAD_NOUN.search(phrase)
        if "<c>" in phrase and head is None and not reporter:
            return Topic(scope=plain_name(statement.surface(start, end)), actor=True, cue="company")
        if foreign and REGION_WORDS.match(phrase):
            return Topic(scope=statement.surface(foreign[0].start, foreign[0].end), cue="region")
        if head is None and REPORTER_TAIL.search(phrase):
            return TOTAL_TOPIC
        if (pace := PACE.match(phrase)) is not None:
            return self._pace_topic(statement, start + pace.end(), end)
        if self.market is not None and TRADED.fullmatch(phrase):
            return Topic(scope=plain_name(statement.surface(start, end)), actor=True, cue="flow")
        flow = FLOW_OF.match(phrase)
        if flow is not None:
            behind = next((item.start for item in places if item.start > start + flow.end()), end)
            topic = self._market_phrase(statement, start + flow.end(), behind, foreign)
            if topic.market is not None and self.market is not None and SHIPPED.match(phrase):
                return Topic(scope=plain_name(statement.surface(start, end)), actor=True, cue="flow")
            return topic
        tail = SEGMENT_TAIL.search(phrase)
        if head is not None and (tail is None or head.start() < tail.start()):
            topic = self._market_phrase(statement, start, start + head.start(), foreign)
            if topic.market is not None and self.market is not None and head[0] in ("sector", "business"):
                # "The residential sector": who buys, not what.
                return Topic(scope=plain_name(statement.surface(start, start + head.start())), cue="segment")
            return topic
        if TOTAL.match(phrase):
            return (
                Topic(scope=statement.surface(foreign[0].start, foreign[0].end), cue="region")
                if foreign
                else TOTAL_TOPIC
            )
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
            return Topic(
                market=f"{self.region} {name} Market" if self.region and " there" in words else f"{name} Market",
                cue="market",
            )
        told = set(plain) - SAME_AS_MARKET
        if told and ((tail is None and told == set(self.core)) or told == set(self.bare)):
            return TOTAL_TOPIC
        return Topic(scope=words, cue="segment" if tail is None else "named_segment")

    def place_topic(self, statement: Statement, at: int) -> Topic | None:
        """The place whose placeholder starts at `at`, as a topic; None where it is the market's own region."""
        place = next(item.mention.text for item in statement.items if item.start == at)
        return None if place.lower() in self.region_texts else Topic(scope=place, cue="region")

    def _pace_topic(self, statement: Statement, start: int, end: int) -> Topic:
        """The topic of "the growth rate [of the valve segment]"."""
        of = PACE_OF.match(statement.shape, start, end)
        if of is None:
            return TOTAL_TOPIC
        return self.classify(statement, of.end(), end) or TOTAL_TOPIC

    def _market_phrase(self, statement: Statement, start: int, head: int, foreign: list[Item]) -> Topic:
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
        if self.market is None:
            return Topic(market=f"{title_case(surface)} Market", cue="market")
        if same_market(words, self.bare or self.core) or same_market(words, self.core):
            if set(words) - set(self.core) and set(self.bare) < set(words):
                return Topic(scope=surface, cue="submarket")
            return Topic(scope=scope, cue="region" if scope else "total")
        if set(words) & set(self.core) and len(set(words) & set(self.core)) * 2 >= len(set(words)):
            return Topic(scope=scope or surface, cue="submarket") if set(words) - set(self.core) else TOTAL_TOPIC
        return Topic(market=f"{title_case(surface)} Market", cue="market")
