"""The record: what one document comes out as. Field names are a contract: add, never rename."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, model_validator

SCHEMA_VERSION = "1.0"


def plain_decimal(value: Decimal) -> str:
    """`value` in digits without an exponent or needless zeros.

    >>> plain_decimal(Decimal("9.20E+6")), plain_decimal(Decimal("16.30"))
    ('9200000', '16.3')
    """
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    PlainSerializer(plain_decimal, return_type=str, when_used="json"),
]
# ISO 4217, and the tickers of coins that amounts are told in, some of which have four letters (USDT, USDC).
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3,4}$")]
Offset = Annotated[int, Field(ge=0)]
Year = Annotated[int, Field(ge=1000, le=2500)]
Qualifier = Literal["about", "over", "under", "at_least", "up_to"]


class Model(BaseModel):
    """Base of all record models: closed, so that a misspelt field is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class SourceInfo(Model):
    """Where the document came from."""

    uri: str
    media_type: str
    encoding: str | None
    bytes: int
    sha256: str
    line: int | None = None
    member: str | None = None
    offset: int | None = None
    url: str | None = None


class Evidence(Model):
    """Characters of `Record.text` (or of `Record.title`, when `field` says so) that a value was read from."""

    start: Offset
    end: Offset
    text: str
    field: Literal["text", "title"] = "text"
    rule: str | None = None


class Market(Model):
    """The market the document is about, named as a user would file it."""

    name: str
    region: str | None = None
    start: Offset | None = None
    end: Offset | None = None
    field: Literal["text", "title"] = "text"


class Estimate(Model):
    """One market value: an amount in a currency, of a year."""

    market: str | None = None
    scope: str | None = None
    kind: Literal["base", "forecast", "historical", "incremental"]
    amount: Number
    amount_high: Number | None = None
    currency: Currency | None
    year: Year | None
    end_year: Year | None = None
    qualifier: Qualifier | None = None
    inferred: list[str] = []
    evidence: list[Evidence]


class Growth(Model):
    """One rate: growth over a period, or a share of the market."""

    rate: Number
    rate_high: Number | None = None
    kind: Literal["CAGR", "YoY", "share", "other"]
    start_year: Year | None = None
    end_year: Year | None = None
    period_inferred: bool = False
    scope: str | None = None
    market: str | None = None
    qualifier: Qualifier | None = None
    evidence: list[Evidence]


class MoneyValue(Model):
    """A monetary value as it stands in the body, amounts in whole currency units."""

    text: str
    start: Offset
    end: Offset
    amount: Number
    amount_high: Number | None = None
    currency: Currency | None
    symbol: str | None = None
    qualifier: Qualifier | None = None
    inferred: bool = False
    rule: str


class YearValue(Model):
    """A year or a period as it stands in the body."""

    text: str
    start: Offset
    end: Offset
    start_year: Year
    end_year: Year
    kind: Literal["year", "period", "fiscal", "quarter", "decade"]
    rule: str


class Company(Model):
    """A company with all its mentions."""

    name: str
    canonical: str
    legal_form: str | None = None
    role: Literal["key_player", "publisher", "acquirer", "target", "partner", "customer", "investor", "mentioned"]
    ticker: str | None = None
    identifier: str | None = None
    source: Literal["rules", "user", "model"] = "rules"
    rule: str | None = None
    mentions: list[tuple[Offset, Offset]]


class Region(Model):
    """A place with its code and all its mentions."""

    name: str
    canonical: str
    code: str | None = None
    country: str | None = None
    kind: Literal["country", "subdivision", "city", "macro_region", "other"]
    role: Literal["market_scope", "dominant", "fastest_growing", "mentioned"]
    candidates: list[str] = []
    identifier: str | None = None
    rule: str | None = None
    mentions: list[tuple[Offset, Offset]]


class Segment(Model):
    """One dimension by which the market is split, with its values."""

    by: str | None
    values: list[str]
    evidence: list[Evidence]


class CheckResult(Model):
    """The outcome of one check, with its figures in the message."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    fields: list[str] = []
    stated: Number | None = None
    implied: Number | None = None


class Issue(Model):
    """Something that could not be done or is in doubt."""

    stage: str
    code: str
    detail: str = ""


class Versions(Model):
    """What made the record."""

    extractor: str
    spacy: str
    rules: str


class OtherMention(Model):
    """A mention of a type the schema has no field for."""

    text: str
    start: Offset
    end: Offset
    rule: str | None = None


class Record(Model):
    """Everything extracted from one document; every offset slices `text` unless its `field` says title."""

    schema_version: str = SCHEMA_VERSION
    id: str
    source: SourceInfo
    status: Literal["ok", "empty"]
    language: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    site: str | None = None
    url: str | None = None
    metadata_sources: dict[str, str] = {}
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    duplicate_of: str | None = None
    cluster: str | None = None
    text: str = ""
    market: Market | None = None
    estimates: list[Estimate] = []
    growth: list[Growth] = []
    money: list[MoneyValue] = []
    years: list[YearValue] = []
    companies: list[Company] = []
    regions: list[Region] = []
    segments: list[Segment] = []
    checks: list[CheckResult] = []
    issues: list[Issue] = []
    other: dict[str, list[OtherMention]] = {}
    versions: Versions

    @model_validator(mode="after")
    def offsets_slice_the_text(self) -> Record:
        """Every piece of evidence must be the characters it claims to be."""
        for value in chain[MoneyValue | YearValue](self.money, self.years):
            if self.text[value.start : value.end] != value.text:
                raise ValueError(f"offsets {value.start}-{value.end} do not slice {value.text!r}")
        for fact in chain[Estimate | Growth | Segment](self.estimates, self.growth, self.segments):
            for piece in fact.evidence:
                text = self.text if piece.field == "text" else self.title or ""
                if text[piece.start : piece.end] != piece.text:
                    raise ValueError(f"evidence {piece.start}-{piece.end} does not slice {piece.text!r}")
        for entry in chain[Company | Region](self.companies, self.regions):
            for start, end in entry.mentions:
                if not 0 <= start < end <= len(self.text):
                    raise ValueError(f"mention {start}-{end} of {entry.name!r} lies outside the text")
        return self

    def to_json(self) -> str:
        """The record as one line of JSON, keys in contract order, amounts as decimal strings."""
        return self.model_dump_json()

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready Python values."""
        return self.model_dump(mode="json")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record as it is serialised, committed as `data/record.schema.json`.

    >>> json_schema()["title"]
    'Record'
    """
    schema = Record.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema
