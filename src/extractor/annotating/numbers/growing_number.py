"""A number as it grows word by word: "two", "two hundred", "two hundred and five thousand"."""

from __future__ import annotations

from decimal import Decimal

from extractor.annotating.numbers.amount import ONE

_HUNDRED = Decimal(100)


class GrowingNumber:
    """What the scale words so far closed (`total`), and what stands before the next of them (`current`)."""

    __slots__ = ("current", "largest", "total")

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.largest = ONE

    def add(self, small: int) -> bool:
        """Adds a number below a hundred, where one can stand: "twenty" + 5, "hundred" + 25."""
        held = self.current
        if held is not None and held % 100 != 0 and not (small < 10 and held % 10 == 0 and held % 100 != 10):
            return False
        self.current = (held or Decimal(0)) + small
        return True

    def add_part(self, part: Decimal) -> bool:
        """Adds "and a half": to what stands before the next scale word, or in units of the last one."""
        if self.current is not None:
            self.current += part
        elif self.total:
            self.total += part * self.largest
        else:
            return False
        return True

    def scale(self, factor: Decimal) -> bool:
        """Takes in "hundred", "thousand" ..."""
        if self.current is None:
            if self.total == 0 or factor == _HUNDRED:
                return False
            self.total *= factor
            self.largest *= factor
        elif factor == _HUNDRED:
            self.current *= _HUNDRED
        elif self.total and factor >= self.largest:
            return False
        else:
            self.total += self.current * factor
            self.largest = max(self.largest, factor)
            self.current = None
        return True

    @property
    def is_open(self) -> bool:
        """Whether "and" and a number below a hundred can follow."""
        return self.total != 0 if self.current is None else self.current % 100 == 0

    @property
    def value(self) -> Decimal:
        """What the words so far amount to."""
        return self.total + (self.current or Decimal(0))
