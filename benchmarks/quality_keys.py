"""Comparable keys: what counts as the same name, number, market or value when records meet labels."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

Json = Mapping[str, Any]

WORD = re.compile(r"[\w&+%]+")
LAST_WORD = re.compile(r"[,\s]+([^,\s]+)$")
MOST_FORMS = 4  # "Holdings Group Co., Ltd." is the longest chain met
FORM_WORDS = (
    "inc incorporated corp corporation co company ltd limited llc llp lp plc ag se sa s.a nv n.v bv b.v gmbh kgaa kg "
    "oyj oy ab asa as a/s spa s.p.a srl s.r.l pty pvt private kk k.k group holding holdings sas s.a.s ulc"
)
FORMS = frozenset(FORM_WORDS.split())
NOISE_WORDS = "the global worldwide market markets size industry share report"
MARKET_NOISE = frozenset(NOISE_WORDS.split())
TOTAL = frozenset((None, "", "total", "global", "Global"))
NAMED_ROLES = frozenset(("key_player", "publisher"))
SHINGLE = 4


def fold(text: object) -> str:
    """Case, accents, punctuation and spacing folded away.

    >>> fold("  Añejo, R&D — 5% ")
    'anejo r&d 5%'
    """
    decomposed = unicodedata.normalize("NFKD", str(text or ""))
    return " ".join(WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c)).casefold()))


def company_key(name: object) -> str:
    """A company's name without its legal forms and a leading article.

    >>> company_key("The Harrow & Finch Co., Ltd."), company_key("Lumen S.p.A.")
    ('harrow & finch', 'lumen')
    """
    short = str(name or "").strip()
    for _ in range(MOST_FORMS):
        bare = short.rstrip(" .,")
        last = LAST_WORD.search(bare)
        if last is None or last[1].casefold() not in FORMS:
            break
        short = bare[: last.start()]
    return fold(short).removeprefix("the ")


def market_key(name: object) -> str:
    """A market's name without the words every market shares.

    >>> market_key("Global Oat Milk Market Size") == market_key("oat milk market")
    True
    """
    return " ".join(word for word in fold(name).split() if word not in MARKET_NOISE)


def number_key(value: object) -> str | None:
    """A number in plain digits, however it was written.

    >>> number_key("9.20E6"), number_key("16.30"), number_key("soon")
    ('9200000', '16.3', None)
    """
    try:
        return f"{Decimal(str(value)).normalize():f}"
    except (InvalidOperation, ValueError):
        return None


def region_key(region: Json) -> str:
    """The ISO code, or the folded canonical name where the code is none or a bare number (M49)."""
    code = str(region.get("code") or "")
    return code if code[:2].isalpha() else fold(region.get("canonical") or region.get("name"))


def company_of(company: Json) -> str:
    """The key of a company entry."""
    return company_key(company.get("canonical") or company.get("name"))


def market_name(record: Json) -> str | None:
    """The market's name, whether the market is an object (record) or a name (label)."""
    market = record.get("market")
    return market.get("name") if isinstance(market, Mapping) else market


def shingles(text: str) -> Counter[Hashable]:
    """The word 4-grams of a text; a shorter text is one gram."""
    words = fold(text).split()
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def year_keys(years: list[Any]) -> Iterator[int]:
    """Distinct years of labels (plain numbers) or of records (periods, both ends)."""
    for item in years:
        if isinstance(item, int):
            yield item
        else:
            yield from (item[end] for end in ("start_year", "end_year") if item.get(end) is not None)


def values(record: Json, money: list[Json]) -> dict[str, frozenset[Hashable]]:
    """The set of comparable keys of each listed field; `money` is where its monetary values stand."""

    def rows(field: str) -> list[Json]:
        return record.get(field) or []

    return {
        "money": frozenset((number_key(m.get("amount")), m.get("currency")) for m in money),
        "estimates": frozenset(
            (number_key(e.get("amount")), e.get("currency"), e.get("year"), e.get("kind")) for e in rows("estimates")
        ),
        "growth": frozenset(
            (number_key(g.get("rate")), g.get("kind"), g.get("start_year"), g.get("end_year")) for g in rows("growth")
        ),
        "years": frozenset(year_keys(record.get("years") or [])),
        "companies": frozenset(map(company_of, rows("companies"))),
        "regions": frozenset(map(region_key, rows("regions"))),
        "segments": frozenset(fold(v) for s in rows("segments") for v in s.get("values") or []),
    }


def company_roles(record: Json) -> dict[str, str]:
    """Role of each company; acquirers, partners and the like count as mentioned."""
    return {
        company_of(c): role if (role := c.get("role")) in NAMED_ROLES else "mentioned"
        for c in record.get("companies") or []
    }


def region_roles(record: Json) -> dict[str, str | None]:
    """Role of each region."""
    return {region_key(r): r.get("role") for r in record.get("regions") or []}


def headline(record: Json) -> Hashable:
    """What a reader checks first: the market, its base and forecast totals, and its CAGR."""
    levels = frozenset(
        (number_key(e.get("amount")), e.get("currency"), e.get("year"))
        for e in record.get("estimates") or []
        if e.get("scope") in TOTAL and e.get("kind") in ("base", "forecast") and not e.get("market")
    )
    rates = frozenset(
        number_key(g.get("rate"))
        for g in record.get("growth") or []
        if g.get("scope") in TOTAL and g.get("kind") == "CAGR"
    )
    return market_key(market_name(record)), levels, rates


def verdict_of_record(record: Json) -> bool | None:
    """What the checks say of the stated CAGR; None when they say nothing."""
    codes = {check.get("code") for check in record.get("checks") or []}
    if "cagr_mismatch" in codes:
        return False
    return True if "cagr_consistent" in codes else None
