"""Dimensions with their values behind a label: "By Type: A, B", "Type - A, B"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.linking.segments.brackets import bracketed
from extractor.linking.segments.dimensions import SEGMENT_HEADING, has_head, is_dimension
from extractor.linking.segments.found import Found
from extractor.linking.segments.patterns import (
    BY_CHUNK,
    CLAIM,
    LABEL_LINE,
    PARTED,
    SAID,
    SEGMENT_LABEL,
    SENTENCE_END,
    SPLIT_OBJECT,
)
from extractor.linking.segments.values import LISTED, split_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.linking.segments.lines import Line

PARTS = re.compile(r"; ?| \| |\. (?=[A-Z])|, (?=[A-Z][\w /&-]{2,30}: )")
LONGEST_BARE = 40  # characters of a dimension's name that stands alone
CHUNK_MARKS = (":", "|", "–", "—", " - ", ")-")


def chunks(line: Line) -> Iterator[Found]:
    """ "By Type: A, B. By Use: C, D" """
    text = line.text
    if not any(mark in text for mark in CHUNK_MARKS):
        return
    marks = list(BY_CHUNK.finditer(line.seen, text))
    for number, match in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        stop = SENTENCE_END.search(text, match.end(), end)
        end = stop.start() if stop is not None else end
        values = text[match.end() : end].rstrip(" ;|,.")
        if is_told(values) or _lists_in_bracket(match):
            continue
        if (
            not is_dimension(match["by"])
            or LISTED.search(values) is None
            or SPLIT_OBJECT.match(values.removeprefix("The ").removeprefix("the "))
        ):
            continue
        yield Found(
            match["by"], split_values(values), line.start + match.start(), line.start + match.end() + len(values)
        )


def _lists_in_bracket(match: re.Match[str]) -> bool:
    """Whether the values stand in a bracket in front of the mark: "by Form (Powder, Liquid): A Forecast"."""
    bracket = match[0].partition("(")[2]
    return "," in bracket and not any(char.isdigit() for char in bracket)


def labelled(line: Line, under_segments: bool) -> Iterator[Found]:
    """ "Type: A, B" under a heading about segmentation; "Segments: Type - A, B; Use - C, D" anywhere."""
    label = LABEL_LINE.match(line.text)
    if label is None:
        return
    at = line.start + label.start("values")
    end = line.end
    whole = line.text[label.start("by") : label.start("values")].rstrip(" :|-–")
    if SEGMENT_LABEL.match(whole):
        inside = list(bracketed(label["values"], sure=True))
        if inside:
            yield from (Found(by, split_values(values), at + start, at + stop) for by, values, start, stop in inside)
            return
        pieces = PARTS.split(label["values"])
        parts = [parted for piece in pieces if (parted := PARTED.match(piece.strip())) is not None]
        yield from (
            Found(parted["by"], split_values(parted["values"]), at, end)
            for parted in parts
            if is_dimension(parted["by"])
        )
        if not parts and whole.lower().endswith("segments"):
            yield Found(None, split_values(label["values"]), at, end)
        return
    short = line.kind in ("list_item", "table_row") or has_head(label["by"])
    named = is_dimension(label["by"]) and label["by"].lower() not in (
        "attribute",
        "report attribute",
        "parameter",
        "parameters",
    )
    values = _first_sentence(label["values"])
    # "Product segments: steel, wood" needs no heading
    announced = (
        whole[len(label["by"]) :].lstrip()[:1].isalpha()
        and line.text.count(": ") == 1
        and LISTED.search(values) is not None
    )
    if (under_segments or announced) and short and named and not is_told(values):
        yield Found(label["by"], split_values(values), line.start, end)


def _first_sentence(text: str) -> str:
    """A text up to its first full stop: "Steel, glass. Glass grows fastest." lists two values."""
    end = SENTENCE_END.search(text)
    return text[: end.start()] if end is not None else text


def is_labelled(line: Line) -> bool:
    """Whether a line is a label with what it labels: "Type: A, B"."""
    return has_mark(line) and LABEL_LINE.match(line.text) is not None


def has_mark(line: Line) -> bool:
    """Whether a line has a mark that may part a label from what it labels."""
    text = line.text
    return ":" in text or "|" in text or " - " in text or " – " in text


def may_be_label(line: Line) -> bool:
    """Whether a line may be the name of a dimension, or hold one and its values."""
    return len(line.text) <= LONGEST_BARE or has_mark(line) or "(" in line.text


def is_told(text: str) -> bool:
    """Whether what stands behind "By Type:" is a sentence or a claim and no list."""
    return SAID.search(text) is not None or ("," not in text and CLAIM.search(text) is not None)


def label_of(line: Line, *, of_any: bool = False) -> Found | None:
    """The line as a label with its values, when the label names a dimension, a place or firms: "Type: A, B".

    With `of_any` the label may name anything that might be a dimension.
    """
    text = line.text
    if line.kind == "table_row" and text.count(" | ") > 1:
        first, second, _ = text.split(" | ", 2)
        if "," not in second or any(map(str.isdigit, second)):
            return None  # a row of a table of figures
        text = f"{first} | {second}"
    label = LABEL_LINE.match(text) if has_mark(line) else None
    if (
        label is None
        or SEGMENT_LABEL.match(label["by"])
        or not (of_any or has_head(label["by"]) or not is_dimension(label["by"]))
    ):
        return None
    values = _first_sentence(label["values"])
    if LISTED.search(values) is None or is_told(values):
        return None
    return Found(label["by"], split_values(values), line.start, line.end)


def about_segments(line: Line) -> bool:
    """Whether a heading announces segments."""
    return SEGMENT_HEADING.search(line.seen, line.text) is not None
