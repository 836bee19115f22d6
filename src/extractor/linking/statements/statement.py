"""Statements: the sentences and table rows that hold figures, as text in which every mention is a placeholder.

Cue patterns run on the placeholder text, so that one pattern serves all wordings of an amount or a year:

    The kelp market was valued at USD 5.2 billion in 2022   ->   the kelp market was valued at <m> in <y>
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor import late
from extractor.anchors import ANCHORS, UNKNOWN
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName, Years
from extractor.linking.statements.block_kinds import kinds_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.cleaning.block import BlockKind
    from extractor.linking.statements.topic import Topic

LABELLED_FIGURE = late.regex(r"[:–] ?[^ ]{0,4}\d")  # "Europe: 27%" is an item and heads nothing
# A "sentence" with more figures or more text around them is a table run together or hostile: it is cut.
MOST_MENTIONS = 60
LONGEST_REACH = 1_500
# Lines longer than this lead into nothing.
LONGEST_LEAD = 300
# A year range of more than this many years is no fiscal year ("FY2022-23").
FISCAL_SPAN = 1
NAMED_PERIOD = late.regex(r"period|horizon|time ?frame|timeline", re.IGNORECASE)
STATED_YEAR = late.regex(r"\b(?:19|20)\d\d\b")
STATED_PERIOD = late.regex(r"\b((?:19|20)\d\d) ?(?:-|–|—|/|to|through|until) ?((?:19|20)\d\d)\b")
FISCAL = late.regex(r"FY|[Ff]iscal|\b\d{4} ?[-–/] ?\d\d$")


class Item(NamedTuple):
    """A mention in a statement: `start` and `end` are offsets into the placeholder text."""

    mention: Mention
    start: int
    end: int


@dataclass(slots=True)
class Statement:
    """A sentence, list item, table row or heading with its mentions.

    Attributes:
        shape: lower-cased text with placeholders <m> money, <r> rate, <y> year, <p> period, <g> region, <c> company.
        items: its mentions in order.
        start, end: character offsets in the annotation's text.
        heading: lower-cased text of the nearest heading above, or "".
        lead: lower-cased text of the line above: a question, a lead-in, the label of a value; or "".
        before: the sentence before in the same block, or "".
        question: the question on the line above that the statement answers.
        head: lower-cased head cells of its table, when that has three columns or more.
        of: gives the items whose mention is of a kind; not to be changed.
        clauses: what the clauses that start at a position speak of, and up to where that was read (topic_reader.py).
        verbless: up to where no verb was found in the clauses that start at a position.
        columns: for figures of such a row, by position, the year or period in the head of their column.
    """

    annotation: Annotation
    shape: str
    items: list[Item]
    start: int
    end: int
    kind: BlockKind
    field: Literal["text", "title"]
    part: int
    of: Callable[[type[Mention]], list[Item]]
    heading: str = ""
    lead: str = ""
    before: str = ""
    question: Statement | None = None
    head: list[str] = dataclasses.field(default_factory=list)
    columns: dict[int, Item] = dataclasses.field(default_factory=dict)
    clauses: dict[int, tuple[int, Topic | None]] = dataclasses.field(default_factory=dict)
    verbless: dict[int, int] = dataclasses.field(default_factory=dict)
    _first: dict[tuple[re.Pattern[str], int], re.Match[str] | None] = dataclasses.field(default_factory=dict)
    _anchors: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    _seen: int = UNKNOWN
    _seen_size: int = 0

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match anywhere in the shape: searched once, however many figures ask."""
        key = pattern, len(self.shape)
        if key not in self._first:
            self._first[key] = pattern.search(self.shape)
        return self._first[key]

    def column(self, item: Item) -> int:
        """In which cell of a table's row an item stands, from 0."""
        return self.shape.count(" | ", 0, item.start)

    @property
    def seen(self) -> int:
        """The bits of its words (anchors.py)."""
        if self._seen_size != ANCHORS.size:  # not looked at yet, or before more needs were taken up
            self._seen, self._seen_size = ANCHORS.seen(self.shape), ANCHORS.size
        return self._seen

    def char(self, position: int) -> int:
        """Character offset in the annotation's text of a position in `shape`."""
        at, start = self._anchors[bisect_right(self._anchors, (position, 1 << 60)) - 1]
        return start + position - at

    def surface(self, start: int, end: int) -> str:
        """The original characters behind `shape[start:end]`."""
        return self.annotation.text[self.char(start) : self.char(end)]


class _ByKind(dict[type["Mention"], list[Item]]):
    """The items of a statement by the kind of their mention; of a kind that it has none of, an empty list."""

    def __missing__(self, kind: type[Mention]) -> list[Item]:
        return NO_ITEMS


NO_ITEMS: list[Item] = []


def is_single(mention: Years) -> bool:
    """Whether the mention stands for one year: a calendar year, or a fiscal year such as 2022-23."""
    span = mention.end_year - mention.start_year
    return span == 0 or (span <= FISCAL_SPAN and FISCAL.search(mention.text) is not None)


def heading_year(statement: Statement) -> int | None:
    """The only year in the heading above, as in "Market by province, 2023"; None where it names none or several."""
    years = {int(year) for year in STATED_YEAR.findall(statement.heading)}
    return years.pop() if len(years) == 1 else None


