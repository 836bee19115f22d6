"""One phrase of a quantity read from the tokens: an amount, a currency, a percent sign or a connecting word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER_NORMS, PERCENT
from extractor.annotating.lexicon.currencies import MINOR, UNIT, Currency, currencies
from extractor.annotating.lexicon.terms import ARTICLES, DASHES, HYPHENS, MINUSES, NUMBER_WORDS, TO_WORDS
from extractor.annotating.numbers.amount import Amount
from extractor.annotating.numbers.amounts import read_digits
from extractor.annotating.numbers.amounts_words import read_lines
from extractor.annotating.tokens.words import EDGE, OPENING, word_at

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# One letter a phrase class, so that a run is a string and a rule a shorter one.
CURRENCY_SYMBOL, UNIT_SYMBOL, MINOR_SYMBOL = "C", "U", "m"
AMOUNT, PERCENT_SYMBOL, TO, AND, OR, BETWEEN, FROM = "N", "P", "T", "A", "O", "B", "F"
CONNECTORS = {"and": AND, "&": AND, "or": OR, "between": BETWEEN, "from": FROM} | dict.fromkeys(TO_WORDS | DASHES, TO)
TABLE = currencies()
FIRST_WORDS = TABLE.first_words
_LATER_WORDS = frozenset(word.lower() for name in (*TABLE.names, *TABLE.exact) for word in name.split(" ")[1:])
_CURRENCY_KIND = {"code": CURRENCY_SYMBOL, "sign": CURRENCY_SYMBOL, UNIT: UNIT_SYMBOL, MINOR: MINOR_SYMBOL}
# Words without a class that a phrase can start with: all others end a run.
_WORDS = frozenset({*CONNECTORS, *FIRST_WORDS, *NUMBER_WORDS, *ARTICLES, *MINUSES, "per", "basis", "point"})
# A minus sign may be glued to these.
BEFORE_MINUS = OPENING | frozenset(":='")
_HUNDREDTHS = frozenset({"cent", "cents", "cent.", "centum"})
_THOUSANDTHS = frozenset({"mille", "mil", "mill"})
_POINTS = frozenset({"point", "points", "pt", "pts"})
# Units of a rate in percentage points.
_ONE = Decimal(1)
_HUNDREDTH = Decimal("0.01")
_TENTH = Decimal("0.1")


@dataclass(slots=True)
class Item:
    """One phrase of a run: tokens `first` to `last` (excluded) and what they say."""

    symbol: str
    first: int
    last: int
    amount: Amount | None = None
    currency: Currency | None = None
    unit: Decimal = _ONE  # percentage points that one of a rate's unit is
    is_negated: bool = False  # a minus sign stands before the currency


def is_hyphen(annotation: Annotation, at: int) -> bool:
    """Whether a dash joins a number to its unit: "3-percent", "five-billion-dollar", "3 - percent" as tokens are printed."""
    following = word_at(annotation.words, at + 1)
    if following is EDGE or annotation.has_space_before(at) != annotation.has_space_before(at + 1):
        return False
    if annotation.has_space_before(at):
        return following.norm == PERCENT and following.is_alpha
    if following.norm not in ("<unit>", "<minor>", "<percent>", "<code>", "<basis>") and following.lower != "per":
        return following.lower in FIRST_WORDS and _hyphened_name(annotation.words, at + 1) is not None
    return word_at(annotation.words, at + 2).norm not in NUMBER_NORMS


def read_item(annotation: Annotation, at: int, before: str, has_currency: bool = False) -> Item | None:
    """The phrase that starts at token `at`; `before` is the symbol of the phrase before it ("" for none).

    Args:
        has_currency: whether a number here is one of a currency that was said before it.
    """
    words = annotation.words
    word = words[at]
    norm = word.norm
    if norm in NUMBER_NORMS:
        amount = read_digits(annotation, at, has_currency)
        return None if amount is None else Item(AMOUNT, at, amount.last, amount)
    lower = word.lower
    if norm in CURRENCY_NORMS or lower in FIRST_WORDS:
        currency, last = read_currency(words, at)
        if currency is not None:
            return Item(_CURRENCY_KIND[currency.kind], at, last, None, currency)
    if norm == PERCENT:
        last, unit = _rate_unit(words, at)
        return Item(PERCENT_SYMBOL, at, last, None, None, unit)
    if norm != "<scale>" and lower not in _WORDS:
        return None
    if norm == "<scale>" or lower in NUMBER_WORDS or lower in ARTICLES or lower == "point":
        amount = read_lines(annotation, at)
        return None if amount is None else Item(AMOUNT, at, amount.last, amount)
    if lower in MINUSES and before in "CTFBA" and at + 1 < len(words):
        negative = _read_negative(annotation, at, before, has_currency)
        if negative is not None:
            return negative
    if lower in ("per", "basis"):
        return _read_percent_words(words, at)
    if before:
        return Item(CONNECTORS[lower], at, at + 1) if lower in CONNECTORS else None
    return Item(CONNECTORS[lower], at, at + 1) if lower in ("between", "from") else None


def _read_percent_words(words: list[Word], at: int) -> Item | None:
    """ "per cent", "per mille", "basis points", "basis-point"."""
    behind = at + 2 if word_at(words, at + 1).text in HYPHENS else at + 1
    following = word_at(words, behind).lower
    if words[at].lower == "basis":
        return Item(PERCENT_SYMBOL, at, behind + 1, None, None, _HUNDREDTH) if following in _POINTS else None
    if following in _HUNDREDTHS:
        return Item(PERCENT_SYMBOL, at, behind + 1)
    return Item(PERCENT_SYMBOL, at, behind + 1, None, None, _TENTH) if following in _THOUSANDTHS else None


def _read_negative(annotation: Annotation, at: int, before: str, has_currency: bool) -> Item | None:
    """A number behind a minus sign that belongs to it: "-5", "$-5", "−1.80", "-$5"."""
    if annotation.has_space_before(at + 1) or (before in ("T", "F", "B", "A") and not annotation.has_space_before(at)):
        return None
    if not before and not annotation.has_space_before(at) and annotation.words[at - 1].text not in BEFORE_MINUS:
        return None
    item = read_item(annotation, at + 1, before or "-", has_currency)
    if item is None or item.symbol not in "NCU":
        return None
    if item.amount is not None:
        item.amount.value = -item.amount.value
        item.amount.is_year_like = False
        item.amount.other = None
    else:
        item.is_negated = True
    item.first = at
    return item


def _rate_unit(words: list[Word], at: int) -> tuple[int, Decimal]:
    lower = words[at].lower.rstrip(".")
    if lower in ("bps", "bp", "b.p"):
        return at + 1, _HUNDREDTH
    if lower == "‰":
        return at + 1, _TENTH
    behind = at + 2 if word_at(words, at + 1).text in HYPHENS else at + 1
    is_of_points = lower in ("percentage", "percent", "%") and word_at(words, behind).lower in _POINTS
    return (behind if is_of_points else at) + 1, _ONE


def _hyphened_name(words: list[Word], at: int) -> tuple[Currency, int] | None:
    """The name whose words hyphens join from token `at` on, and the token behind it: "a 20-million-US-dollar loan"."""
    name, last = words[at].lower, at + 1
    while last + 1 < len(words) and last < at + 2 * TABLE.longest and words[last].text in HYPHENS:
        name, last = f"{name} {words[last + 1].lower}", last + 2
        if name in TABLE.names:
            return TABLE.names[name], last
    return None


def read_currency(words: list[Word], at: int) -> tuple[Currency | None, int]:
    """The currency that starts at token `at`, the longest name winning, and the token behind it."""
    word, following = words[at], word_at(words, at + 1)
    if word.lower in FIRST_WORDS and following.lower in _LATER_WORDS:
        for last in range(min(len(words), at + TABLE.longest), at + 1, -1):
            pieces = words[at:last]
            name = TABLE.names.get(" ".join([piece.lower for piece in pieces])) or TABLE.exact.get(
                " ".join([piece.text for piece in pieces])
            )
            if name is not None:
                return name, last
        if following.text in HYPHENS and (hyphened := _hyphened_name(words, at)) is not None:
            return hyphened
    return TABLE.exact.get(word.text) or TABLE.names.get(word.lower), at + 1
