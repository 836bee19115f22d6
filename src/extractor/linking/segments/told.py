"""Dimensions told in prose, "By material, steel leads. Glass is the choice of ...": the values are what the sentences speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.linking.segments.dimensions import has_head, is_dimension
from extractor.linking.segments.patterns import SENTENCE_END
from extractor.linking.segments.patterns_told import (
    ABSTRACT,
    ALSO_HOLDS,
    ARE_OTHERS,
    BY_PROSE,
    FOLLOWED,
    GENERIC_SUBJECT,
    NAMED_SEGMENT,
    NAMED_SUBJECT,
    NO_MARKET_FIRST,
    NO_NAME,
    RANKED,
    REST,
    STANDING_SUBJECT,
)
from extractor.linking.segments.values import PART_NOUNS, split_values, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.segments.lines import Line

MOST_ITEMS_TOLD = 6  # list items over which a dimension may be told
# What a match of BY_PROSE starts with: to look for that alone is far cheaper.
OPENER = re.compile("By |In terms of |On the basis of |Based on |Among |Of the |; by ")
PLURAL = frozenset(
    "are were hold follow account make take lead dominate generate represent share contribute capture command remain trail lag".split()
)
LONGEST_FOLLOWER = 4  # words


class Told(NamedTuple):
    """A dimension told in prose, its values, and where the telling begins and ends."""

    by: str
    values: list[str]
    start: int
    end: int


def told(lines: list[Line], index: int, annotation: Annotation) -> list[Told]:
    """The dimensions that prose tells: "By material, Steel leads. Glass is the choice of ...": the values are its subjects."""
    line = lines[index]
    ranked = list(_ranked(line)) if RANKED.may_match(line.seen) else []
    return ranked + _opened(lines, index, annotation)


def _ranked(line: Line) -> Iterator[Told]:
    """ "Steel is the leading material, ahead of glass and wood": the dimension is in the sentence."""
    for match in RANKED.finditer(line.seen, line.text):
        values = distinct([match["first"], *split_values(match["values"]), *rest(line.text[match.end() :])])
        if len(values) > 1 and all(len(value.split()) <= LONGEST_FOLLOWER for value in values):
            yield Told(match["by"], values, line.start + match.start(), line.start + match.end())


def _opened(lines: list[Line], index: int, annotation: Annotation) -> list[Told]:
    """What sentences tell that begin with a dimension: "By material, ..."."""
    line = lines[index]
    if not BY_PROSE.may_match(line.seen) or OPENER.search(line.text) is None:
        return []
    found = []
    matches = list(BY_PROSE.finditer(line.seen, line.text))
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(line.text)
        if (item := _told(match, end, lines, index, annotation)) is not None:
            found.append(item)
    return found


def _told(match: re.Match[str], end: int, lines: list[Line], index: int, annotation: Annotation) -> Told | None:
    """What one "By material, ..." tells, up to the next; it may be one value, and another sentence tells the next."""
    line = lines[index]
    if not is_dimension(match["by"]) or NO_MARKET_FIRST.search(match["first"] or match["led"]):
        return None
    if not match["opener"].lower().endswith("by") and not has_head(match["by"]):
        return None  # "In terms of growth, Asia leads"
    first = "led" if match["first"] is None else "first"
    text = line.text[match.end(first) : end]
    if line.kind == "list_item":
        for item in lines[index + 1 : index + MOST_ITEMS_TOLD]:
            if item.kind != "list_item" or OPENER.match(item.text.lstrip("-• ")):
                break
            text += "\n" + item.text
    names = [match[first], *_followers(text), *rest(text), *subjects(text, annotation)]
    values = distinct(names)
    return Told(match["by"], values, line.start + match.start(), line.start + end) if values else None


def distinct(names: list[str]) -> list[str]:
    """The values that names give, each once, however it is written, in order."""
    values = [PART_NOUNS.sub("", value) for name in names if (value := value_of(name)) is not None]
    return list({value.lower(): value for value in reversed(values)}.values())[::-1]


def standing(text: str, annotation: Annotation) -> list[str]:
    """The subjects, capitalised or not, of which a text says how they stand: "Single phase captured 71% of sales"."""
    taken = {mention.text for mention in annotation.mentions}
    names = []
    for found in STANDING_SUBJECT.finditer(text):
        several = found["verb"].lower() in PLURAL
        for name in found["name"].split(" and ") if several else [found["name"]]:
            name = NO_NAME.sub("", name)
            if name and name not in taken and name.lower() not in GENERIC_SUBJECT and not ABSTRACT.search(name):
                names.append(name)
    return names


def _followers(text: str) -> list[str]:
    """What a text says comes next: "..., followed by glass and wood", "..., while glass holds 20%"."""
    stop = SENTENCE_END.search(text)
    text = text[: stop.start()] if stop is not None else text
    match = FOLLOWED.search(text)
    values = split_values(match["values"]) if match is not None else []
    if not all(len(value.split()) <= LONGEST_FOLLOWER and not any(map(str.isdigit, value)) for value in values):
        values = []
    for also in ALSO_HOLDS.finditer(text):
        values += split_values(also["values"])
    return values


def rest(text: str) -> list[str]:
    """What a text says is left: "Glass and wood make up the remainder", "Glass and wood are also covered"."""
    names = []
    for pattern in (REST, ARE_OTHERS):
        if (match := pattern.search(text)) is not None:
            values = split_values(match["values"])
            names += values if all(len(value.split()) <= LONGEST_FOLLOWER for value in values) else []
    return names


def called(text: str) -> list[str]:
    """What a text calls a segment."""
    return [found[1].strip() for found in NAMED_SEGMENT.finditer(text) if " and " not in found[1]]


def subjects(text: str, annotation: Annotation) -> list[str]:
    """The capitalised subjects of a text's sentences that are no companies or places, and what it calls a segment."""
    taken = {mention.text for mention in annotation.mentions}
    names = {name.lower(): name for name in called(text)}
    for found in NAMED_SUBJECT.finditer(text):
        for name in found["name"].split(" and "):
            name = NO_NAME.sub("", name)
            if name and name not in taken:
                names.setdefault(name.lower(), name)
    return list(names.values())
