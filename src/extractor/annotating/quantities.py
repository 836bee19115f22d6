"""Quantities folded: runs of numbers, currencies, percent signs and the words between them, each read once.

A run is a stretch of tokens that are all part of quantities ("between USD 1.2 and 1.5 billion"). Its items are
phrases: an amount may be "1,200.5", "two and a half billion" or "1 298,50", a currency "$", "Hong Kong dollars".
The rules of money, rates and years match sequences of these phrases.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating import lexicon
from extractor.annotating.amounts import Amount, is_one, read_digits, read_words
from extractor.annotating.lexicon_classes import PERCENT
from extractor.annotating.lexicon_currency import MINOR, UNIT, Currency, currencies, single_word

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

# One letter a phrase class, so that a run is a string and a rule a shorter one.
CURRENCY_SYMBOL, UNIT_SYMBOL, MINOR_SYMBOL = "C", "U", "m"
AMOUNT, PERCENT_SYMBOL, TO, AND, OR, BETWEEN, FROM = "N", "P", "T", "A", "O", "B", "F"
PHRASE_CLASSES = {
    "currency": CURRENCY_SYMBOL, "unit": UNIT_SYMBOL, "minor": MINOR_SYMBOL, "amount": AMOUNT, "percent": PERCENT_SYMBOL,
    "to": TO, "and": AND, "or": OR, "between": BETWEEN, "from": FROM,
}  # fmt: skip
_CONNECTORS = {"and": AND, "&": AND, "or": OR, "between": BETWEEN, "from": FROM} | dict.fromkeys(lexicon.TO_WORDS, TO)
_CURRENCY_KIND = {"code": CURRENCY_SYMBOL, "sign": CURRENCY_SYMBOL, UNIT: UNIT_SYMBOL, MINOR: MINOR_SYMBOL}
_CURRENCY_NORMS = frozenset({"<code>", "<sign>", "<unit>", "<minor>"})
_NUMBER_NORMS = frozenset({"<number>", "<year>"})
_ANCHORS = frozenset({"<number>", "<year>", "<scale>", "<unit>", "<minor>", "<percent>", "<basis>", "<code>", "<sign>"})
_SCALE_NORMS = frozenset({"<scale>", "<letter>"})
# All classes a token of a quantity or a year can have.
CLASSES = _ANCHORS | {"<letter>", "<marked_year>", "<fiscal>", "<date>", "<quote>"}
# What follows a number that goes on: another class, a connecting word, the first word of a currency's name.
_GOES_ON_NORMS = _ANCHORS | {"<letter>"}
_GOES_ON = frozenset({*lexicon.DASHES, *lexicon.TO_WORDS, "and", "or", "&", "/", "per", "half", *currencies().first_words, "½", "¼", "¾"})
_FIRST_WORDS = currencies().first_words
# Words a number in words may reach over to the left: "two and a half", "five to ten dollars".
_REACH = frozenset({"and", "of", "a", "an", "-", "to", "or", "point", "–"})
_AFTER_ARTICLE = frozenset({"half", "quarter", "couple", "dozen", "hundred"})
_LONGEST_NUMBER = 14  # tokens that a number in words is followed to the left
_LONGEST_RUN = 400  # items; a longer run is cut, so that hostile input stays linear
# Qualifiers that may stand inside a range: "from about 5 to over 6 million".
_INSIDE = frozenset({"about", "around", "approximately", "over", "nearly", "almost", "some", "roughly", "~", "≈", "approx.", "approx"})
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


@dataclass(slots=True)
class Run:
    """Phrases that follow each other without other words between them; `symbols` has a letter for each."""

    symbols: str
    items: list[Item]


def runs_of(annotation: Annotation) -> list[Run]:
    """The runs of a text, folded on first use."""
    known: list[Run] | None = annotation.doc.user_data.get("quantity_runs")
    if known is None:
        known = annotation.doc.user_data["quantity_runs"] = _fold(annotation)
    return known


def anchors_of(annotation: Annotation) -> list[int]:
    """The tokens that can be part of a quantity: those with a lexical class."""
    known: list[int] | None = annotation.doc.user_data.get("quantity_anchors")
    if known is None:
        known = [at for at, word in enumerate(annotation.words) if word.norm in CLASSES]
        annotation.doc.user_data["quantity_anchors"] = known
    return known


def _fold(annotation: Annotation) -> list[Run]:
    words = annotation.words
    runs: list[Run] = []
    floor = 0
    last = len(words) - 1
    for anchor in anchors_of(annotation):
        if anchor < floor:
            continue
        norm = words[anchor].norm
        if norm not in _ANCHORS:
            continue
        if norm in _NUMBER_NORMS:
            # A number alone is no quantity: most years end here.
            if anchor == last:
                continue
            following = words[anchor + 1]
            if following.norm not in _GOES_ON_NORMS and following.lower not in _GOES_ON:
                continue
        items = _read_run(annotation, _start_of(annotation, anchor, floor))
        floor = max(anchor + 1, items[-1].last if items else 0)
        if len(items) > 1:
            symbols = "".join([item.symbol for item in items])
            if "C" in symbols or "P" in symbols or "U" in symbols or "m" in symbols:
                runs.append(Run(symbols, items))
    return runs


def _start_of(annotation: Annotation, anchor: int, floor: int) -> int:
    """The token at which the run around an anchor starts: number words and the first words of a name lie left of it."""
    words = annotation.words
    start = anchor
    if start == floor:
        return start
    norm = words[anchor].norm
    before = words[anchor - 1].lower
    if norm not in _NUMBER_NORMS:
        if norm == "<minor>" and before == "per":
            start -= 1  # "per cent"
        elif norm in ("<unit>", "<minor>", "<sign>"):
            start = name_start(words, anchor, floor)
        before = words[start - 1].lower
        if before in _REACH or before in lexicon.NUMBER_WORDS:
            start = _number_start(words, start, floor)
    if start > floor:
        before = words[start - 1].lower
        if before in lexicon.MINUSES and not annotation.has_space_before(start):
            start -= 1
            before = words[start - 1].lower if start > floor else ""
        if before in ("between", "from"):
            start -= 1
    return start


def _number_start(words: list[Word], start: int, floor: int) -> int:
    """The first token of the number in words that ends before token `start`, or `start`."""
    at = start
    lowest = max(floor, start - _LONGEST_NUMBER)
    while at > lowest:
        lower = words[at - 1].lower
        if lower in lexicon.NUMBER_WORDS:
            start = at - 1
        elif lower in lexicon.ARTICLES and (words[at].lower in _AFTER_ARTICLE or words[at].norm == "<scale>" or is_one(words, at - 1)):
            start = at - 1
        elif lower not in _REACH:
            break
        at -= 1
    return start


def name_start(words: list[Word], last: int, floor: int) -> int:
    """The first token of the longest currency name that ends on token `last` ("Hong Kong dollars")."""
    table = currencies()
    if words[last].lower not in table.last_words:
        return last
    for first in range(max(floor, last - table.longest + 1), last):
        if " ".join([word.lower for word in words[first : last + 1]]) in table.names:
            return first
    return last


def _read_run(annotation: Annotation, start: int) -> list[Item]:
    words = annotation.words
    items: list[Item] = []
    at = start
    count = len(words)
    while at < count and len(items) < _LONGEST_RUN:
        item = _read_item(annotation, at, items)
        if item is None:
            if items and words[at].lower in _INSIDE and items[-1].symbol in (TO, AND, FROM, BETWEEN, OR):
                at += 1
                continue
            break
        if item.symbol == TO and _is_hyphen(annotation, at):
            at += 1
            continue
        items.append(item)
        at = item.last
    while items and items[-1].symbol in "TAOBF":
        items.pop()
    return items


def _is_hyphen(annotation: Annotation, at: int) -> bool:
    """Whether a dash joins a number to its unit: "3-percent", "five-billion-dollar"."""
    if at + 1 >= len(annotation.words) or annotation.has_space_before(at) or annotation.has_space_before(at + 1):
        return False
    following = annotation.words[at + 1]
    if following.norm not in ("<unit>", "<minor>", "<percent>", "<code>", "<basis>") and following.lower != "per":
        return False
    return at + 2 >= len(annotation.words) or annotation.words[at + 2].norm not in _NUMBER_NORMS


def _read_item(annotation: Annotation, at: int, items: list[Item]) -> Item | None:
    words = annotation.words
    word = words[at]
    norm = word.norm
    lower = word.lower
    if norm in _NUMBER_NORMS:
        amount = read_digits(annotation, at, bool(items) and items[-1].symbol == CURRENCY_SYMBOL)
        return None if amount is None else Item(AMOUNT, at, amount.last, amount)
    if norm in _CURRENCY_NORMS or lower in _FIRST_WORDS:
        currency, last = read_currency(words, at)
        if currency is not None:
            return Item(_CURRENCY_KIND[currency.kind], at, last, currency=currency)
    if norm == "<scale>" or lower in lexicon.NUMBER_WORDS or lower in lexicon.ARTICLES:
        amount = read_words(annotation, at)
        return None if amount is None else Item(AMOUNT, amount.first, amount.last, amount=amount)
    if word.text in lexicon.MINUSES and (not items or items[-1].symbol in "CTFBA") and at + 1 < len(words):
        return _read_negative(annotation, at, items)
    if norm == PERCENT:
        last, unit = _rate_unit(words, at)
        return Item(PERCENT_SYMBOL, at, last, unit=unit)
    if lower == "per" and at + 1 < len(words):
        behind = at + 2 if words[at + 1].text == "-" else at + 1
        if behind < len(words) and words[behind].lower in ("cent", "cents", "cent."):
            return Item(PERCENT_SYMBOL, at, behind + 1)
    if lower == "basis" and at + 1 < len(words) and words[at + 1].lower in ("points", "point"):
        return Item(PERCENT_SYMBOL, at, at + 2, unit=_HUNDREDTH)
    if not items:
        return Item(_CONNECTORS[lower], at, at + 1) if lower in ("between", "from") else None
    if lower in _CONNECTORS:
        return Item(_CONNECTORS[lower], at, at + 1)
    if lower in lexicon.DASHES:
        return Item(TO, at, at + 1)
    return None


def _read_negative(annotation: Annotation, at: int, items: list[Item]) -> Item | None:
    """A number behind a minus sign that belongs to it: "-5", "$-5", "−1.80", "-$5"."""
    if annotation.has_space_before(at + 1):
        return None
    if not items and not annotation.has_space_before(at) and annotation.words[at - 1].text not in "([:|=":
        return None
    item = _read_item(annotation, at + 1, [*items, Item("-", at, at + 1)])
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
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if lower in ("bps", "bp"):
        return at + 1, _HUNDREDTH
    if lower == "‰":
        return at + 1, _TENTH
    if lower in ("percentage", "percent", "%") and following in ("point", "points"):
        return at + 2, _ONE
    if lower in ("percentage", "percent", "%") and following == "-" and at + 2 < len(words) and words[at + 2].lower in ("point", "points"):
        return at + 3, _ONE
    return at + 1, _ONE


def read_currency(words: list[Word], at: int) -> tuple[Currency | None, int]:
    """The currency that starts at token `at`, the longest name winning, and the token behind it."""
    if words[at].lower in _FIRST_WORDS:
        table = currencies()
        for last in range(min(len(words), at + table.longest), at + 1, -1):
            pieces = words[at:last]
            name = table.names.get(" ".join([word.lower for word in pieces])) or table.exact.get(" ".join([word.text for word in pieces]))
            if name is not None:
                return name, last
    return single_word(words[at].text), at + 1
