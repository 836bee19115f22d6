"""Labels side by side, each with a list of values: "Interface: USB, XLR", "Capsule: Dynamic, Condenser"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.segments.dimensions import has_head, is_dimension
from extractor.linking.segments.labels import label_of
from extractor.linking.segments.lines import Line
from extractor.linking.segments.patterns import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.linking.segments.found import Found

FEWEST_VALUES = 2
FEWEST_LABELS = 2  # of a paragraph that is nothing but labels
FARTHEST = 8  # lines of a run before and behind the label that names a dimension
LONGEST_NAME = 3  # words of a label whose last word names no kind of dimension
LONGEST_VALUE = 5  # words of the values of such a label
# What lists of labels hold beside dimensions: forces, verdicts, facts about a firm.
OTHER_LABEL = late.regex(
    r"\b(?:drivers?|restraints?|challenges?|opportunit\w+|trends?|risks?|barriers?|strengths?|weakness\w*|threats?"
    r"|pros|cons|headquarters?|founded|offices?|contacts?|topics?|tags?|keywords?|sources?|analysts?|editors?|languages?"
    r"|notes?|examples?|why|who|what|where|how|when|best|worst|buy|also|read|related|watch|next|leaders?|winners?"
    r"|losers?|laggards?|fastest|largest|biggest|leading|top|key|makers|producers|firms|clients?|partners?|names?"
    r"|industry|sectors?|outlook|forecast|growth|findings?|highlights?|news|deals?|launches|events?|methods?)\b",
    re.IGNORECASE,
)


def run_of_labels(lines: Sequence[Line], index: int, *, under: bool) -> list[Found]:
    """The labels with their values that stand at a line and beside it, when one of them names a kind of dimension.

    One alone is none: there must be another label, of whatever kind, beside it. `under` when a heading about
    segmentation stands above: then any label does.
    """
    line = lines[index]
    if line.kind == "paragraph" and line.text.count(": ") >= FEWEST_LABELS:
        inside = [label_of(piece, of_any=True) for piece in _pieces(line)]
        if len(inside) >= FEWEST_LABELS and all(inside):
            return _of_run([label for label in inside if label is not None], under=under)
    own = label_of(line, of_any=True)
    if own is None or not (under or _names_kind(own)):
        return []
    run = [own]
    for numbers in (
        range(index - 1, max(-1, index - FARTHEST), -1),
        range(index + 1, min(len(lines), index + FARTHEST)),
    ):
        for number in numbers:
            other = label_of(lines[number], of_any=True) if lines[number].kind == line.kind else None
            if other is None:
                break
            run.append(other)
    return _of_run(run, under=under) if len(run) > 1 else []


def _pieces(line: Line) -> Iterator[Line]:
    """The sentences of a line."""
    start = 0
    for stop in (*(match.start() for match in SENTENCE_END.finditer(line.text)), len(line.text)):
        if text := line.text[start:stop].strip(" ."):
            yield Line(text, line.seen, line.start + start, line.kind, line.level)
        start = stop


def _of_run(run: Sequence[Found], *, under: bool) -> list[Found]:
    sure = under or any(map(_names_kind, run))
    return [label for label in run if sure and (_names_kind(label) or _may_be_dimension(label, under=under))]


def _names_kind(label: Found) -> bool:
    return label.by is not None and has_head(label.by) and len(label.values) >= FEWEST_VALUES and is_dimension(label.by)


def _may_be_dimension(label: Found, *, under: bool) -> bool:
    """Whether a label of another name has a plain list of short values."""
    by = label.by
    if by is None or not is_dimension(by) or len(label.values) < FEWEST_VALUES:
        return False
    if under:
        return True
    return (
        len(by.split()) <= LONGEST_NAME
        and OTHER_LABEL.search(by) is None
        and all(len(value.split()) <= LONGEST_VALUE for value in label.values)
    )
