"""Segments: the dimensions by which a market is split, with their values, from lists, tables, lines and prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.mention import CompanyName, RegionName
from extractor.linking.anchors import UNKNOWN
from extractor.linking.names import title_case
from extractor.linking.segments.below import MOST_VALUES, columns, counted, listed, outlined, paired, tabled
from extractor.linking.segments.brackets import brackets
from extractor.linking.segments.compared import compared
from extractor.linking.segments.dimensions import has_head, is_dimension, is_label
from extractor.linking.segments.found import Found
from extractor.linking.segments.inline import inline
from extractor.linking.segments.labels import about_segments, is_labelled, label_of, may_be_label
from extractor.linking.segments.lines import Line, lines_of
from extractor.linking.segments.patterns import HINT, LABEL_HINT
from extractor.linking.segments.told import told
from extractor.linking.statement import kinds_of
from extractor.records import Evidence, Segment

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.cleaning.article import BlockKind

__all__ = ["segments_of"]

FEWEST_VALUES = 2
SEVERAL = re.compile(r" and | & |, ")
NAME_TAIL = re.compile(r" (?:Segments?|Outlook|Scope)$")


def segments_of(annotation: Annotation, kinds: list[BlockKind] | None = None) -> list[Segment]:
    """The segments of a document: one a dimension, in order of appearance; `kinds` are those of its parts."""
    lines = list(lines_of(annotation, kinds_of(annotation) if kinds is None else kinds))
    found = Collected(annotation)
    under = False
    index = 0
    while index < len(lines):
        line = lines[index]
        heads = _heads(lines, index)
        under = under if heads is None else heads
        if not under and not line.seen & HINT and not (line.seen & LABEL_HINT and may_be_label(line)):
            index += 1
            continue
        beside = columns(lines, index)
        if beside:
            for column in beside:
                found.add(column.by, column.values, line.start, lines[column.last].end, named=True)
            index = beside[0].last + 1
            continue
        below = (
            listed(lines, index, under)
            or tabled(lines, index)
            or counted(lines, index)
            or paired(lines, index, under)
            or (outlined(lines, index) if line.text[0].isdigit() else None)
        )
        if below is not None:
            found.add(below.by, below.values, line.start, lines[below.last].end, named=True)
            index = below.last + 1
            continue
        for prose in told(lines, index, annotation):
            found.add(prose.by, prose.values, prose.start, prose.end)
        for item in inline(line, under_segments=under) or _neighbours(lines, index, under):
            found.add(item.by, item.values, item.start, item.end)
        index += 1
    _from_title(annotation, found)
    return list(found.segments.values()) or compared(annotation, lines)


def _from_title(annotation: Annotation, found: Collected) -> None:
    """ "Ghee Market by Source (Cow, Mixed), by Channel (Online, Retail)": dimensions that the body does not list."""
    title = annotation.title
    if title is None or "(" not in title.text:
        return
    line = Line(title.text, UNKNOWN, 0, "heading", 0)
    for item in brackets(line, under_segments=False):
        if item.by is not None and title_case(item.by).lower() not in found.segments:
            found.add(item.by, item.values, item.start, item.end, titled=True)


def _heads(lines: list[Line], index: int) -> bool | None:
    """Whether a line opens a part about segments (True) or about something else (False); None for a line that opens none."""
    line = lines[index]
    if line.kind != "heading" and line.kind != "paragraph":
        return None
    if about_segments(line):
        opens = not is_labelled(line) if line.kind == "heading" else line.text.endswith(":")
        return True if opens else None
    leads_list = index + 1 < len(lines) and lines[index + 1].kind == "list_item"
    return (
        False
        if line.kind == "heading" and not leads_list and not has_head(line.text) and not is_labelled(line)
        else None
    )


def _neighbours(lines: list[Line], index: int, under: bool) -> list[Found]:
    """ "Type: A, B" without a heading above, or "Container: A, B" under one, when a line beside it is a label of that kind too."""
    own = label_of(lines[index], of_any=under)
    if own is None or own.by is None or len(own.values) < FEWEST_VALUES:
        return []
    if not (has_head(own.by) or (under and is_dimension(own.by))):
        return []
    beside = [lines[number] for number in (index - 1, index + 1) if 0 <= number < len(lines)]
    return [own] if any(label_of(other) is not None for other in beside) else []


class Collected:
    """The segments found so far, by dimension."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.segments: dict[str, Segment] = {}
        self._names: set[str] | None = None

    def add(
        self, by: str | None, values: list[str], start: int, end: int, *, named: bool = False, titled: bool = False
    ) -> None:
        """Takes up values of a dimension, read from the characters `start` to `end` of the body or, with `titled`, of the title.

        With `named`, a list of companies or places is left out unless the dimension tells what it is.
        """
        if not values or (by is None and len(values) < FEWEST_VALUES) or self._is_place(by):
            return
        labels = sum(is_label(value) for value in values)
        of_labels = labels and all(is_label(value) or not is_dimension(value) for value in values)
        if of_labels and any(" " not in value for value in values):
            return  # "is classified into type and end user": names of dimensions
        if named and not (by is not None and has_head(by)) and self._are_names(values):
            return
        name = NAME_TAIL.sub("", title_case(by.strip(" -:"))) if by else None
        source = self.annotation.title if titled else self.annotation
        assert source is not None
        evidence = Evidence(
            start=start, end=end, text=source.text[start:end], field="title" if titled else "text", rule="segments"
        )
        known = self.segments.get((name or "").lower())
        if known is None:
            self.segments[(name or "").lower()] = Segment(
                by=name, values=list(dict.fromkeys(values)), evidence=[evidence]
            )
        elif len(known.evidence) < MOST_VALUES:
            held = {item.lower() for item in known.values}
            merged = known.values + [value for value in values if value.lower() not in held]
            self.segments[(name or "").lower()] = known.model_copy(
                update={"values": merged, "evidence": [*known.evidence, evidence]}
            )

    def _is_place(self, by: str | None) -> bool:
        """Whether a label names places, or firms: "North America: the U.S. and Canada" is no dimension."""
        return by is not None and not has_head(by) and all(part.lower() in self.names for part in SEVERAL.split(by))

    def _are_names(self, values: list[str]) -> bool:
        return 2 * sum(value.lower() in self.names for value in values) > len(values)

    @property
    def names(self) -> set[str]:
        """The companies and places of the document, lower case."""
        if self._names is None:
            self._names = {
                mention.text.lower()
                for mention in self.annotation.mentions
                if isinstance(mention, CompanyName | RegionName)
            }
        return self._names
