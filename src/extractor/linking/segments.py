"""Segments: the dimensions by which a market is split, with their values, from lists, tables, lines and prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.linking.names import title_case
from extractor.records import Evidence, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

DIMENSION = r"(?P<by>[A-Za-z][\w/&’'()-]*(?: (?!the\b|market\b)[\w/&’'()-]+){0,5}?)"
# "By Type: A, B", "By Type | A, B", "Type - A, B" under a segment heading.
BY_LINE = re.compile(rf"(?:^|(?<=[.;:] )|(?<=\n))(?:[-•*] )?(?:\d[.)] )?(?:(?:[Bb]reak-?(?:up|down)|[Ss]egment(?:ation|ed|s)?|[Mm]arket(?: [Ss]egmentation)?|[Ii]nsights?|[Aa]nalysis) )?[Bb](?:y|ased on) (?:the )?{DIMENSION}(?: (?:[Oo]utlook|[Ss]egments?|[Ss]cope|[Aa]nalysis|[Ii]nsights?))?(?: \([^()\n]{{1,60}}\))? ?(?::|\||–|—| - ) ?(?P<values>[^\n]+)")
LABEL_LINE = re.compile(rf"^(?:[-•*] )?{DIMENSION}(?: (?:[Oo]utlook|[Ss]egments?|[Ss]cope|[Ii]nsights?))?(?: \([^()\n]{{1,60}}\))? ?(?::|\|| - | – ) ?(?P<values>[^\n]+)$")
BY_HEADING = re.compile(
    rf"^(?:[\d.]+ )?(?:[^\n]{{0,80}}?\b)?(?:[Bb]y|BY|[Bb]ased [Oo]n|[Oo]n [Tt]he [Bb]asis [Oo]f) (?:the )?{DIMENSION}(?: (?:[Oo]utlook|[Ss]egments?|[Ii]nsights?|[Aa]nalysis|[Tt]ype))?(?: \([^()\n]*\))*(?:, (?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d)?(?:,? \([^()\n]*\))*(?: ?\([^()]*\))? ?[:\-–]?$"
)
OUTLOOK_HEADING = re.compile(rf"^(?:[-•*] )?{DIMENSION} (?:Outlook|Segments?|Segmentation|Scope|Insights)(?: \([^()\n]*\))? ?:?$")
# "Market by Age (Adults, Teenagers), Material (Steel, Glass), and End User (Homes, Others)"
BRACKETED = re.compile(r"(?:\b[Bb]y|,|\b[Aa]nd|,\s+[Aa]nd|&|;)\s+(?:by\s+)?(?P<by>[A-Za-z][\w/&’'-]*(?: [\w/&’'-]+){0,4}?) \((?P<values>[^()]{3,400})\)")
BY_BRACKET = re.compile(r"\b[Bb]y [\w/&’' -]{2,40} \(")
# "By origin the study has three lines: A, B and C"
BY_COLON = re.compile(r"(?:^|(?<=[.] ))[Bb]y (?P<by>[\w/&’'-]+(?: [\w/&’'-]+){0,2}?),? (?:the|it|there|we) [^.:\n]{3,60}: (?P<values>[^.;\n]+)")
# "By material, Steel leads": the first value of a dimension told in prose.
BY_PROSE = re.compile(r"(?:^|(?<=[.] )|(?<=\n)|(?<=- ))[Bb]y (?P<by>[a-z][\w/&’'-]*(?: [a-z][\w/&’'-]*){0,2}), (?:the )?(?P<first>[\w&’'/-]+(?: [\w&’'/-]+){0,4}?)(?: segment| category)? (?P<verb>remains?|leads?|led|dominate[sd]?|holds?|held|accounts?|accounted|makes?|made|is|was|are|were|contribute[sd]?|captured?|takes?|took|represent(?:s|ed)|has|had|still|continues?|comes?)\b")
NAMED_SUBJECT = re.compile(r"(?:^|[.;,] |\n(?:- )?|\b(?:while|and|whereas|although|but) )(?P<name>[A-Z][\w&’'/-]*(?: (?:and |& )?[A-Z][\w&’'/-]*){0,3})(?: (?:segments?|category|dealers|sales|movement|type|systems?|formats?))? (?:is|are|was|were|remains?|serves?|survives?|holds?|held|follows?|comes?|leads?|led|grows?|has|have|helps?|help|still|gains?|accounts?|attracts?|suits?|suit|make|makes|cover|covers)\b")
TABLE_DIMENSION = re.compile(r"^(?:by )?(?P<by>(?:product|material|end[- ]use[r]?|distribution|service|technology|component|deployment|vehicle|application|sales)?[ -]?(?:types?|products?|applications?|segments?|materials?|technolog(?:y|ies)|channels?|end[- ]users?|end[- ]uses?|components?|categor(?:y|ies)|grades?|forms?|sources?|services?|industr(?:y|ies)|verticals?))$", re.IGNORECASE)
KINDS = r"(?:kinds?|types?|forms?|segments?|categories|models?|grades?|classes|groups|formats?|families|lines|variants|technologies|materials|channels|applications|uses|products|sizes|end[- ]uses|end[- ]users?)"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|the following|these)"
# "Three forms are counted: A, B and C"; a line that ends on the colon leads a list in.
COUNTED = re.compile(rf"\b{NUMBER} (?:main |broad |key |product |distinct )?(?P<by>{KINDS})\b[^.:\n]{{0,40}}: (?P<values>[^.;\n]+)", re.IGNORECASE)
LEADS_LIST = re.compile(rf"(?:\b{NUMBER} (?:main |broad |key |product |distinct )?(?P<by>{KINDS})\b[^.:\n]{{0,40}}|\b(?:{KINDS} (?:covered|include|included|analy[sz]ed|studied|are)|segmented|divided|split|classified|categori[sz]ed)\b[^.:\n]{{0,40}}):$", re.IGNORECASE)
# "A, B and C are the three grades"
ARE_KINDS = re.compile(rf"(?:^|(?<=[.] ))(?P<values>[A-Z][\w&’'/ ,-]{{3,150}}?) are the (?:main |key |{NUMBER} )*(?P<by>{KINDS})\b")
# "The study distinguishes Dry Food, Wet Food and Treats": the values are capitalised.
TELLS_APART = re.compile(r"\b(?:study|report|outlook|tracker|survey|analysis|research|forecast|market)(?: (?:further|also|mainly))? (?:distinguishes|separates|covers|recogni[sz]es|counts|lists|sorts|tells apart|looks at|compares|spans|splits into|comprises|includes)(?: between)? (?P<values>[A-Z][\w&’'/-]*(?: [A-Z&][\w&’'/-]*)*(?:(?:, and |, | and )[A-Z][\w&’'/-]*(?: [A-Z&][\w&’'/-]*)*){1,12})(?=[.;,\n]|$)")
BY_TELLS = re.compile(r"(?:^|(?<=[.] ))[Bb]y (?P<by>[\w/&’'-]+(?: [\w/&’'-]+){0,2}?),? (?:the|it) ")
KIND_HEADING = re.compile(rf"^(?:(?:key|main|market|major|by) )?(?P<by>{KINDS}|[\w-]+ {KINDS})(?: (?:covered|analy[sz]ed|studied|included|outlook|segmentation))? ?:?$", re.IGNORECASE)
SPLIT_VERB = r"(?:segmented|divided|categori[sz]ed|classified|bifurcated|trifurcated|split|segregated|broken down|sub-?divided|subsegmented|fragmented|grouped|separated)"
INTO = re.compile(
    rf"(?:(?:[Bb]y|[Bb]ased on|[Oo]n the basis of|[Ii]n terms of|[Dd]epending on) (?:the )?(?P<ahead>[\w/&’' -]{{2,50}}?),? (?:the )?(?:[\w&’'-]+ ){{0,8}}?(?:is|are|has been|was|can be|have been) (?:further |mainly |broadly |primarily |also )?{SPLIT_VERB} (?:in)?to |"
    rf"(?:[Tt]he )?(?P<subject>[\w/&’'-]+(?: [\w/&’'-]+){{0,3}}?) (?:segment|category|type) (?:is|are|has been|was) (?:further |mainly )?{SPLIT_VERB} (?:in)?to |"
    rf"{SPLIT_VERB} (?:by|based on|on the basis of|in terms of|according to) (?:the )?(?P<behind>[\w/&’' -]{{2,50}}?),? (?:in)?to |"
    rf"(?:[Bb]y|[Bb]ased on|[Oo]n the basis of) (?:the )?(?P<active>[\w/&’' -]{{2,40}}?), [^.,:\n]{{2,40}}? (?:splits?|divides?|segments?|breaks?|separates?|groups?|sorts?) (?:down )?(?:the |this )?[\w ]{{0,30}}?(?:market|industry|it|them|sector|trade) (?:down )?into |"
    rf"{SPLIT_VERB} (?:in)?to )(?:the following: )?(?P<values>[^.;:\n]+)"
)
# What INTO cannot do without, and what any line of "by" holds.
INTO_SIGN = re.compile(r" into |(?:ed|split|down) to ")
BY_WORD = re.compile(r"[Bb](?:y|ased on) ")
TYPES_ARE = re.compile(r"(?!.{0,60}: )(?:^|(?<=[.] )|(?<=\n))(?:The |Key |Main )?(?P<by>[A-Za-z][\w-]*(?: [\w-]+){0,2}? (?:types|modes|uses|channels|forms|methods|grades)|[Ee]nd[- ]uses|[Aa]pplications|[Pp]roducts|[Tt]ypes)(?: (?:in this|covered|in the) [\w ]{1,20})? (?:are|include) (?P<values>[^.;\n]+)")
NOT_DIMENSION = re.compile(r"\b(?:regions?|regional|geograph\w*|country|countries|compan\w+|players?|vendors?|manufacturers?|competit\w*|states?|locations?|year|volume|revenue|value|\d{4}|author|date)\b|^(?:the|about|this|it|size|market)\b", re.IGNORECASE)
SEGMENT_HEADING = re.compile(r"\bsegment|\bbreak-?(?:up|down)\b|\bscope\b|\bcategor|\btaxonomy|\bcovered\b", re.IGNORECASE)
NOT_VALUE = re.compile(r"^people who|^(?:the|it|this|these|which|while|with|where|other than|our|and|are|is)\b.{25,}|\d{4}|[$€£¥₹%]|https?:")
LONGEST_VALUE = 70  # characters; longer "values" are sentences
MOST_VALUES = 40


class Line(NamedTuple):
    """One line of the body with what its block is."""

    text: str
    start: int
    kind: str
    level: int


def segments_of(annotation: Annotation) -> list[Segment]:
    """The segments of a document: one a dimension, in order of appearance."""
    lines = list(_lines(annotation))
    found: dict[str, Segment] = {}
    under = ""
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.kind == "heading":
            under = line.text
        items = _listed(lines, index)
        if items is not None:
            by, values, last = items
            _add(found, by, values, annotation, line.start, lines[last].start + len(lines[last].text))
            index = last + 1
            continue
        table = _tabled(lines, index)
        if table is not None:
            by, values, last = table
            _add(found, by, values, annotation, line.start, lines[last].start + len(lines[last].text))
            index = last + 1
            continue
        prose = _told(lines, index, annotation)
        if prose is not None:
            by, values, end = prose
            _add(found, by, values, annotation, line.start, end)
        for by, text, start, end in _inline(line, under):
            _add(found, by, split_values(text), annotation, start, end)
        index += 1
    return list(found.values())


def _lines(annotation: Annotation) -> Iterator[Line]:
    text = annotation.text
    for part in annotation.parts:
        if part.last <= part.first:
            continue
        at, end = annotation.starts[part.first], annotation.end(part.last - 1)
        for raw in text[at:end].split("\n"):
            if raw.strip():
                kind = part.kind
                if kind == "paragraph" and raw.startswith(("- ", "• ", "* ")):
                    kind = "list_item"
                elif kind == "paragraph" and " | " in raw:
                    kind = "table_row"
                yield Line(raw.rstrip(), at, kind, part.level)
            at += len(raw) + 1


def _listed(lines: list[Line], index: int) -> tuple[str | None, list[str], int] | None:
    """A "By X" line with its list below: dimension, values, index of the last item."""
    line = lines[index]
    if line.kind not in ("heading", "paragraph", "list_item") or index + 1 >= len(lines) or len(line.text) > 150:
        return None
    bare = line.text.removeprefix("- ").strip()
    match = BY_HEADING.match(bare) or OUTLOOK_HEADING.match(bare) or LEADS_LIST.search(bare) or KIND_HEADING.match(bare)
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
        value = _value(item.text.removeprefix("- "))
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
        value = _value(lines[number].text.split(" | ")[0])
        last = number
        if value is not None and not re.match(r"(?:sub-?)?totals?\b|all\b|market\b", value, re.IGNORECASE):
            values.append(value)
    return (match["by"], values, last) if len(values) > 1 else None


def _told(lines: list[Line], index: int, annotation: Annotation) -> tuple[str, list[str], int] | None:
    """A dimension told in prose: "By material, Steel leads. Glass is the choice of ...", capitals telling the values."""
    line = lines[index]
    match = BY_PROSE.search(line.text)
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
    values = [value for name in names if (value := _value(name)) is not None]
    return (match["by"], values, line.start + end) if len(values) > 1 else None


def _inline(line: Line, under: str) -> Iterator[tuple[str | None, str, int, int]]:
    text = line.text
    matched = False
    has_mark = ":" in text or "|" in text or "–" in text or "—" in text or " - " in text  # the patterns below are dear: look first
    for match in BY_LINE.finditer(text) if has_mark and BY_WORD.search(text) else ():
        inner = match
        if NOT_DIMENSION.search(inner["by"]):
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
    if SEGMENT_HEADING.search(under) and line.kind in ("list_item", "table_row") and (match := LABEL_LINE.match(text)):
        if not NOT_DIMENSION.search(match["by"]) and match["by"].lower() not in ("attribute", "report attribute", "parameter", "parameters"):
            yield match["by"], match["values"], line.start, line.start + len(text)
        return
    if BY_BRACKET.search(text):
        for match in BRACKETED.finditer(text, text.lower().find("by ")):
            if "," in match["values"] and not NOT_DIMENSION.search(match["by"]):
                yield match["by"], match["values"], line.start + match.start(), line.start + match.end()
        return
    if line.kind == "paragraph":
        for match in BY_COLON.finditer(text) if ": " in text else ():
            if not NOT_DIMENSION.search(match["by"]):
                yield match["by"], match["values"], line.start + match.start("values"), line.start + match.end("values")
        for pattern, sign in ((COUNTED, ": "), (ARE_KINDS, " are the "), (TELLS_APART, " ")):
            for match in pattern.finditer(text) if sign in text else ():
                by = match.groupdict().get("by")
                if by is None and (told := BY_TELLS.search(text[: match.start("values")])):
                    by = told["by"]
                if by is None or not NOT_DIMENSION.search(by):
                    yield by, match["values"], line.start + match.start("values"), line.start + match.end("values")
        for match in INTO.finditer(text) if INTO_SIGN.search(text) else ():
            by = match["ahead"] or match["behind"] or match["active"] or match["subject"]
            if by and NOT_DIMENSION.search(by):
                continue
            yield by, match["values"], line.start + match.start("values"), line.start + match.end("values")
        for match in TYPES_ARE.finditer(text) if " are " in text or " include " in text else ():
            if not NOT_DIMENSION.search(match["by"]):
                yield match["by"], match["values"], line.start + match.start("values"), line.start + match.end("values")


def split_values(text: str) -> list[str]:
    """The values of a written-out list; brackets keep their commas.

    >>> split_values("Steel, Glass (float, tempered) and Others")
    ['Steel', 'Glass (float, tempered)', 'Others']
    >>> split_values("Food & Beverage, Oil and Gas, and Pharma")
    ['Food & Beverage', 'Oil and Gas', 'Pharma']
    """
    text = re.split(r", (?:with|which|where|each|of which|based on|the latter|the former|although|while|as|thanks)\b", text.strip(" .;"), maxsplit=1)[0]
    text = re.sub(r",? (?:among others|and so on|etc\.?|and more)$", "", text.strip(" .;"))
    pieces: list[str] = []
    depth = 0
    current: list[str] = []
    separators = ";" if ";" in text else "|" if " | " in text else ","
    for char in text:
        depth = max(0, depth + (char in "([") - (char in ")]"))
        if char in separators and depth == 0:
            pieces.append("".join(current))
            current = []
        else:
            current.append(char)
    pieces.append("".join(current))
    pieces = [piece.strip() for piece in pieces]
    last = pieces[-1]
    if re.match(r"(?:and|&|or) ", last):
        pieces[-1] = re.sub(r"^(?:and|&|or) ", "", last)
    elif " and " in last and separators != "|":
        head, _, tail = last.rpartition(" and ")
        pieces[-1:] = [head, tail]
    return [value for piece in pieces if (value := _value(piece)) is not None]


def _value(text: str) -> str | None:
    value = re.sub(r"^(?:and|the|by|both|a|an) ", "", text.strip(" .,;:–-•*").strip(), flags=re.IGNORECASE)
    value = re.sub(r" ?\([^()]*(?:USD|US\$|Revenue|Volume|%|20\d\d)[^()]*\)$", "", value)
    if not value or len(value) > LONGEST_VALUE or NOT_VALUE.search(value):
        return None
    return value


def _add(found: dict[str, Segment], by: str | None, values: list[str], annotation: Annotation, start: int, end: int) -> None:
    if not values or (by is None and len(values) < 2):
        return
    name = title_case(by.strip(" -:")) if by else None
    if name:
        name = re.sub(r" (?:Segments?|Outlook|Scope)$", "", name)
    key = (name or "").lower()
    evidence = Evidence(start=start, end=end, text=annotation.text[start:end], rule="segments")
    if key in found:
        known = found[key]
        merged = known.values + [value for value in values if value.lower() not in {item.lower() for item in known.values}]
        found[key] = known.model_copy(update={"values": merged, "evidence": [*known.evidence, evidence]})
        return
    found[key] = Segment(by=name, values=list(dict.fromkeys(values)), evidence=[evidence])
