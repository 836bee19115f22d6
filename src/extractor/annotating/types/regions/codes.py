"""Short codes of places, read only where they can be nothing else: in region lists and tables, and behind a city."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lines import lines_of
from extractor.annotating.types.regions.context import SEPARATORS
from extractor.annotating.types.regions.places import Place, Senses, load_places
from extractor.data.tables import read_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.places import Place

_SCOPE = late.regex(
    r"\b(?:regions?|regional|geograph\w+|countr(?:y|ies)|markets? covered|territor(?:y|ies)"
    r"|states?)\b[^.\n]{0,30}[:|–—]",
    re.IGNORECASE,
)
_NAME = late.regex(r"[A-Z][a-z]+|[A-Z]{3,}")
# Postal abbreviations of the states, behind "City,".
_STATES = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
# How newspapers shorten them.
_PRESS = {
    "Ala.": "AL", "Ariz.": "AZ", "Ark.": "AR", "Calif.": "CA", "Colo.": "CO", "Conn.": "CT", "Del.": "DE", "Fla.": "FL", "Ga.": "GA", "Ill.": "IL", "Ind.": "IN", "Kan.": "KS",
    "Ky.": "KY", "La.": "LA", "Md.": "MD", "Mass.": "MA", "Mich.": "MI", "Minn.": "MN", "Miss.": "MS", "Mo.": "MO", "Mont.": "MT", "Neb.": "NE", "Nev.": "NV", "N.H.": "NH",
    "N.J.": "NJ", "N.M.": "NM", "N.Y.": "NY", "N.C.": "NC", "N.D.": "ND", "Okla.": "OK", "Ore.": "OR", "Pa.": "PA", "R.I.": "RI", "S.C.": "SC", "S.D.": "SD", "Tenn.": "TN",
    "Tex.": "TX", "Vt.": "VT", "Va.": "VA", "Wash.": "WA", "W.Va.": "WV", "Wis.": "WI", "Wyo.": "WY",
}  # fmt: skip

LENGTH_OF_CODE = 2
LONGEST_CITY = 3  # words before a code in brackets


@lru_cache(maxsize=1)
def region_codes() -> dict[str, Senses]:
    """Codes of lists and tables with the place each stands for."""
    places = load_places()
    found = {}
    for code, name, *_ in read_table("own/region_codes.tsv"):
        senses = places.get(name)
        if senses is not None:
            found[code] = Senses(senses.places[:1], True)
    return found


@lru_cache(maxsize=1)
def state_codes() -> dict[str, Senses]:
    """Postal and press abbreviations of the states of the US."""
    table = load_places()
    by_code: dict[str | None, Place] = {}
    for code, name in table.states.items():
        senses = table.get(name)
        by_code |= {place.code: place for place in senses.places if place.code == code} if senses is not None else {}
    spelt = {code: code for code in _STATES.split()} | _PRESS
    return {text: Senses((by_code[f"US-{code}"],), True) for text, code in spelt.items() if f"US-{code}" in by_code}


def code_at(annotation: Annotation, token: int) -> Senses | None:
    """The place that a short code at `token` stands for here, or None."""
    words = annotation.words
    text = words[token].text
    if is_bracketed(annotation, token):
        return _country_of_city(annotation, token)
    if token > 1 and words[token - 1].text == ",":
        state = state_codes().get(text)
        if state is None and token + 1 < len(words) and words[token + 1].text == ".":
            state = state_codes().get(f"{text}.")  # "Fla" and its full stop as two tokens
        if state is not None and _NAME.fullmatch(words[token - 2].text) and not _lists_codes(annotation, token):
            return state
    senses = region_codes().get(text)
    if senses is None:
        return None
    return senses if _lists_codes(annotation, token) else None


def is_bracketed(annotation: Annotation, token: int) -> bool:
    """Whether a token of two letters stands alone in brackets, as a code does behind a city: "Ulm (DE)"."""
    words = annotation.words
    return (
        len(words[token].text) == LENGTH_OF_CODE
        and 1 < token < len(words) - 1
        and words[token - 1].text == "("
        and words[token + 1].text == ")"
    )


def _country_of_city(annotation: Annotation, token: int) -> Senses | None:
    """The country whose code stands in brackets behind one of its cities."""
    places, code = load_places(), annotation.words[token].text
    named = places.country_named(code)
    country = places.get(named) if named is not None else None
    for first in range(token - 2, max(-1, token - 2 - LONGEST_CITY), -1):
        city = places.get(annotation.span_text(first, token - 1))
        if country is not None and city is not None and any(place.country == code for place in city.places):
            return Senses(country.places[:1], True)
    return None


def _lists_codes(annotation: Annotation, token: int) -> bool:
    """Whether the line is a list or a table of regions."""
    words = annotation.words
    first, last = lines_of(annotation).span(token)
    start = annotation.starts[first]
    if _SCOPE.search(annotation.text[start : annotation.starts[token]]):
        return all(len(word.text) < 30 for word in words[first:token])
    codes = region_codes()
    around = [
        words[at].text
        for at in (token - 2, token + 2)
        if first <= at < last and words[min(at + 1, token + 1) if at > token else token - 1].lower in SEPARATORS
    ]
    return (
        sum(
            other in codes or other in ("EU", "US", "UK", "APAC", "EMEA", "MEA", "LATAM", "RoW", "ROW", "GCC")
            for other in around
        )
        > 1
    )
