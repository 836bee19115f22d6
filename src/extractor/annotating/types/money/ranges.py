"""Two amounts and the currencies around them as one value from the lower to the higher."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER, SCALE_NORMS
from extractor.annotating.lexicon.currencies import MINOR, SIGN
from extractor.annotating.lexicon.terms import DASHES
from extractor.annotating.numbers.amount import ONE
from extractor.annotating.quantities.phrases import FROM, OR
from extractor.annotating.types.money.changes import is_change, is_moved
from extractor.annotating.types.money.likely import counts_things
from extractor.annotating.types.money.reading import LARGEST, Reading, amount_value
from extractor.annotating.types.money.risky import ends_phrase, is_sure
from extractor.annotating.types.money.sides import Side, agree, belongs_to_next

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.quantities.runs import Run


_ENDS_AMOUNT = SCALE_NORMS | CURRENCY_NORMS | {NUMBER}
_THOUSAND = Decimal(1000)
_HUNDRED = Decimal(100)
_BILLION = Decimal(10) ** 9
_MOVING = frozenset({"by", "added", "lost", "shed"})
_PLURALS = frozenset({"people", "men", "women", "children"})


def read_range(annotation: Annotation, run: Run, start: int, end: int, low: Side, high: Side) -> Reading | None:
    """The range of the items `start` to `end` (excluded) of a run, or None when they are two values or none."""
    currency = _shared_currency(low, high)
    if currency is None or not _are_amounts(low, high):
        return None
    if high.behind is not None and high.before is None and belongs_to_next(annotation, run, end, high):
        return None
    first, last = run.items[start].first, run.items[end - 1].last
    if _is_count(annotation, high, last) or (
        OR in run.symbols[start:end] and (_ends_list(annotation, run, start) or _is_conversion(low, high))
    ):
        return None
    if high.before is None and counts_things(annotation, high.amount.first, last, high, currency):
        return None
    has_scale = low.amount.has_scale or high.amount.has_scale
    if not has_scale and currency.kind != MINOR and not is_sure(annotation, first, last, high, currency):
        return None
    if run.items[start].symbol in "BF":
        first = run.items[start + 1].first
    is_once = low.currency is None or high.currency is None
    is_changed = is_change(annotation, first, last, says_unit_once=is_once)
    if (is_changed and (not is_once or low.amount.is_year_like)) or _is_move(annotation, first, low, currency):
        return None
    low_value, low_inferred = amount_value(annotation, low.amount, currency)
    high_value, high_inferred = amount_value(annotation, high.amount, currency)
    is_short = annotation.words[low.amount.last].text in DASHES and _is_shortened(high, low_value, high_value)
    factors = (_THOUSAND, ONE) if is_short else _factors(low, high, low_value, high_value)
    if factors is not None and _is_said_of_hundreds(annotation, low, high, low_value, high_value):
        factors = (_HUNDRED * factors[1], factors[1])
    is_bare = low.currency is not None and not low.amount.has_scale and low_value < _THOUSAND
    if is_changed and is_bare and (factors is None or factors[0] == ONE):
        factors = (high.amount.factor, high.amount.factor)  # "fell from $10 to 5 million"
    if factors is None:
        return None
    low_total = low_value * factors[0] * _times(low, currency)
    high_total = high_value * factors[1] * _times(high, currency)
    if low.before is not None and low.before.is_negated:
        low_total = -low_total  # "-$5 to $10"
    if high.before is not None and high.before.is_negated:
        high_total = -high_total
        low_total, high_total = sorted((low_total, high_total))
    if (high_total <= low_total and not is_changed) or max(low_total, high_total) > LARGEST:
        return None
    if not low_total and has_scale and FROM in run.symbols[max(0, start - 1) : start + 1]:
        return None  # "from $0 to $1 million": a start and an end
    unread = high.amount.unread or low.amount.unread
    is_inferred = low_inferred or high_inferred or is_short or _is_shaky(low, high, low_value, high_value)
    turn = (low.behind.last if low.behind else low.amount.last, high.before.first if high.before else high.amount.first)
    return Reading(first, last, low_total, high_total, currency, is_inferred, unread, turn if is_changed else None)


def _times(side: Side, currency: Currency) -> Decimal:
    """What one of the shared currency's word is in units, where the amount has neither a word nor a scale of its own."""
    if side.currency is not None:
        return side.currency.factor
    return ONE if side.amount.has_scale else currency.factor  # "336M to 492M€"


def _is_conversion(low: Side, high: Side) -> bool:
    """Whether the amount behind "or" is the other one in another country's money: "$10 or C$13"."""
    if low.currency is None or high.currency is None or low.currency.kind != SIGN:
        return False
    return low.currency.surface != high.currency.surface


