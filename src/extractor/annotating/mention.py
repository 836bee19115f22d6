"""Mentions: typed spans of the text with their values."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal, Self

QualifierName = Literal["about", "over", "under", "at_least", "up_to"]


@dataclass(slots=True)
class Mention:
    """A span of the text: `start` and `end` are character offsets, `first` and `last` token numbers (last excluded)."""

    label: str
    start: int
    end: int
    text: str
    rule: str
    first: int
    last: int

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values: amounts as decimal strings in whole units, tuples as lists."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """The mention of this class whose `to_dict` gave these values.

        Raises:
            KeyError: if one of them is missing.
        """
        return cls(**{field.name: _typed(str(field.type), values[field.name]) for field in fields(cls)})


@dataclass(slots=True)
class Money(Mention):
    """A monetary value in whole currency units. A range has `low` and `high` and no `amount`."""

    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None  # ISO 4217; None where the sign fits several and nothing decides
    symbol: str | None = None  # the sign or word as written, where it fits several currencies
    inferred: bool = False  # whether the currency or the scale is told elsewhere than beside the number
    qualifier: QualifierName | None = None
    per: str | None = None  # what the price is for: "unit", "tonne" ...
    unread_magnitude: str | None = None  # a scale word beside the number that was not understood


@dataclass(slots=True)
class Rate(Mention):
    """A percentage, in percent: 16.3% is 16.3, 25 bps 0.25. A range has `low` and `high` and no `amount`."""

    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    kind: Literal["CAGR", "YoY", "share", "other"] = "other"
    qualifier: QualifierName | None = None
    direction: Literal["up", "down"] | None = None


@dataclass(slots=True)
class Years(Mention):
    """A year (label YEAR, both years equal) or a period (label PERIOD), its first and last year included."""

    start_year: int = 0
    end_year: int = 0
    kind: Literal["year", "period", "fiscal", "quarter", "decade"] = "year"
    relative: bool = False  # resolved from the document ("during the forecast period")
    suffix: Literal["actual", "estimate", "forecast"] | None = None  # 2024A, 2025E, 2032F
    position: Literal["start", "mid", "end"] | None = None  # "end of 2031", "mid-2030s"


@dataclass(slots=True)
class CompanyName(Mention):
    """One mention of a company; `canonical` is its short name, equal for all its mentions."""

    canonical: str = ""
    name: str = ""  # the fullest form in the document
    legal_form: str | None = None
    role: str = "mentioned"
    ticker: str | None = None
    identifier: str | None = None  # that of the file of own names
    origin: Literal["rules", "user", "model"] = "rules"


@dataclass(slots=True)
class RegionName(Mention):
    """One mention of a place; `canonical` is its standard name."""

    canonical: str = ""
    code: str | None = None  # ISO 3166 of a country or subdivision, UN M49 of a part of the world
    country: str | None = None  # ISO 3166-1 code of the country it lies in
    kind: Literal["country", "subdivision", "city", "macro_region", "other"] = "other"
    role: str = "mentioned"
    candidates: tuple[str, ...] = ()  # codes of the places it may be, where nothing decides
    identifier: str | None = None


@dataclass(slots=True)
class OtherName(Mention):
    """A mention of a type the record has no field for (label ORGANISATION ...), kept under `other`."""


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    return list(value) if isinstance(value, tuple) else value


def _typed(annotation: str, value: Any) -> Any:
    """A plain value as the field wants it whose annotation is given, as its source or as its type has it in words."""
    if isinstance(value, str) and "Decimal" in annotation:
        return Decimal(value)
    return tuple(value) if isinstance(value, list) and "tuple" in annotation else value
