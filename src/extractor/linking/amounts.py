"""Every monetary value of a document with what its own sentence tells of it, before it is decided whose value it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.annotating.mention import Money, Years
from extractor.linking.points import amount_of
from extractor.linking.statement import heading_year

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.linking.points import Figure, Tense
    from extractor.linking.statement import Item, Statement
    from extractor.linking.topics import Topic

# A value of the whole market, of a part of it, of another market, or of none.
Whose = Literal["total", "part", "other", "none"]


@dataclass(slots=True)
class Amount:
    """One monetary value in its statement.

    Attributes:
        number: of its statement in the document.
        topic: what the words of its clause say that it is of.
        year: the year of its own sentence or column; `near` is one told from when the article appeared ("last year").
        tense: whether its words say that it was reached or lies ahead.
        increment, restated: the cue by which it is growth over a period, or the value before in another currency.
        starts: whether it is where a way starts ("from 2 billion").
        whose: what it was found to be a value of (amount_judge.py).
    """

    item: Item
    statement: Statement
    number: int
    topic: Topic
    year: Item | None = None
    near: int | None = None
    tense: Tense | None = None
    increment: str | None = None
    restated: str | None = None
    starts: bool = False
    whose: Whose = "none"

    @property
    def money(self) -> Money:
        """The mention."""
        assert isinstance(self.item.mention, Money)
        return self.item.mention

    @property
    def low(self) -> Decimal:
        """The amount, or the lower end of its range."""
        value = amount_of(self.item)
        assert value is not None
        return value

    @property
    def figure(self) -> Figure:
        """Amount and currency."""
        return self.low, self.money.currency

    @property
    def told_year(self) -> int | None:
        """The year that its sentence tells, straight or from when the article appeared, or the heading over its table."""
        if self.year is not None:
            assert isinstance(self.year.mention, Years)
            return self.year.mention.end_year
        return heading_year(self.statement) if self.near is None and self.statement.head else self.near
