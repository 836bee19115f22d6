"""An amount read from the tokens: its digits, grouped or torn, with fractions and scale words behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER_NORMS, SCALE_NORMS
from extractor.annotating.lexicon.glue import LETTERS_BESIDE
from extractor.annotating.lexicon.terms import HYPHENS, MINUSES, is_unread_scale
from extractor.annotating.numbers.amount import ONE, Amount
from extractor.annotating.numbers.amounts_words import ODD, read_lines
from extractor.annotating.numbers.digit_groups import join_decimals, join_groups, join_set_off, join_torn
from extractor.annotating.numbers.fractions import add_fraction, is_measure
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.numbers.repeated import behind_repeated
from extractor.annotating.numbers.scaling import read_scales
from extractor.annotating.tokens.words import EXTENDS, LETTERED, word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

_TORN = frozenset({".", ","})
_FRACTION_MARKS = HYPHENS | {"and", "of", "/"}
# What "+" may part from its number.
_AFTER_PLUS = frozenset({"<scale>", "<letter>", "<percent>", "<basis>", "<unit>", "<minor>"})
_LONGEST_GROUP = 3  # digits before the first space of a grouped number


def read_amount(annotation: Annotation, at: int, has_currency: bool) -> Amount | None:
    """The amount that starts at token `at`, or None.

    Args:
        has_currency: whether a currency stands right before it, so that "5 M" is five million.
    """
    if annotation.words[at].text[0].isalpha():
        return read_lines(annotation, at)
    return read_digits(annotation, at, has_currency)


def read_digits(annotation: Annotation, at: int, has_currency: bool) -> Amount | None:
    """The amount whose digits stand at token `at`; see `read_amount`."""
    words = annotation.words
    word = words[at]
    digits = word.text.strip(LETTERS_BESIDE) if word.bits & LETTERED else word.text
    figure = parse_figure(digits)
    if figure is None:
        return None
    amount = Amount(at, at + 1, figure.value, ONE, figure.other, word.norm == "<year>")
    if at + 1 == len(words) or not words[at + 1].bits & EXTENDS:
        return amount
    following = words[at + 1]
    if following.norm in NUMBER_NORMS:
        if has_currency and following.text[0] == ".":
            join_decimals(annotation, amount)
        elif len(digits) <= _LONGEST_GROUP and digits.isdigit():
            join_groups(annotation, amount, digits, has_currency)
        add_fraction(annotation, amount)
    elif following.lower in _FRACTION_MARKS:
        add_fraction(annotation, amount)
    if word_at(words, amount.last).text in _TORN:
        _pass_mark(annotation, amount, has_currency)
    if amount.last < len(words) and words[amount.last].text not in _TORN:
        _pass_odd(words, amount)
        _scale(annotation, amount, has_currency)
        if amount.has_scale and amount.last < len(words):
            _pass_odd(words, amount)
    return amount


def _pass_mark(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    """Takes in what a mark behind the digits parts from them: "USD 1. 2 billion", "29,- €"; nothing of "USD 39,-"."""
    mark = amount.last
    if annotation.has_space_before(mark):
        join_set_off(annotation, amount, has_currency)
    if has_currency and amount.last == mark:
        join_torn(annotation, amount)
    if has_currency or amount.last != mark:
        return
    dash, sign = word_at(annotation.words, mark + 1), word_at(annotation.words, mark + 2)
    if dash.text in MINUSES and sign.norm in CURRENCY_NORMS:
        amount.last += 2


def _pass_odd(words: list[Word], amount: Amount) -> None:
    """Takes in what makes the number a rough one: "1.2+ billion", "20-odd million", "1 million plus dollars"."""
    following = words[amount.last]
    if following.text == "+":
        amount.last += word_at(words, amount.last + 1).norm in _AFTER_PLUS
    elif following.lower in ("odd", "plus") or following.text in HYPHENS:
        amount.last = _behind_odd(words, amount.last)


def _behind_odd(words: list[Word], at: int) -> int:
    """The token behind "odd" or "-odd" at token `at` where a rate, a scale or a currency follows, or `at`."""
    place = at + 1 if words[at].text in HYPHENS else at
    is_odd = word_at(words, place).lower in ODD and is_measure(words, place + 1)
    return place + 1 if is_odd and words[place + 1].norm != "<sign>" else at  # "$5 plus $6"


def _scale(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    """Takes in the scale words that follow, or says which word of them was not understood."""
    words = annotation.words
    following = words[amount.last]
    if following.norm in SCALE_NORMS or following.text in MINUSES:
        read_scales(annotation, amount, has_currency)
    elif following.text == "(":
        inside = word_at(words, amount.last + 1)
        behind = behind_repeated(words, amount.last)
        if inside.norm == "<scale>" and word_at(words, amount.last + 2).text == ")":
            amount.last += 1  # "12.5 (Million)"
            read_scales(annotation, amount, has_currency)
        elif behind is not None and word_at(words, behind).norm == "<scale>":
            amount.last = behind
            read_scales(annotation, amount, has_currency)
    elif has_currency and following.is_alpha and is_unread_scale(following.lower):
        amount.unread = following.text
