"""What a sequence of phrases amounts to as money, or that it is none."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lexicon.currencies import CENT, CODE, MILLIME, MINOR, SIGN, UNIT, currencies
from extractor.annotating.numbers.amount import ONE
from extractor.annotating.numbers.negatives import LEADS, signed_span
from extractor.annotating.tokens.words import CLOSING, EDGE, word_at
from extractor.annotating.types.money.likely import MOST_CENTS, is_likely
from extractor.annotating.types.money.ranges import read_range
from extractor.annotating.types.money.reading import LARGEST, Reading, amount_value
from extractor.annotating.types.money.scales import shared_factor
from extractor.annotating.types.money.sides import Side, agree, belongs_to_next, sides_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.quantities.runs import Run

_LAKH = frozenset({"INR", "PKR", "LKR", "NPR", "BDT"})
_INDIAN_LETTERS = frozenset({"L", "CR"})
# Words for numbers of things, not of cents.
_COUNTS = frozenset(["a", "an", "one", "dozen", "half"])
# What may follow cents in words, where a noun would be what they count: "7 euros fifty with wine".
_AFTER_CENTS = frozenset("with for each apiece a an per and or plus in at to on more extra less off".split())
_BEFORE_NEGATIVE = LEADS | {"loss", "losses", "deficit"}
# A text that is nothing but an amount in brackets is a cell of accounts: "(€2,300)".
_LEAST_IN_ACCOUNTS = 1000
_ALONE_NEGATIVE = _BEFORE_NEGATIVE | {""}
# Letters, a year and a number joined by hyphens name a record of some register: "CVE-2025-11700", "MOP-2024-112".
_SERIAL = late.regex(r"[A-Z]{2,5}[-‐‑](?:19|20)\d\d[-‐‑]\d")


def read_money(annotation: Annotation, run: Run, start: int, end: int) -> Reading | None:
    """The value of the items `start` to `end` (excluded) of a run, or None when they are no money after all."""
    if _SERIAL.match(annotation.text, annotation.starts[run.items[start].first]):
        return None
    if end - start == 2 and run.symbols[start] == "C" and (amount := run.items[start + 1].amount) is not None:
        return _single(annotation, run, start, end, Side(amount, run.items[start]))
    sides = sides_of(run, start, end)
    if sides is None or not sides:
        return None
    if run.symbols[start:end] in ("NUN", "NUAN"):
        return _with_bare_cents(annotation, run, start, end, sides)
    if len(sides) == 1:
        return _single(annotation, run, start, end, sides[0])
    if any(
        side.behind is not None and side.behind.currency is not None and side.behind.currency.kind == MINOR
        for side in sides
    ) and (sides[0].currency is not None and sides[0].currency.kind != MINOR):
        return _with_minor(run, start, end, sides)
    if len(sides) == 2 and sides[1].currency is None and _is_of_other_unit(run, end):
        return None
    return read_range(annotation, run, start, end, *sides) if len(sides) == 2 else None


def _single(annotation: Annotation, run: Run, start: int, end: int, side: Side) -> Reading | None:
    before = side.before.currency if side.before else None
    behind = side.behind.currency if side.behind else None
    if before and behind and (not agree(before, behind) or _starts_next(run, end, behind)):
        return None
    is_told = before is not None and behind is not None and _is_told(before, behind)
    currency = behind if before is None or (is_told and behind is not None and behind.kind != MINOR) else before
    if currency is None or (before is None and belongs_to_next(annotation, run, end, side)):
        return None
    if before is None and currency.candidates:
        currency = _of_country(annotation, run.items[start].first, currency)
    if not is_likely(annotation, run, start, end, side, currency):
        return None
    first, last = run.items[start].first, run.items[end - 1].last
    reading = Reading(first, last, ONE, None, currency, False, side.amount.unread)
    times = _times(annotation, side, before, behind)
    if times is None:
        return None
    reading.low = _scaled(annotation, side, reading) * times
    if abs(reading.low) > LARGEST:
        return None
    if run.items[start].is_negated:
        reading.low = -reading.low
    is_aside = side.amount.has_scale or reading.low < _LEAST_IN_ACCOUNTS  # "(USD5m)", "($5)"
    is_cell = currency.kind in (CODE, SIGN) and annotation.words[side.amount.first].has_digit
    leads = _BEFORE_NEGATIVE if is_aside or not is_cell else _ALONE_NEGATIVE
    if reading.low > 0 and (signed := signed_span(annotation, first, last, leads)) is not None:
        reading.first, reading.last = signed
        reading.low = -reading.low
    return reading


def _is_told(before: Currency, behind: Currency) -> bool:
    """Whether the word behind an amount says which currency the open sign before it is, or that only the document can."""
    return before.is_open and (not behind.is_open or behind.code is None)  # "$5 CAD", "$500 pesos"


def _of_country(annotation: Annotation, first: int, currency: Currency) -> Currency:
    """The currency of the country before an amount that has an open unit behind it: "NZ 5 dollars"."""
    before = annotation.words[first - 1] if first else None
    if before is None or not before.is_capitalized:
        return currency
    return currencies().names.get(f"{before.lower} {currency.surface}", currency)


def _scaled(annotation: Annotation, side: Side, reading: Reading) -> Decimal:
    """The number with its scale, in units of what the currency's word counts; says in `reading` what was inferred."""
    amount, currency = side.amount, reading.currency
    value, reading.is_inferred = amount_value(annotation, amount, currency)
    if amount.letter in _INDIAN_LETTERS and currency.code not in _LAKH:
        reading.unread = amount.letter  # litres or a credit, or lakhs of a currency that is not counted in them
        return value
    is_first_of_list = amount.factor == 1 == currency.factor and side.before is not None and side.behind is None
    sign = annotation.words[reading.first].text
    if is_first_of_list and (shared := shared_factor(annotation, reading.last, sign)) is not None:
        reading.is_inferred = True
        return value * shared
    return value * amount.factor


