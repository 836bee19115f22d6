"""The yearly rate that two amounts imply, and how far a stated one may miss it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.linking.growth.paces import Pace

# Points by which a stated rate may miss the implied one beyond what rounding explains, and what rounding may explain.
CLOSE = 0.1
WIDEST = 0.4


def implied_rate(base: Decimal | float, forecast: Decimal | float, years: int) -> float:
    """The yearly growth, in percent, that leads from `base` to `forecast` (both above zero) in `years`.

    >>> round(implied_rate(Decimal(100), Decimal(121), 2), 6)
    10.0
    """
    return (math.pow(float(forecast) / float(base), 1 / years) - 1) * 100


def half_step(value: Decimal) -> Decimal:
    """Half a unit of the last stated digit: how far rounding may have moved `value`.

    >>> half_step(Decimal("9200000"))
    Decimal('5E+4')
    """
    return Decimal(5).scaleb(int(value.normalize().as_tuple().exponent) - 1)


def is_falling(pace: Pace) -> bool:
    """Whether a rate leads downwards."""
    return pace.low < 0 or pace.rate.direction == "down"


def leads(pace: Pace, start: Decimal, end: Decimal, lengths: Iterable[int]) -> bool:
    """Whether a rate turns the amount `start` into `end` over one of `lengths` (years, each at least 1)."""
    if start <= 0 or end <= 0 or (end < start) != is_falling(pace):
        return False
    return is_of_size(pace.low, start, end, lengths)


def is_of_size(rate: Decimal, start: Decimal, end: Decimal, lengths: Iterable[int]) -> bool:
    """Whether a rate, up or down, is as large as what leads between two amounts above zero over one of `lengths`."""
    low, high, stated = float(start), float(end), abs(float(rate))
    for length in lengths:
        missed = abs(abs(implied_rate(low, high, length)) - stated)
        if missed > WIDEST + CLOSE:
            continue  # as for nearly all
        step = 100 / length * (float(half_step(start)) / low + float(half_step(end)) / high)
        if missed <= min(WIDEST, step + float(half_step(rate))) + CLOSE:
            return True
    return False