def heading_period(statement: Statement) -> tuple[int, int] | None:
    """The only period in the heading above, as in "CAGR by country, 2024 to 2034"."""
    periods = {(int(start), int(end)) for start, end in STATED_PERIOD.findall(statement.heading)}
    return periods.pop() if len(periods) == 1 else None


MARKS: dict[type[Mention], str] = {Money: "<m>", Rate: "<r>", RegionName: "<g>", CompanyName: "<c>"}
FIGURES = frozenset((Money, Rate, Years))


def placeholder(mention: Mention) -> str | None:
    """What stands for `mention` in a shape; None for a mention that stays text."""
    if isinstance(mention, Years):
        if mention.relative and NAMED_PERIOD.search(mention.text):
            return None  # "the forecast period": what it is follows from the facts (inferred_periods.py)
        return "<y>" if is_single(mention) else "<p>"
    return MARKS.get(type(mention))


def statement_of(
    annotation: Annotation,
    mentions: list[Mention],
    start: int,
    end: int,
    kind: BlockKind,
    where: Literal["text", "title"],
    part: int,
) -> Statement:
    """The statement of the characters `start` to `end`, which hold `mentions`."""
    lower = annotation.lower
    pieces: list[str] = []
    items: list[Item] = []
    by_kind = _ByKind()
    anchors: list[tuple[int, int]] = [(0, start)]
    length = 0
    done = start
    for mention in mentions:
        mark = MARKS.get(type(mention)) or placeholder(mention)
        if mark is None or mention.start < done:
            continue
        pieces += (lower[done : mention.start], mark)
        length += mention.start - done
        anchors.append((length, mention.start))
        item = Item(mention, length, length + len(mark))
        items.append(item)
        by_kind.setdefault(type(mention), []).append(item)
        length += len(mark)
        anchors.append((length, mention.end))
        done = mention.end
    pieces.append(lower[done:end])
    shape = "".join(pieces).replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")
    return Statement(annotation, shape, items, start, end, kind, where, part, by_kind.__getitem__, _anchors=anchors)


def statements_of(
    annotation: Annotation, where: Literal["text", "title"], kinds: list[BlockKind] | None = None
) -> list[Statement]:
    """The statements of an annotation that hold a figure (money, rate or year), in order; `kinds` are those of its parts."""
    found: list[Statement] = []
    mentions = annotation.mentions
    kinds = kinds_of(annotation) if kinds is None else kinds
    headings = _headings(annotation, kinds)
    index = 0
    count = len(mentions)
    while index < count:
        first, last = annotation.sentence_of(mentions[index].first)
        number = annotation.part_of(mentions[index].first)  # a sentence may start at the space in front of its block
        if kinds and kinds[number] == "table_row":
            first, last = annotation.parts[number].first, annotation.parts[number].last
        opening, most = index, min(count, index + MOST_MENTIONS)
        while index < most and mentions[index].first < last:
            index += 1
        group = mentions[opening:index]
        if FIGURES.isdisjoint(map(type, group)):
            continue
        while group[-1].last > last:  # "1,2 Mrd. Euro": a sentence does not end inside a figure
            last = annotation.sentence_of(group[-1].last - 1)[1]
            while index < most and mentions[index].first < last:
                group.append(mentions[index])
                index += 1
        start, end = annotation.starts[first], annotation.end(last - 1)
        if index < count and mentions[index].first < last:  # far more than a sentence holds: go on with a new statement
            end = mentions[index].start
        start = max(start, group[0].start - LONGEST_REACH)
        end = max(min(end, group[-1].end + LONGEST_REACH), group[-1].end)
        part = annotation.parts[number] if annotation.parts else None
        kind: BlockKind = kinds[number] if part is not None else "paragraph"
        statement = statement_of(annotation, group, start, end, kind, where, number)
        statement.heading = headings[number] if number < len(headings) else ""
        statement.lead = _line_above(annotation, start)
        if part is not None and first > part.first:
            before, _ = annotation.sentence_of(first - 1)
            before = max(before, part.first)
            statement.before = annotation.text[max(annotation.starts[before], start - LONGEST_REACH) : start].rstrip()
        found.append(statement)
    return found


def mentions_between(annotation: Annotation, start: int, end: int) -> list[Mention]:
    """The mentions that start in the characters `start` to `end` (excluded)."""
    mentions = annotation.mentions
    first = bisect_left(mentions, start, key=START)
    return mentions[first : bisect_left(mentions, end, lo=first, key=START)]


START = attrgetter("start")


def _headings(annotation: Annotation, kinds: list[BlockKind]) -> list[str]:
    texts: list[str] = []
    current = ""
    for part, kind in zip(annotation.parts, kinds, strict=True):
        if kind == "heading" and part.last > part.first:
            text = annotation.lower[annotation.starts[part.first] : annotation.end(part.last - 1)]
            current = current if LABELLED_FIGURE.search(text) else text
        texts.append(current)
    return texts


def _line_above(annotation: Annotation, start: int) -> str:
    text = annotation.text
    line = start
    while line > 0 and text[line - 1] in " -•*":
        line -= 1
    if line == 0 or text[line - 1] != "\n":
        return ""  # not the first sentence of its line
    end = line
    while end > 0 and text[end - 1] in "\n ":
        end -= 1
    begin = text.rfind("\n", max(0, end - LONGEST_LEAD), end) + 1
    return annotation.lower[max(begin, end - LONGEST_LEAD) : end]
