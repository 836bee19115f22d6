"""Names that a market may have where nothing calls it one: the phrases of the title and of the sentences that tell its size.

Each phrase, and each part of one, is a candidate with marks: where it stands, how often, what stands beside it. The marks
are weighed (data/own/market_weights.tsv), by weights that `benchmarks/market_weights.py` learns from labelled articles.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money
from extractor.annotating.types.companies.weights import load_weights, weight_of
from extractor.linking.candidates import HEADS
from extractor.linking.names import GENERIC, core, is_generic, singular
from extractor.linking.verbs import VERBS
from extractor.linking.word_rows import AGENTS, FLOWS, NO_FIRST, NO_LAST, WordRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.candidates import Candidate
    from extractor.linking.statement import Statement

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
# How often a name stands in the text: from the last on it is all the same.
TIMES = ("0", "1", "2", "3", "3", "5")
MOST_NAMINGS = 4
ADJECTIVE_ENDS = ("al", "ic", "ive", "ous", "able")
NO_PLURALS = ("ss", "us", "is")
Name = tuple[str, ...]  # in stems


@dataclass(slots=True)
class OpenName:
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
        told = islice((item for item in statements if item.field == "text" and item.of(Money)), MOST_TOLD)
        self.told = [(item.start, item.end, item.of(Money)[0].mention.start) for item in told]
        first = annotation.sentences[1] if len(annotation.sentences) > 1 else len(annotation.words)
        self.lead = annotation.end(first - 1) if first else 0
        self.names = self._gathered(namings)
        counts = {name: len(self.text.found(name)) for name in self.names}
        self.counts = sorted((count for name, count in counts.items() if len(name) > 1), reverse=True)
        self.leading = next((item.core for item in namings if item.figures and item.field == "text"), None)

    def best(self) -> OpenName | None:
        """The name for which most speaks, of equals the first; None where hardly anything speaks for any."""
        weights = load_weights(MARKET_TABLE)
        best, most = None, LEAST_WEIGHT
        for one in self.names.values():
            weight = weight_of(self.marks(one), weights)
            if weight > most:
                best, most = one, weight
        return best

    def shown(self, one: OpenName) -> OpenName:
        """A name where the title has it, else as it is."""
        found = self.title.found(one.name) if self.title is not None else []
        return OpenName(one.name, self.title, found[0], found[0] + len(one.name), one.namings) if found else one

    def last_word(self, one: OpenName) -> str:
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

    def _gathered(self, namings: list[Candidate]) -> dict[Name, OpenName]:
        names: dict[Name, OpenName] = {}
        rows = [(self.title, 0, READ_CHARS)] if self.title is not None else []
        spans = dict.fromkeys([(0, self.lead), *((start, end) for start, end, _ in self.told)])
        for row, start, end in (*rows, *((self.text, *span) for span in spans)):
            for run in row.runs(start, end):
                for first, last in _parts(row, *run):
                    name = tuple(row.stems[first:last])
                    if name not in names and len(names) < MOST_NAMES:
                        names[name] = OpenName(name, row, first, last)
        by_core: defaultdict[Name, list[OpenName]] = defaultdict(list)
        for one in names.values():
            by_core[core(" ".join(one.words))].append(one)
        for naming in namings:
            if naming.core not in by_core:
                own = names[naming.core] = OpenName(naming.core)
                by_core[naming.core] = [own]
            for one in by_core[naming.core]:
                one.namings.append(naming)
        return names

    def marks(self, one: OpenName) -> set[str]:
        """What speaks for and against a name."""
        marks = {f"words {min(len(one.name), LONGEST_NAME)}"}
        marks.update(_marks_of_words(one.words))
        marks.update(self._marks_of_title(one.name))
        marks.update(self._marks_of_text(one.name))
        marks.update(self._marks_of_namings(one))
        return marks

    def _marks_of_title(self, name: Name) -> Iterator[str]:
        row = self.title
        if row is None:
            return
        shared = sum(word in row.places for word in name)
        yield "title has " + ("all" if shared == len(name) else "some" if shared else "none")
        found = row.found(name)
        if not found:
            return
        first, last = found[0], found[0] + len(name) - 1
        yield "title"
        if first == 0 or (first == 1 and not row.names[0]):
            yield "title, start"
        if not row.joined[last]:
            yield "title, label"
        yield from (f"title, before {kind}" for kind in _kinds_of(row.next_word(last)))
        if row.goes_on(last):
            yield "title, goes on"
        if row.comes_from(first):
            yield "title, comes from"

    def _marks_of_text(self, name: Name) -> Iterator[str]:
        row, size = self.text, len(name)
        found = row.found(name)
        yield f"times {TIMES[min(len(found), len(TIMES) - 1)]}"
        if size > 1 and found:
            if self.title is not None and self.title.found(name):
                yield "title and text"
            yield f"oftener {min(sum(count > len(found) for count in self.counts), 3)}"
        figures = [at for at in found if any(start <= row.starts[at] < end for start, end, _ in self.told)]
        if figures:
            yield from self._marks_of_figures(figures)
        if found and row.starts[found[0]] < self.lead:
            yield "lead"
        for at in found:
            beside = ", figures" if at in figures else ""
            yield from (f"before {kind}{beside}" for kind in _kinds_of(row.next_word(at + size - 1)))
            start = row.starts[at]
            if OF_FLOW.search(row.text[max(0, start - OF_FLOW_REACH) : start].lower()):
                yield f"behind flow{beside}"
        yield from _marks_of_edge("goes on", sum(row.goes_on(at + size - 1) for at in found), len(found))
        yield from _marks_of_edge("comes from", sum(row.comes_from(at) for at in found), len(found))
        if found and all(row.text[row.starts[at]].isupper() for at in found):
            yield "capitals"

    def _marks_of_figures(self, figures: list[int]) -> Iterator[str]:
        row = self.text
        yield "figures"
        if sum(any(start <= row.starts[at] < end for at in figures) for start, end, _ in self.told) > 1:
            yield "figures, often"
        start, end, money = self.told[0]
        for at in figures:
            if start <= row.starts[at] < end:
                yield "first figures"
                yield "first figures, ahead" if row.starts[at] < money else "first figures, behind"

    def _marks_of_namings(self, one: OpenName) -> Iterator[str]:
        for naming in one.namings:
            sure = "sure" if naming.sure else "weak"
            yield f"naming, {naming.field} {sure}" + (", figures" if naming.figures else "")
        told = [naming for naming in one.namings if naming.field == "text"]
        yield f"namings {min(len(told), MOST_NAMINGS)}"
        if told and told[0].core == self.leading:
            yield "naming, leads"
        if any(naming.weight > 1 for naming in told):
            yield "naming, opens"


def _parts(row: WordRow, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a run of words that may be a name."""
    lowers = row.lowers
    for start in range(first, last):
        if lowers[start] in NO_FIRST or row.is_cut(start):
            continue
        for end in range(start + 1, min(start + LONGEST_NAME, last) + 1):
            whole = lowers[end - 1] not in NO_LAST and not row.is_cut(end)
            if whole and not is_generic(lowers[start:end]):
                yield start, end