def _ends_list(annotation: Annotation, run: Run, start: int) -> bool:
    """Whether the two amounts joined by "or" are the last of more: "€1, €2 or €5"."""
    words, first = annotation.words, run.items[start].first
    return first > 1 and words[first - 1].text == "," and words[first - 2].norm in _ENDS_AMOUNT


def _is_count(annotation: Annotation, high: Side, last: int) -> bool:
    """Whether the higher number, which has no currency, counts what follows it: "gave $50 to 100 workers"."""
    words = annotation.words
    if high.currency is not None or high.amount.has_scale or words[high.amount.first - 1].text in DASHES:
        return False
    following = words[last].lower if last < len(words) else ""
    is_plural = (following.endswith("s") and not following.endswith("ss")) or following in _PLURALS
    return is_plural and not ends_phrase(words, last)


def _is_move(annotation: Annotation, first: int, low: Side, currency: Currency) -> bool:
    """Whether cents before a whole price may be what it moved by: "added 5 cents to $1.20", not "costs 50 cents to $1"."""
    if low.currency is None or low.currency.kind != MINOR or currency.kind == MINOR or not first:
        return False
    before = annotation.words[first - 1].lower
    return before in _MOVING or is_moved(before)


def _shared_currency(low: Side, high: Side) -> Currency | None:
    """The currency of both amounts, or None when they have two or none."""
    if low.currency is None:
        return None if high.before is not None else high.currency  # "2019 to $1.31 billion"
    if not agree(low.currency, high.currency):
        return None
    if high.currency is None:
        return low.currency
    is_minor = low.currency.kind == MINOR != high.currency.kind  # "50p to £1"
    is_told = low.currency.is_open and not high.currency.is_open
    return high.currency if is_told or is_minor else low.currency


def _are_amounts(low: Side, high: Side) -> bool:
    """Whether both numbers are amounts and no years."""
    if high.currency is None and high.amount.is_year_like:
        return False  # "USD 5.2 billion to 2030"
    return not (low.amount.is_year_like and high.amount.is_year_like and (low.before or high.behind))  # "2020-2025 USD"


def _factors(low: Side, high: Side, low_value: Decimal, high_value: Decimal) -> tuple[Decimal, Decimal] | None:
    """The scales of both amounts, one said for both where it stands but once; None where they cannot be a range."""
    one, other = low.amount.factor, high.amount.factor
    if one == 1 and other != 1:
        if low_value >= high_value:
            return _falling(low, low_value, other)
        is_shared = low.currency is None or low.currency.factor == 1
        return (other, other) if is_shared else (one, other)
    if other == 1 and one != 1 and high.currency is None:
        return (one, one) if high_value > low_value else None
    return one, other


def _falling(low: Side, low_value: Decimal, scale: Decimal) -> tuple[Decimal, Decimal] | None:
    """The scales where the lower number is the greater one, and only the higher amount has a `scale`."""
    if low.currency is None:  # "500,000 to 1 million dollars", not "9-7 lakh rupees"
        return (ONE, scale) if low_value >= _THOUSAND and not low.amount.is_year_like else None
    is_next_scale = low_value < _THOUSAND and scale >= _BILLION  # "$900-1.1 billion"
    return (scale / _THOUSAND if is_next_scale else ONE), scale


def _is_said_of_hundreds(
    annotation: Annotation, low: Side, high: Side, low_value: Decimal, high_value: Decimal
) -> bool:
    """Whether the hundred of the higher number in words is meant for both: "two to three hundred dollars"."""
    words = annotation.words
    is_in_words = words[low.amount.first].is_alpha and words[high.amount.first].is_alpha
    if not is_in_words or low.currency is not None or low.amount.has_scale or low_value >= high_value / _HUNDRED:
        return False
    return any(word.lower == "hundred" for word in words[high.amount.first + 1 : high.amount.last])


def _is_shortened(high: Side, low_value: Decimal, high_value: Decimal) -> bool:
    """Whether the thousand of the higher number is meant for both: "$10-15,000"."""
    is_whole = high.before is None and high.amount.factor == 1 and not high_value % _THOUSAND
    return is_whole and low_value % 1 == 0 and 1 <= low_value < high_value / _THOUSAND


def _is_shaky(low: Side, high: Side, low_value: Decimal, high_value: Decimal) -> bool:
    """Whether only the size of the numbers says that the scale is not that of both: "$900-1.1 billion"."""
    return high.currency is None and low.amount.factor == 1 != high.amount.factor and low_value >= high_value
