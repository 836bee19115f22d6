"""Firms that no rule tells: what speaks for a name over the whole document, and what against, is weighed.

The weights are the log-odds of `benchmarks/name_weights.py`, learned from labelled articles (data/own/name_weights.tsv), and
for single passages from labelled sentences (data/own/passage_weights.tsv).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.letters.letter_marks import marks_by_small
from extractor.annotating.types.companies.letters.short_names import short_names
from extractor.annotating.types.companies.letters.weights import COUNTS, MANY, NAME_TABLE, PASSAGE_TABLE, with_place
from extractor.annotating.types.companies.lists.lead_ins import Frame
from extractor.annotating.types.companies.lists.sections import sections_of
from extractor.annotating.types.companies.names.chunk import firms_of
from extractor.annotating.types.companies.names.shapes import POSSESSIVES
from extractor.annotating.types.companies.weighing.name_marks import marks_around
from extractor.annotating.types.companies.weighing.passage_marks import marks_of_passage
from extractor.annotating.types.companies.weighing.people import people_of
from extractor.annotating.types.companies.words.acts import AUXILIARIES
from extractor.annotating.types.companies.words.bullets import is_bullet
from extractor.data.weights import load_weights, weight_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Refusals that evidence from the rest of the document may overrule.
WEIGHED = frozenset(["", "shared", "person", "thing"])
# What must speak for a name: those that are surer are taken first, and then speak for the others.
CERTAIN, LEAST = 0.8, 0.2
# ... in a single passage, where little speaks for a name and precision is wanted.
CERTAIN_IN_PASSAGE, LEAST_IN_PASSAGE = 1.5, 1.2
# Where the letters of a name weigh no more than this, or these and its place than that, nothing around it helps.
LEAST_BY_LETTERS, LEAST_BY_PLACE = -2.0, -3.5
_ITEM_MARKS = frozenset(["-", "•", "*", "–", "—", ":", "|", "·"])
# A line of more tokens behind its bullet is a paragraph, and no item of a list.
LONGEST_ITEM = 14
LEAST_ITEMS, MOST_SHARE = 3, 0.5
# Longer lists are looked at piece by piece, so that time stays linear in their length.
LONGEST_LIST = 200
# Characters of a bullet or number.
LONGEST_BULLET = 5
LONG_SERIES = 4
BUSINESS = 3  # amounts; from so many on they are many
_FIRMS, _SERIES, _LINES = ([f"{kind}, {count} sure" for count in COUNTS] for kind in ("firms", "series", "line"))


class Candidate(NamedTuple):
    """A name that no rule told.

    Attributes:
        held: its mentions, with the number of the line of each.
        marks: what its letters, the words around its mentions and their places say, whatever else is a firm.
        weight: what these weigh, with the firms beside the mentions.
    """

    held: list[tuple[Chunk, int]]
    marks: set[str]
    weight: float


def weigh_names(annotation: Annotation, chunks: list[Chunk]) -> list[Chunk]:
    """Gives evidence to the chunks of names for which enough speaks over the whole document; returns them.

    Args:
        annotation: the text.
        chunks: all its chunks, after the rules and the lists.
    """
    names = _open_names(annotation, chunks)
    if not names:
        return []
    places = _Places(annotation, chunks)
    candidates = gather(annotation, list(names.values()), places)
    certain, least = (CERTAIN_IN_PASSAGE, LEAST_IN_PASSAGE) if places.is_passage else (CERTAIN, LEAST)
    sure = [candidate for candidate in candidates if candidate.weight > certain]
    taken = [_taken(annotation, chunk) for candidate in sure for chunk, _ in candidate.held]
    if sure:
        places.count(chunks)
    for held, marks, weight in candidates:
        if weight <= certain and (places.weigh(marks | company_marks(held, places)) if sure else weight) > least:
            taken += [_taken(annotation, chunk) for chunk, _ in held]
    return taken


def _taken(annotation: Annotation, chunk: Chunk) -> Chunk:
    chunk.take("prose")
    _take_possessive(annotation, chunk)
    return chunk


def _open_names(annotation: Annotation, chunks: list[Chunk]) -> dict[str, list[Chunk]]:
    """The chunks of each name that nothing has decided and that may be a firm's; short names of firms are left to the aliases."""
    names: defaultdict[str, list[Chunk]] = defaultdict(list)
    for chunk in chunks:
        facts = chunk.facts
        if not chunk.evidence and chunk.refusal in WEIGHED and facts.weight > LEAST_BY_LETTERS and len(facts.text) > 1:
            names[facts.text].append(chunk)
    if names:
        for chunk in firms_of(chunks):
            for short in short_names(chunk.facts.text, chunk.form_text(annotation)):
                names.pop(short, None)
    return names


