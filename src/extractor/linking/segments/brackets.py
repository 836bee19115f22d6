"""Dimensions with their values in brackets: "by Type (A, B), Material (C, D)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.linking.segments.dimensions import has_head, is_dimension
from extractor.linking.segments.found import Found
from extractor.linking.segments.patterns import BEFORE_NAME, BRACKET_CUE
from extractor.linking.segments.values import LISTED, split_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.linking.segments.lines import Line

LONGEST_DIMENSION = 5  # words
BRACKET = re.compile(r"[()\[\]]")
BY_ENDS = re.compile(r"\bby (?:the )?$|\bbasis of $|\bbased on $", re.IGNORECASE)


def brackets(line: Line, *, under_segments: bool) -> Iterator[Found]:
    """ "by Type (A, B), Material (C, D) and Use (E, F)" """
    cue = BRACKET_CUE.search(line.text)
    sure = under_segments or (cue is not None and cue.start() < max(line.text.rfind("("), line.text.rfind("[")))
    for by, values, start, end in bracketed(line.text, sure=sure):
        yield Found(by, split_values(values), line.start + start, line.start + end)


def bracketed(text: str, *, sure: bool) -> Iterator[tuple[str, str, int, int]]:
    """Name, bracketed list and extent; a single one needs a sure context and a name that tells a dimension."""
    found = []
    last = 0
    for start, end in _outer_brackets(text):
        values = text[start + 1 : end]
        phrase = text[last:start].rstrip()
        last = end + 1
        cut = BEFORE_NAME.match(phrase + " ") if phrase else None
        by = (phrase[cut.end() :] if cut is not None else phrase).strip(" -•")
        by_cue = cut is not None and BY_ENDS.search(cut[0]) is not None
        if (
            not by
            or len(by.split()) > LONGEST_DIMENSION
            or not by[0].isalpha()
            or not LISTED.search(values)
            or not is_dimension(by)
        ):
            continue
        found.append((by, values, start - len(by) - 1, end + 1, by_cue or has_head(by)))
    if len(found) > 1 and (sure or all(item[4] for item in found)):
        chosen = found if sure else [item for item in found if item[4]]
    else:
        chosen = [item for item in found if sure and item[4]]
    yield from ((by, values, start, end) for by, values, start, end, _ in chosen)


def _outer_brackets(text: str) -> Iterator[tuple[int, int]]:
    depth = start = 0
    for mark in BRACKET.finditer(text):
        if mark[0] in "([":
            start = start if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, mark.start()
