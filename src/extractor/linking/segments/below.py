"""Dimensions whose values stand on the lines below: bulleted lists, lists that lost their bullets, numbered ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.linking.segments.dimensions import has_head, is_dimension, is_label
from extractor.linking.segments.found import Below
from extractor.linking.segments.patterns import (
    ANY_DIMENSION,
    BY_HEADING,
    LEADS_LIST,
    OTHER_HEADING,
    OUTLINE_HEAD,
    OUTLINE_ITEM,
    OUTLOOK_HEADING,
    SEGMENT_LABEL,
)
from extractor.linking.segments.runs import OTHER_LABEL
from extractor.linking.segments.tables import tabled
from extractor.linking.segments.values import split_values, value_of

if TYPE_CHECKING:
    from extractor.linking.segments.lines import Line

LONGEST_BARE = 40  # characters of a value or heading without bullet or "By"
LONGEST_ITEM = 60  # characters of a value below such a heading
LONGEST_HEAD = 150  # characters of a line that leads a list in
LONGEST_VALUES = 3  # words of each value behind a label
LONGEST_NAME = 6  # words of a value that more is said of, or that stands in a line with others
MOST_VALUES = 40
LEADING = frozenset(("heading", "paragraph", "list_item"))  # kinds of lines that may lead a list in
DESCRIBING = (": ", " - ", " – ", " — ")
NAME_TAIL = re.compile(r" (?:Segments?|Outlook|Scope|Covered|Included|Analy[sz]ed)$")  # behind the name of a dimension


def below(lines: list[Line], index: int, under: bool) -> Below | None:
    """What stands below a line that names a dimension: a list, a table, a line with all its values; most lines name none."""
    line = lines[index]
    size = len(line.text)
    found = None
    if line.kind == "table_row":
        found = tabled(lines, index)
    elif line.kind in LEADING and size <= LONGEST_HEAD and index + 1 < len(lines):
        found = listed(lines, index, under)
    if found is None and size <= LONGEST_BARE and index + 1 < len(lines):
        found = paired(lines, index, under)
    return outlined(lines, index) if found is None and line.text[0].isdigit() else found


def may_lead_list(lines: list[Line], index: int) -> bool:
    """Whether a short line stands over a list: it may name a dimension, whatever its words are."""
    return (
        index + 1 < len(lines)
        and lines[index + 1].kind == "list_item"
        and lines[index].kind in ("heading", "paragraph")
        and len(lines[index].text) <= LONGEST_BARE
    )


def listed(lines: list[Line], index: int, under: bool) -> Below | None:
    """A line that names a dimension with its list below."""
    line = lines[index]
    bare = line.bare
    if lines[index + 1].kind != "list_item":
        return _bare(lines, index, under) if line.kind != "list_item" else None
    seen = line.seen
    match = (
        BY_HEADING.match(seen, bare)
        or OUTLOOK_HEADING.match(seen, bare)
        or (LEADS_LIST.search(seen, bare) if bare.endswith(":") else None)
    )
    heads = (line.kind == "heading" or bare.endswith(":")) and under
    if match is None and len(bare) <= LONGEST_BARE and (heads or _in_scheme(lines, index)):
        match = ANY_DIMENSION.match(bare)
    if match is None or not is_dimension(bare if match["by"] is None else match["by"]):
        return None
    nested = line.kind == "list_item"
    values: list[str] = []
    last = index
    for number in range(index + 1, min(len(lines), index + MOST_VALUES)):
        item = lines[number]
        if item.kind != "list_item" or (nested and item.level <= line.level):
            break
        if not nested and values and item.level > lines[index + 1].level:
            last = number
            continue
        text, label = _described(item.bare)
        if label and _lists(item.bare[len(text) :]):
            return None  # "Wax: Paraffin, Soy": a dimension with its own values
        value = value_of(text)
        by = text.startswith(("By ", "by "))
        named = NAME_TAIL.sub("", value) if value is not None else ""
        if value is None or (label and (by or has_head(named) or not is_dimension(value))):
            return None  # each item is a dimension with its own values
        values.append(value)
        last = number
    return Below(match["by"], values, last) if values else None


def _lists(described: str) -> bool:
    """Whether what a list item says behind its label is a list of short values."""
    values = described.lstrip(" :–—-").split(", ")
    return len(values) > 1 and all(value[:1].isupper() and len(value.split()) <= LONGEST_VALUES for value in values)


def _in_scheme(lines: list[Line], index: int) -> bool:
    """Whether a line names a dimension over its list beside another that does: "Type of service" over a list, "Location" over the next."""
    behind = index + 1
    while behind < len(lines) and lines[behind].kind == "list_item":
        behind += 1
    before = index - 1
    while before >= 0 and lines[before].kind == "list_item":
        before -= 1
    own = lines[index].bare
    named = has_head(own)
    others = [
        lines[at].bare
        for at in (before if before < index - 1 else -1, behind)
        if 0 <= at < len(lines) - 1 and lines[at + 1].kind == "list_item" and len(lines[at].bare) <= LONGEST_BARE
    ]
    if OTHER_LABEL.search(own) is not None or not all(
        len(lines[at].bare.split()) <= LONGEST_NAME for at in range(index + 1, behind)
    ):
        return False
    return any((named or has_head(other)) and is_dimension(other) and not OTHER_LABEL.search(other) for other in others)


def _described(text: str) -> tuple[str, bool]:
    """What a list item names and whether more is said of it: "Cats: the fastest-growing segment", "Cats - Tabby, Tortoiseshell"."""
    for mark in DESCRIBING:
        name, found, rest = text.partition(mark)
        if found and rest and len(name.split()) <= LONGEST_NAME:
            return name, True
    return text, False


def _numbered(lines: list[Line], index: int) -> tuple[list[str], int] | None:
    """The values "1.1 Lids", "1.2 Pans" below a line, up to the next number, and the last of their lines."""
    first = OUTLINE_ITEM.match(lines[index + 1].bare) if index + 1 < len(lines) else None
    if first is None:
        return None
    values: list[str] = []
    last = index
    for number in range(index + 1, min(len(lines), index + MOST_VALUES)):
        item = OUTLINE_ITEM.match(lines[number].bare)
        value = value_of(item["value"]) if item is not None and item["number"] == first["number"] else None
        if value is None or OTHER_HEADING.search(value) or len(value) > LONGEST_BARE:
            break
        values.append(value)
        last = number
    return (values, last) if len(values) > 1 else None


def paired(lines: list[Line], index: int, under: bool) -> Below | None:
    """A line that only names a dimension over one that writes its values out: "Material", "Steel, Wood, Glass"."""
    line = lines[index]
    if not _names_dimension(line):
        return None
    values = _written_out(lines[index + 1])
    if values is None:
        return None
    if not (under or _is_pair(lines, index + 2) or _is_pair(lines, index - 2)):
        return None
    by = line.bare.rstrip(" :").removeprefix("By ").removeprefix("by ")
    return Below(by, values, index + 1)


def _is_pair(lines: list[Line], index: int) -> bool:
    """Whether the line at `index` names a dimension, or places or firms, and the next one lists them."""
    return (
        0 <= index < len(lines) - 1
        and (_names_dimension(lines[index]) or not is_dimension(lines[index].bare))
        and _written_out(lines[index + 1]) is not None
    )


def _names_dimension(line: Line) -> bool:
    bare = NAME_TAIL.sub("", line.bare.rstrip(" :"))
    if len(bare) > LONGEST_BARE or "," in bare or not has_head(bare) or SEGMENT_LABEL.match(bare):
        return False
    return is_dimension(bare.removeprefix("By "))


def _written_out(line: Line) -> list[str] | None:
    text = line.bare
    if "," not in text or ":" in text or " | " in text or " - " in text or text.endswith((".", "?", "!")):
        return None
    values = split_values(text)
    plain = all(len(value.split()) <= LONGEST_NAME and value[0].isupper() for value in values)
    return values if len(values) > 1 and plain else None


def _bare(lines: list[Line], index: int, under: bool) -> Below | None:
    """A list that lost its bullets: short lines below "By Type:", up to the next label or heading."""
    bare = lines[index].bare
    match = by_heading = BY_HEADING.match(lines[index].seen, bare) or OUTLOOK_HEADING.match(lines[index].seen, bare)
    if match is None and under and (is_label(bare) or (bare.endswith(":") and has_head(bare))):
        match = ANY_DIMENSION.match(bare)
    outlook = by_heading is not None and by_heading.re is OUTLOOK_HEADING.regex
    if match is None or not is_dimension(match["by"]) or (outlook and not has_head(match["by"])):
        return None
    numbered = _numbered(lines, index)
    if numbered is not None:
        return Below(match["by"], *numbered)
    values: list[str] = []
    last = index
    for number in range(index + 1, min(len(lines), index + MOST_VALUES)):
        item = lines[number]
        ends = item.kind not in ("heading", "paragraph") or ":" in item.text or len(item.text) > LONGEST_ITEM
        if (
            ends
            or OTHER_HEADING.search(item.text)
            or BY_HEADING.match(item.seen, item.text)
            or (values and by_heading is None and is_label(item.text))
        ):
            break
        value = value_of(item.text)
        if value is None:
            break
        values.append(value)
        last = number
    return Below(match["by"], values, last) if len(values) > 1 else None


def outlined(lines: list[Line], index: int) -> Below | None:
    """A numbered dimension with its values numbered below it: "1. Product", "1.1 Lids", "1.2 Pans"."""
    head = OUTLINE_HEAD.match(lines[index].text)
    if head is None or not has_head(head["by"]) or not is_dimension(head["by"]):
        return None
    numbered = _numbered(lines, index)
    if numbered is None or not lines[index + 1].bare.startswith(head["number"]):
        return None
    return Below(head["by"], *numbered)
