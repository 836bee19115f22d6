"""The periods a document declares: its base year, forecast period and historical period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Years

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement

GAP = r"(?: ?\||:| is| of| from| for| considered| covered| taken as| -| –|,| between| to| estimation| \(years?\)| in the (?:report|study)| \(| years?| period| timeline){0,4} ?\(?"
FORECAST = late.regex(
    rf"\b(?:forecast(?:ing|ed)?|projection|assessment|prediction|estimation|outlook|projected|analysis"
    rf"|review)[ -](?:period|years?|timeline|timeframe|time ?frame|horizon|duration|span|data"
    rf"|units?)(?:s)?{GAP}(?:<p>)"
)
FORECAST_AFTER = late.regex(
    r"<p>[),]? ?(?:,|\()? ?(?:as |is |being )?(?:the )?(?:forecast|projection|assessment|outlook) (?:period|years"
    r"|timeline|timeframe|horizon)"
)
HISTORICAL = late.regex(
    rf"\b(?:historic(?:al)?|past|actual)(?: (?:period|data|years?|range|timeline|analysis|estimates))?{GAP}<p>"
)
BASE = late.regex(
    rf"\b(?:base|benchmark|reference)[ -]?(?:line )?years?{GAP}<y>|<y>[),]? ?(?:as |is |being )?(?:the )?base year"
)
TITLE_FORECAST = late.regex(
    r"\bforecasts?\b[^<]{0,30}<p>|<p>[^<]{0,12}\b(?:forecast|outlook)|(?:to|by|till|until|through|and|,|-|–|\() ?<p>"
)


LONE_PERIOD = late.regex(r"[-•*\s]*<p>[.\s]*$")
FORECAST_LABEL = late.regex(r"\b(?:forecast|projection|assessment) (?:period|years|horizon) ?:?$")  # on the line above


@dataclass(slots=True)
class Periods:
    """What a document says of its years; None where it says nothing."""

    base_year: int | None = None
    forecast: tuple[int, int] | None = None
    historical: tuple[int, int] | None = None
    title: tuple[int, int] | None = None


def declared_periods(statements: list[Statement]) -> Periods:
    """The periods that the statements of a document declare; the first of each kind stands."""
    periods = Periods()
    for statement in statements:
        shape = statement.shape
        if not statement.of(Years):
            continue
        if statement.field == "title":
            match = TITLE_FORECAST.search(shape)
            if match is not None and periods.title is None:
                periods.title = _held(statement, match)
        if periods.base_year is None and "year" in shape and (match := BASE.search(shape)):
            held = _held(statement, match)
            periods.base_year = held[1] if held is not None else None
        if "<p>" not in shape:
            continue
        if periods.forecast is None and (match := FORECAST.search(shape) or FORECAST_AFTER.search(shape)):
            periods.forecast = _held(statement, match)
        elif periods.forecast is None and LONE_PERIOD.match(shape) and FORECAST_LABEL.search(statement.lead):
            periods.forecast = _span(statement.of(Years)[0])
        if periods.historical is None and "histor" in shape and (match := HISTORICAL.search(shape)):
            periods.historical = _held(statement, match)
    return periods


def _held(statement: Statement, match: re.Match[str]) -> tuple[int, int] | None:
    """The last period or year in a match; None where a text writes "<p>" itself."""
    held = [item for item in statement.of(Years) if match.start() <= item.start < match.end()]
    return _span(held[-1]) if held else None


def _span(item: Item) -> tuple[int, int]:
    mention = item.mention
    assert isinstance(mention, Years)
    return mention.start_year, mention.end_year
