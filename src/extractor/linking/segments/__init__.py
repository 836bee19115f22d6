"""Segments: the dimensions by which a market is split, with their values, from lists, tables, lines and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.anchors import UNKNOWN
from extractor.linking.markets.names import title_case
from extractor.linking.segments.below import below, may_lead_list
from extractor.linking.segments.brackets import brackets
from extractor.linking.segments.collected import Collected
from extractor.linking.segments.dimensions import has_head
from extractor.linking.segments.headed import headed
from extractor.linking.segments.inline import inline
from extractor.linking.segments.labels import about_segments, is_labelled, may_be_label
from extractor.linking.segments.lines import Line, lines_of
from extractor.linking.segments.patterns import HINT, LABEL_HINT
from extractor.linking.segments.runs import run_of_labels
from extractor.linking.segments.tables import columns
from extractor.linking.segments.told import told
from extractor.linking.statements.block_kinds import kinds_of
from extractor.records import Segment

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.cleaning.block import BlockKind

__all__ = ["segments_of"]


FIGURES = frozenset(("MONEY", "PERCENT"))  # of which a text about a market has some


def segments_of(annotation: Annotation, kinds: list[BlockKind] | None = None) -> list[Segment]:
    """The segments of a document: one a dimension, in order of appearance; `kinds` are those of its parts."""
    lines = list(lines_of(annotation, kinds_of(annotation) if kinds is None else kinds))
    found = Collected(annotation)
    of_market = _speaks_of_market(annotation)
    under = False
    in_runs: set[int] = set()
    index = behind_list = 0  # where the line behind the last list is: it may name the next dimension
    while index < len(lines):
        line = lines[index]
        heads = _heads(lines, index)
        under = under if heads is None else heads
        may_list = (
            under or line.seen & HINT or (line.seen & LABEL_HINT and may_be_label(line)) or may_lead_list(lines, index)
        )
        if not may_list and (index != behind_list or not index):
            index += 1
            continue
        beside = columns(lines, index) if line.kind == "table_row" else []
        if beside:
            for column in beside:
                found.add(column.by, column.values, line.start, lines[column.last].end, named=True)
            index = beside[0].last + 1
            continue
        under_it = below(lines, index, under=under, of_market=of_market)
        if under_it is not None:
            found.add(under_it.by, under_it.values, line.start, lines[under_it.last].end, named=True)
            index = behind_list = under_it.last + 1
            continue
        over = headed(lines, index, annotation)
        for prose in told(lines, index, annotation) if over is None else (over,):
            found.add(prose.by, prose.values, prose.start, prose.end, told=True)
        for item in inline(line, under_segments=under) or run_of_labels(lines, index, in_runs, under=under):
            found.add(item.by, item.values, item.start, item.end, told=item.told)
        index += 1
    _from_title(annotation, found)
    return found.settled()


def _speaks_of_market(annotation: Annotation) -> bool:
    """Whether a document names a market, or gives an amount or a rate."""
    title = annotation.title
    return (
        "market" in annotation.lower
        or (title is not None and "market" in title.lower)
        or any(mention.label in FIGURES for mention in annotation.mentions)
    )


def _from_title(annotation: Annotation, found: Collected) -> None:
    """ "Ghee Market by Source (Cow, Mixed), by Channel (Online, Retail)": dimensions that the body does not list."""
    title = annotation.title
    if title is None or "(" not in title.text:
        return
    line = Line(title.text, UNKNOWN, 0, "heading", 0)
    for item in brackets(line, under_segments=False):
        if item.by is not None and title_case(item.by).lower().removesuffix("s") not in found.segments:
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
