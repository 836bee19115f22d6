"""Which place a name means: its neighbours decide, then the document, then what is best known."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from extractor.annotating.types.regions.context import SEPARATORS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.candidate import Candidate
    from extractor.annotating.types.regions.places import Place

# A city this large (thousands) is meant before the province of the same name.
METROPOLIS = 1000
# ... and one this large whatever states are named beside it.
MEGACITY = 10_000
# Members of an enumeration that are looked at on either side: time stays linear in endless lists.
NEIGHBOURS = 12
# Tokens between two members: marks, and figures of results ("Fiji 24, Tonga 17").
LONGEST_PART = 4
# A country is meant before a province or town of its name, unless a neighbour says otherwise (Niger; not so Georgia), and a
# state of the US before a town (Florida).
COUNTRY_FIRST = 1.0
# "the state of São Paulo", "the mayor of New York", "the country of Lebanon"
_KIND_BEFORE = {
    "country": frozenset("country nation republic kingdom".split()),
    "subdivision": frozenset(
        "state province prefecture governor governorship governorate region county canton".split()
    ),
    "city": frozenset("city mayor town port municipality".split()),
}
# "western Washington" is no city.
_PARTS = frozenset(
    "northern southern eastern western northeastern northwestern southeastern southwestern north-eastern "
    "north-western south-eastern south-western".split()
)
# "Kaduna State", "Antofagasta region"
_DIVISIONS = frozenset("state province prefecture governorate oblast canton county region voivodeship emirate".split())
_PAIR, _SIBLING, _DOCUMENT = 6.0, 2.0, 1.0


def _groups(annotation: Annotation, accepted: list[Candidate]) -> list[list[int]]:
    """Numbers of the candidates that stand in one enumeration."""
    words = annotation.words
    groups: list[list[int]] = []
    for number, candidate in enumerate(accepted):
        if number:
            between = words[accepted[number - 1].last : candidate.first]
            if len(between) <= LONGEST_PART and all(
                word.lower in SEPARATORS or word.is_digit or (word.is_space and "\n\n" not in word.text)
                for word in between
            ):
                groups[-1].append(number)
                continue
        groups.append([number])
    return groups


def contains(outer: Place, inner: Place) -> bool:
    """Whether `inner` lies in `outer` as far as the table says."""
    if outer == inner:
        return False
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.code
    if outer.kind == "subdivision":
        return inner.kind == "city" and (inner.within == outer.code if inner.within else inner.country == outer.country)
    return inner.country in outer.members


def _is_state(candidate: Candidate, place: Place) -> bool:
    best = candidate.senses.places[0]
    return best.kind == "subdivision" and best.is_known and best.country == place.country and best.code != place.code


def _is_alike(other: Place, place: Place) -> bool:
    """Whether the other place is a known one of the same kind: two countries, two states of one country."""
    return other.kind == place.kind and (other.kind == "country" or other.country == place.country) and other.is_known


def _prior(place: Place, rank: int, places: tuple[Place, ...]) -> float:
    score = -0.3 * rank
    if place.kind == "country" and not any(other.kind == "subdivision" and other.country == "US" for other in places):
        score += COUNTRY_FIRST
    if (
        rank == 0
        and place.kind == "subdivision"
        and place.is_known
        and (place.country == "US" or not _has_city(place, places))
    ):
        score += COUNTRY_FIRST
    if place.kind == "city" and place.weight >= METROPOLIS and not any(other.kind == "country" for other in places):
        score += 9.0 if place.weight >= MEGACITY else 1.5
    return score


def _has_city(place: Place, places: tuple[Place, ...]) -> bool:
    """Whether a city of its own country has the name of the province ("Kaduna"); "Ontario" has one elsewhere."""
    return any(other.kind == "city" and other.country == place.country for other in places)


def choose(annotation: Annotation, accepted: list[Candidate]) -> list[tuple[int, tuple[str, ...]]]:
    """For each candidate the number of the sense that is meant, and the codes that stay open when nothing decides."""
    countries: Counter[str] = Counter()
    for candidate in accepted:
        places = candidate.senses.places
        if (len(places) == 1 or places[0].weight >= METROPOLIS) and places[0].country:
            countries[places[0].country] += 1
    group_of: dict[int, list[int]] = {}
    for group in _groups(annotation, accepted):
        for number in group:
            group_of[number] = group
    chosen: list[tuple[int, tuple[str, ...]]] = []
    told: set[int] = set()  # those whose own neighbours decide
    settled: dict[str, int] = {}
    for number, candidate in enumerate(accepted):
        places = candidate.senses.places
        if len(places) == 1:
            chosen.append((0, ()))
            continue
        evidence = [_evidence(annotation, accepted, number, place, group_of[number], countries) for place in places]
        scores = [
            found + _prior(place, rank, places)
            for rank, (found, place) in enumerate(zip(evidence, places, strict=True))
        ]
        best = max(range(len(places)), key=scores.__getitem__)
        if evidence[best] > 0:
            if not _says_kind(annotation, candidate, places[best]):  # "Kaduna State" leaves Kaduna the city
                settled.setdefault(places[0].canonical, best)
            chosen.append((best, ()))
            if evidence[best] > _DOCUMENT:
                told.add(number)
        else:
            chosen.append((best, _open(places)))
    for number, (best, others) in enumerate(chosen):
        places = accepted[number].senses.places
        sense = settled.get(places[0].canonical)
        if sense is not None and number not in told and len(places) > 1 and sense < len(places):
            chosen[number] = (sense if others or best == 0 else best, ())
    return chosen


def _says_kind(annotation: Annotation, here: Candidate, place: Place) -> bool:
    """Whether a word before or behind the name says what kind of place it is."""
    lowers = annotation.lowers
    if place.kind == "subdivision" and here.last < len(lowers) and lowers[here.last] in _DIVISIONS:
        return True
    first = here.first
    return first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in _KIND_BEFORE.get(place.kind, ())


def _open(places: tuple[Place, ...]) -> tuple[str, ...]:
    """Codes of equally likely places: a country and a state of one name, or states of two countries."""
    codes = [place.code for place in places if place.code and place.is_known]
    kinds = {place.kind for place in places if place.code and place.is_known}
    countries = {place.country for place in places if place.code and place.is_known}
    if "US" in countries and "country" not in kinds:
        return ()  # states of the US are meant unless something speaks for another
    if len(codes) > 1 and len(countries) > 1 and (kinds == {"country", "subdivision"} or kinds == {"subdivision"}):
        return tuple(codes)
    return ()


def _evidence(
    annotation: Annotation,
    accepted: list[Candidate],
    number: int,
    place: Place,
    group: list[int],
    countries: Counter[str],
) -> float:
    score = 0.0
    words = annotation.words
    here = accepted[number]
    at = bisect_left(group, number)
    for other in group[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]:
        if other == number:
            continue
        options = accepted[other].senses.places
        inside = (
            other == number + 1
            and words[here.last].text == ","
            and any(contains(option, place) for option in options[:2])
        )
        around = (
            other == number - 1
            and words[accepted[other].last].text == ","
            and any(contains(place, option) for option in options)
        )
        if inside or around:
            score += _PAIR
        elif (
            other == number - 1
            and words[accepted[other].last].text == ","
            and place.kind == "city"
            and options[0].kind == "city"
        ):
            continue  # "Wilmington, Delaware": a city is followed by what it lies in
        elif any(_is_alike(option, place) for option in options[:2]):
            score += _SIBLING if _is_alike(options[0], place) else _SIBLING / len(options)
    if place.kind == "subdivision" and (place.country == "US" or here.senses.places[0].kind != "country"):
        first, last = annotation.sentence_of(here.first)
        score += sum(
            other is not here and first <= other.first < last and _is_state(other, place)
            for other in accepted[max(0, number - 6) : number + 7]
        )
    if _says_kind(annotation, here, place):
        score += _PAIR
    if here.first and words[here.first - 1].lower in _PARTS and place.kind in ("country", "subdivision"):
        score += _SIBLING
    own = countries.get(place.country or "", 0)
    if own:
        score += _DOCUMENT * min(own, 3) / 3
    return score