def gather(annotation: Annotation, names: Iterable[list[Chunk]], places: _Places) -> list[Candidate]:
    """The names for which something speaks in the places that they stand in; each is given by its mentions."""
    small, of_text, lines = small_words(annotation), _marks_of_text(annotation), places.lines
    found = []
    for chunks in names:
        facts = chunks[0].facts
        held = [(chunk, lines.number(chunk.first)) for chunk in chunks]
        marks = {*facts.marks, *of_text, *marks_by_small(facts, small)}
        if facts.names[-1] in places.people:
            marks.add("people")
        if len(held) > 1:
            marks.add("again")
        if annotation.article is not None and facts.text in (annotation.article.title or ""):
            marks.add("of title")
        for chunk, line in held:
            marks.update(_marks_of_place(annotation, chunk, line, places))
        beside = company_marks(held, places)
        if places.weigh(marks | beside) <= LEAST_BY_PLACE:
            continue
        for chunk in chunks:
            marks |= marks_around(annotation, chunk, chunk.group)
            marks.update(places.frame(annotation, chunk.group))
        if places.is_passage:
            marks |= marks_of_passage(annotation, chunks)
        found.append(Candidate(held, marks, places.weigh(marks | beside)))
    return found


def _marks_of_text(annotation: Annotation) -> list[str]:
    """The marks of the whole text."""
    if annotation.article is None:
        return ["name"]  # of a single passage no figures are expected
    figures = sum([mention.label in ("MONEY", "PERCENT") for mention in annotation.mentions])
    return ["name", "figures, many" if figures >= BUSINESS else "figures, few" if figures else "figures, none"]


class _Places:
    """Where names stand: in which lines, items and enumerations, and how many firms are beside them."""

    def __init__(self, annotation: Annotation, chunks: list[Chunk]) -> None:
        self.is_article = annotation.article is not None
        self.is_passage = not self.is_article and annotation.body is None  # no article's title either
        self.weights = load_weights(PASSAGE_TABLE if self.is_passage else NAME_TABLE)
        self.lines = lines_of(annotation)
        self.people = people_of(annotation, chunks)
        self.sections = sections_of(annotation)
        self.frames: dict[int, tuple[str, ...]] = {}
        self.items = _items(annotation, chunks)
        self.count(chunks)

    def weigh(self, marks: set[str]) -> float:
        """What the marks of a name weigh; in an article each also by the place in which the name stands."""
        return weight_of(marks if self.is_passage else with_place(marks), self.weights)

    def frame(self, annotation: Annotation, group: list[Chunk]) -> tuple[str, ...]:
        """The marks of an enumeration, worked out once."""
        key = group[0].start
        if key not in self.frames:
            self.frames[key] = tuple(_marks_of_frame(annotation, group))
        return self.frames[key]

    def share(self, start: int) -> str:
        """The mark of the share of firms among the items of the list that has one at token `start`."""
        items = self.items[start]
        if id(items) not in self.shares:
            share = len(firms_of(filter(None, items))) / len(items)
            self.shares[id(items)] = f"items, {'none' if not share else 'few' if share < MOST_SHARE else 'most'} sure"
        return self.shares[id(items)]

    def count(self, chunks: Iterable[Chunk]) -> None:
        """Counts what are firms by now."""
        self.shares: dict[int, str] = {}  # by list: what is said of the firms among its items
        firms = firms_of(chunks)
        count = len({chunk.facts.text for chunk in firms})
        self.firms = _FIRMS[min(count, MANY)] if self.is_article else "passage"
        beside = Counter(map(self.lines.number, [chunk.first for chunk in firms]))
        self.beside = {line: _LINES[min(count, MANY)] for line, count in beside.items()}


