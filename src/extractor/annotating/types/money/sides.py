"""The amounts of a sequence of phrases, each with the currencies that stand before and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.currencies import MINOR, UNIT
from extractor.annotating.quantities.phrases import PERCENT_SYMBOL

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.quantities.phrases import Item
    from extractor.annotating.quantities.runs import Run


@dataclass(slots=True)
class Side:
    """One amount with the currencies that stand before and behind it."""

    amount: Amount
    before: Item | None = None
    behind: Item | None = None

    @property
    def currency(self) -> Currency | None:
        item = self.before or self.behind
        return item.currency if item else None


def sides_of(run: Run, start: int, end: int) -> list[Side] | None:
    sides: list[Side] = []
    pending: Item | None = None
    previous: Item | None = None
    for item in run.items[start:end]:
        follows_amount = previous is not None and previous.amount is not None
        previous = item
        if item.amount is not None:
            sides.append(Side(item.amount, before=pending))
            pending = None
        elif item.currency is not None:
            if follows_amount:
                sides[-1].behind = item
            elif pending is not None and not agree(pending.currency, item.currency):
                return None
            else:
                pending = item if pending is None or item.currency.factor != 1 else pending
                if pending is item or pending.currency is None:
                    continue
                if pending.currency.is_open and not item.currency.is_open:
                    pending = item
        elif pending is not None:
            return None
    return sides


def agree(one: Currency | None, other: Currency | None) -> bool:
    """Whether two words for a currency can mean the same one ("USD $", "C$ CAD")."""
    if one is None or other is None:
        return True
    ones = set(one.candidates) | {one.code}
    others = set(other.candidates) | {other.code}
    return bool((ones & others) - {None})


def belongs_to_next(annotation: Annotation, run: Run, end: int, side: Side) -> bool:
    """Whether the currency behind a number is that of the next number: "2025 USD 9.2 billion"."""
    behind = side.behind
    following = run.items[end].amount if end < len(run.items) else None
    if behind is None or following is None:
        return False
    if behind.currency is not None and behind.currency.kind in (UNIT, MINOR):
        return False
    if run.symbols[end + 1 : end + 2] == PERCENT_SYMBOL:
        return False  # "1,250 EUR 5%"
    is_glued_left = not annotation.has_space_before(behind.first)
    is_glued_right = not annotation.has_space_before(behind.last)
    if is_glued_left != is_glued_right:
        return is_glued_right
    if side.amount.is_year_like:
        return True
    if following.is_year_like:
        return False
    return not side.amount.has_scale
