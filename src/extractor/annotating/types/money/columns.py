"""Currency and scale said once: in the head of a table's column or row, in its caption, or before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.amounts import read_amount
from extractor.annotating.lines import lines_of
from extractor.annotating.types.money.heads import Head, find_heads, value_under
from extractor.annotating.types.money.table_heads import table_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.money.reading import Reading
    from extractor.annotating.words import Word

_INTO_NUMBER = frozenset({":", "=", "-", "–", "is", "was", "of", "~", "approximately", "about"})
_MOST_BEHIND = 3
_LEAST_BEFORE = 2  # tokens: the number and the bracket
# Before a number that numbers what its unit is said of.
_NUMBERED = frozenset({"figure", "fig", "fig.", "table", "chart", "exhibit", "segment", "section"})
_YEARS = frozenset({"<year>", "<marked_year>"})
_AFTER_YEAR = frozenset({":", "-", "–", "=", "("})
_BETWEEN_YEARS = frozenset({",", ";", ")", "and", "|", "/", "to"})


def headed(annotation: Annotation, taken: set[int], units: list[Reading]) -> Iterator[Reading]:
    """The bare numbers that a head makes money; `taken` are the tokens that are part of a value already, `units` those that are heads."""
    heads = sorted(
        [*find_heads(annotation, taken), *(Head(unit.first, unit.last, unit.currency, unit.low) for unit in units)],
        key=lambda head: head.first,
    )
    if not heads:
        return
    if "|" in annotation.text:
        yield from table_values(annotation, heads, taken)
    for head in heads:
        reading = _after_colon(annotation, head) or _below(annotation, head) or _before_bracket(annotation, head)
        if reading is not None and reading.first not in taken:
            taken.update(range(reading.first, reading.last))
            yield reading
        for each in _by_years(annotation, head):
            if each.first not in taken:
                yield each


def _behind_bracket(words: list[Word], head: Head) -> int:
    """The token behind the head, and behind the bracket that closes it."""
    return head.last + 1 if head.last < len(words) and words[head.last].text in (")", "]") else head.last


def _below(annotation: Annotation, head: Head) -> Reading | None:
    """ "Market size (USD Billion)" above "2.9", which is all of its line."""
    words = annotation.words
    at = _behind_bracket(words, head)
    if at + 1 >= len(words) or not words[at].is_space or "\n" not in words[at].text or words[at + 1].norm != "<number>":
        return None
    amount = read_amount(annotation, at + 1, has_currency=True)
    if amount is None or lines_of(annotation).span(at + 1) != (at + 1, amount.last):
        return None
    return value_under(annotation, amount, head)


def _before_bracket(annotation: Annotation, head: Head) -> Reading | None:
    """ "Market size: 1.21 (USD Billion)", and no "Figure 3 (USD Million)"."""
    words = annotation.words
    at = head.first - _LEAST_BEFORE
    if at < 0 or words[at].norm != "<number>" or words[at + 1].text != "(" or _behind_bracket(words, head) == head.last:
        return None
    is_set_off = not at or words[at - 1].is_space or words[at - 1].text in (":", "|", "=")
    if not (is_set_off or "." in words[at].text) or (at and words[at - 1].lower in _NUMBERED):
        return None
    amount = read_amount(annotation, at, has_currency=True)
    return None if amount is None or amount.last != at + 1 else value_under(annotation, amount, head)


def _by_years(annotation: Annotation, head: Head) -> Iterator[Reading]:
    """The values of several years in a line that says their unit once: "in USD million: 2024 120; 2025 131"."""
    words = annotation.words
    at = _behind_bracket(words, head)
    if at >= len(words) or words[at].text not in (":", ",", "-", "–"):
        return
    at += 1
    while at < len(words) and words[at].norm in _YEARS:
        at += 1
        while at < len(words) and words[at].text in _AFTER_YEAR:
            at += 1
        if at >= len(words) or words[at].norm != "<number>":
            return
        amount = read_amount(annotation, at, has_currency=True)
        if amount is None or (
            amount.last < len(words) and words[amount.last].norm not in _YEARS and not _parts_years(words, amount.last)
        ):
            return
        reading = value_under(annotation, amount, head)
        if reading is not None:
            yield reading
        at = amount.last
        while at < len(words) and words[at].lower in _BETWEEN_YEARS:
            at += 1


def _parts_years(words: list[Word], at: int) -> bool:
    """Whether what stands at token `at` ends a value in a row of years."""
    return words[at].is_space or words[at].lower in _BETWEEN_YEARS or words[at].text == "."


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
    return None if amount is None else value_under(annotation, amount, head)