def _marks_of_place(annotation: Annotation, chunk: Chunk, line: int, places: _Places) -> tuple[str, ...]:
    """The marks of the sentence and line that a mention stands in; "" for one that it has not."""
    first = places.lines.firsts[line]
    if places.lines.is_title(chunk.first):
        where = "in title"
    elif chunk.start and annotation.words[chunk.start - 1].text in _ITEM_MARKS:
        where = "item"
    else:
        where = "opens" if annotation.sentence_of(chunk.first)[0] == chunk.start else "inside"
    return (
        where,
        "opens, plain" if where != "inside" and chunk.facts.is_spoken else "",
        f"refused {chunk.refusal}" if chunk.refusal else "",
        "alone" if chunk.start == first and chunk.tail >= places.lines.lasts[line] else "",
        "section" if first in places.sections else "",
        "bracket" if chunk.brackets else "",
    )


def _marks_of_frame(annotation: Annotation, group: list[Chunk]) -> Iterable[str]:
    """The marks of the enumeration: how long it is, what leads it in and goes on behind it."""
    frame = Frame(annotation, group)
    number = "" if len(group) > 1 else ", alone"
    if len(group) > 1:
        yield "series"
    if len(group) >= LONG_SERIES:
        yield "series, long"
    if frame.lead_in()[1]:
        yield f"led in{number}"
    if frame.goes_on():
        yield f"goes on{number}"
    if frame.are_called_firms():
        yield "called firms"


def company_marks(held: Iterable[tuple[Chunk, int]], places: _Places) -> set[str]:
    """The marks of the firms that stand beside the mentions of a name."""
    found = {places.firms}
    if places.is_article:
        lines = places.beside
        found |= {lines[line] if line in lines else _LINES[0] for _, line in held}
    for chunk, _ in held:
        if len(chunk.group) > 1:
            others = [other for other in chunk.group[:LONGEST_LIST] if other is not chunk]
            found.add(_SERIES[min(len(firms_of(others)), MANY)])
            if "".join([other.refusal for other in others]):
                found.add("series, some refused")
        if chunk.start in places.items:
            found.add(places.share(chunk.start))
    return found


def _items(annotation: Annotation, chunks: list[Chunk]) -> dict[int, list[Chunk | None]]:
    """The heads of all items of a list, for the first token of each."""
    lines, words = lines_of(annotation), annotation.words
    heads = {chunk.start: chunk for chunk in chunks}
    found: dict[int, list[Chunk | None]] = {}
    run: list[Chunk | None] = []
    was_bulleted = False
    for first, last in zip(lines.firsts, lines.lasts, strict=True):
        if first == last:
            continue
        head = first
        while (
            head < last and words[head].width <= LONGEST_BULLET and is_bullet(annotation, head, bulleted=head > first)
        ):
            head += 1
        bulleted = head > first
        if head + 1 < last and words[head].lower == "the":
            head += 1
        is_item = bulleted or last - head <= LONGEST_ITEM
        if run and (bulleted is not was_bulleted or not is_item or len(run) == LONGEST_LIST):
            run = []
        if is_item:
            run.append(heads.get(head))
            if run[-1] is not None:
                found[run[-1].start] = run
        was_bulleted = bulleted
    return {head: items for head, items in found.items() if len(items) >= LEAST_ITEMS}


def _take_possessive(annotation: Annotation, chunk: Chunk) -> None:
    """Adds the "'s" of a name that is not followed by what it would own ("Squire's has stayed")."""
    lowers = annotation.lowers
    if lowers[chunk.end : chunk.end + 1] and lowers[chunk.end] in POSSESSIVES and chunk.tail == chunk.end:
        after = lowers[chunk.end + 1] if chunk.end + 1 < len(lowers) else "."
        if after in AUXILIARIES or after in ("and", ",", ".", "or"):
            chunk.last = chunk.end = chunk.tail = chunk.end + 1
