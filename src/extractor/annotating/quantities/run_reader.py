"""A run of quantities read from the tokens: phrase after phrase, with the marks and words that may stand between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER_NORMS, SCALE_NORMS
from extractor.annotating.lexicon.glue import CENTS_BEHIND, LETTERS
from extractor.annotating.lexicon.terms import BELOW_HUNDRED, HYPHENS, MINUSES, WORD, scale_of
from extractor.annotating.numbers.amount import ONE, Amount
from extractor.annotating.numbers.amounts import read_digits
from extractor.annotating.numbers.fractions import added_part
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.numbers.repeated import behind_repeated
from extractor.annotating.quantities.phrases import (
    AMOUNT,
    AND,
    BEFORE_MINUS,
    BETWEEN,
    CURRENCY_SYMBOL,
    FIRST_WORDS,
    FROM,
    MINOR_SYMBOL,
    OR,
    TABLE,
    TO,
    UNIT_SYMBOL,
    Item,
    is_hyphen,
    read_item,
)
from extractor.annotating.tokens.words import EDGE, LETTERED, word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

_LONGEST_CENTS = 5  # tokens of ", ninety-nine" and one more
_LONGEST_RUN = 600  # tokens; a longer run is cut, so that hostile input stays linear
# Qualifiers that may stand inside a range: "from about 5 to over 6 million".
_INSIDE = frozenset("about around approximately over nearly almost some roughly ~ ≈ approx. approx".split())
_AFTER_CURRENCY = frozenset({"~", "≈", "～", "〜", ":", "(", ">", "<", "≥", "≤", "+"})
_NEVER_BEHIND = frozenset("$£¥₹")  # signs that stand before their number
_SCALED_SIGNS = frozenset({"B$", "T$"})  # of the Bahamas and Tonga before their number
_UNIT_NORMS = frozenset({"<unit>", "<minor>", "<percent>", "<basis>"})
_CONNECTING = frozenset({TO, AND, OR, BETWEEN, FROM})
_NEXT_VALUE = NUMBER_NORMS | CURRENCY_NORMS


def read_run(annotation: Annotation, start: int) -> list[Item]:
    """The phrases that follow each other from token `start` on; none when no phrase starts there."""
    words = annotation.words
    items: list[Item] = []
    at = start
    count = min(len(words), start + _LONGEST_RUN)
    before = ""
    while at < count:
        if before == "C" and words[at].text in _AFTER_CURRENCY:
            if _number_follows(words, at):
                at += 1
                continue
            negative = None if _has_number(items) else _bracketed(annotation, at)
            if negative is not None:
                items.append(negative)
                before, at = negative.symbol, negative.last
                continue
        lead = UNIT_SYMBOL if before == "C" and _is_range_dash(annotation, at, items) else before
        has_currency = lead == CURRENCY_SYMBOL or (before in (TO, AND) and _shares_currency(items))
        item = read_item(annotation, at, lead, has_currency)
        if item is None and before == CURRENCY_SYMBOL:
            item = _scale_first(annotation, at)
        if item is None and (lettered := _lettered_at(annotation, at, before)) is not None:
            items += _read_lettered(annotation, at, lettered)
            before, at = items[-1].symbol, items[-1].last
            continue
        if item is None:
            passed = _passed(words, at, before, items)
            if not passed:
                break
            at += passed
            continue
        if item.symbol == TO and (before == TO or is_hyphen(annotation, at)):
            at += 1  # "five-billion-dollar", "five-to-ten"
            continue
        items.append(item)
        before = item.symbol
        at = item.last
        if before == "C" and len(items) > 1 and items[-2].amount is not None:
            at = _add_late_scale(words, items[-2].amount, item)
        if before == "U" and len(items) > 1 and items[-2].amount is not None:
            at = _add_half(words, items[-2], item)
    while items and items[-1].symbol in _CONNECTING:
        items.pop()
    return items


def _lettered_at(annotation: Annotation, at: int, before: str) -> int | None:
    """The token, at `at` or behind a minus sign there, that is a number with a letter of money; None when it is none."""
    words = annotation.words
    if words[at].bits & LETTERED:
        return at
    if before or words[at].text not in MINUSES or not word_at(words, at + 1).bits & LETTERED:
        return None
    is_sign = annotation.has_space_before(at) or words[at - 1].text in BEFORE_MINUS
    return at + 1 if is_sign and not annotation.has_space_before(at + 1) else None


def _read_lettered(annotation: Annotation, first: int, at: int) -> tuple[Item, ...]:
    """The currency and the amount that the one token `at` is, with what goes on behind it: "R5 million".

    A minus sign before it is token `first`.
    """
    amount = read_digits(annotation, at, True) or Amount(at, at + 1, ONE)
    if first < at:
        amount.value = -amount.value
    if annotation.words[at].text[-1] == "c":
        behind = amount.last
        return Item(AMOUNT, first, behind, amount), Item(MINOR_SYMBOL, behind, behind, None, CENTS_BEHIND)
    letter = Item(CURRENCY_SYMBOL, first, at, None, LETTERS[annotation.words[at].text[0]])
    return letter, Item(AMOUNT, at, amount.last, amount)


def _has_number(items: list[Item]) -> bool:
    """Whether the currency that ends the run has its number before it, and none behind: "1,250 EUR (1)"."""
    amount = items[-2].amount if len(items) > 1 else None
    if amount is None or amount.is_year_like or (len(items) > 2 and items[-3].currency is not None):
        return False  # "$ 5,200 $ (916)"
    currency = items[-1].currency
    return currency is not None and currency.surface[-1] not in _NEVER_BEHIND


def _is_range_dash(annotation: Annotation, at: int, items: list[Item]) -> bool:
    """Whether a dash is glued to a currency that has its number before it, so that no minus is meant: "5 EUR-10 EUR"."""
    if annotation.words[at].text not in MINUSES or annotation.has_space_before(at) or len(items) < 2:
        return False
    amount = items[-2].amount
    if amount is None or amount.is_year_like:
        return False
    return len(items) == 2 or items[-3].currency is None


def _shares_currency(items: list[Item]) -> bool:
    """Whether the word that ends the run makes a range with a currency and its number: "$1.2 to", "between $1.2 and"."""
    symbols = [item.symbol for item in items[-4:]]
    return symbols[-3:] == [CURRENCY_SYMBOL, AMOUNT, TO] or symbols == [BETWEEN, CURRENCY_SYMBOL, AMOUNT, AND]


def _passed(words: list[Word], at: int, before: str, items: list[Item]) -> int:
    """How many tokens without a phrase of their own the run goes on over at token `at`."""
    text, lower, following, second = words[at].text, words[at].lower, word_at(words, at + 1), word_at(words, at + 2)
    if before in _CONNECTING:
        return int(lower in _INSIDE)
    if before == "N" and text == "(" and (behind := behind_repeated(words, at)) is not None:
        return behind - at if _is_counted(word_at(words, behind)) else 0  # "five hundred (500) dollars"
    if before == "N" and text in ("(", "de") and following.norm in CURRENCY_NORMS:
        return int(text == "de" or second.text == ")")  # "1.2 billion (USD)", "1.2 millones de pesos"
    if before in ("N", "U", "P") and lower == "up":
        return int(following.lower == "to" and second is not EDGE)  # "€10m up to €15m"
    if before == "U" and text == ",":
        return int(_cents_follow(words, at))  # "10 euros, 20 cents"
    is_led = lower == "of" or (lower == ":" and words[at - 1].is_alpha)  # "percent of 20", "percentage: 20"
    return int(before == "P" and len(items) == 1 and is_led)


def _is_counted(word: Word) -> bool:
    """Whether the word behind brackets is the unit of the number before them."""
    return word.norm in _UNIT_NORMS or word.lower == "per" or word.lower in FIRST_WORDS


def _number_follows(words: list[Word], at: int) -> bool:
    """Whether the mark at token `at`, behind a currency, leads to its number: "USD ~1.2 billion", "USD: 1.2"."""
    if word_at(words, at + 1).norm != "<number>":
        return False
    return words[at].text != "(" or word_at(words, at + 2).norm in SCALE_NORMS


def _bracketed(annotation: Annotation, at: int) -> Item | None:
    """The negative amount of "$(5,000)", "$(1.5) million" whose bracket is token `at`."""
    words = annotation.words
    if words[at].text != "(" or word_at(words, at + 1).norm != "<number>" or word_at(words, at + 2).text != ")":
        return None
    behind = word_at(words, at + 3)
    is_scaled = behind.norm == "<scale>"
    if annotation.has_space_before(at) and words[at - 1].norm != "<sign>" and not is_scaled:
        return None
    figure = parse_figure(words[at + 1].text)
    if figure is None:
        return None
    amount = Amount(at, at + 3, -figure.value)
    is_joined = is_scaled or (behind.norm == "<letter>" and not annotation.has_space_before(at + 3))
    if is_joined and (scale := scale_of(behind.text)) is not None:
        amount.factor, amount.last = scale.factor, at + 4
    return Item(AMOUNT, at, amount.last, amount)


def _scale_first(annotation: Annotation, at: int) -> Item | None:
    """The amount whose scale stands before it, behind the currency: "USD bn 1.5", "Rs crore 500"."""
    words = annotation.words
    if words[at].norm not in SCALE_NORMS or word_at(words, at + 1).norm != "<number>":
        return None
    scale, amount = scale_of(words[at].text), read_digits(annotation, at + 1, True)
    if scale is None or amount is None or amount.has_scale:
        return None
    if scale.kind == WORD and words[at + 1].is_digit:
        return None  # the head of a column above a count: "USD thousand 500"
    if word_at(words, amount.last).norm in ("<percent>", "<basis>"):
        return None
    amount.factor = scale.factor
    return Item(AMOUNT, at, amount.last, amount)


def _cents_follow(words: list[Word], at: int) -> bool:
    """Whether the comma at token `at` leads to the cents of the amount before it: "10 euros, 20 cents"."""
    last = at + 1
    if word_at(words, last).norm == "<number>":
        last += 1
    else:
        while last < at + _LONGEST_CENTS and (
            (word := word_at(words, last)).lower in BELOW_HUNDRED or (last > at + 1 and word.text in HYPHENS)
        ):
            last += 1
    return last > at + 1 and word_at(words, last).norm == "<minor>"


def _add_late_scale(words: list[Word], amount: Amount, currency: Item) -> int:
    """Takes in a scale that stands behind the currency of its number ("340 USD million"), or is glued to its sign ("4B$"); the token behind it."""
    last = currency.last
    if (
        words[currency.first].text in _SCALED_SIGNS
        and not amount.has_scale
        and (letter := scale_of(words[currency.first].text[0]))
    ):
        amount.factor = letter.factor
        currency.currency = TABLE.exact["$"]
        return last
    scale = word_at(words, last)
    if scale.norm != "<scale>" or amount.has_scale or amount.last != currency.first:
        return last
    known = scale_of(scale.text)
    if known is None or word_at(words, last + 1).norm in _NEXT_VALUE:
        return last
    amount.factor = known.factor
    currency.last = last + 1
    return currency.last


def _add_half(words: list[Word], amount: Item, unit: Item) -> int:
    """Takes in "and a half" behind a unit ("two dollars and a half"); the token behind it, or behind the unit."""
    last = unit.last
    if word_at(words, last).lower != "and" or amount.amount is None or amount.amount.has_scale:
        return last
    part = added_part(words, last)
    if part is None or words[part[1] - 1].lower not in ("half", "quarter") or word_at(words, part[1]).is_alpha:
        return last
    amount.amount.value += part[0]
    unit.last = part[1]
    return unit.last
