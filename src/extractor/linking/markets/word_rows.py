"""The words of a text in a row: which of them belong to one phrase, and which may stand in a market's name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName, Years
from extractor.linking.markets.adjectives import PLACE_OF
from extractor.linking.markets.candidates import HEADS
from extractor.linking.markets.names import GENERIC, INNER, POSSESSIVES, STOPS, VERB_STOPS, stem
from extractor.linking.statements.verbs import VERBS
from extractor.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

# What is sold or spent stands before or behind these.
FLOWS = frozenset(
    "sales demand spending spend expenditure outlays revenue revenues turnover trade shipments exports imports consumption purchases"
    " output production".split()
)
AGENTS = frozenset(
    "maker makers producer producers supplier suppliers provider providers manufacturer manufacturers operator operators seller"
    " sellers vendor vendors builder builders brand brands company companies firm firms grower growers owner owners buyer buyers"
    " user users player players exporter exporters".split()
)
# Kinds of page, as titles say them beside the subject.
PAGE_KINDS = frozenset(
    "snapshot summary executive view sheet sheets data edition key takeaways figures numbers facts statistics guide brief"
    " briefing note notes column opinion interview podcast preview corner watch update news focus spotlight special feature"
    " analyst comment commentary deep dive explained explainer primer outlook prospects price prices people story question money"
    " clients only".split()
)
# Money, results and opinions end no name: "Skimming profits", "Oat drink hopes".
OUTCOMES = frozenset(
    "profit profits gain gains losses earnings results returns margins riches fortune fortunes rewards wins winnings boom bust"
    " slump rally success hope hopes fear fears worries doubts dreams ambitions optimism pessimism concerns woes bets odds"
    " opinions views verdict".split()
)
ADVERBS = frozenset(
    "not just only also even there here now then worth last next year years month months week weeks day days today yesterday"
    " tomorrow monday tuesday wednesday thursday friday saturday sunday ago still already yet more less most least much many few"
    " each every both another others such same away up down out off back again once twice ever never going outside beyond like".split()
)
# What buyers and goods do, and what titles say of them, besides what `verbs.py` has.
DEEDS = frozenset(
    "earn pay pays paid buy buys bought sold order ordered eat drink get gets rise fall accelerates attracts awaits battles beats"
    " beckons becomes bites booms bounces braces breaks builds buckles changes chases cools crashes crawls creeps cuts dampens"
    " defies defy drags drifts drinks eats edges eludes emerges explodes eyes faces fades feeds feels fights fills finally"
    " flattens flies flourishes forces fuels gathers grabs grinds halts heads heats helps hums inches jumps keeps kicks lags"
    " leaps learns leaves lifts limps loses lures marches meets misses nears outgrow outgrows outpace outpaces outsell outsells"
    " overtake overtakes pauses picks plays pulls pushes races rallies rebounds recovers replaces reshape reshapes returns"
    " revives rides roars rolls rush rushes sags settles shakes shapes shifts shines skyrocket skyrockets slides slows slumps"
    " sinks snaps soar soars sour sours speeds spells splits spreads sprints spurs squeezes stages stalls stays steadies stops"
    " stumble stumbles stutters surge surges survive survives swells takes tests thaws thins thrive thrives ticks tightens"
    " trails tries tumbles turn turns waits wakes walks weighs widens wilts wins wobbles works"
    " taking getting becoming coming going making giving putting finding keeping staying".split()
)
# What speaks or is counted, and no goods: "careful we", "ten minutes".
PRONOUNS_AND_NUMBERS = frozenset(
    "i you he she we they it me him us them myself ourselves yourself anybody everybody nobody somebody anyone everyone someone"
    " anything everything nothing something one two three four five six seven eight nine ten eleven twelve twenty thirty"
    " forty fifty hundred hundreds thousand thousands dozen half quarter third fifth tenth"
    " according compared including excluding ca n't n’t cannot".split()
)
ENDS = (
    PRONOUNS_AND_NUMBERS | ADVERBS | DEEDS | STOPS | VERB_STOPS | INNER | PAGE_KINDS | OUTCOMES | HEADS | FLOWS | AGENTS
)
NO_LAST = ENDS | GENERIC | VERBS
NO_FIRST = ENDS | VERBS
# Between two words of one phrase stand no marks but these.
JOINTS = frozenset("-‑/&")
TAKEN = {Money: "money", Rate: "rate", Years: "years", RegionName: "place", CompanyName: "firm"}
MOST_WORDS = 20_000  # whose facts are kept, of a generation (recent.py)
# What kind of word stands beside a phrase, as far as it tells where a name begins and ends.
KINDS = {
    word: kind
    for kind, words in {
        "verb": VERBS | VERB_STOPS | DEEDS,
        "adverb": ADVERBS,
        "preposition": frozenset(
            "by with from into across at to over under as than about through against after before".split()
        ),
        "article": frozenset("the a an its their our this that these those".split()),
        "who": frozenset("which who that whose".split()),
        "of": frozenset(("of",)),
        "for": frozenset(("for",)),
        "in": frozenset(("in",)),
        "on": frozenset(("on",)),
        "and": frozenset(("and", "or", "&")),
        "market": HEADS,
        "flow": FLOWS,
        "maker": AGENTS,
    }.items()
    for word in words
}


class WordFacts(NamedTuple):
    """What the letters of a word say of it, whatever stands around: its stem, whether it may stand inside a name, its kind."""

    stem: str
    may_name: bool
    kind: str


class _WordTable(Recent[str, WordFacts]):
    """The facts of the words met so far, by their small letters."""

    def worked_out(self, lower: str) -> WordFacts:
        """The facts of a word."""
        may_name = not (lower in ENDS or lower in PLACE_OF or lower[0].isdigit())
        kind = KINDS.get(lower) or ("name" if may_name and lower not in NO_LAST else "other")
        return WordFacts(stem(lower), may_name, kind)


_FACTS = _WordTable(MOST_WORDS)


class WordRow:
    """The words of an annotation up to a character, by number from 0.

    Attributes:
        lowers, stems: each word in small letters, and as names are compared (`names.stem`).
        starts, ends: character offsets of each word.
        joined: whether nothing but white space or a joint stands between each word and the next.
        names: whether each word may stand inside a name: no stop word, figure, place or firm.
        kinds: what kind of word each is, as far as it tells where a name beside it begins and ends.
        places: the numbers of the words of each stem.
    """

    def __init__(self, annotation: Annotation, limit: int) -> None:
        words, starts, lowers = annotation.words, annotation.starts, annotation.lowers
        self.text = annotation.text
        tokens = [
            token
            for token, word in enumerate(words[: bisect_left(starts, limit)])
            if not (word.is_punct or word.is_space or word.lower in POSSESSIVES)
        ]
        self.lowers = [lowers[token] for token in tokens]
        facts = [_FACTS[lower] for lower in self.lowers]
        self.stems = [fact.stem for fact in facts]
        self.starts = [starts[token] for token in tokens]
        self.ends = [starts[token] + words[token].width for token in tokens]
        taken = {
            token: TAKEN[type(item)]
            for item in annotation.mentions
            if type(item) in TAKEN
            for token in range(item.first, item.last)
        }
        self.names = [fact.may_name and token not in taken for fact, token in zip(facts, tokens, strict=True)]
        self.kinds = [taken.get(token, fact.kind) for fact, token in zip(facts, tokens, strict=True)]
        self.joined = [
            last - first == 1 or all(self._joins(lowers[mark], starts[mark]) for mark in range(first + 1, last))
            for first, last in pairwise(tokens)
        ]
        self.joined += [False] * bool(tokens)
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for number, of_word in enumerate(self.stems):
            self.places[of_word].append(number)
        self._let_in_pairs()

    def _joins(self, mark: str, start: int) -> bool:
        """Whether a mark stands inside a phrase: a joint that is glued to the word before it, or "&"."""
        return mark in JOINTS and (mark == "&" or not self.text[start - 1 : start].isspace())

    def _let_in_pairs(self) -> None:
        """Lets "and" stand inside names: "duty free and travel retail"."""
        for number in range(1, len(self.lowers) - 1):
            inner = self.lowers[number] == "and" and self.joined[number - 1] and self.joined[number]
            if inner and self.names[number - 1] and self.names[number + 1]:
                self.names[number] = True

    def is_cut(self, number: int) -> bool:
        """Whether a compound goes on in a word: the second of "e-rickshaw"."""
        return number > 0 and self.text[self.ends[number - 1] : self.starts[number]] in HYPHENS

    def behind(self, number: int) -> str:
        """The kind of the word behind a word of one phrase; "mark" where a mark or nothing follows."""
        return self.kinds[number + 1] if self.joined[number] else "mark"

    def ahead(self, number: int) -> str:
        """The kind of the word before a word; "mark" where a mark or nothing is."""
        return self.kinds[number - 1] if number and self.joined[number - 1] else "mark"

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """First and last (excluded) word of each run of words between two characters that may stand in one name."""
        first = None
        for number, at in enumerate(self.starts):
            if at >= end:
                break
            if at < start or not self.names[number]:
                if first is not None:
                    yield first, number
                first = None
                continue
            first = number if first is None else first
            if not self.joined[number]:
                yield first, number + 1
                first = None
        else:
            number = len(self.starts)
        if first is not None:
            yield first, number

    def found(self, name: tuple[str, ...]) -> list[int]:
        """The numbers of the words at which a name, given in stems, stands."""
        size = len(name)
        if size == 1:
            return self.places.get(name[0], [])
        stems, joined, wanted = self.stems, self.joined, list(name)
        return [
            at
            for at in self.places.get(name[0], ())
            if stems[at : at + size] == wanted and False not in joined[at : at + size - 1]
        ]
