"""The table of places as a gazetteer: every name with all the places it may mean."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from extractor.annotating.gazetteer import Gazetteer, plain_key
from extractor.data.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.annotating.annotation import Annotation

Kind = Literal["country", "subdivision", "city", "macro_region", "other"]
_KINDS: dict[str, Kind] = {"c": "country", "s": "subdivision", "t": "city", "m": "macro_region", "o": "other"}
# Cities of fewer people (thousands) need something beside them that says they are places.
LARGE_CITY = 100
# Alias that says: the canonical name itself, spelt out, is the names of its members and not looked up.
SPELT_OUT = "!"
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


def _place(row: list[str]) -> Place:
    letter, code, country, canonical, weight, _ = row
    kind = _KINDS[letter]
    if kind == "city":
        return Place(kind, None, country, canonical, int(weight), frozenset(), f"US-{code}" if code else "")
    members = frozenset(weight.split()) if kind == "macro_region" else frozenset()
    return Place(kind, code or None, country or None, canonical, int(weight or 0) if kind == "subdivision" else 0, members)


_ORDER = {"country": 0, "macro_region": 1, "subdivision": 2, "other": 3, "city": 4}


def _rank(place: Place) -> tuple[int, int]:
    return (0 if place.is_known else 10) + _ORDER[place.kind], -place.weight


def is_acronym(name: str) -> bool:
    """Whether `name` is to be matched in capitals only.

    >>> is_acronym("UAE"), is_acronym("RoW"), is_acronym("U.S."), is_acronym("Oman")
    (True, True, False, False)
    """
    return len(name) <= LONGEST_ACRONYM and sum(char.isupper() for char in name) > 1 and name.replace("&", "").isalnum()


def _senses(entries: list[tuple[str, list[str]]]) -> Senses:
    places: list[Place] = []
    for _, row in entries:
        place = _place(row)
        if place not in places:
            places.append(place)
    return Senses(tuple(sorted(places, key=_rank)), all(is_acronym(name) for name, _ in entries))


class PlaceTable(Gazetteer[Any]):
    """All names of the table of places. `states` has the names of the states of the US by code.

    Rows are made into senses when first asked for: few of 37,000 ever are.
    """

    def __init__(self, rows: list[list[str]]) -> None:
        super().__init__()
        found: dict[str, list[tuple[str, list[str]]]] = {}
        self.states = {row[1]: row[3] for row in rows if row[0] == "s" and row[2] == "US"}
        key_of = plain_key
        for row in rows:
            names = row[5].split("|") if row[5] else []
            if SPELT_OUT not in names:
                names.append(row[3])
            for name in names:
                key = key_of(name)
                if key:
                    found.setdefault(key, []).append((name, row))
        lengths = self._lengths
        for key in found:
            first = key.partition(" ")[0]
            lengths[first] = lengths.get(first, 0) | 1 << key.count(" ") + 1
        self._values = found

    def get(self, name: str) -> Senses | None:
        """What `name` may mean, or None."""
        key = self.key(name)
        found = self._values.get(key)
        if type(found) is list:
            found = self._values[key] = _senses(found)
        return found if isinstance(found, Senses) else None

    def named(self, annotation: Annotation, tokens: Iterable[int]) -> Iterator[tuple[int, int, Senses]]:
        """The longest name at each of the given tokens, as first token, last token (excluded) and what it may mean."""
        for first, last, found in self.matches(annotation, tokens):
            if type(found) is list:
                found = self.get(annotation.span_text(first, last)) or _senses(found)
            if isinstance(found, Senses):
                yield first, last, found


@lru_cache(maxsize=1)
def load_places() -> PlaceTable:
    """All names of the package's table of places, read once a process."""
    return PlaceTable(read_table("places.tsv.gz"))


@lru_cache(maxsize=1)
def load_demonyms() -> frozenset[str]:
    """Words for people and things of a place, lower case: evidence, never places."""
    return frozenset(row[0] for row in read_table("demonyms.tsv"))


@lru_cache(maxsize=1)
def load_doubtful() -> dict[str, str]:
    """Names that are mostly something else (a word, a person), by folded name; they need evidence."""
    return {row[0].lower(): row[1] for row in read_table("own/stop_names.tsv")}
