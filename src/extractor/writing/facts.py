"""The facts of a record in words, for a page; a record is the dictionary that its JSON holds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

Record = dict[str, Any]
LISTED_APART = frozenset(("key_player", "publisher"))  # roles that have a name of their own in the list


def facts(record: Record) -> list[tuple[str, list[str]]]:
    """What a reader wants to know of a document, by name, in the record's own order; some have no values."""
    players = [item["canonical"] for item in record["companies"] if item["role"] == "key_player"]
    others = [_with_role(item) for item in record["companies"] if item["role"] not in LISTED_APART]
    market = record["market"] or {}
    return [
        (
            "Market",
            [" in ".join(part for part in (market.get("name"), market.get("region")) if part)] if market else [],
        ),
        ("Publisher", _one(record["publisher"])),
        ("Author", _one(record["author"])),
        ("Published", _one(record["published"])),
        ("Estimates", [f"{item['kind']}: {value_in_words(item)}{_of(item)}" for item in record["estimates"]]),
        ("Growth", [rate_in_words(item) for item in record["growth"]]),
        ("Key players", _one(", ".join(players))),
        ("Companies", _one(", ".join(others))),
        ("Regions", _one(", ".join(_with_role(item) for item in record["regions"]))),
        ("Segments", [f"{item['by'] or 'unnamed'}: {', '.join(item['values'])}" for item in record["segments"]]),
        ("Checks", [f"{item['code']}: {item['message']}" for item in record["checks"]]),
        ("Issues", [": ".join(filter(None, (item["code"], item["detail"]))) for item in record["issues"]]),
    ]


def value_in_words(item: Record) -> str:
    """An estimate's value.

    >>> value_in_words({"amount": "9200000.5", "amount_high": None, "currency": "USD", "year": 2025, "end_year": None})
    'USD 9,200,000.5 in 2025'
    """
    amounts = " to ".join(_grouped(amount) for amount in (item["amount"], item["amount_high"]) if amount is not None)
    years = "-".join(str(year) for year in (item["year"], item["end_year"]) if year)
    return " ".join(filter(None, (item["currency"], amounts, f"in {years}" if years else "")))


def rate_in_words(item: Record) -> str:
    """A rate with its period and what it is of.

    >>> growth = {"kind": "CAGR", "rate": "7.9", "rate_high": None, "start_year": 2025, "end_year": 2032, "scope": None, "market": None}
    >>> rate_in_words(growth)
    'CAGR: 7.9%, 2025-2032'
    """
    rates = " to ".join(rate for rate in (item["rate"], item["rate_high"]) if rate is not None)
    years = "-".join(dict.fromkeys(str(year) for year in (item["start_year"], item["end_year"]) if year))
    return f"{item['kind']}: {rates}%{', ' + years if years else ''}{_of(item)}"


def _of(item: Record) -> str:
    """The part of the market, or the other market, that a value or rate is of."""
    parts = [part for part in (item["scope"], item["market"]) if part]
    return f" ({', '.join(parts)})" if parts else ""


def _with_role(item: Record) -> str:
    role = item["role"]
    return item["canonical"] if role == "mentioned" else f"{item['canonical']} ({role.replace('_', ' ')})"


def _grouped(amount: str) -> str:
    return f"{Decimal(amount):,f}"


def _one(value: str | None) -> list[str]:
    return [value] if value else []