def _kinds_of(word: str) -> Iterator[str]:
    """What kind of word a phrase is that tells of the one before it."""
    if word in HEADS:
        yield "market"
    if word in FLOWS:
        yield "flow"
    if word in AGENTS:
        yield "maker"


def _marks_of_words(words: list[str]) -> Iterator[str]:
    last = words[-1]
    if last.endswith("s") and not last.endswith(NO_PLURALS):
        yield "plural"
    for end in ("ing", "ed", "ly"):
        if last.endswith(end):
            yield f"last -{end}"
        if words[0].endswith(end):
            yield f"first -{end}"
    if last.endswith(("er", "est")):
        yield "last -er"
    if last.endswith(ADJECTIVE_ENDS):
        yield "last adjective"
    if any(word in VERBS for word in words[1:-1]):
        yield "verb inside"
    if words[0] in GENERIC:
        yield "generic first"
    if any(word in GENERIC for word in words[1:]):
        yield "generic inside"
    if any(len(word) <= 2 for word in words):
        yield "short word"


def _marks_of_edge(what: str, times: int, count: int) -> Iterable[str]:
    """How often a phrase goes on beyond a name, of the times it stands in the text."""
    return (f"{what}, mostly" if 2 * times >= count else f"{what}, at times",) if times else ()
