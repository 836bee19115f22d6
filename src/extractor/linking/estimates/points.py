"""One statement of a market value, as it is read from a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from extractor.annotating.mention import Money

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement
    from extractor.linking.statements.topic import Topic

Tense = Literal["past", "future"]
Figure = tuple[Decimal | None, str | None]


@dataclass(slots=True)
class Point:
    """One statement of a market value, before it is merged with others."""

    money: Money
    statement: Statement
    position: int
    topic: Topic
    year: int | None = None
    end_year: int | None = None
    year_item: Item | None = None
    role: Literal["start", "end", "increment"] | None = None
    tense: Tense | None = None
    rule: str = ""
    inferred: list[str] = field(default_factory=list)
    chain: int = 0  # points of one sentence share it
    firm: str | None = None  # whose figure it is, where several firms give forecasts of their own
    voice: bool = False  # in its sentence several firms give figures
    same_as: Point | None = None  # the amount this one restates in another currency

    @property
    def low(self) -> Decimal:
        """The amount, or the lower end of the range."""
        value = self.money.amount if self.money.amount is not None else self.money.low
        return value if value is not None else Decimal(0)

    @property
    def high(self) -> Decimal | None:
        """The upper end of a range."""
        return self.money.high if self.money.amount is None else None


def amount_of(item: Item) -> Decimal | None:
    """The amount of a money item, or the lower end of its range."""
    mention = item.mention
    assert isinstance(mention, Money)
    return mention.amount if mention.amount is not None else mention.low
