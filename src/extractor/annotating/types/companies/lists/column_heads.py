"""Titles of the columns of a table: which holds companies, in which part, and which their symbols."""

from __future__ import annotations

import re

from extractor import late
from extractor.annotating.types.companies.words.cues import MANY

_COLUMN = late.regex(
    rf"^\W*(?:(?:key|major|leading|top|name of|market)\s+)?(?:the\s+)?(?:company|player|vendor|manufacturer"
    rf"|supplier|firm|brand|provider|operator|producer|developer|competitor|issuer|registrant"
    rf"|{MANY})(?:\s+(?:name|names|covered|profiled))?\W*$",
    re.IGNORECASE,
)
# ... beside a column of symbols.
_NAME_COLUMN = late.regex(
    r"^\W*(?:name|security|securities|holding|constituent|stock|issuer name|security name|full name)\W*$", re.IGNORECASE
)
# A column of stock-exchange symbols holds no names.
_SYMBOLS = late.regex(
    r"^\W*(?:[a-z]{2,6} )?(?:symbols?|tickers?|ticker symbol|code|isin|cusip|sedol)\W*$", re.IGNORECASE
)
# ... or of what is told of what is listed.
_LISTED = late.regex(
    r"^\W*(?:(?:last |closing )?price|close|last|(?:daily )?change|%? ?chg|market cap\w*|weight(?:ing)?|sector|industry|exchange)\W*$",
    re.IGNORECASE,
)
# Columns of companies that have another part in what the table tells.
_ROLES = {
    "publisher": late.regex(r"^\W*(?:source|publisher|research (?:firm|house)|analyst firm|published by)\W*$", re.IGNORECASE),
    "acquirer": late.regex(r"^\W*(?:acquirer|acquiror|acquiring company|bidder|purchaser|bought by)\W*$", re.IGNORECASE),
    "target": late.regex(r"^\W*(?:target|target company|acquired company|acquiree|company acquired)\W*$", re.IGNORECASE),
    "customer": late.regex(r"^\W*(?:customers?|clients?|off-?takers?|key customers?)\W*$", re.IGNORECASE),
    "partner": late.regex(r"^\W*(?:partners?|jv partners?|key partners?)\W*$", re.IGNORECASE),
    "investor": late.regex(r"^\W*(?:investors?|lead investors?|backers?)\W*$", re.IGNORECASE),
}  # fmt: skip
# A plural ("Utilities", "Banks") that stands further to the right than this column is a sector.
LAST_NAMES = 1
_SINGULAR = late.regex(
    r"^\W*(?:[a-z]+\s+)*(?:compan(?:y|ies)|players?|vendors?|manufacturers?|suppliers?)\b", re.IGNORECASE
)


def head_of(cells: list[str]) -> int:
    """The number of the column that a row of titles calls companies, or -1."""
    heads = [number for number, cell in enumerate(cells) if _COLUMN.match(cell)]
    if not heads and any(_ROLES[role].match(cell) for cell in cells for role in ("acquirer", "investor")):
        heads = list(roles_of(cells))[:1]
    if not heads and any(_SYMBOLS.match(cell) or _LISTED.match(cell) for cell in cells):
        heads = [number for number, cell in enumerate(cells) if _NAME_COLUMN.match(cell)]
    if not heads or len(cells) < 2 or (heads[0] > LAST_NAMES and not _SINGULAR.match(cells[heads[0]])):
        return -1
    is_list = heads[0] == 0 and len(cells) == 2 and ("," in cells[1] or ";" in cells[1])
    return -1 if is_list else heads[0]


def roles_of(cells: list[str]) -> dict[int, str]:
    """The parts that the titles of a row give the companies of their columns, by the number of the column."""
    return {number: role for number, cell in enumerate(cells) for role, title in _ROLES.items() if title.match(cell)}


def role_of(label: str) -> str:
    """The part of the companies that a label before a colon announces ("Supplier: Orvane"), or "" where it announces none."""
    if label.strip(" -•*").lower() == "source":
        return ""  # of a material
    return roles_of([label]).get(0) or ("key_player" if _COLUMN.match(label) else "")


def symbols_of(cells: list[str]) -> int:
    """The number of the column that a row of titles calls symbols, or -1."""
    return next((number for number, cell in enumerate(cells) if _SYMBOLS.match(cell)), -1)
