"""Currency and scale said once: in the head of a table's column or row, in its caption, or before a colon."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.amounts import read_amount
from extractor.annotating.lexicon import LETTER, scale_of
from extractor.annotating.lexicon_currency import MINOR, Currency
from extractor.annotating.phrases import read_currency
from extractor.annotating.quantities import anchors_of
from extractor.annotating.tables import only_amount, rows_of
from extractor.annotating.types.money.reading import LARGEST, Reading, amount_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.amount import Amount
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

_CURRENCY_NORMS = frozenset({"<code>", "<sign>", "<unit>"})
_NUMBER_NORMS = frozenset({"<number>", "<year>"})
_SCALE_NORMS = frozenset({"<scale>", "<letter>"})
# Columns and rows that hold no money whatever the caption says.
_NO_MONEY = frozenset(
    "% cagr share shares growth volume units unit rank no # rate tons tonnes number count pages y-o-y yoy period "
    "percent kilotons tables figures".split()
)
# The first cell of a row that names the unit of account and not a value.
_UNIT_LABELS = frozenset({"unit", "units", "currency", "metric", "metrics", "quantitative"})
_INTO_NUMBER = frozenset({":", "=", "-", "–", "is", "was", "of", "~", "approximately", "about"})
_MOST_BEHIND = 3
_LEAST_UNIT = 1000


@dataclass(frozen=True, slots=True)
class Head:
    """A unit of account: a currency with a scale, such as "USD Million", as tokens `first` to `last` (excluded)."""

    first: int
    last: int
    currency: Currency
    factor: Decimal


def is_unit(annotation: Annotation, reading: Reading) -> bool:
    """Whether a value is what a table counts in, and no value: "(unit: 100 million yuan)", "(in 1,000 USD)"."""
    if reading.high is not None or reading.low < _LEAST_UNIT or format(reading.low, "f").rstrip("0") != "1":
        return False
    words = annotation.words
    at = reading.first - 1
    if at > 0 and words[at].lower == "in" and words[at - 1].text == "(":
        return reading.last < len(words) and words[reading.last].text == ")"
    while at > 0 and words[at].lower in (":", "in"):
        at -= 1
    return at >= 0 and words[at].lower in ("unit", "units")


def headed(annotation: Annotation, taken: set[int], units: list[Reading]) -> Iterator[Reading]:
    """The bare numbers that a head makes money; `taken` are the tokens that are part of a value already, `units` those that are heads."""
    heads = sorted(
        [*_heads(annotation, taken), *(Head(unit.first, unit.last, unit.currency, unit.low) for unit in units)],
        key=lambda head: head.first,
    )
    if not heads:
        return
    if "|" in annotation.text:
        yield from _tables(annotation, heads, taken)
    for head in heads:
        reading = _after_colon(annotation, head)
        if reading is not None and reading.first not in taken:
            yield reading


def _heads(annotation: Annotation, taken: set[int]) -> Iterator[Head]:
    words = annotation.words
    done = 0
    for at in anchors_of(annotation):
        if at < done or at in taken:
            continue
        norm = words[at].norm
        if norm in _CURRENCY_NORMS:
            head = _currency_first(words, at)
        elif norm == "<scale>":
            head = _scale_first(words, at)
        else:
            continue
        if head is not None:
            done = head.last
            yield head


def _currency_first(words: list[Word], at: int) -> Head | None:
    """ "USD Million", "US$ in Mn", "USDm", "(USD)"."""
    currency, behind = read_currency(words, at)
    if currency is None or currency.kind == MINOR or currency.surface == "R":
        return None
    if (
        behind < len(words)
        and words[behind].norm in _NUMBER_NORMS
        and words[behind].text != "000"
        and currency.factor == 1
    ):
        return None
    place = behind + 1 if behind + 1 < len(words) and words[behind].lower == "in" else behind
    if place < len(words) and words[place].norm in _SCALE_NORMS:
        scale = scale_of(words[place].text)
        if scale is not None and (scale.kind != LETTER or words[place].is_upper or place == behind):
            return Head(at, place + 1, currency, scale.factor * currency.factor)
    if place < len(words) and words[place].text in ("'", "’"):
        place += 1
    if place < len(words) and words[place].text in ("000", "000s", "'000", "’000", "000's"):
        return Head(at, place + 1, currency, currency.factor * 1000)
    in_brackets = (
        at > 0 and words[at - 1].text in ("(", "[") and behind < len(words) and words[behind].text in (")", "]", ",")
    )
    if (
        currency.factor != 1
        or (in_brackets and not currency.is_risky)
        or (at > 0 and words[at - 1].lower == "in" and not currency.is_risky)
    ):
        return Head(at, behind, currency, currency.factor)
    return None


def _scale_first(words: list[Word], at: int) -> Head | None:
    """ "Million USD", "millions of US dollars", without a number before."""
    if at and (
        words[at - 1].norm in _NUMBER_NORMS or words[at - 1].lower in ("a", "hundred", "half", "few", "several")
    ):
        return None
    place = at + 2 if at + 2 < len(words) and words[at + 1].lower == "of" else at + 1
    if place >= len(words) or (words[place].norm not in _CURRENCY_NORMS and words[place].lower not in ("us", "u.s.")):
        return None
    currency, behind = read_currency(words, place)
    scale = scale_of(words[at].text)
    if currency is None or scale is None or (behind < len(words) and words[behind].norm in _NUMBER_NORMS):
        return None
    return Head(at, behind, currency, scale.factor)


def _after_colon(annotation: Annotation, head: Head) -> Reading | None:
    """ "Market size (USD Million): 1,234.5"."""
    words = annotation.words
    at = head.last
    passed = 0
    if at < len(words) and words[at].text in (")", "]"):
        at += 1
        passed += 1
    while at < len(words) and words[at].lower in _INTO_NUMBER and passed < _MOST_BEHIND:
        at += 1
        passed += 1
    if not passed or at >= len(words) or words[at].norm != "<number>":
        return None
    amount = read_amount(annotation, at, has_currency=True)
    return None if amount is None else _value(annotation, amount, head)


def _value(annotation: Annotation, amount: Amount, head: Head) -> Reading | None:
    if amount.last < len(annotation.words) and annotation.words[amount.last].norm in ("<percent>", "<basis>"):
        return None
    value, _ = amount_value(annotation, amount, head.currency)
    value *= amount.factor if amount.has_scale else head.factor
    if abs(value) > LARGEST:
        return None
    return Reading(amount.first, amount.last, value, None, head.currency, is_inferred=True)


def _tables(annotation: Annotation, heads: list[Head], taken: set[int]) -> Iterator[Reading]:
    by_token = {head.first: head for head in heads}
    columns: dict[int, Head] = {}
    plain: set[int] = set()
    caption: Head | None = None
    for is_new_table, cells in rows_of(annotation):
        if is_new_table:
            columns, plain = {}, set()
            caption = _caption(annotation, heads, cells[0][0])
        here = {
            index: head
            for index, (first, last) in enumerate(cells)
            for at in range(first, last)
            if (head := by_token.get(at)) is not None
        }
        if {word.lower for word in annotation.words[slice(*cells[0])]} & _UNIT_LABELS and 0 not in here:
            continue
        if is_new_table and set(here) == {0} and _are_years(annotation, cells[1:]):
            caption = here[0]  # "Premiums, C$ million | 2022 | 2023": the unit of all that stands below the years
            continue
        if here and (is_new_table or len(here) > 1 or 0 not in here):
            columns.update(here)
            plain -= set(here)
            plain |= {
                index
                for index, (first, last) in enumerate(cells)
                if index not in here and _says_no_money(annotation, first, last)
            }
            if set(here) != {0}:
                continue
        elif is_new_table:
            plain = {index for index, (first, last) in enumerate(cells) if _says_no_money(annotation, first, last)}
        row_head = here.get(0)
        row_plain = row_head is None and _says_no_money(annotation, *cells[0])
        for index, (first, last) in enumerate(cells):
            head = row_head if row_head is not None and index else columns.get(index)
            if head is None and caption is not None and index not in plain and not row_plain and index:
                head = caption
            if head is None or (row_plain and head is not row_head) or head.first in range(first, last):
                continue
            amount = only_amount(annotation, (first, last))
            if amount is None or amount.first in taken:
                continue
            if amount.is_year_like and (head is caption or index == 0):
                continue
            reading = _value(annotation, amount, head)
            if reading is not None:
                taken.update(range(reading.first, reading.last))
                yield reading


def _caption(annotation: Annotation, heads: list[Head], start: int) -> Head | None:
    """The head in the line before a table."""
    words = annotation.words
    line_end = start - 1
    line_start = line_end - 1
    while line_start >= 0 and not (words[line_start].is_space and "\n" in words[line_start].text):
        line_start -= 1
    if line_end - line_start > 40:
        return None
    inside = [head for head in heads if line_start < head.first < line_end]
    return inside[-1] if inside else None


def _are_years(annotation: Annotation, cells: list[tuple[int, int]]) -> bool:
    """Whether all the cells with nothing but a number, one at least, may be years."""
    amounts = [amount for cell in cells if (amount := only_amount(annotation, cell)) is not None]
    return bool(amounts) and all(amount.is_year_like for amount in amounts)


def _says_no_money(annotation: Annotation, first: int, last: int) -> bool:
    return any(word.lower in _NO_MONEY for word in annotation.words[first:last])
