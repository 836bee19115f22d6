"""Figures whose label stands elsewhere: on the line above or below, in a question, in the head of a column."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.folding import fold_case
from extractor.annotating.mention import Money, Rate, RegionName, Years
from extractor.linking.statements.block_kinds import kinds_of
from extractor.linking.statements.statement import STATED_YEAR, mentions_between, statement_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.cleaning.block import BlockKind
    from extractor.linking.statements.statement import Item, Statement

LONE_VALUE = late.regex(r"^[-•*\s]*(?:about |around |over |nearly |~|≈|approx\.? )?<[mr]>(?: cagr)?[.\s]*$")
# Words of a label that stands above or below its value.
METRIC = late.regex(
    r"\b(?:market|size|value|valuation|revenue|forecast|estimate[sd]?|cagr|growth|rate|sales|share|worth"
    r"|base year|projected|projection|opportunity|compound annual)\b"
)
# "2023 (C$ million)", "Premiums, US$ m": a unit without an amount
UNIT_HEAD = late.regex(r"[$€£¥₹%]|\b(?:million|billion|bn|mn|crore|usd|eur|gbp|inr|jpy|cny|cad|aud)\b")
LONGEST_LABEL = 90  # characters
MOST_LABEL_WORDS = 5  # of a label in front of a sentence
SENTENCE_END = (".", "!", ";", ",")


def with_labels(
    annotation: Annotation, statements: list[Statement], kinds: list[BlockKind] | None = None
) -> list[Statement]:
    """The statements, each lone value joined with its label line; questions and table heads noted on what they explain."""
    lone = [index for index, item in enumerate(statements) if item.kind != "table_row" and LONE_VALUE.match(item.shape)]
    result = list(statements)
    if lone:
        above_first = _labels_stand_above(annotation, statements[lone[0]])
        taken: set[tuple[int, int]] = set()
        for index in lone:
            label = _label(annotation, statements[index], above=above_first, taken=taken)
            if label is not None:
                taken.add(label)
                result[index] = _joined(annotation, statements[index], label)
        labels = sorted(taken)
        result = [item for item in result if item.kind == "table_row" or not _covered(item, labels)]
    _note_questions(result)
    if any(item.kind == "table_row" for item in result):
        _note_columns(annotation, result, kinds_of(annotation) if kinds is None else kinds)
    return result


def _covered(statement: Statement, labels: list[tuple[int, int]]) -> bool:
    """Whether a statement is a label that was joined with its value; its own end may be that of the space behind it."""
    at = statement.items[0].mention.start if statement.items else statement.end - 1
    index = bisect_right(labels, (at, at)) - 1
    return any(start <= at < end for start, end in labels[max(0, index) : index + 2])


def _labels_stand_above(annotation: Annotation, first: Statement) -> bool:
    above = _line(annotation, first.start, above=True)
    return above is not None and METRIC.search(annotation.lower, *above) is not None


def _line(annotation: Annotation, start: int, *, above: bool) -> tuple[int, int] | None:
    """The extent of the nearest line above `start`, or below the line at `start`."""
    text = annotation.text
    if above:
        end = start
        while end > 0 and text[end - 1] in "\n -•*":
            end -= 1
        begin = text.rfind("\n", max(0, end - LONGEST_LABEL - 1), end) + 1
        return (begin, end) if begin < end and end - begin <= LONGEST_LABEL else None
    begin = text.find("\n", start)
    while 0 <= begin < len(text) and text[begin] in "\n -•*":
        begin += 1
    if begin < 0 or begin >= len(text):
        return None
    end = text.find("\n", begin, begin + LONGEST_LABEL + 1)
    end = min(len(text), begin + LONGEST_LABEL) if end < 0 else end
    return begin, end


def _label(
    annotation: Annotation, value: Statement, *, above: bool, taken: set[tuple[int, int]]
) -> tuple[int, int] | None:
    span = _line(annotation, value.start, above=above)
    if span is None or span in taken:
        return None
    text = annotation.lower[slice(*span)].strip()
    if not text or text.endswith(SENTENCE_END) or METRIC.search(text) is None:
        return None
    held = mentions_between(annotation, *span)
    return None if any(isinstance(item, Money | Rate) for item in held) else span


def _joined(annotation: Annotation, value: Statement, label: tuple[int, int]) -> Statement:
    start, end = min(value.start, label[0]), max(value.end, label[1])
    held = mentions_between(annotation, start, end)
    joined = statement_of(annotation, held, start, end, "table_row", value.field, value.part)
    joined.heading = value.heading
    return joined


def _note_questions(statements: list[Statement]) -> None:
    """An answer takes year and tense from the question on the line above."""
    before: Statement | None = None
    for statement in statements:
        if statement.lead.endswith("?"):
            statement.question = (
                before
                if before is not None and before.shape.rstrip().endswith("?") and before.end <= statement.start
                else None
            )
        before = statement


def _note_columns(annotation: Annotation, statements: list[Statement], kinds: list[BlockKind]) -> None:
    """In a table of three columns or more, the head of a column says the year and kind of what stands in it."""
    heads = _heads(annotation, kinds)
    if not heads:
        return
    by_part = {statement.part: statement for statement in statements if statement.kind == "table_row"}
    for part, head in heads.items():
        statement = by_part.get(part)
        if statement is None:
            continue
        cells = annotation.text[
            annotation.starts[annotation.parts[head].first] : annotation.end(annotation.parts[head].last - 1)
        ].split(" | ")
        if len(cells) != statement.shape.count(" | ") + 1 or not _heads_columns(cells):
            continue
        years = _cell_years(by_part.get(head), len(cells))
        statement.head = [fold_case(cell) for cell in cells]
        statement.columns = {
            item.start: years[column]
            for item in statement.items
            if not isinstance(item.mention, Years) and (column := statement.column(item)) in years
        }


def _heads_columns(cells: list[str]) -> bool:
    """Whether a table's first row says what stands in its columns: a row of two does so only by naming a measure."""
    if len(cells) > 2:
        return True
    label, measure = (cell.lower() for cell in cells) if len(cells) == 2 else ("", "")
    has_amount = any(char.isdigit() for char in STATED_YEAR.sub("", measure))
    names_measure = METRIC.search(measure) is not None or (UNIT_HEAD.search(measure) is not None and not has_amount)
    return names_measure and METRIC.search(label) is None and not any(char.isdigit() for char in label)


def _heads(annotation: Annotation, kinds: list[BlockKind]) -> dict[int, int]:
    """For each table row the number of its table's first row."""
    heads: dict[int, int] = {}
    head: int | None = None
    for number, part in enumerate(annotation.parts):
        if kinds[number] != "table_row" or part.last <= part.first:
            head = None
        elif head is None:
            head = number
        else:
            heads[number] = head
    return heads


def _cell_years(head: Statement | None, count: int) -> dict[int, Item]:
    if head is None:
        return {}
    found: dict[int, Item] = {}
    for item in head.of(Years):
        column = head.column(item)
        known = found.get(column)
        if known is None or known.mention.end_year <= item.mention.end_year:  # type: ignore[attr-defined]
            found[column] = item
    return {column: item for column, item in found.items() if column < count}


def named_near(statement: Statement, position: int) -> str:
    """What stands nearest to a figure: a place in its sentence, a label in front of the sentence, the heading above; or ""."""
    places = [item.mention.text for item in statement.of(RegionName) if item.start < position]
    label = statement.before.rstrip(".: ")
    if places:
        return places[-1]
    if 0 < len(label.split()) <= MOST_LABEL_WORDS:
        return label
    return statement.heading if statement.kind != "heading" else ""  # one heads itself
