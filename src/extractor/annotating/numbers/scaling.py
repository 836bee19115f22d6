"""The scale of a number: the words and letters behind it, and a smaller part behind those ("3 million 100 thousand")."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER_NORMS, SCALE_NORMS
from extractor.annotating.lexicon.terms import DASHES, HYPHENS, LETTER, MINUSES, TO_WORDS, WORD, Scale, scale_of
from extractor.annotating.numbers.currency_names import names_currency
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.tokens.words import EDGE, word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word

_SPANISH_THOUSAND = Scale(Decimal(1000), WORD)  # "mil millones"
_THOUSAND = Decimal(1000)
# Marks that join a letter to what follows, and those of them behind which it is none without a currency: "5 B&W".
_JOINING = HYPHENS | frozenset("'’&/")
_NO_SCALE_BEFORE = frozenset("&'’")
_TO = TO_WORDS | DASHES
# Letters that a hyphen may join to an amount with a currency.
_HYPHENED = frozenset("k K m M b B mm MM".split())


def read_scales(annotation: Annotation, amount: Amount, has_currency: bool) -> None:
    """Takes in the scale words and letters that stand behind an amount."""
    words = annotation.words
    while amount.last < len(words):
        at = amount.last
        word = words[at]
        if word.text in MINUSES and _joins_scale(annotation, at, has_currency):
            at += 1
            word = words[at]
        if word.norm not in SCALE_NORMS:
            break
        scale = scale_of(word.text)
        if scale is None:
            break
        following = word_at(words, at + 1)
        if word.lower == "mil" and following.lower in ("millones", "milhões"):
            scale = _SPANISH_THOUSAND
        if scale.kind == LETTER and not _is_scale_letter(annotation, at, amount, has_currency):
            if has_currency and not amount.has_scale and (following is EDGE or annotation.has_space_before(at + 1)):
                amount.unread = word.text
            break
        if amount.has_scale and (scale.kind == LETTER or (scale.kind != WORD and amount.factor >= 10**6)):
            break
        if scale.kind == LETTER:
            amount.letter = word.text
        amount.factor *= scale.factor
        amount.last = at + 1
        if scale.kind != WORD and following.text == "." and word_at(words, at + 2).norm in CURRENCY_NORMS:
            amount.last = at + 2  # "8.5 mil. euros"
        amount.is_year_like = False
    if amount.factor != 1 and amount.last + 1 < len(words):
        _add_smaller(annotation, amount)


def _joins_scale(annotation: Annotation, at: int, has_currency: bool) -> bool:
    """Whether the hyphen at token `at` joins a scale to its number: "10-million", "a $5-m deal", "1.5 - million"."""
    following = word_at(annotation.words, at + 1)
    is_glued = not annotation.has_space_before(at)
    if following is EDGE or is_glued == annotation.has_space_before(at + 1):
        return False
    return following.norm == "<scale>" or (has_currency and is_glued and following.text in _HYPHENED)


def _goes_on(word: Word) -> bool:
    """Whether a dash before the word ends an amount: "$5 m-$6 m", "$5 m-worth"."""
    return word.norm in NUMBER_NORMS or word.norm in CURRENCY_NORMS or word.lower in ("worth", "plus", "a")


def _is_scale_letter(annotation: Annotation, at: int, amount: Amount, has_currency: bool) -> bool:
    """Whether a letter beside a number is its scale: glued to it, or set off beside a currency."""
    words = annotation.words
    text, following = words[at].text, word_at(words, at + 1)
    mark = following.text[0] if following is not EDGE and not annotation.has_space_before(at + 1) else ""
    if not annotation.has_space_before(at):
        return has_currency or mark not in _NO_SCALE_BEFORE
    if mark in _JOINING and not (mark in HYPHENS and _goes_on(word_at(words, at + 2))):
        return False
    if text == "G" or (text == "t" and following.is_alpha):
        return False  # grand or giga; tonnes
    if has_currency:
        return True
    behind = at + 1
    if following.lower in _TO and word_at(words, at + 2).norm in NUMBER_NORMS and word_at(words, at + 3).text == text:
        behind = at + 4  # "5 m to 6 m Swiss francs"
    return amount.last == at and word_at(words, behind).norm != "<minor>" and names_currency(words, behind)


def _add_smaller(annotation: Annotation, amount: Amount) -> None:
    """Adds a smaller part: "3 million 100 thousand"."""
    words = annotation.words
    at = amount.last
    is_joined = words[at].lower == "and"
    at += is_joined
    number = words[at]
    figure = parse_figure(number.text) if number.norm in NUMBER_NORMS else None
    if figure is None:
        return
    following, counted = word_at(words, at + 1), word_at(words, at + 2)
    if following.norm == "<unit>" and number.is_digit and figure.value < min(amount.factor, _THOUSAND):
        amount.value += figure.value / amount.factor  # "10 thousand 500 dollars"
        amount.last = at + 1
        return
    if is_joined and counted.is_alpha and counted.norm not in CURRENCY_NORMS:
        return  # "5 billion and 7 million people"
    scale = scale_of(following.text) if following.norm == "<scale>" else None
    if scale is None or scale.kind != WORD or figure.value * scale.factor >= amount.factor:
        return
    amount.value += figure.value * scale.factor / amount.factor
    amount.last = at + 2
