"""One statement of a rate, and the years it is given by what stands elsewhere: a heading, the sentence before, the article's date."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.growth import moves
from extractor.linking.growth.rate_runs import Kind
from extractor.linking.statements.near_years import near_year
from extractor.linking.statements.statement import STATED_YEAR, heading_period, heading_year

if TYPE_CHECKING:
    from extractor.annotating.mention import Rate
    from extractor.linking.statements.statement import Item, Statement
    from extractor.linking.statements.topic import Topic


NEXT_SENTENCE = 2  # characters between two sentences that follow each other
# "North America: 38%": a line of a list whose heading tells what is counted.
LABELLED = late.regex(r"^[-•*\s]*[^:;|.]{2,60}(?::| -| –| \|) (?:about |around |~)?<r>[.\s]*$")
# Nothing more is said of the share: neither what it is of, nor what those do whom it counts.
PART_ENDS = late.regex(r"(?: share)?(?:$|[.,;)]| and | while | followed )")
# What a share is of, in front of its year: "<r> of parcels last year"
OF_WHOLE = late.regex(r" (?:share )?(?:of|in) [^<;,.]{1,40}?(?=,? (?:last|this|the current|next) year\b)")


@dataclass(slots=True)
class Pace:
    """One statement of a rate, before it is merged with others."""

    rate: Rate
    statement: Statement
    position: int
    topic: Topic
    kind: Kind
    start_year: int | None = None
    end_year: int | None = None
    inferred: bool = False
    past: bool = False
    year_item: Item | None = None
    rule: str = ""
    chain: int = 0
    is_level: bool = False  # "114.8% of the previous year"
    is_less: bool = False  # "2.2% less than in 2022"
    is_fallen: bool = False  # a move of no other kind that a word before it calls a fall

    @property
    def low(self) -> Decimal:
        """The rate, or the lower end of its range; negative for a decline."""
        value = self.rate.amount if self.rate.amount is not None else self.rate.low
        if self.is_level and value is not None:
            return value - 100
        return self._signed(value if value is not None else Decimal(0))

    @property
    def high(self) -> Decimal | None:
        """The upper end of a range."""
        return None if self.rate.amount is not None or self.rate.high is None else self._signed(self.rate.high)

    def _signed(self, value: Decimal) -> Decimal:
        if self.kind == "share" or value < 0:
            return value
        falls = self.is_fallen if self.kind == "other" else self.rate.direction == "down" or self.is_less
        return -value if falls else value


def dated_by_heading(pace: Pace) -> None:
    """ "Market share by region, 2024" over "Europe: 27%": the heading's only year is that of the shares below it."""
    if pace.kind not in ("share", "CAGR") or not (pace.statement.head or LABELLED.match(pace.statement.shape)):
        return
    if pace.kind == "CAGR":
        period = heading_period(pace.statement)
        if period is not None:
            pace.start_year, pace.end_year = period
            pace.inferred, pace.rule = True, "period_of_heading"
        return
    year = heading_year(pace.statement)
    if year is not None:
        pace.start_year = pace.end_year = year
        pace.inferred, pace.rule = True, "year_of_heading"


def dated_by_sentence_before(pace: Pace) -> None:
    """ "... in 2024. Volumes rose by 2.5% in the same year": the year named last is meant."""
    statement = pace.statement
    if pace.kind != "YoY" or not moves.THAT_YEAR.match(statement.shape, pace.position + len("<r>")):
        return
    named = STATED_YEAR.findall(
        statement.annotation.text, max(0, statement.start - moves.THAT_YEAR_REACH), statement.start
    )
    if named:
        pace.start_year, pace.end_year = int(named[-1]) - 1, int(named[-1])
        pace.inferred, pace.rule = True, "that_year"


def follows(before: Statement, statement: Statement) -> bool:
    """Whether a statement is the next sentence of the same line."""
    return (
        statement.field == before.field
        and 0 <= statement.start - before.end <= NEXT_SENTENCE
        and "\n" not in statement.annotation.text[before.end : statement.start]
    )


def dated_like_share_before(pace: Pace, before: Pace | None) -> None:
    """ "Tents took 58% of sales in 2024. Huts had 27%": shares told in one breath, or in one list, are of one year."""
    if pace.kind != "share" or before is None or before.kind != "share" or before.start_year is None:
        return
    statement = pace.statement
    beside = before.statement is statement or follows(before.statement, statement)
    if beside and PART_ENDS.match(statement.shape, pace.position + len("<r>")):
        pace.start_year, pace.end_year = before.start_year, before.end_year
        pace.inferred, pace.rule = True, "year_of_share_before"


def dated_by_publication(pace: Pace, item: Item, published: int | None) -> None:
    """ "Sales rose 6% last year", "Huts took 6% of sales last year": counted from the year in which the article appeared."""
    if pace.kind not in ("YoY", "share") or pace.end_year is not None:
        return
    of = OF_WHOLE.match(pace.statement.shape, item.end) if pace.kind == "share" else None
    year = near_year(pace.statement, item if of is None else item._replace(end=of.end()), published)
    if year is not None:
        pace.start_year, pace.end_year = year - (pace.kind == "YoY"), year
        pace.inferred, pace.rule = True, "year_of_publication"
