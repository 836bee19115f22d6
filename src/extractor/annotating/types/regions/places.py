"""The table of places as a gazetteer: every name with all the places it may mean."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from extractor.annotating.gazetteer import Gazetteer
from extractor.data.tables import lines_of_key, read_lines, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.annotating.annotation import Annotation

Kind = Literal["country", "subdivision", "city", "macro_region", "other"]
_KINDS: dict[str, Kind] = {"c": "country", "s": "subdivision", "t": "city", "m": "macro_region", "o": "other"}
# Cities of fewer people (thousands) need something beside them that says they are places.
LARGE_CITY = 100
# Where a province has the name of its chief city, of so many thousands and more, the city is meant in these countries.
NAMED_AFTER_CITIES = frozenset("AT BE CH ES IT JP KR NL PT TH VN".split())
LEAST_NAMESAKE = 150
# What the line of a state of the US holds.
_STATE = "\ts\tUS-"
_COUNTRY = "\tc\t"  # ... and that of a country
# Names of so few letters written in capitals are read in capitals only ("US", "UAE", "MEA").
LONGEST_ACRONYM = 6


class Place(NamedTuple):
    """One place.

    `weight` is thousands of people for a city, 1 for a subdivision that needs no further evidence.
    `within` is a subdivision code for cities of the United States.
    """

    kind: Kind
    code: str | None
    country: str | None
    canonical: str
    weight: int
    members: frozenset[str]
    within: str = ""
    identifier: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether the name alone is enough to take it for this place."""
        if self.kind == "city":
            return self.weight >= LARGE_CITY
        return self.kind != "subdivision" or self.weight > 0


class Senses(NamedTuple):
    """What one name may mean, best known first; `acronym` when it counts in capitals only."""

    places: tuple[Place, ...]
    acronym: bool


def unlisted(kind: Kind, name: str, country: str | None = None) -> Senses:
    """What a name means that only the text makes a place of this kind."""
    return Senses((Place(kind, None, country, name, 0, frozenset()),), False)


def _place(letter: str, code: str, country: str, canonical: str, weight: str) -> Place:
    kind = _KINDS[letter]
    if kind == "city":
        return Place(kind, None, country, canonical, int(weight), frozenset(), f"US-{code}" if code else "")
    members = frozenset(weight.split()) if kind == "macro_region" else frozenset()
    return Place(
        kind, code or None, country or None, canonical, int(weight or 0) if kind == "subdivision" else 0, members
    )


_ORDER = {"country": 0, "macro_region": 1, "subdivision": 2, "other": 3, "city": 4}


def _rank(place: Place) -> tuple[int, int]:
    return (0 if place.is_known else 10) + _ORDER[place.kind], -place.weight


def is_acronym(name: str) -> bool:
    """Whether `name` is to be matched in capitals only.

    >>> is_acronym("UAE"), is_acronym("RoW"), is_acronym("U.S."), is_acronym("Oman")
    (True, True, False, False)
    """
    return len(name) <= LONGEST_ACRONYM and sum(char.isupper() for char in name) > 1 and name.replace("&", "").isalnum()


def _senses(lines: Iterable[str]) -> Senses:
    """The places of the table's lines with one key; the key, then what `_place` takes, then the name where it is not the canonical one."""
    places: list[Place] = []
    acronym = True
    for line in lines:
        _, *cells, name = line.split("\t")
        place = _place(*cells)
        acronym = acronym and is_acronym(name or place.canonical)
        if place not in places:
            places.append(place)
    places.sort(key=_rank)
    return Senses(tuple(_cities_first(places)), acronym)


def _cities_first(places: list[Place]) -> list[Place]:
    """The places with a large city before the province that is named after it ("Utrecht")."""
    best = places[0]
    if best.kind != "subdivision" or best.country not in NAMED_AFTER_CITIES:
        return places
    for place in places:
        is_namesake = place.kind == "city" and place.country == best.country and place.canonical == best.canonical
        if is_namesake and place.weight >= LEAST_NAMESAKE:
            return [place, *(other for other in places if other is not place)]
    return places


class PlaceTable(Gazetteer[Any]):
    """All names of the table of places. `states` has the names of the states of the US by code.

    The lines come in the order of their keys and are made into senses when first asked for: few of 37,000 ever are.
    """

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines
        states = [line.split("\t") for line in lines if _STATE in line]
        self.states = {code: canonical for _, _, code, _, canonical, *_ in states}
        keys = [line.partition("\t")[0] for line in lines]
        # A first word has a bit set for each number of words that its names have; most names are one word.
        lengths = self._lengths = dict.fromkeys([key for key in keys if " " not in key], 1 << 1)
        for key in keys:
            if " " in key:
                first = key.partition(" ")[0]
                lengths[first] = lengths.get(first, 0) | 1 << key.count(" ") + 1
        self._values = dict(zip(keys, keys, strict=True))

    def get(self, name: str) -> Senses | None:
        """What `name` may mean, or None."""
        return self._resolved(self._values.get(self.key(name)))

    def named(self, annotation: Annotation, tokens: Iterable[int]) -> Iterator[tuple[int, int, Senses]]:
        """The longest name at each of the given tokens, as first token, last token (excluded) and what it may mean."""
        for first, last, found in self.matches(annotation, tokens):
            senses = self._resolved(found)
            if senses is not None:
                yield first, last, senses

    def country_named(self, code: str) -> str | None:
        """The standard name of the country with this ISO 3166-1 code, or None."""
        return self._countries.get(code)

    @cached_property
    def _countries(self) -> dict[str, str]:
        """The standard names of countries by code, read from the whole table when first asked for."""
        found: dict[str, str] = {}
        for line in self._lines:
            if _COUNTRY in line:
                _, _, code, _, canonical, *_ = line.split("\t")
                found.setdefault(code, canonical)
        return found

    def _resolved(self, found: str | Senses | None) -> Senses | None:
        """The senses behind a value of the gazetteer, which is its own key until somebody asks."""
        if not isinstance(found, str):
            return found
        senses = self._values[found] = _senses(lines_of_key(self._lines, found))
        return senses


@lru_cache(maxsize=1)
def load_places() -> PlaceTable:
    """All names of the package's table of places, read once a process."""
    return PlaceTable(read_lines("places.tsv.gz"))


@lru_cache(maxsize=1)
def load_demonyms() -> frozenset[str]:
    """Words for people and things of a place, lower case: evidence, never places."""
    return frozenset(row[0] for row in read_table("demonyms.tsv"))


@lru_cache(maxsize=1)
def load_doubtful() -> dict[str, str]:
    """Names that are mostly something else (a word, a person), by folded name; they need evidence."""
    return {row[0].lower(): row[1] for row in read_table("own/stop_names.tsv")}
