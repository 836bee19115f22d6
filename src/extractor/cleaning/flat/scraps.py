"""Lines that are no text at all: a bare address, a time stamp, a price on the exchange, fields of a feed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extractor import late
from extractor.cleaning.memory import REMEMBERED

LONGEST: Final = 200  # characters; a longer line is looked at no further
_ADDRESS: Final = late.regex(r"^\W*(?:https?://|www\.)\S+$")
_STAMP: Final = late.regex(
    r"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[T ,–-]{0,3}\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)?\s?(?:[ap]\.?m\.?|z"
    r"|[a-z]{2,4}|[+-]\d\d:?\d\d)?$",
    re.IGNORECASE,
)
_QUOTE: Final = late.regex(r"^\$?[A-Z][A-Z0-9.]{1,7} [▲▼+−-]\s?\d+(?:[.,]\d+)?\s?%$")
_FIELD: Final = late.regex(
    r"^(?:source|category|lang(?:uage)?|id|author|tags?|section|url|type|format|sku|report id|report code|isbn"
    r"|word count)\s?:",
    re.IGNORECASE,
)
_SKU: Final = late.regex(r"^(?:SKU|Report ID|Report Code|Product Code|ISBN)\s?[:#-]\s?\S+$", re.IGNORECASE)
_LEAST_FIELDS: Final = 2  # that a line of fields holds


@lru_cache(REMEMBERED)
def scrap_reason(line: str) -> str | None:
    """Why a line of no more than `LONGEST` characters is no text, or None when it may be some.

    >>> scrap_reason("https://example.org/sample?id=2"), scrap_reason("2024-07-11T06:12:00Z"), scrap_reason("KRYAY +0.41%")
    ('a bare address', 'a time stamp', 'a price on the exchange')
    >>> scrap_reason("Source: Example Wire | Category: business | id: 88f1c0"), scrap_reason("Base year: 2024 | Forecast: 2030")
    ('fields of a feed', None)
    """
    if ("://" in line or "www." in line) and _ADDRESS.match(line):
        return "a bare address"
    if line[-1] == "%" and _QUOTE.match(line):
        return "a price on the exchange"
    if len(line) < 40 and (line[0].isdigit() or line[:3].istitle()) and _STAMP.match(line):
        return "a time stamp"
    if " | " in line and sum(1 for part in line.split(" | ") if _FIELD.match(part)) >= _LEAST_FIELDS:
        return "fields of a feed"
    if len(line) < 40 and _SKU.match(line):
        return "number of the report"
    return None
