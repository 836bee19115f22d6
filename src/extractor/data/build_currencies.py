"""The table of currencies: ISO 4217 codes with their English names and the words for the countries that pay in them.

Sources: CLDR English names and territories through Babel (Unicode licence), ISO 4217 names through pycountry (LGPL;
names and codes only), demonyms through countryinfo (MIT). Signs, slang and local forms are our own table,
`own/currencies.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "# Made by `python -m extractor.data.build`; do not edit. Codes: ISO 4217; names: CLDR (Unicode licence), "
    "ISO 4217;\n"
    "# words for the countries: CLDR, countryinfo (MIT), own/countries.tsv.\n"
    "# code\tEnglish names, singular and plural, in lower case\twords for the countries that pay in it\t"
    "past: the code itself is not read\n"
)
# Codes that are no money a text can hold: funds, bonds, metals, tests.
NO_MONEY = frozenset(
    "XBA XBB XBC XBD XTS XXX XUA XSU XAU XAG XPT XPD XDR XAD BOV CHE CHW CLF COU MXV USN UYI UYW ZWL".split()
)
# Withdrawn or unofficial codes that texts still use; CNH is the yuan traded offshore.
STILL_SEEN = frozenset("CNH HRK ZWL BGN DEM FRF ITL ESP NLG IEP ATS FIM GRD PTE BEF LTL LVL EEK SKK".split())
# A currency that was given up before is met in histories only.
FIRST_YEAR = 1980
# Of these only the countries that texts name with the currency: names before a euro are other things ("Germany Euro 6").
FEW_OF_MANY: dict[str, list[str]] = {"EUR": [], "USD": ["US"]}
# Official names, which nobody puts before a currency, begin so.
_OFFICIAL = re.compile(r".*(?:republic|kingdom|states?|commonwealth) of |the ")
_LONGEST_PREFIX = 3  # words


def plain(name: str) -> str:
    """The name in lower case without marks: "Icelandic króna" -> "icelandic krona"."""
    return "".join(char for char in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(char))


def country_words(territory: str) -> set[str]:
    """Adjectives and names of a country, in lower case: "tunisian", "tunisia"."""
    from babel import Locale
    from countryinfo import CountryInfo
    from countryinfo.exceptions import CountryNotFoundError

    names = {Locale("en").territories.get(territory, "")}
    for code, canonical, aliases, _source in read_table("own/countries.tsv"):
        if code == territory:
            names |= {canonical, *aliases.split("|")}
    try:
        demonym = CountryInfo(territory).demonym() or ""
    except CountryNotFoundError:
        demonym = ""
    names |= set(re.split(r"[,/;]| or ", demonym))
    words = {name.strip().lower().replace("’", "'") for name in names}
    words = {re.sub(r" sar( china)?$", "", word) for word in words}
    return {word for word in words | {plain(word) for word in words} if _is_plain_name(word)}


def _is_plain_name(word: str) -> bool:
    is_short = word.count(" ") < _LONGEST_PREFIX
    return bool(word) and is_short and not re.search(r"[^\w .'-]| - |^\w-", word) and _OFFICIAL.match(word) is None


def countries_of(code: str) -> list[str]:
    """The territories whose money a currency is; of a withdrawn one, was until `FIRST_YEAR` or later."""
    from babel.core import get_global

    found = []
    for territory, currencies in get_global("territory_currencies").items():
        for known, _first, last, is_tender in currencies:
            if known == code and is_tender and len(territory) == len("US") and (last is None or last[0] >= FIRST_YEAR):
                found.append((last is None, territory))
    is_alive = any(lasts for lasts, _ in found)
    return sorted({territory for lasts, territory in found if lasts or not is_alive})


def build_currencies(folder: Path) -> Path:
    """Writes `currencies.tsv` into `folder` and returns its path."""
    import pycountry
    from babel import Locale
    from babel.numbers import get_currency_name

    iso = {item.alpha_3: item.name for item in pycountry.currencies if item.alpha_3 not in NO_MONEY}
    known = {*iso, *STILL_SEEN}
    codes = set(map(str, Locale("en").currencies))
    past = {code for code in codes - known - NO_MONEY if countries_of(code)}
    rows: list[str] = []
    for code in sorted(known | past):
        names = {get_currency_name(code, count, "en").lower() for count in (1, 2)} | {iso.get(code, "").lower()}
        names = {name for name in names if name and "(" not in name and name != code.lower()}
        names |= {plain(name) for name in names}
        if code in past and not names:
            continue
        countries = FEW_OF_MANY.get(code, countries_of(code))
        words = {word for country in countries for word in country_words(country)}
        cells = [code, "|".join(sorted(names)), "|".join(sorted(words)), "past" if code in past else ""]
        rows.append("\t".join(cells) + "\n")
    path = folder / "currencies.tsv"
    path.write_text(HEADER + "".join(rows), "utf-8")
    return path
