"""Every monetary value of a document with what its own sentence tells of it, before it is decided whose value it is."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.linking.statements.statement import heading_year

if TYPE_CHECKING:
    from decimal import Decimal

    from extractor.annotating.mention import Money
    from extractor.linking.estimates.points import Figure, Tense
    from extractor.linking.statements.statement import Item, Statement
    from extractor.linking.statements.topic import Topic

# A value of the whole market, of a part of it, of another market, or of none.
Whose = Literal["total", "part", "other", "none"]


@dataclass(slots=True)
class Amount:
    """One monetary value in its statement.

    Attributes:
        low: the amount, or the lower end of its range; `figure` is it with its currency.
        number: of its statement in the document.
        topic: what the words of its clause say that it is of.
        year: the year of its own sentence or column; `near` is one told from when the article appeared ("last year"), and
            `told_year` either of them or that of the heading over its table.
        tense: whether its words say that it was reached or lies ahead.
        restated: the cue by which it is the value before in another currency.
        starts: whether it is where a way starts ("from 2 billion").
        whose: what it was found to be a value of (amount_judge.py), and `is_growth` that it is growth over a period and no level.
    """

    item: Item
    money: Money
    low: Decimal
    statement: Statement
    number: int
    topic: Topic
    year: Item | None = None
    near: int | None = None
    tense: Tense | None = None
    restated: str | None = None
    starts: bool = False
    whose: Whose = "none"
    is_growth: bool = False
    figure: Figure = dataclasses.field(init=False)
    told_year: int | None = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        """Notes what many ask for."""
        self.figure = self.low, self.money.currency
        self.told_year = self.near
        if self.year is not None:
            self.told_year = self.year.mention.end_year  # type: ignore[attr-defined]
        elif self.near is None and self.statement.head:
            self.told_year = heading_year(self.statement)
