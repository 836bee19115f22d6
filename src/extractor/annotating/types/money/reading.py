"""A monetary value as it is read, before the document has its say in the currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.numbers.number_style import uses_comma
from extractor.annotating.types.money.risky import groups_by_points

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.numbers.amount import Amount

# A value above this is no money but a slip in reading (world wealth is about 5e14 USD; in the smallest currencies 1e19).
LARGEST = Decimal(10) ** 21
_THOUSAND = 1000
# Prices with three decimals, and what is sold so: "petrol at €1.799", "€0.289 per kWh".
_FINE_PRICED = frozenset(
    "litre litres liter liters l gallon kwh petrol diesel gasoline unleaded therm fuel pump motorist motorists".split()
)
_LARGEST_FINE = 10
_FINE_WINDOW = 8  # tokens on either side


@dataclass(slots=True)
class Reading:
    """A monetary value: `low` alone, or `low` to `high`; a change from `low` to `high` where a `turn` parts them.

    `turn` is the token behind the first value and the first token of the second: "grew from $5 to 10 million".
    """

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    currency: Currency
    is_inferred: bool = False
    unread: str | None = None
    turn: tuple[int, int] | None = None

    def values(self) -> list[Reading]:
        """The one value, or both of a change."""
        if self.turn is None or self.high is None:
            return [self]
        start = Reading(self.first, self.turn[0], self.low, None, self.currency, True, self.unread)
        return [start, Reading(self.turn[1], self.last, self.high, None, self.currency, True, self.unread)]


def amount_value(annotation: Annotation, amount: Amount, currency: Currency | None) -> tuple[Decimal, bool]:
    """The number without its scale, read as the document writes numbers, and whether that had to be inferred."""
    if amount.other is None:
        return amount.value, False
    is_point = amount.value < _THOUSAND  # "1.250" read as 1.25, "1,250" as 1250
    if uses_comma(annotation):
        return amount.other, True
    if is_point and not amount.has_scale and currency is not None and groups_by_points(currency):
        is_fine = amount.value < _LARGEST_FINE and _is_fine_priced(annotation, amount)
        return (amount.value if is_fine else amount.other), True
    return amount.value, is_point and not amount.has_scale


def _is_fine_priced(annotation: Annotation, amount: Amount) -> bool:
    """Whether the words around speak of what is priced with three decimals."""
    around = annotation.words[max(0, amount.first - _FINE_WINDOW) : amount.last + _FINE_WINDOW]
    return any(word.lower in _FINE_PRICED for word in around)
