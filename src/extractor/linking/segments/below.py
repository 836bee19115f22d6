"""Dimensions whose values stand below the line that names them: in a list, in one line, in lines without bullets, numbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.linking.segments.dimensions import has_head, is_dimension, is_label
from extractor.linking.segments.found import Below
from extractor.linking.segments.heads import LONGEST_BARE, NAME_TAIL, Head, head_of, names_dimension
from extractor.linking.segments.labels import is_told
from extractor.linking.segments.patterns import (
    BY_HEADING,
    LEAD_IN,
    OTHER_HEADING,
    OUTLINE_ITEM,
    SEGMENT_LABEL,
    SENTENCE_END,
)
from extractor.linking.segments.runs import OTHER_LABEL
from extractor.linking.segments.tables import tabled
from extractor.linking.segments.values import split_values, value_of

if TYPE_CHECKING:
    from extractor.linking.segments.lines import Line

LONGEST_ITEM = 60  # characters of a value on a line of its own without a bullet
LONGEST_HEAD = 150  # characters of a line that leads a list in
LONGEST_VALUES = 3  # words of each value behind a label
LONGEST_NAME = 6  # words of a value that more is said of, or that stands in a line with others
FEWEST = 2  # values of a list that only its place makes one
FEWEST_OF_SENTENCE = 3  # where a full stop says that it may be a sentence
MOST_VALUES = 40
LEADING = frozenset(("heading", "paragraph", "list_item"))  # kinds of lines that may lead a list in
SEPARATED = re.compile(r"[,;•·|]| / |\(?\b\w\) ")  # "Hard and soft" may be one value
DESCRIBING = (": ", " - ", " – ", " — ")


def below(lines: list[Line], index: int, *, under: bool, of_market: bool) -> Below | None:
    """What stands below a line that names a dimension; most lines name none.

    Args:
        lines: the lines of the document.
        index: which of them may name a dimension.
        under: whether it stands under a heading about segmentation.
        of_market: whether the document speaks of a market: "Ingredients:" over a list is no dimension of a recipe.
    """
    line = lines[index]
    if line.kind == "table_row":
        return tabled(lines, index)
    if index + 1 == len(lines) or line.kind not in LEADING or len(line.text) > LONGEST_HEAD:
        return None
    head = head_of(line)
    if head is None:
        return None
    if lines[index + 1].kind == "list_item" and line.kind != "list_item":
        return _listed(lines, index, head, under=under, of_market=of_market)
    if (
        line.kind == "list_item"
        and (nested := _listed(lines, index, head, under=under, of_market=of_market)) is not None
    ):
        return nested
    return _in_one_line(lines, index, head, under=under) or _in_lines(lines, index, head, under=under)


def may_lead_list(lines: list[Line], index: int) -> bool:
    """Whether a short line stands over a list: it may name a dimension, whatever its words are."""
    return (
        index + 1 < len(lines)
        and lines[index + 1].kind == "list_item"
        and lines[index].kind in ("heading", "paragraph")
        and len(lines[index].text) <= LONGEST_BARE
    )


# ---- a list -------------------------------------------------------------------------------------------------------------


def _listed(lines: list[Line], index: int, head: Head, *, under: bool, of_market: bool) -> Below | None:
    """The list below a line."""
    line = lines[index]
    announced = line.bare.endswith((":", "?")) or (line.kind == "heading" and line.bare.startswith("The "))
    short = not head.sure or head.wording is LEAD_IN.regex  # the items must be, for the head is not enough
    if not (
        head.sure
        or (under and (announced or line.kind == "heading"))
        or (of_market and head.is_of_kind and (announced or line.kind == "list_item"))
        or _in_scheme(lines, index, head)
    ):
        return None
    values: list[str] = []
    own_heads = 0  # items that are labels and name a kind of dimension
    last = index
    for number in range(index + 1, min(len(lines), index + MOST_VALUES)):
        item = lines[number]
        if item.kind != "list_item" or (line.kind == "list_item" and not item.is_below(line)):
            break
        if line.kind != "list_item" and values and item.level > lines[index + 1].level:
            last = number
            continue
        text, label = _described(item.bare)
        if label and _lists(item.bare[len(text) :], plain=has_head(text)):
            return None  # "Wax: Paraffin, Soy": a dimension with its own values
        value = value_of(text) or (text if text.isalpha() else None)
        if value is None or (label and (text.startswith(("By ", "by ")) or not is_dimension(value))):
            return None  # each item is a dimension with its own values
        own_heads += label and has_head(NAME_TAIL.sub("", value))
        if short and len(value.split()) > LONGEST_NAME:
            return None
        values.append(value)
        last = number
    return Below(head.by, values, last) if values and 2 * own_heads <= len(values) else None


def _lists(described: str, *, plain: bool) -> bool:
    """Whether what a list item says behind its label is a list of short values, capitalised unless `plain`."""
    values = described.lstrip(" :–—-").split(", ")
    return len(values) > 1 and all(
        (plain or value[:1].isupper()) and len(value.split()) <= LONGEST_VALUES for value in values
    )


def _in_scheme(lines: list[Line], index: int, head: Head) -> bool:
    """Whether a line names a dimension over its list beside another that does: "Type of service" over a list, "Location" over the next."""
    behind = index + 1
    while behind < len(lines) and lines[behind].kind == "list_item":
        behind += 1
    before = index - 1
    while before >= 0 and lines[before].kind == "list_item":
        before -= 1
    if OTHER_LABEL.search(lines[index].bare) is not None or not all(
        len(lines[at].bare.split()) <= LONGEST_NAME for at in range(index + 1, behind)
    ):
        return False
    others = [
        other
        for at in (before if before < index - 1 else -1, behind)
        if 0 <= at < len(lines) - 1
        and lines[at + 1].kind == "list_item"
        and len(lines[at].bare) <= LONGEST_BARE
        and not OTHER_LABEL.search(lines[at].bare)
        and (other := head_of(lines[at])) is not None
    ]
    return any(head.is_of_kind or other.is_of_kind for other in others)


def _described(text: str) -> tuple[str, bool]:
    """What a list item names and whether more is said of it: "Cats: the fastest-growing segment", "Cats - Tabby, Tortoiseshell"."""
    for mark in DESCRIBING:
        name, found, rest = text.partition(mark)
        if found and rest and len(name.split()) <= LONGEST_NAME:
            return name, True
    return text, False


# ---- one line, or lines without bullets ---------------------------------------------------------------------------------


def _in_one_line(lines: list[Line], index: int, head: Head, *, under: bool) -> Below | None:
    """The line below that writes the values out: "Material" over "Steel, Wood, Glass", "By Use" over "Farms / Gardens"."""
    values = _written_out(lines, index + 1, sure=head.sure)
    if values is None:
        return None
    if not head.sure:
        pair = names_dimension(lines[index]) and (under or _is_pair(lines, index + 2) or _is_pair(lines, index - 2))
        if not pair or SEGMENT_LABEL.match(head.by or ""):
            return None
    return Below(head.by, values, index + 1)


def _is_pair(lines: list[Line], index: int) -> bool:
    """Whether the line at `index` names a dimension, or places or firms, and the next one lists them."""
    return (
        0 <= index < len(lines) - 1
        and (names_dimension(lines[index]) or not is_dimension(lines[index].bare))
        and _written_out(lines, index + 1, sure=False) is not None
    )


def _written_out(lines: list[Line], index: int, *, sure: bool) -> list[str] | None:
    """The values of a line that is nothing but a list; below a `sure` head they may be plain, or a row of cells."""
    line = lines[index]
    row = line.kind == "table_row"
    text = line.text if line.text.startswith("(") else line.bare  # "(1) Steel (2) Glass"
    if row and not (sure and " - " not in text and (index + 1 == len(lines) or lines[index + 1].kind != "table_row")):
        return None
    if not row and (" | " in text or (" - " in text and "," in text)):
        return None
    stop = SENTENCE_END.search(text) if sure else None
    if stop is not None:
        text = text[: stop.start()]
    if ":" in text or text.endswith((".", "?", "!")) or is_told(text) or SEPARATED.search(text) is None:
        return None
    values = split_values(text)
    longest, fewest = (LONGEST_NAME, FEWEST) if stop is None else (LONGEST_VALUES, FEWEST_OF_SENTENCE)
    plain = all(len(value.split()) <= longest and (sure or value[0].isupper()) for value in values)
    return values if len(values) >= fewest and plain and not values[0][0].islower() else None


def _in_lines(lines: list[Line], index: int, head: Head, *, under: bool) -> Below | None:
    """Values on lines of their own, numbered or bare: a list that lost its bullets, up to the next label or heading."""
    line = lines[index]
    named = head.is_of_kind
    numbered = _numbered(lines, index)
    if numbered is not None and (
        head.sure or under or (named and line.text[0].isdigit() and lines[index + 1].bare.startswith(line.text[0]))
    ):
        return Below(head.by, *numbered)
    by_heading = head.wording is BY_HEADING.regex
    label = under and not head.sure and (is_label(line.bare) or (line.bare.endswith(":") and named))
    if line.kind == "list_item" or not (by_heading or (head.sure and named and not head.is_lead_in) or label):
        return None
    values: list[str] = []
    last = index
    for number in range(index + 1, min(len(lines), index + MOST_VALUES)):
        item = lines[number]
        ends = item.kind not in ("heading", "paragraph") or ":" in item.text or len(item.text) > LONGEST_ITEM
        if (
            ends
            or OTHER_HEADING.search(item.text)
            or (
                (other := head_of(item)) is not None
                and other.sure
                and (other.wording is head.wording or other.is_of_kind)
            )
            or (values and not head.sure and is_label(item.text))
        ):
            break
        value = value_of(item.text)
        if value is None:
            break
        values.append(value)
        last = number
    return Below(head.by, values, last) if len(values) >= FEWEST else None


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
