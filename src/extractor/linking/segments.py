"""Segments: the dimensions by which a market is split, with their values, from lists, tables, lines and prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.mention import CompanyName, RegionName
from extractor.linking.names import title_case
from extractor.linking.segment_patterns import (
    ANY_DIMENSION,
    ARE_KINDS,
    BRACKETED,
    BY_BRACKET,
    BY_COLON,
    BY_HEADING,
    BY_LINE,
    BY_PROSE,
    BY_TELLS,
    BY_WORD,
    COUNTED,
    HINTS,
    INTO,
    INTO_SIGNS,
    KIND_HEADING,
    LABEL_LINE,
    LEADS_LIST,
    NAMED_SUBJECT,
    NOT_DIMENSION,
    OUTLOOK_HEADING,
    PARTED,
    SEGMENT_HEADING,
    SEGMENT_LABEL,
    SPLIT_STEMS,
    TABLE_DIMENSION,
    TELL_SIGNS,
    TELLS_APART,
    TYPES_ARE,
)
from extractor.linking.segment_values import split_values, value_of
from extractor.linking.statement import kind_of
from extractor.records import Evidence, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

LONGEST_BARE = 40  # characters of a value or heading without bullet or "By"
MOST_VALUES = 40
LONGEST_LINE = 5_000  # characters; a longer line is no prose


class Line(NamedTuple):
    """One line of the body with what its block is."""

    text: str
    start: int
    kind: str
    level: int


def segments_of(annotation: Annotation) -> list[Segment]:
    """The segments of a document: one a dimension, in order of appearance."""
    lines = list(_lines(annotation))
    names = {mention.text.lower() for mention in annotation.mentions if isinstance(mention, CompanyName | RegionName)}
    lower = annotation.text.lower()
    hints = [hint for hint in HINTS if hint in lower]
    found: dict[str, Segment] = {}
    under = ""
    index = 0
    while index < len(lines):
        line = lines[index]
        heads = line.kind == "heading" and not LABEL_LINE.match(line.text)
        if heads and (SEGMENT_HEADING.search(line.text) or not _leads_list(lines, index)):
            under = line.text
        items = _listed(lines, index, under)
        if items is not None:
            by, values, last = items
            _add(found, names, by, values, annotation, line.start, lines[last].start + len(lines[last].text))
            index = last + 1
            continue
        if not _hinted(line.text, hints) and not SEGMENT_HEADING.search(under):
            index += 1
            continue
        table = _tabled(lines, index)
        if table is not None:
            by, values, last = table
            _add(found, names, by, values, annotation, line.start, lines[last].start + len(lines[last].text))
            index = last + 1
            continue
        prose = _told(lines, index, annotation)
        if prose is not None:
            by, values, end = prose
            _add(found, set(), by, values, annotation, line.start, end)
        for by, text, start, end in _inline(line, under):
            _add(found, set(), by, split_values(text), annotation, start, end)
        index += 1
    return list(found.values())


def _hinted(text: str, hints: list[str]) -> bool:
    lower = text.lower()
    return lower.endswith("by") or any(hint in lower for hint in hints)


def _lines(annotation: Annotation) -> Iterator[Line]:
    text = annotation.text
    for part in annotation.parts:
        if part.last <= part.first:
            continue
        at, end = annotation.starts[part.first], annotation.end(part.last - 1)
        for raw in text[at:end].split("\n"):
            if raw.strip() and len(raw) <= LONGEST_LINE:
                kind: str = kind_of(annotation, part)
                if kind == "paragraph" and raw.startswith(("- ", "• ", "* ")):
                    kind = "list_item"
                elif kind == "paragraph" and " | " in raw:
                    kind = "table_row"
                yield Line(raw.rstrip(), at, kind, part.level)
            at += len(raw) + 1


def _leads_list(lines: list[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].kind == "list_item"


def _bare_values(lines: list[Line], index: int) -> tuple[list[str], int]:
    """The values of a list that lost its bullets: short lines below "By Type:", up to the next label."""
    values: list[str] = []
    last = index
    for number in range(index + 1, min(len(lines), index + MOST_VALUES)):
        item = lines[number]
        value = value_of(item.text) if item.kind == "heading" and ":" not in item.text and len(item.text) <= LONGEST_BARE else None
        if value is None or BY_HEADING.match(item.text):
            break
        values.append(value)
        last = number
    return values, last


def _listed(lines: list[Line], index: int, under: str) -> tuple[str | None, list[str], int] | None:
    """A "By X" line with its list below: dimension, values, index of the last item."""
    line = lines[index]
    if line.kind not in ("heading", "paragraph", "list_item") or index + 1 >= len(lines) or len(line.text) > 150:
        return None
    bare = line.text.lstrip("-•*▪·●◦‣ ").strip()
    if lines[index + 1].kind != "list_item":
        match = BY_HEADING.match(bare) if bare.endswith(":") and line.kind != "list_item" else None
        if match is None or NOT_DIMENSION.search(match["by"]):
            return None
        bare_values, below = _bare_values(lines, index)
        return (match["by"], bare_values, below) if len(bare_values) > 1 else None
    match = BY_HEADING.match(bare) or OUTLOOK_HEADING.match(bare) or (LEADS_LIST.search(bare) if bare.endswith(":") else None) or KIND_HEADING.match(bare)
    if match is None and line.kind == "heading" and SEGMENT_HEADING.search(under) and len(bare) <= LONGEST_BARE:
        match = ANY_DIMENSION.match(bare)
    if match is None or NOT_DIMENSION.search(bare if match["by"] is None else match["by"]):
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
        value = value_of(item.text.lstrip("-•*▪·●◦‣ "))
        if value is None or (": " in value and "," in value):
            return None
        values.append(value)
        last = number
    return (match["by"], values, last) if values else None


def _tabled(lines: list[Line], index: int) -> tuple[str, list[str], int] | None:
    """A table whose first head cell names a dimension: "Product | Share | Outlook"."""
    line = lines[index]
    if line.kind != "table_row" or (index and lines[index - 1].kind == "table_row"):
        return None
    cells = line.text.split(" | ")
    match = TABLE_DIMENSION.match(cells[0].strip())
    if match is None or len(cells) < 2 or any(char.isdigit() for char in cells[0]):
        return None
    values: list[str] = []
    last = index
    for number in range(index + 1, len(lines)):
        if lines[number].kind != "table_row":
            break
        value = value_of(lines[number].text.split(" | ")[0])
        last = number
        if value is not None and not re.match(r"(?:sub-?)?totals?\b|all\b|market\b", value, re.IGNORECASE):
            values.append(value)
    return (match["by"], values, last) if len(values) > 1 else None


def _told(lines: list[Line], index: int, annotation: Annotation) -> tuple[str, list[str], int] | None:
    """A dimension told in prose: "By material, Steel leads. Glass is the choice of ...", capitals telling the values."""
    line = lines[index]
    match = BY_PROSE.search(line.text) if "By " in line.text or "by " in line.text[:5] else None
    if match is None or NOT_DIMENSION.search(match["by"]) or re.search(r"\b(?:market|industry|report|study)\b", match["first"]):
        return None
    end = len(line.text)
    following = BY_PROSE.search(line.text, match.end())
    if following is not None:
        end = following.start()
    text = line.text[match.end("first") : end]
    if line.kind == "list_item":
        for item in lines[index + 1 : index + 6]:
            if item.kind != "list_item" or BY_PROSE.search(item.text):
                break
            text += "\n" + item.text
    names = [match["first"]]
    taken = {mention.text for mention in annotation.mentions}
    for found in NAMED_SUBJECT.finditer(text):
        for name in re.split(r" and ", found["name"]):
            name = re.sub(r"^(?:The|A|An|In|It|Its|This|That|These|Those|They|Both|Others?|Each|Demand|Sales|Growth)\b ?", "", name)
            if name and name not in taken and name.lower() not in {known.lower() for known in names}:
                names.append(name)
    values = [value for name in names if (value := value_of(name)) is not None]
    return (match["by"], values, line.start + end) if len(values) > 1 else None


def _inline(line: Line, under: str) -> Iterator[tuple[str | None, str, int, int]]:
    text = line.text
    matched = False
    has_mark = ":" in text or "|" in text or "–" in text or "—" in text or " - " in text  # the patterns below are dear: look first
    for match in BY_LINE.finditer(text) if has_mark and BY_WORD.search(text) else ():
        if NOT_DIMENSION.search(match["by"]):
            matched = True
            continue
        values = match["values"]
        following = re.search(r"\. (?=[A-Z])", values)
        end = match.start("values") + (following.start() if following else len(values))
        matched = True
        if re.search(r",|;|\||\band\b", text[match.start("values") : end]):
            yield match["by"], text[match.start("values") : end], line.start + match.start(), line.start + end
        if following:
            rest = Line(text[end + 2 :], line.start + end + 2, line.kind, line.level)
            yield from _inline(rest, under)
            return
    if matched:
        return
    label = LABEL_LINE.match(text)
    if label is not None and SEGMENT_LABEL.match(label["by"]) and PARTED.match(label["values"]):
        at = line.start + label.start("values")
        for part in label["values"].split(";"):
            parted = PARTED.match(part.strip())
            if parted is not None and not NOT_DIMENSION.search(parted["by"]):
                yield parted["by"], parted["values"], at, line.start + len(text)
        return
    short = line.kind in ("list_item", "table_row") or (line.kind == "heading" and "," in text)
    if label is not None and SEGMENT_HEADING.search(under) and short:
        if not NOT_DIMENSION.search(label["by"]) and label["by"].lower() not in ("attribute", "report attribute", "parameter", "parameters"):
            yield label["by"], label["values"], line.start, line.start + len(text)
        return
    if " (" in text and BY_BRACKET.search(text):
        for match in BRACKETED.finditer(text, text.lower().find("by ")):
            if ("," in match["values"] or " and " in match["values"]) and not NOT_DIMENSION.search(match["by"]):
                yield match["by"], match["values"], line.start + match.start(), line.start + match.end()
        return
    if line.kind == "paragraph":
        for match in BY_COLON.finditer(text) if ": " in text else ():
            if not NOT_DIMENSION.search(match["by"]):
                yield match["by"], match["values"], line.start + match.start("values"), line.start + match.end("values")
        for pattern, signs in ((COUNTED, (": ",)), (ARE_KINDS, (" are the ",)), (TELLS_APART, TELL_SIGNS)):
            for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
                by = match.groupdict().get("by")
                if by is None and (told := BY_TELLS.search(text[: match.start("values")])):
                    by = told["by"]
                if by is None or not NOT_DIMENSION.search(by):
                    yield by, match["values"], line.start + match.start("values"), line.start + match.end("values")
        for match in INTO.finditer(text) if any(sign in text for sign in INTO_SIGNS) and any(stem in text for stem in SPLIT_STEMS) else ():
            by = match["ahead"] or match["behind"] or match["active"] or match["subject"]
            if by and NOT_DIMENSION.search(by):
                continue
            yield by, match["values"], line.start + match.start("values"), line.start + match.end("values")
        for match in TYPES_ARE.finditer(text) if " are " in text or " include " in text else ():
            if not NOT_DIMENSION.search(match["by"]):
                yield match["by"], match["values"], line.start + match.start("values"), line.start + match.end("values")


def _add(found: dict[str, Segment], names: set[str], by: str | None, values: list[str], annotation: Annotation, start: int, end: int) -> None:
    if not values or (by is None and len(values) < 2):
        return
    sure = by is not None and TABLE_DIMENSION.match(by.strip()) is not None
    if not sure and 2 * sum(value.lower() in names for value in values) > len(values):
        return  # a list of companies or places
    name = title_case(by.strip(" -:")) if by else None
    if name:
        name = re.sub(r" (?:Segments?|Outlook|Scope)$", "", name)
    key = (name or "").lower()
    evidence = Evidence(start=start, end=end, text=annotation.text[start:end], rule="segments")
    if key in found:
        known = found[key]
        if len(known.evidence) >= MOST_VALUES:
            return
        merged = known.values + [value for value in values if value.lower() not in {item.lower() for item in known.values}]
        found[key] = known.model_copy(update={"values": merged, "evidence": [*known.evidence, evidence]})
        return
    found[key] = Segment(by=name, values=list(dict.fromkeys(values)), evidence=[evidence])