def _times(annotation: Annotation, side: Side, before: Currency | None, behind: Currency | None) -> Decimal | None:
    """What one of the currency's word is in units: "$12 grand", "Rs 50 paise"; None when the word behind is none."""
    if before is None or before.factor != 1:
        return (before or behind).factor  # type: ignore[union-attr]
    if behind is None or side.behind is None:
        return ONE
    if behind.kind != MINOR:
        return behind.factor
    if behind.surface == "p" and annotation.has_space_before(side.behind.first):
        return None  # "£5 p/h"
    return ONE if side.amount.value % 1 else behind.factor  # "£2.50p" are pounds


def _starts_next(run: Run, end: int, behind: Currency) -> bool:
    """Whether the currency behind a value that has one before is that of the next number: "USD 5.6 bn USD 6.2 bn"."""
    return behind.kind not in (UNIT, MINOR) and end < len(run.items) and run.items[end].amount is not None


def _is_of_other_unit(run: Run, end: int) -> bool:
    """Whether the number before item `end` has a unit of its own: "$3.0 billion — 6.1% growth", "£1 to 50p", "£5 to 6 dollars"."""
    return run.symbols[end : end + 1] in tuple("PmU") or (
        run.symbols.startswith("C", end) and run.symbols[end + 1 : end + 2] != "N"
    )


def _with_minor(run: Run, start: int, end: int, sides: list[Side]) -> Reading | None:
    """ "5 dollars and 20 cents"."""
    if len(sides) != 2 or sides[1].behind is None or sides[1].behind.currency is None:
        return None
    currency, minor = sides[0].currency, sides[1].behind.currency
    if currency is None or not agree(currency, minor) or sides[1].amount.has_scale:
        return None
    is_thousandth = minor.factor == CENT and currency.surface.endswith(("dinar", "dinars")) and minor.surface == "fils"
    part = MILLIME if is_thousandth else minor.factor
    if sides[1].amount.value * part >= 1:
        return None
    value = sides[0].amount.total * currency.factor + sides[1].amount.value * part
    return Reading(run.items[start].first, run.items[end - 1].last, value, None, currency)


def _with_bare_cents(annotation: Annotation, run: Run, start: int, end: int, sides: list[Side]) -> Reading | None:
    """ "2 dollars 23": two digits at the end of the clause."""
    words = annotation.words
    currency, cents = sides[0].currency, sides[1].amount
    text = words[cents.first].text
    if currency is None or currency.factor != 1 or sides[0].amount.has_scale or end != len(run.items):
        return None
    if text.lower() in _COUNTS:
        return None  # "120 taka a dozen", "a real one"
    is_two_digits = len(text) == 2 and text.isdigit() and cents.last - cents.first == 1
    is_in_words = (
        text.isalpha() and cents.factor == 1 and ONE <= cents.value < MOST_CENTS and cents.value == int(cents.value)
    )
    following = word_at(words, cents.last)
    is_end = following is EDGE or following.text in CLOSING or (is_in_words and following.lower in _AFTER_CENTS)
    if not (is_two_digits or is_in_words) or not is_end:
        return None
    return Reading(
        run.items[start].first, cents.last, sides[0].amount.total + cents.value * CENT, None, currency, is_inferred=True
    )
