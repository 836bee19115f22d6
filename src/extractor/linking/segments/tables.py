"""Dimensions whose values stand in the columns of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.linking.segments.dimensions import has_head, is_dimension, is_label
from extractor.linking.segments.found import Below
from extractor.linking.segments.patterns import ANY_DIMENSION
from extractor.linking.segments.values import value_of

if TYPE_CHECKING:
    from extractor.linking.segments.lines import Line

FEWEST_COLUMNS = 2  # of a table whose head cells name dimensions
# What a table of goods for buyers gives of each: its rows are offers.
OFFERS = re.compile(r"\b(?:prices?|costs?|ratings?|scores?|warrant(?:y|ies)|pros|cons)\b", re.IGNORECASE)
TOTAL_ROW = re.compile(r"(?:sub-?)?totals?\b|all\b|market\b", re.IGNORECASE)


def columns(lines: list[Line], index: int) -> list[Below]:
    """The columns of a table whose head cells all name dimensions: "By Type | By Use | By Region"."""
    line = lines[index]
    if index and lines[index - 1].kind == "table_row":
        return []
    cells = [cell.strip() for cell in line.text.split(" | ")]
    if sum(cell.startswith(("By ", "by ", "BY ")) for cell in cells) < FEWEST_COLUMNS and not _is_ragged(lines, index):
        return []  # "Type | Use | Note" is over rows that each speak of one thing
    heads = [cell[3:] if cell[:3].lower() == "by " else cell for cell in cells]
    named = [at for at, head in enumerate(heads) if has_head(head) and is_dimension(head)]
    if len(named) < FEWEST_COLUMNS:
        return []
    named += [at for at, head in enumerate(heads) if at not in named and is_dimension(head)]
    last = index
    while last + 1 < len(lines) and lines[last + 1].kind == "table_row":
        last += 1
    rows = [row.text.split(" | ") for row in lines[index + 1 : last + 1]]
    found = []
    for at in named:
        own = [row[at] for row in rows if at < len(row) and any(map(str.isalpha, row[at]))]
        values = [value for cell in own if (value := value_of(cell)) is not None]
        if len(values) > 1:
            found.append(Below(heads[at], list(dict.fromkeys(values)), last))
    return found


def _is_ragged(lines: list[Line], index: int) -> bool:
    """Whether the columns of a table of words are of different lengths, as those of lists side by side are."""
    sizes = set()
    for line in lines[index:]:
        if line.kind != "table_row":
            break
        if line is not lines[index] and any(map(str.isdigit, line.text)):
            return False
        sizes.add(sum(bool(cell.strip(" -–—")) for cell in line.text.split(" | ")))
    return len(sizes) > 1


def tabled(lines: list[Line], index: int) -> Below | None:
    """A table whose first head cell names a dimension: "Product | Share | Outlook"."""
    line = lines[index]
    if index and lines[index - 1].kind == "table_row":
        return None
    cells = line.text.split(" | ")
    match = ANY_DIMENSION.match(cells[0].strip().removeprefix("By ").removeprefix("by "))
    if (
        match is None
        or len(cells) < 2
        or not has_head(match["by"])
        or not is_dimension(match["by"])
        or any(char.isdigit() for char in cells[0])
        or OFFERS.search(line.text) is not None
    ):
        return None
    if "," in cells[1] and not any(map(str.isdigit, cells[1])):
        return None  # "Type | Wet, Dry": each row is a dimension with its values
    values: list[str] = []
    last = index
    for number in range(index + 1, len(lines)):
        if lines[number].kind != "table_row":
            break
        cell = lines[number].text.partition(" | ")[0]
        if cell.startswith(("By ", "by ", "BY ")):
            return None  # each row is a dimension with its values
        value = value_of(cell)
        last = number
        if value is not None and not TOTAL_ROW.match(value):
            values.append(value)
    if len(values) < 2 or all(is_label(value) or not is_dimension(value) for value in values):
        return None  # a table of dimensions: each row is one
    return Below(match["by"], values, last)
