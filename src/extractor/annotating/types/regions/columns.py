"""Places in tables, told by the title of their column ("Headquarters", "City")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lines import lines_of
from extractor.annotating.rows import CELL_MARK, is_row
from extractor.annotating.types.regions.candidate import Candidate, tokens_of
from extractor.annotating.types.regions.codes import state_codes
from extractor.annotating.types.regions.places import load_places, unlisted
from extractor.annotating.types.regions.towns import find_town

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.places import Senses

# Cells under these are places, whether or not a table has them ...
_OF_PLACES = late.regex(
    r"\W*(?:hq|h\.q\.|head(?:quarters?|quartered in| office)(?: location| city| country)?|city|town|based in"
    r"|city ?/ ?country|city, (?:state|country))\W*",
    re.IGNORECASE,
)
# ... and under these, which may be titles of anything ("State: liquid"), where one has.
_MAY_BE_OF_PLACES = late.regex(r"\W*(?:location|country|state|origin|country of origin|domicile)\W*", re.IGNORECASE)
# A cell of more words, or of longer ones, is a remark.
LONGEST_NAME = 4
# Between the parts of a cell: "Lima, Peru", "Lima / Peru".
_PARTING = frozenset([",", "/", "(", ")", ";"])


def find_in_columns(annotation: Annotation, accepted: list[Candidate]) -> list[Candidate]:
    """The places that cells of a column of places hold and nothing else has found, and states by their codes ("WA")."""
    if CELL_MARK not in annotation.text:
        return []
    taken = tokens_of(accepted)
    found = []
    for first, last, is_certain in _cells(annotation):
        senses = state_codes().get(annotation.span_text(first, last))
        if senses is None and taken.isdisjoint(range(first, last)):
            senses = _senses(annotation, first, last, is_certain=is_certain)
        if senses is not None:
            found.append(Candidate(first, last, senses))
    return found


def _cells(annotation: Annotation) -> Iterator[tuple[int, int, bool]]:
    """First and last token of each part of the cells under a title of places, and whether the title is one for certain."""
    lines, words = lines_of(annotation), annotation.words
    columns: dict[int, bool] = {}
    width = 0
    for first, last in zip(lines.firsts, lines.lasts, strict=True):
        if first == last or not is_row(annotation, first):
            columns, width = {}, 0
            continue
        marks = [token for token in range(first, last) if words[token].text == CELL_MARK]
        cells = list(zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True))
        if len(cells) != width:
            width = len(cells)
            columns = _columns([annotation.span_text(start, end) if start < end else "" for start, end in cells])
            continue
        for number, is_certain in columns.items():
            for start, end in _parts(annotation, *cells[number]):
                yield start, end, is_certain


def _columns(titles: list[str]) -> dict[int, bool]:
    """The numbers of the columns of places, each with whether its title is one for certain."""
    certain = {number: True for number, title in enumerate(titles) if _OF_PLACES.fullmatch(title)}
    return certain or {number: False for number, title in enumerate(titles) if _MAY_BE_OF_PLACES.fullmatch(title)}


def _parts(annotation: Annotation, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a cell, without white space around them."""
    words = annotation.words
    start = first
    for token in range(first, last + 1):
        if token < last and words[token].text not in _PARTING:
            continue
        begin, end = start, token
        while begin < end and words[begin].is_space:
            begin += 1
        while begin < end and words[end - 1].is_space:
            end -= 1
        if begin < end:
            yield begin, end
        start = token + 1


def _senses(annotation: Annotation, first: int, last: int, *, is_certain: bool) -> Senses | None:
    """What the words of a part mean as a place, or None where they are no name; unknown names count where the title is certain."""
    words = annotation.words[first:last]
    text = " ".join(annotation.span_text(first, last).split())
    known = load_places().get(text)
    if known is not None:
        return known
    if not is_certain or (
        len(words) > LONGEST_NAME
        or not all(word.is_alpha and len(word.text) > 1 for word in words)
        or not words[0].is_capitalized
    ):
        return None
    town = find_town(" ".join(word.lower for word in words))
    name, country = (town[0], town[1][0][:2]) if town is not None else (text, None)
    return unlisted("city", name, country)
