"""The subject of the clause that gives a figure: where clauses begin, whose verb it is, who reports on what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import Anchored
from extractor.annotating.mention import RegionName
from extractor.linking.markets.flows import BOUGHT_WORTH
from extractor.linking.markets.names import core
from extractor.linking.statements.statement import mentions_between, statement_of
from extractor.linking.statements.topic import TOTAL_TOPIC, Topic
from extractor.linking.statements.verbs import first_verb
from extractor.linking.topics.clauses import (
    APPOSED,
    BREAK,
    BY_DIMENSION,
    ENDS_IN_PRONOUN,
    FIRM_NAME,
    FIRM_WORDS,
    GAPPED,
    IN_PLACE,
    LEAD_IN,
    MARKET_WHICH,
    NO_SUBJECT,
    OBJECT_END,
    PLACE_IN_FRONT,
    PRONOUN,
    REPORT_VERB,
    REPORTER,
    THERE,
)
from extractor.linking.topics.phrases import HEAD_NOUN, trimmed_phrase

if TYPE_CHECKING:
    import re

    from extractor.linking.statements.statement import Statement
    from extractor.linking.topics.phrase_reader import PhraseReader

LONGEST_FRONT = 40  # characters of "As for Saudi Arabia"
# "Firms spent 3.3 billion on [pallet wrap]": what is bought is the market, whoever buys it.
SPEND_WORD = Anchored(r"(?<!<c> )\b(?:spent|spend|spends) (?:about |around |nearly |over |some |an estimated )?$")
LONGEST_SPENDING = 40  # characters of "spends an estimated " and more
SPENT_ON = late.regex(
    r"<m>(?: (?:a year|in <y>|last year|worldwide|globally))? on (?:the )?(?P<what>[^<,;.]{3,60}?)(?= in\b| by\b| during\b| last\b| this\b| at\b| worldwide\b| globally\b|[,;.]| and\b|$)"
)
# "Low grade types gel without sugar. They will grow", "What about floating systems? They"
THEY_FIRST = late.regex(r"\W*(?:they|these|those)\b")
PLURAL_FIRST = late.regex(
    r"\W*(?:(?:and )?(?:what|how) about |then there are )?(?:the )?(?P<who>(?:[a-z][a-z-]* ){0,3}?[a-z-]{3,}[a-rt-z]s)(?= [a-z]|\W*$)"
)
# "Acme Research, which follows places of play, says that the market": who reports, with a clause of his own.
WHICH_REPORTS = Anchored(r"(?P<who>[^,;:.]{2,60}), (?:which|who|whose) [^,;<]{3,80}, (?=[a-z])")
# "Electronics, with 37% of demand, is expected to grow": the part's share stands between it and its verb.
WITH_SHARE = late.regex(
    r"(?:^|[.;:] )(?:the )?(?P<who>[a-z<][\w<>’'&/-]*(?: [a-z<][\w<>’'&/-]*){0,4} ?), (?:with|at|on) (?:about |around |nearly |some )?(?P<rate><r>)(?: (?:of|share)[^,;<]{0,30})?(?: in <y>)?, "
    r"(?=(?:is|are|was|were|will|should|could|has|have|may|grows?|leads?|remains?)\b)"
)
# ", and it is expected to reach": what the clause before is about; "and this market" is that of the section.
IT_NEXT = late.regex(r"\W*(?:[a-z]+ ){0,3}?(?:it|they|its|their)\b")
# "Models with steam are dear, and their sales should grow by 24%": of what the clause before is about.
OWNED = late.regex(
    r"(?:their|its) (?:(?:total|annual|overall|combined|market|global) )*(?:sales|revenues?|value|demand|turnover|growth|size|share|market)"
)
# "The segment should grow at 12%": a part, whichever the sentence before names.
PART = late.regex(r"(?:the|this|that) (?:sub-?)?(?:segment|category)")


class SubjectReader:
    """Finds the subject of the clause that gives a figure."""

    def __init__(self, phrases: PhraseReader) -> None:
        self.phrases = phrases

    def subject(self, statement: Statement, position: int) -> Topic | None:
        """The topic the clause names itself; None when its subject is left out."""
        shape = statement.shape
        relative = MARKET_WHICH.search(shape, 0, position) if ", which " in shape or ", that " in shape else None
        if relative is not None:
            return self.phrases.classify(statement, *relative.span("name"))
        shared = statement.first(WITH_SHARE) if ", with " in shape or ", at " in shape else None
        if shared is not None and self._is_of_sharer(shape, shared, position):
            return self.phrases.classify(statement, *trimmed_phrase(shape, *shared.span("who")))
        cuts = [0] + [match.start() for match in BREAK.finditer(shape, 0, position)] + [position]
        for index in range(len(cuts) - 2, -1, -1):
            start, end = cuts[index], position
            found = self._clause(statement, start, end)
            if found is not None and found.pronoun and index and IT_NEXT.match(statement.shape, start):
                found = self._named_before(statement, cuts[: index + 1]) or found
            if found is not None:
                return self._fronted(statement, start, found)
        return None

    def _named_before(self, statement: Statement, cuts: list[int]) -> Topic | None:
        """What an earlier clause of the sentence is about, for the "it" of a later one: "the market was small, and it will"."""
        *before, end = cuts
        for start in reversed(before):
            found = self._clause(statement, start, end)
            if found is not None and not found.pronoun:
                return None if found.actor else found
        return None

    def _is_of_sharer(self, shape: str, shared: re.Match[str], position: int) -> bool:
        """Whether the figure is the share itself or stands in the clause that goes on behind it."""
        if position < shared.end():
            return position == shared.start("rate")
        return BREAK.search(shape, shared.end(), position) is None

    def _fronted(self, statement: Statement, start: int, found: Topic) -> Topic:
        """`found`, or the place in front of its clause where that speaks of the whole market: "In Peru, the market is"."""
        whole = found.pronoun or (found.scope is None and found.market is None and not found.actor)
        if not start or not whole or not statement.of(RegionName):
            return found
        front = PLACE_IN_FRONT.search(statement.shape, max(0, start - LONGEST_FRONT), start)
        if front is None:
            return found
        return self.phrases.place_topic(statement, front.start("place")) or found

    def _clause(self, statement: Statement, start: int, end: int) -> Topic | None:
        """The topic of the clause from `start` to the figure at `end`; read once for all figures behind its verb."""
        known = statement.clauses.get(start)
        if known is not None and known[0] <= end:
            return known[1]
        shape = statement.shape
        opening = shape[start:end]
        lead = LEAD_IN.match(opening.replace(";", ",", 1).replace(":", ",", 1) if opening[:1] in ";:," else opening)
        head = start + lead.end() if lead is not None else start
        place = self._set_in(statement, head, end)
        if place is not None:
            return place
        dimension = BY_DIMENSION.match(shape[head:end])
        if dimension is not None and not HEAD_NOUN.search(dimension[1]):
            head += dimension.end()
        which = WHICH_REPORTS.match(statement.seen, shape, head, end)
        report = REPORT_VERB.match(shape, which.end()) if which is not None else None
        if which is not None and report is not None and self._reports(statement, *which.span("who")):
            return self._said(statement, start, which.span("who"), report, end)
        verb = first_verb(shape, max(head, min(end, statement.verbless.get(head, head))), end)
        if verb is None:
            statement.verbless[head] = end
        if self.buys_market(statement, end):
            return TOTAL_TOPIC
        if verb is None:
            apposed = APPOSED.fullmatch(shape, head, end)
            if apposed is not None and not NO_SUBJECT.match(shape, head):
                return self.phrases.classify(statement, *trimmed_phrase(shape, head, apposed.end("who")))
            return self._gapped(statement, start, head, end)
        report = REPORT_VERB.match(shape, verb.start())
        topic = self._said(statement, start, (head, verb.start()), report, end)
        if dimension is not None and topic is not None and topic.cue == "segment":
            topic = replace(topic, cue="named_segment")
        if report is None:
            statement.clauses[start] = verb.end(), topic
        return topic

    def buys_market(self, statement: Statement, position: int) -> bool:
        """Whether an amount is what buyers pay for the whole market's goods: "Firms spent 3 billion on pallet wrap"."""
        shape, seen = statement.shape, statement.seen
        bought = None
        if SPEND_WORD.search(seen, shape, max(0, position - LONGEST_SPENDING), position):
            bought = SPENT_ON.match(shape, position)
        return self._is_market(statement, bought or BOUGHT_WORTH.search(seen, shape))

    def _is_market(self, statement: Statement, bought: re.Match[str] | None) -> bool:
        if bought is None:
            return False
        thing = self.phrases.classify(statement, *trimmed_phrase(statement.shape, *bought.span("what")))
        return thing == TOTAL_TOPIC

    def _set_in(self, statement: Statement, head: int, end: int) -> Topic | None:
        """The place in which a clause sets the whole market: "In Peru, the market is"."""
        placed = IN_PLACE.match(statement.shape, head, end) if statement.of(RegionName) else None
        if placed is None:
            return None
        place = self.phrases.place_topic(statement, placed.start("place"))
        if place is None:
            return None
        inner = self._clause(statement, placed.end("place"), end)
        whole = inner is not None and (inner.pronoun or inner.cue in ("total", "submarket"))
        return place if whole else None

    def _said(
        self, statement: Statement, start: int, subject: tuple[int, int], report: re.Match[str] | None, end: int
    ) -> Topic | None:
        """The topic of a clause with a verb: its subject, or what a reporting verb reports on."""
        shape = statement.shape
        if not shape[slice(*subject)].strip(" ,"):
            # No subject of its own ("and is expected to reach"), but what it reports on may stand behind the verb.
            return self._object(statement, report.end(), end, bare=True) if report is not None else None
        if shape.startswith((", the ", ", a ", ", <g>"), start) and shape[: subject[1]].rstrip().endswith(","):
            return None  # an apposition: "China, the second largest economy, is"
        phrase_start, phrase_end = trimmed_phrase(shape, *subject)
        phrase = shape[phrase_start:phrase_end]
        if not phrase or NO_SUBJECT.match(phrase):
            return None
        if THERE.search(phrase) and (place := self._place_before(statement)) is not None:
            return Topic(scope=place, cue="region")
        if PART.fullmatch(phrase) and (statement.before or statement.part):
            part = self.antecedent(statement)
            if part.scope is None and phrase.endswith(" category"):  # of goods: what the article is about
                return part
            return (
                part
                if part.scope is not None and part.cue in ("named_segment", "region")
                else Topic(scope=statement.surface(phrase_start, phrase_end).split()[-1], cue="named_segment")
            )
        if phrase.startswith(("their ", "its ")) and OWNED.fullmatch(phrase):
            return None if start else Topic(pronoun=True, cue="pronoun")
        if PRONOUN.match(phrase) or ENDS_IN_PRONOUN.search(phrase):
            if report is not None and phrase in ("it", "they"):
                return self._object(statement, report.end(), end)
            return Topic(pronoun=True, cue="pronoun")
        if report is not None and self._reports(statement, phrase_start, phrase_end):
            return self._object(statement, report.end(), end)
        return self.phrases.classify(statement, phrase_start, phrase_end)

    def _gapped(self, statement: Statement, start: int, head: int, end: int) -> Topic | None:
        """The topic of a clause whose verb is left out: "..., and [valves] for USD 3 million"."""
        shape = statement.shape
        match = GAPPED.fullmatch(shape, head, end)
        if not start or match is None or not shape.startswith((",", ";", " and", " while"), start):
            return None
        topic = self.phrases.classify(statement, match.start("who"), match.end("who"))
        return None if topic is None or topic.scope is None else replace(topic, gapped=True)

    def _reports(self, statement: Statement, start: int, end: int) -> bool:
        """Whether the noun phrase names someone who reports: a firm, a study, or a proper name that is no place."""
        phrase = statement.shape[start:end]
        if HEAD_NOUN.search(FIRM_NAME.sub(" ", phrase)):
            return False
        if REPORTER.search(phrase):
            return True
        words = statement.surface(start, end).split()
        return "<g>" not in phrase and all(
            word[:1].isupper() or word in ("of", "and", "&", "de", "the") for word in words
        )

    def _object(self, statement: Statement, start: int, end: int, *, bare: bool = False) -> Topic | None:
        """What a reporter says something of: "values [the kelp market] at"."""
        shape = statement.shape
        start += len(" that ") if shape.startswith(" that ", start, end) else shape.startswith(" ", start, end)
        stop = OBJECT_END.search(" " + shape[start:end] + " ")
        stop_at = start + (stop.start() - 1 if stop else end - start)
        phrase_start, phrase_end = trimmed_phrase(shape, start, max(start, stop_at))
        phrase = shape[phrase_start:phrase_end]
        if bare and not HEAD_NOUN.search(phrase):
            return None
        if not phrase or PRONOUN.match(phrase) or NO_SUBJECT.match(phrase) or "<m>" in phrase or "<r>" in phrase:
            return Topic(pronoun=True, cue="pronoun")
        return self.phrases.classify(statement, phrase_start, phrase_end, reporter=True)

    def _place_before(self, statement: Statement) -> str | None:
        """The place that "there" points to: the last one named in the sentence before."""
        start = statement.start - len(statement.before) - 2
        places = [
            item
            for item in mentions_between(statement.annotation, start, statement.start)
            if isinstance(item, RegionName)
        ]
        named = places[-1].text if places else None
        return None if named is None or named.lower() in self.phrases.region_texts else named

    def antecedent(self, statement: Statement) -> Topic:
        """The topic of the sentence before, for "it" and "they"; the whole market when there is none."""
        before = statement.before
        if before:
            start = statement.start - len(before) - 1
            start = statement.annotation.text.rfind(before, max(0, start - 8), statement.start)
            mentions = mentions_between(statement.annotation, start, start + len(before)) if start >= 0 else []
            previous = statement_of(
                statement.annotation,
                mentions,
                max(start, 0),
                max(start, 0) + len(before),
                statement.kind,
                statement.field,
                statement.part,
            )
            topic = self.subject(previous, len(previous.shape))
            if topic is not None and not topic.pronoun and not topic.actor and not FIRM_WORDS.search(topic.scope or ""):
                return topic
            plural = PLURAL_FIRST.match(previous.shape) if topic is None and THEY_FIRST.match(statement.shape) else None
            if plural is not None:
                return self.phrases.classify(previous, *plural.span("who")) or TOTAL_TOPIC
        elif statement.lead.endswith("?") and THEY_FIRST.match(statement.shape):
            asked = PLURAL_FIRST.match(statement.lead)
            if asked is not None and set(core(asked["who"])) - set(self.phrases.core):
                return Topic(scope=asked["who"], cue="segment")
        return TOTAL_TOPIC
