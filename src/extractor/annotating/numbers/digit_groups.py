"""Digits of one number that white space sets apart: grouped ("1 298.5") or torn at their mark ("1. 2 billion")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER_NORMS, PERCENT, SCALE_NORMS
from extractor.annotating.lexicon.terms import DASHES, TO_WORDS
from extractor.annotating.numbers.currency_names import names_currency
from extractor.annotating.numbers.numerals import MAX_DIGITS, Figure, parse_figure
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word

_MOST_GROUPS = 6
_GROUP = 3  # digits
_CENTS = 3  # characters of ".50"
_MARKS = frozenset({".", ","})
_MEASURES = SCALE_NORMS | {PERCENT}
# What may follow an amount; a noun would be what its last digits count.
_BEHIND = frozenset("a an and or in on at for to from by of per each with is was were last this than".split())


def join_torn(annotation: Annotation, amount: Amount) -> None:
    """Takes in the rest of a number torn at its mark: "USD 1. 2 billion", "USD 1 ,200 million"."""
    words = annotation.words
    at = amount.last
    following, scale = word_at(words, at + 1), word_at(words, at + 2)
    if following.norm != "<number>" or scale.norm not in SCALE_NORMS or not words[amount.first].is_digit:
        return
    is_set_off = annotation.has_space_before(at) and annotation.has_space_before(at + 1)
    rest = following.text
    if is_set_off and scale.norm != "<scale>":
        return
    if words[at].text == "," and len(rest.partition(".")[0]) != _GROUP:
        return
    figure = parse_figure(f"{words[amount.first].text}{words[at].text}{rest}")
    if figure is not None:
        amount.value, amount.other, amount.last = figure.value, figure.other, at + 2


def join_set_off(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    """Takes in digits behind marks with white space on both sides, as tokens are printed: "£ 1 . 50", "5 . 5 %"."""
    words = annotation.words
    digits = words[amount.first].text
    at = amount.last
    while word_at(words, at + 1).is_digit and digits.isdigit() and len(digits) < MAX_DIGITS:
        if words[at].text not in _MARKS or amount.is_year_like:
            break
        is_apart = annotation.has_space_before(at) and annotation.has_space_before(at + 1)
        is_group = len(words[at + 1].text) == _GROUP
        if not is_apart or (words[at].text == "," and not is_group):
            break
        digits += words[at + 1].text if words[at].text == "," else f".{words[at + 1].text}"
        at += 2
    figure = parse_figure(digits)
    if figure is None or at == amount.last:
        return
    is_measured = word_at(words, at).norm in _MEASURES or word_at(words, at).lower == "per" or names_currency(words, at)
    if is_measured or (has_currency and (_is_over(words, at) or at > amount.last + 2)):
        amount.value, amount.other, amount.last = figure.value, None, at
        amount.is_year_like = False


def join_decimals(annotation: Annotation, amount: Amount) -> None:
    """Takes in decimals that a space parts from their number: "USD 4 .5 billion", "€6 .50"."""
    words = annotation.words
    at = amount.last
    is_scaled = word_at(words, at + 1).norm in SCALE_NORMS
    if words[amount.first].is_digit and (is_scaled or (words[at].width == _CENTS and _is_over(words, at + 1))):
        figure = parse_figure(f"{words[amount.first].text}{words[at].text}")
        if figure is not None:
            amount.value, amount.other, amount.last = figure.value, None, at + 1


def _is_over(words: list[Word], at: int) -> bool:
    """Whether no noun that the last digits could count stands at token `at`."""
    word = word_at(words, at)
    return word.is_space or word.is_punct or word.lower in _BEHIND


def join_groups(annotation: Annotation, amount: Amount, digits: str, has_currency: bool) -> None:
    """Takes in groups of three digits that a space sets apart from the first `digits`: "1 298.5"."""
    words = annotation.words
    last = amount.last
    figure: Figure | None = None
    while last < len(words) and digits[0] != "0" and len(digits) < 16:
        text = words[last].text
        if words[last].norm not in NUMBER_NORMS or annotation.starts[last] != annotation.end(last - 1) + 1:
            break
        if len(text) < 3 or not text[:3].isdigit() or not (len(text) == 3 or text[3] in ".,"):
            break
        digits += text[:3]
        rest = text[3:].replace(",", ".")
        figure = parse_figure(digits + rest)
        last += 1
        if rest:
            break
    if figure is None:
        return
    behind = last
    while word_at(words, behind).norm in SCALE_NORMS:
        behind += 1
    if has_currency or _is_unit(words, behind) or _is_grouped_range(words, behind):
        amount.value, amount.other, amount.last = figure.value, None, last


def _is_grouped_range(words: list[Word], at: int) -> bool:
    """Whether a range goes on at token `at` with a number grouped as well that has a currency: "10 000 – 20 000 kr"."""
    joint = word_at(words, at).lower
    if joint not in DASHES and joint not in TO_WORDS:
        return False
    behind = at + 1
    while behind < at + _MOST_GROUPS and word_at(words, behind).norm in NUMBER_NORMS:
        behind += 1
    return behind > at + 2 and _is_unit(words, behind)


def _is_unit(words: list[Word], at: int) -> bool:
    return word_at(words, at).norm == PERCENT or names_currency(words, at)
