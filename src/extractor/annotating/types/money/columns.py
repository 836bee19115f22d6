"""Currency and scale said once: in the head of a table's column or row, in its caption, or before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.numbers.amounts import read_amount
from extractor.annotating.tables import alone_below
from extractor.annotating.tokens.words import word_at
from extractor.annotating.types.money.heads import Head, find_heads, value_under
from extractor.annotating.types.money.table_heads import table_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.money.reading import Reading

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
        below = alone_below(annotation, _behind_bracket(annotation.words, head))
        amount = _after_colon(annotation, head) or below or _before_bracket(annotation, head)
        reading = None if amount is None else value_under(annotation, amount, head)
        if reading is not None and reading.first not in taken:
            taken.update(range(reading.first, reading.last))
            yield reading
        for each in _by_years(annotation, head):
            if each.first not in taken:
                yield each


def _behind_bracket(words: list[Word], head: Head) -> int:
    """The token behind the head, and behind the bracket that closes it."""
    return head.last + 1 if word_at(words, head.last).text in (")", "]") else head.last


def _before_bracket(annotation: Annotation, head: Head) -> Amount | None:
    """ "Market size: 1.21 (USD Billion)", and no "Figure 3 (USD Million)"."""
    words = annotation.words
    at = head.first - _LEAST_BEFORE
    if at < 0 or words[at].norm != "<number>" or words[at + 1].text != "(" or _behind_bracket(words, head) == head.last:
        return None
    before = word_at(words, at - 1)
    is_set_off = before.is_space or before.text in (":", "|", "=") or "." in words[at].text
    if not is_set_off or before.lower in _NUMBERED:
        return None
    amount = read_amount(annotation, at, has_currency=True)
    return None if amount is None or amount.last != at + 1 else amount


def _by_years(annotation: Annotation, head: Head) -> Iterator[Reading]:
    """The values of several years in a line that says their unit once: "in USD million: 2024 120; 2025 131"."""
    words = annotation.words
    at = _behind_bracket(words, head)
    if word_at(words, at).text not in (":", ",", "-", "–"):
        return
    at += 1
    while word_at(words, at).norm in _YEARS:
        at += 1
        while word_at(words, at).text in _AFTER_YEAR:
            at += 1
        if word_at(words, at).norm != "<number>":
            return
        amount = read_amount(annotation, at, has_currency=True)
        if amount is None or not _ends_in_row(word_at(words, amount.last)):
            return
        reading = value_under(annotation, amount, head)
        if reading is not None:
            yield reading
        at = amount.last
        while word_at(words, at).lower in _BETWEEN_YEARS:
            at += 1


def _ends_in_row(following: Word) -> bool:
    """Whether the word ends a value in a row of years."""
    return following.norm in _YEARS or following.is_space or following.lower in _BETWEEN_YEARS or following.text == "."


def _after_colon(annotation: Annotation, head: Head) -> Amount | None:
    """ "Market size (USD Million): 1,234.5"."""
    words = annotation.words
    at = _behind_bracket(words, head)
    while at < head.last + _MOST_BEHIND and word_at(words, at).lower in _INTO_NUMBER:
        at += 1
    if at == head.last or word_at(words, at).norm != "<number>":
        return None
    return read_amount(annotation, at, has_currency=True)
