"""Countries and their divisions as rows of the table of places.

Sources: CLDR names through Babel (Unicode licence), ISO 3166 through pycountry (LGPL; names and codes only), and our
own tables in `own/`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import plain_key
from extractor.data.common_words import is_common
from extractor.data.given_names import given_names
from extractor.data.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

# Alias that says: the canonical name itself, spelt out, is the names of its members and not looked up.
SPELT_OUT = "!"
# Countries whose first-level subdivisions are named in English texts as a matter of course: no further evidence needed.
WELL_KNOWN = frozenset("US CA AU IN DE BR MX CN JP IT ES FR KR AT ZA AR NG ID MY AE BE PK NL SA".split())
# Types of subdivision that are too small or too many to be looked up by name alone.
SMALL_TYPES = re.compile(
    r"district|borough|department|municipality|commune|parish|county|unitary|arondissement|council|city corporation",
    re.IGNORECASE,
)
BRITISH_COUNTIES = frozenset(
    [
        "Cornwall",
        "Kent",
        "Essex",
        "Surrey",
        "Devon",
        "Dorset",
        "Suffolk",
        "Norfolk",
        "Cumbria",
        "East Sussex",
        "West Sussex",
        "Somerset",
    ]
)
# Countries whose counties, departments and districts are in the news by their bare names.
COUNTRIES_OF_COUNTIES = frozenset("BD BG BO CO FR GB GT HN HT HU IE KE LK LR LS MW NI PY RO SE SV UG UY".split())
# ... and where texts say "Nakuru County", though a town of that name has the bare one.
COUNTRIES_OF_NAMED_COUNTIES = frozenset("KE LR NO RO SE".split())
SHORTEST_COUNTY = 4
# Parts of another country that ISO 3166-1 lists as well.
OVERSEAS = frozenset("AS GU MP PR VI UM AW BL BQ CW GF GP HK MF MO MQ NC PF PM RE SX TF WF YT AX SJ".split())
# French first words of provinces, as English texts write them.
_FRENCH = ((r"^Nord[- ]", "North "), (r"^Sud[- ]", "South "), (r"^Haut[- ]", "Upper "), (r"^Bas[- ]", "Lower "))


def plain(name: str) -> str:
    """The name without marks that English leaves out (macrons, dots below): "Mahārāshtra" -> "Maharashtra"."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", name):
        if char in "\u0304\u0323\u0331\u0327\u0307\u0325" and not (char == "\u0327" and kept and kept[-1] in "cC"):
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


# Letters that fold to ASCII in no other way, as English texts write them ("Lodz", "Tromso").
_ASCII_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "ß": "ss"}
)


def in_ascii(name: str) -> str:
    """The name with letters of English alone where only strokes and ligatures part them: "Wrocław" -> "Wroclaw"."""
    return name.translate(_ASCII_LETTERS)


def country_rows() -> list[list[str]]:
    """A row a country, named as CLDR does in English unless our own table says otherwise."""
    from babel import Locale

    own = {row[0]: row for row in read_table("own/countries.tsv")}
    names = {code: name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
    skipped = {"XA", "XB", "ZZ", "EU", "EZ", "UN", "QO", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
    short = Locale("en").territories
    rows = []
    for code in sorted(set(names) - skipped):
        name = names[code].replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")
        aliases = {names[code], short.get(code, "")}
        if code in own:
            aliases |= set(own[code][2].split("|"))
            name, cldr = own[code][1] or name, name
            aliases.add(cldr)
        aliases -= {name, ""}
        rows.append(["c", code, code, name, "", "|".join(sorted(aliases))])
    return rows


def subdivision_rows() -> list[list[str]]:
    """A row a first-level subdivision (states, provinces, regions; counties and districts only where they are well known)."""
    import pycountry

    own = {row[0]: row for row in read_table("own/subdivisions.tsv")}
    countries = {name for row in country_rows() for name in (row[3], *row[5].split("|"))}
    overseas = {plain_key(row[3]) for row in country_rows() if row[1] in OVERSEAS}
    rows = []
    for item in sorted(pycountry.subdivisions, key=lambda sub: sub.code):
        country = item.country_code
        name = re.sub(r"\s*[\[(].*", "", item.name).strip("’‘' ")
        if plain_key(name) in overseas and item.code not in own:
            continue  # "US-PR": it has a code among the countries
        if item.code in own:
            canonical, aliases = own[item.code][1], set(own[item.code][2].split("|")) | ({name} - countries)
        elif country == "GB" and (name.endswith("shire") or name in BRITISH_COUNTIES):
            canonical, aliases = name, set()
        elif "," in name or (SMALL_TYPES.search(item.type) and country not in {"US", "SA", "AE"}) or item.parent_code:
            continue
        else:
            canonical, aliases = plain(name), {name, *(re.sub(french, english, name) for french, english in _FRENCH)}
        if country in {"CN", "KR", "HK", "MO", "TW"} and item.code not in own:
            continue
        known = (
            "1"
            if canonical.endswith("shire")
            or canonical in BRITISH_COUNTIES
            or (country in WELL_KNOWN or item.code in own)
            else ""
        )
        aliases.add(in_ascii(canonical))
        aliases |= {alias.replace("'", "").replace("’", "") for alias in (canonical, *aliases)}
        rows.append(["s", item.code, country, canonical, known, "|".join(sorted(aliases - {canonical, ""}))])
    return rows


def small_subdivision_rows(taken: Iterable[str]) -> list[list[str]]:
    """A row a county, department or district that texts name without saying so; they need evidence, so none is well known.

    Args:
        taken: names of other places, which these would only make doubtful.
    """
    import pycountry

    keys = {plain_key(name) for name in taken}
    rows = []
    for item in sorted(pycountry.subdivisions, key=lambda sub: sub.code):
        country = item.country_code
        if country not in COUNTRIES_OF_COUNTIES or not SMALL_TYPES.search(item.type):
            continue
        name = plain(re.sub(r"\s*[\[(].*|s? län.*", "", item.name).strip("’‘' ")).replace("’", "'")
        if country == "IE":
            rows.append(["s", item.code, country, f"County {name}", "1", ""])
        key = plain_key(name)
        if item.type == "County" and country in COUNTRIES_OF_NAMED_COUNTIES:
            rows.append(["s", item.code, country, f"{name} County", "1", ""])
        if "," in name or len(key) < SHORTEST_COUNTY or key in keys or is_common(key) or key in given_names():
            continue
        keys.add(key)
        canonical = f"County {name}" if country == "IE" else name
        aliases = {name, in_ascii(name)} - {canonical} | ({SPELT_OUT} if country == "IE" else set())
        rows.append(["s", item.code, country, canonical, "", "|".join(sorted(aliases))])
    return rows


def without_areas_of(divisions: list[list[str]], areas: list[list[str]]) -> list[list[str]]:
    """The areas that are no division of their country by another word; the divisions that are one become well known."""
    by_name = {(row[2], name): row for row in divisions for name in (row[3], *row[5].split("|"))}
    kept = []
    for area in areas:
        division = by_name.get((area[2], area[3]))
        if division is None:
            kept.append(area)
        else:
            division[4] = "1"
    return kept
