"""The table of currencies: ISO 4217 codes with their English names.

Sources: CLDR English names through Babel (Unicode licence), ISO 4217 names through pycountry (LGPL; names and codes
only). Signs, slang and local forms are our own table, `own/currencies.tsv`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "# Made by `python -m extractor.data.build`; do not edit. Codes: ISO 4217; names: CLDR (Unicode licence), "
    "ISO 4217.\n"
    "# code\tEnglish names, singular and plural, in lower case\n"
)
# Codes that are no money a text can hold: funds, bonds, metals, tests.
NO_MONEY = frozenset(
    "XBA XBB XBC XBD XTS XXX XUA XSU XAU XAG XPT XPD XDR XAD BOV CHE CHW CLF COU MXV USN UYI UYW ZWL".split()
)
# Withdrawn or unofficial codes that texts still use; CNH is the yuan traded offshore.
STILL_SEEN = (
    "CNH",
    "HRK",
    "ZWL",
    "BGN",
    "DEM",
    "FRF",
    "ITL",
    "ESP",
    "NLG",
    "IEP",
    "ATS",
    "FIM",
    "GRD",
    "PTE",
    "BEF",
    "LTL",
    "LVL",
    "EEK",
    "SKK",
)


def plain(name: str) -> str:
    """The name in lower case without marks: "Icelandic króna" -> "icelandic krona"."""
    return "".join(char for char in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(char))


def build_currencies(folder: Path) -> Path:
    """Writes `currencies.tsv` into `folder` and returns its path."""
    import pycountry
    from babel.numbers import get_currency_name

    iso = {item.alpha_3: item.name for item in pycountry.currencies if item.alpha_3 not in NO_MONEY}
    rows = []
    for code in sorted({*iso, *STILL_SEEN}):
        names = {get_currency_name(code, count, "en").lower() for count in (1, 2)} | {iso.get(code, "").lower()}
        names = {name for name in names if name and "(" not in name and name != code.lower()}
        names |= {plain(name) for name in names}
        rows.append(f"{code}\t{'|'.join(sorted(names))}\n")
    path = folder / "currencies.tsv"
    path.write_text(HEADER + "".join(rows), "utf-8")
    return path
