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
CAPITAL = re.compile(r"(?<=[a-z] )[A-Z][a-z]+")
# What lists of labels hold beside dimensions: forces, verdicts, facts about a firm.
OTHER_LABEL = late.regex(
    r"\b(?:drivers?|restraints?|challenges?|opportunit\w+|trends?|risks?|barriers?|strengths?|weakness\w*|threats?"
    r"|pros|cons|headquarters?|founded|offices?|contacts?|topics?|tags?|keywords?|sources?|analysts?|editors?|languages?"
    r"|notes?|examples?|why|who|what|where|how|when|best|worst|buy|also|read|related|watch|next|leaders?|winners?"
    r"|losers?|laggards?|fastest|largest|biggest|leading|top|key|makers|producers|firms|clients?|partners?|names?"
    r"|industry|sectors?|outlook|forecast|growth|findings?|highlights?|news|deals?|launches|events?|methods?)\b",
    re.IGNORECASE,
)


def run_of_labels(lines: Sequence[Line], index: int, done: set[int], *, under: bool) -> list[Found]:
    """The labels with their values that stand at a line and beside it, when one of them names a kind of dimension.

    One alone is none: there must be another label, of whatever kind, beside it. `under` when a heading about
    segmentation stands above: then any label does. `done` are the places of lines that a run took in already; it grows.
    """
    if index in done:
        return []
    line = lines[index]
    if line.kind == "paragraph" and line.text.count(": ") >= FEWEST_LABELS:
        inside = _inside(line)
        if inside:
            return _of_run(inside, under=under)
    own = label_of(line, of_any=True)
    if own is None or not (under or _names_kind(own)):
        return []
    run, taken = [own], [index]
    for numbers in (
        range(index - 1, max(-1, index - FARTHEST), -1),
        range(index + 1, min(len(lines), index + FARTHEST)),
    ):
        for number in numbers:
            other = label_of(lines[number], of_any=True) if _are_alike(lines[number], line) else None
            if other is None:
                break
            run.append(other)
            taken.append(number)
    if len(run) < FEWEST_LABELS and not _is_listing_row(line, own):
        return []
    fresh = [label for label, number in zip(run, taken, strict=True) if number not in done]
    sure = _of_run(run, under=under)
    done.update(taken)
    return [label for label in fresh if label in sure]


def _is_listing_row(line: Line, label: Found) -> bool:
    """Whether one row of a table lists the values of a kind of dimension, whatever the other rows say: "Form | Rolls, Batts, Strips"."""
    return line.kind == "table_row" and len(label.values) > FEWEST_VALUES and _names_kind(label) and _are_short(label)


def _are_short(label: Found) -> bool:
    return all(len(value.split()) <= LONGEST_VALUE for value in label.values)


def _are_alike(line: Line, other: Line) -> bool:
    """Whether two lines may be of one run: a short label reads as a heading, a long one as a paragraph."""
    return line.kind == other.kind or {line.kind, other.kind} == {"heading", "paragraph"}


def _inside(line: Line) -> list[Found]:
    """The first run of sentences in a paragraph that are labels with their values: "Belt: steel, wood. Use: farms, gardens."."""
    run: list[Found] = []
    for piece in _pieces(line):
        label = label_of(piece, of_any=True)
        if label is None and not run and (start := _last_capital(piece.text)):  # a heading that lost its line
            label = label_of(
                Line(piece.text[start:], piece.seen, piece.start + start, piece.kind, piece.level), of_any=True
            )
        if label is not None:
            run.append(label)
        elif len(run) >= FEWEST_LABELS:
            break
        else:
            run = []
    return run if len(run) >= FEWEST_LABELS else []


def _last_capital(text: str) -> int:
    """Where the last capitalised word before a colon begins."""
    found = CAPITAL.findall(text[: text.find(": ")])
    return text.rfind(found[-1], 0, text.find(": ")) if found else 0


def _pieces(line: Line) -> Iterator[Line]:
    """The sentences of a line."""
    start = 0
    for stop in (*(match.start() for match in SENTENCE_END.finditer(line.text)), len(line.text)):
        text = line.text[start:stop]
        begin = len(text) - len(text.lstrip(" ."))
        if text := text.strip(" ."):
            yield Line(text, line.seen, line.start + start + begin, line.kind, line.level)
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
    return len(by.split()) <= LONGEST_NAME and OTHER_LABEL.search(by) is None and _are_short(label)
