"""What a sequence of phrases amounts to as money, or that it is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.amount import ONE
from extractor.annotating.lexicon_currency import CENT, MINOR, UNIT
from extractor.annotating.number_style import uses_comma
from extractor.annotating.types.money.changes import is_change
from extractor.annotating.types.money.likely import MOST_CENTS, groups_by_points, is_likely
from extractor.annotating.types.money.scales import shared_factor
from extractor.annotating.types.money.sides import Side, agree, sides_of

if TYPE_CHECKING:
    from extractor.annotating.amount import Amount
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon_currency import Currency
    from extractor.annotating.quantities import Run

# A value above this is no money but a slip in reading (world wealth is about 5e14 USD; in the smallest currencies 1e19).
LARGEST = Decimal(10) ** 21
_LAKH = frozenset({"INR", "PKR", "LKR", "NPR", "BDT"})
_BEFORE_NEGATIVE = frozenset(
    {
        "of",
        "at",
        "was",
        "by",
        "to",
        "is",
        "were",
        "from",
        ":",
        "=",
        "|",
        "loss",
        "losses",
        "deficit",
        "negative",
        "minus",
    }
)


@dataclass(slots=True)
class Reading:
    """A monetary value: `low` alone, or `low` to `high`."""

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    currency: Currency
    is_inferred: bool = False
    unread: str | None = None


def read_money(annotation: Annotation, run: Run, start: int, end: int) -> Reading | None:
    """The value of the items `start` to `end` (excluded) of a run, or None when they are no money after all."""
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
    return _range(annotation, run, start, end, sides)


def _single(annotation: Annotation, run: Run, start: int, end: int, side: Side) -> Reading | None:
    amount = side.amount
    before = side.before.currency if side.before else None
    behind = side.behind.currency if side.behind else None
    if before and behind and (not agree(before, behind) or _starts_next(run, end, behind)):
        return None
    currency = before or behind
    if currency is None:
        return None
    if before and behind and before.is_open and not behind.is_open:
        currency = behind
    if before is None and _belongs_to_next(annotation, run, end, side):
        return None
    if not is_likely(annotation, run, start, end, side, currency):
        return None
    first, last = run.items[start].first, run.items[end - 1].last
    value, is_inferred = amount_value(annotation, amount, currency)
    factor = amount.factor
    if (
        factor == 1
        and before is not None
        and behind is None
        and currency.factor == 1
        and (shared := shared_factor(annotation, last)) is not None
    ):
        factor, is_inferred = shared, True
    unread = amount.unread
    if amount.letter == "L" and currency.code not in _LAKH:
        factor, unread = ONE, amount.letter  # litres, or lakhs of a currency that is not counted in them
    value *= factor * currency.factor
    if before is not None and behind is not None and before.factor == 1:
        value *= behind.factor  # "$12 grand"
    if run.items[start].is_negated:
        value = -value
    if abs(value) > LARGEST:
        return None
    if value > 0 and first and annotation.words[first - 1].lower in ("minus", "negative"):
        first, value = first - 1, -value
    if value > 0 and _is_bracketed_negative(annotation, first, last):
        first, last, value = first - 1, last + 1, -value
    return Reading(first, last, value, None, currency, is_inferred, unread)


def amount_value(annotation: Annotation, amount: Amount, currency: Currency | None) -> tuple[Decimal, bool]:
    """The number without its scale, read as the document writes numbers, and whether that had to be inferred."""
    if amount.other is None:
        return amount.value, False
    comma = uses_comma(annotation)
    is_point = amount.value < 1000  # "1.250" read as 1.25, "1,250" as 1250
    if comma:
        return amount.other, True
    if is_point and not amount.has_scale and currency is not None and groups_by_points(currency):
        return amount.other, True
    return amount.value, is_point and not amount.has_scale


def _starts_next(run: Run, end: int, behind: Currency) -> bool:
    """Whether the currency behind a value that has one before is that of the next number: "USD 5.6 bn USD 6.2 bn"."""
    return behind.kind not in (UNIT, MINOR) and end < len(run.items) and run.items[end].amount is not None


def _belongs_to_next(annotation: Annotation, run: Run, end: int, side: Side) -> bool:
    """Whether the currency behind a number is that of the next number: "2025 USD 9.2 billion"."""
    behind = side.behind
    if behind is None or end >= len(run.items) or run.items[end].amount is None:
        return False
    if behind.currency is not None and behind.currency.kind in (UNIT, MINOR):
        return False
    following = run.items[end].amount
    if following is None:
        return False
    is_glued_left = not annotation.has_space_before(behind.first)
    is_glued_right = not annotation.has_space_before(behind.last)
    if is_glued_left != is_glued_right:
        return is_glued_right
    if side.amount.is_year_like:
        return True
    if following.is_year_like:
        return False
    return not side.amount.has_scale


def _is_bracketed_negative(annotation: Annotation, first: int, last: int) -> bool:
    words = annotation.words
    if not first or last >= len(words) or words[first - 1].text != "(" or words[last].text != ")":
        return False
    return first >= 2 and words[first - 2].lower in _BEFORE_NEGATIVE


def _with_minor(run: Run, start: int, end: int, sides: list[Side]) -> Reading | None:
    """ "5 dollars and 20 cents"."""
    if len(sides) != 2 or sides[1].behind is None or sides[1].behind.currency is None:
        return None
    currency, minor = sides[0].currency, sides[1].behind.currency
    if currency is None or not agree(currency, minor) or sides[1].amount.has_scale or sides[1].amount.value >= 100:
        return None
    value = sides[0].amount.total * currency.factor + sides[1].amount.value * minor.factor
    return Reading(run.items[start].first, run.items[end - 1].last, value, None, currency)


def _with_bare_cents(annotation: Annotation, run: Run, start: int, end: int, sides: list[Side]) -> Reading | None:
    """ "2 dollars 23": two digits at the end of the clause."""
    words = annotation.words
    currency, cents = sides[0].currency, sides[1].amount
    text = words[cents.first].text
    if currency is None or currency.factor != 1 or sides[0].amount.has_scale or end != len(run.items):
        return None
    is_two_digits = len(text) == 2 and text.isdigit() and cents.last - cents.first == 1
    is_in_words = (
        text.isalpha() and cents.factor == 1 and ONE <= cents.value < MOST_CENTS and cents.value == int(cents.value)
    )
    if not (is_two_digits or is_in_words) or (cents.last < len(words) and words[cents.last].text not in ".,;!?)"):
        return None
    return Reading(
        run.items[start].first, cents.last, sides[0].amount.total + cents.value * CENT, None, currency, is_inferred=True
    )


def _range(annotation: Annotation, run: Run, start: int, end: int, sides: list[Side]) -> Reading | None:
    if len(sides) != 2:
        return None
    low, high = sides
    if low.currency is None and (high.before is not None or high.currency is None):
        return None  # "2019 to $1.31 billion"
    if high.currency is None and high.amount.is_year_like:
        return None  # "USD 5.2 billion to 2030"
    if low.amount.is_year_like and high.amount.is_year_like and (low.before or high.behind):
        return None  # "2020-2025 USD"
    if low.currency is not None and high.currency is not None and not agree(low.currency, high.currency):
        return None
    currency = low.currency or high.currency
    if currency is None:
        return None
    if high.currency is not None and currency.is_open and not high.currency.is_open:
        currency = high.currency
    if currency.is_risky and currency.kind != MINOR and not (low.amount.has_scale or high.amount.has_scale):
        return None
    if high.behind is not None and high.before is None and _belongs_to_next(annotation, run, end, high):
        return None
    first, last = run.items[start].first, run.items[end - 1].last
    if run.items[start].symbol in "BF":
        first = run.items[start + 1].first
    if is_change(annotation, first, last):
        return None
    low_value, low_inferred = amount_value(annotation, low.amount, currency)
    high_value, high_inferred = amount_value(annotation, high.amount, currency)
    low_factor, high_factor = low.amount.factor, high.amount.factor
    if low.currency is None and low_factor == 1 and high_factor != 1 and low_value >= high_value:
        return None  # "9-7 lakh rupees"
    is_shaky = high.currency is None and low_factor == 1 and high_factor != 1 and low_value >= high_value
    low_currency = low.currency.factor if low.currency else currency.factor
    if (
        low_factor == 1
        and high_factor != 1
        and low_value < high_value
        and not (low.currency and low.currency.factor != 1)
    ):
        low_factor = high_factor
    elif high_factor == 1 and low_factor != 1 and high.currency is None:
        if high_value <= low_value:
            return None
        high_factor = low_factor
    if low.currency is None and high.currency is not None:
        low_currency = high.currency.factor
    high_currency = high.currency.factor if high.currency else low_currency
    low_total = low_value * low_factor * low_currency
    high_total = high_value * high_factor * high_currency
    if high_total <= low_total or high_total > LARGEST:
        return None
    unread = high.amount.unread or low.amount.unread
    return Reading(first, last, low_total, high_total, currency, low_inferred or high_inferred or is_shaky, unread)
