"""What an amount is: a number and its scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ONE = Decimal(1)
_CENT = Decimal("0.01")
_LEAST_PLACE = -6  # only thirds and their like have more places


def plain(value: Decimal) -> Decimal:
    """The value without the zeros that its scale left behind the point (9.2 Mn is 9200000), thirds of a scale to the cent."""
    whole = value.to_integral_value()
    if whole == value:
        return whole
    is_exact = value < ONE or value.as_tuple().exponent >= _LEAST_PLACE  # type: ignore[operator]
    return value if is_exact else value.quantize(_CENT)


@dataclass(slots=True)
class Amount:
    """A number as it stands: `value` times `factor`; the scale is kept apart because a range may share it.

    `other` is the value under the other reading of "," and "."; `unread` is a scale word that was not understood.
    """

    first: int
    last: int
    value: Decimal
    factor: Decimal = ONE
    other: Decimal | None = None
    is_year_like: bool = False
    letter: str = ""  # the scale, when it is a letter that only a currency beside it makes one
    unread: str | None = None

    @property
    def total(self) -> Decimal:
        """The amount in units of the currency, without the zeros that the scale left behind its point."""
        return plain(self.value * self.factor)

    @property
    def has_scale(self) -> bool:
        """Whether a scale word stands beside the number."""
        return self.factor != 1
