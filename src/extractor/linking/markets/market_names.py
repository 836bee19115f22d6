"""Names that a market may have: what is called one, and the phrases of the title and of the sentences that tell its size.

Each phrase, and each part of one, is a candidate with marks: where it stands, how often, what stands beside it. The marks
are weighed (data/own/market_weights.tsv), by weights that `benchmarks/market_weights.py` learns from labelled articles.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Rate, Years
from extractor.data.weights import load_weights, weight_of
from extractor.linking.markets.names import INNER, core, is_generic, singular
from extractor.linking.markets.word_rows import ENDS, NO_FIRST, NO_LAST, WordRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.markets.candidates import Candidate
    from extractor.linking.statements.statement import Statement

MARKET_TABLE = "own/market_weights.tsv"
READ_CHARS = 6_000  # of the text; what it is about shows long before
LONGEST_NAME = 5  # words
MOST_TOLD = 4  # statements with money that are read for names
MOST_NAMES = 300  # what has more is a list
LEAST_WEIGHT = -3.0  # of a name; below are single words that stand anywhere, the names of read articles weigh more
OF_FLOW = late.regex(
    r"\b(?:sales|spending|spend|demand|markets?|outlook|trade|revenues?|turnover|expenditure|purchases|shipments|exports|imports"
    r"|consumption|business|industry) (?:of|on|for|in|from|with) (?:the )?$"
)
OF_FLOW_REACH = 30  # characters
# Opening sentences name the subject; later ones more often a neighbour.
OPENING_CHARS = 900
# "Alcohol-free" goes before what it is said of.
OF_COMPOUNDS = frozenset("free based ready like friendly related specific driven fed made grade proof".split())
LONGEST_ED = 4  # letters of what ends in -ed and is a thing: "bed", "sled"
NO_NAME = NO_FIRST - INNER
NO_PLURALS = ("ss", "us", "is")
Name = tuple[str, ...]  # in stems


@dataclass(slots=True)
class MarketName:
    """A name with what speaks for it; `row` is the title's or the text's, `first` and `last` (excluded) its words there.

    `namings` are the readers' own (naming.py) with this name; `row` is None for what only they have found.
    """

    name: Name
    row: WordRow | None = None
    first: int = 0
    last: int = 0
    namings: list[Candidate] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """Its words in small letters."""
        if self.row is None:
            return self.namings[0].words.lower().replace("-", " ").split()
        return self.row.lowers[self.first : self.last]


class NameFinder:
    """Gathers the names that the market of one document may have, and weighs them."""

    def __init__(self, annotation: Annotation, statements: list[Statement], namings: list[Candidate]) -> None:
        self.text = WordRow(annotation, READ_CHARS)
        self.title = WordRow(annotation.title, READ_CHARS) if annotation.title is not None else None
        told = _told(statements)
        self.told = [(item.start, item.end) for item in told]
        self.first_money = (told[0].of(Money) or told[0].of(Rate))[0].mention.start if told else 0
        first = annotation.sentences[1] if len(annotation.sentences) > 1 else len(annotation.words)
        self.lead = annotation.end(first - 1) if first else 0
        self.names = self._gathered(namings)
        self.found = {name: self.text.found(name) for name in self.names}
        told_of = [item for item in namings if item.figures and item.field == "text"]
        self.leading = max(told_of, key=lambda item: item.sure).core if told_of else None  # the first of those

    def best(self) -> MarketName | None:
        """The name for which most speaks, of equals the first; None where hardly anything speaks for any."""
        weights = load_weights(MARKET_TABLE)
        best, most = None, LEAST_WEIGHT
        for one in self.names.values():
            weight = weight_of(self.marks(one), weights)
            if weight > most:
                best, most = one, weight
        return best

    def shown(self, one: MarketName) -> MarketName:
        """A name where the title has it, else as it is."""
        found = self.title.found(one.name) if self.title is not None else []
        return MarketName(one.name, self.title, found[0], found[0] + len(one.name), one.namings) if found else one

    def last_word(self, one: MarketName) -> str:
        """The last word of a name as markets are filed: for one of what is counted, where title or text have that form."""
        row = one.row
        assert row is not None
        number = one.last - 1
        written = row.text[row.starts[number] : row.ends[number]]
        alone = singular(row.lowers[number])
        for other in (self.title, self.text):
            if other is not None and any(other.lowers[at + len(one.name) - 1] == alone for at in other.found(one.name)):
                return written if alone == row.lowers[number] else singular(written)
        return written

    def _gathered(self, namings: list[Candidate]) -> dict[Name, MarketName]:
        names: dict[Name, MarketName] = {}
        rows = [(self.title, 0, READ_CHARS)] if self.title is not None else []
        spans = dict.fromkeys([(0, self.lead), *self.told])
        for row, start, end in (*rows, *[(self.text, *span) for span in spans]):
            for run in row.runs(start, end):
                for first, last in _parts(row, *run):
                    name = tuple(row.stems[first:last])
                    if name not in names and len(names) < MOST_NAMES:
                        names[name] = MarketName(name, row, first, last)
        by_core: defaultdict[frozenset[str], list[MarketName]] = defaultdict(list)
        for one in names.values():
            by_core[frozenset(core(" ".join(one.words)))].append(one)
        for naming in namings:
            if not naming.core:
                continue  # "Chinese research"
            same = by_core[frozenset(naming.core)]
            if not same:
                names[naming.core] = MarketName(naming.core)
                same.append(names[naming.core])
            for one in same:
                one.namings.append(naming)
        return names

    def marks(self, one: MarketName) -> set[str]:
        """What speaks for and against a name."""
        marks = {f"words {min(len(one.name), LONGEST_NAME)}"}
        _mark_words(one.words, marks)
        in_title = self.title is not None and _mark_title(self.title, one.name, marks)
        if in_title and not self.found[one.name]:
            marks.add(f"title alone, text has {_share(one.name, self.text)}")
        self._mark_text(one.name, in_title, marks)
        self._mark_recurrence(one.name, marks)
        self._mark_namings(one, marks)
        return marks

    def _mark_text(self, name: Name, in_title: bool, marks: set[str]) -> None:
        row, size, found = self.text, len(name), self.found[name]
        if not found:
            return
        if in_title and size > 1:
            marks.add("title and text")
        spans: set[int] = set()
        goes_on = proper = 0
        for at in found:
            start, beside = row.starts[at], ""
            for number, (first, end) in enumerate(self.told):
                if first <= start < end:
                    spans.add(number)
                    beside = ", figures"
            if beside and self.told[0][0] <= start < min(self.told[0][1], self.first_money):
                marks.add("first figures, ahead")
            last = at + size - 1
            then = row.behind(last)
            if beside:
                marks.add(f"before {then}{beside}")
            marks.add(f"behind {row.ahead(at)}{beside}")
            goes_on += then == "name"
            proper += size > 1 and row.text[row.starts[last]].isupper()
            if OF_FLOW.search(row.text[max(0, start - OF_FLOW_REACH) : start].lower()):
                marks.add(f"behind flow{beside}")
        if 0 in spans:
            marks.add("first figures")
        if goes_on:
            marks.add("goes on, mostly" if 2 * goes_on >= len(found) else "goes on, at times")
        if proper == len(found):
            marks.add("proper")
        if in_title and spans:
            marks.add("title and figures")

    def _mark_recurrence(self, name: Name, marks: set[str]) -> None:
        """Adds whether the name without its first or last word stands by itself: "enterprise wlan" for "... crawls"."""
        if len(name) < 2:
            return
        count = len(self.text.found(name))
        for what, part in (("head", name[:-1]), ("tail", name[1:])):
            alone = len(self.text.found(part)) - count
            marks.add(f"{what} alone {min(alone, 2)}")

    def _mark_namings(self, one: MarketName, marks: set[str]) -> None:
        told = [naming for naming in one.namings if naming.field == "text"]
        for naming in one.namings:
            marks.add(f"naming, {naming.field} {naming.call}" + (", figures" if naming.figures else ""))
        if any(naming.start < OPENING_CHARS for naming in told):
            marks.add("naming, opens")
        if told and told[0].core == self.leading:
            marks.add("naming, leads")
        if self.leading is not None and set(one.name).isdisjoint(self.leading):
            marks.add("naming, another leads")


def _told(statements: list[Statement]) -> list[Statement]:
    """The statements in which the market's size is told, if it is: with amounts, rather than others those with years; else with rates."""
    body = [item for item in statements if item.field == "text"]
    money = [item for item in body if item.of(Money)]
    if len(money) > MOST_TOLD:
        dated = [item for item in money if item.of(Years)]
        money = sorted(
            [*dated, *[item for item in money if not item.of(Years)]][:MOST_TOLD], key=lambda item: item.start
        )
    return money or [item for item in body if item.of(Rate)][:MOST_TOLD]


def _parts(row: WordRow, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a run of words that may be a name."""
    lowers = row.lowers
    for start in range(first, last):
        if lowers[start] in NO_FIRST or row.is_cut(start):
            continue
        for end in range(start + 1, min(start + LONGEST_NAME + 1, last) + 1):
            whole = _may_end(lowers[end - 1], row.is_cut(end - 1)) and not (end < len(lowers) and row.is_cut(end))
            if whole and not is_generic(lowers[start:end]):
                yield start, end


def _may_end(last: str, in_compound: bool) -> bool:
    """Whether a word may be the last of a name: no verb, and no word of all markets but in "travel-retail"."""
    if last.endswith("ed") and len(last) > LONGEST_ED and not last.endswith("eed"):
        return False
    return last not in NO_LAST or (in_compound and last not in ENDS and last not in OF_COMPOUNDS)


def _share(name: Name, row: WordRow) -> str:
    """How many of a name's words a row has."""
    shared = sum(word in row.places for word in name)
    return "all" if shared == len(name) else "some" if shared else "none"


def _mark_title(row: WordRow, name: Name, marks: set[str]) -> bool:
    """Adds what the title says of a name; whether it has the name."""
    marks.add(f"title has {_share(name, row)}")
    found = row.found(name)
    if not found:
        return False
    first, last = found[0], found[0] + len(name) - 1
    marks.add(f"title, before {row.behind(last)}")
    marks.add(f"title, behind {row.ahead(first)}")
    return True


def _mark_words(words: list[str], marks: set[str]) -> None:
    last = words[-1]
    if last.endswith("s") and not last.endswith(NO_PLURALS):
        marks.add("plural")
    for end in ("ing", "ed", "ly", "er", "est"):
        if last.endswith(end):
            marks.add(f"last -{end}")
    if not NO_NAME.isdisjoint(words[1:-1]):
        marks.add("verb inside")
