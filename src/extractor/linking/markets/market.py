"""The market a document is about, named as a user would file it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.markets.candidates import NEIGHBOURS, Candidate
from extractor.linking.markets.market_choice import likeliest
from extractor.linking.markets.market_places import adjective_of, place_of, written_place
from extractor.linking.markets.names import core, title_case
from extractor.linking.markets.naming import body_candidates, title_candidates
from extractor.records import Market

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statements.statement import Statement

WORDS = late.regex(r"[^\W_]+")
LONGEST_JOINT = 8  # characters that a name may be longer by in the text: "and" for "&"
SPELLED_OUT = late.regex(r"(?P<long>[^()]+) \((?P<short>[A-Z][\w-]{1,9})\) (?P<rest>[^()]+)")


def market_of(annotation: Annotation, statements: list[Statement], namings: list[Candidate]) -> Market | None:
    """The market that a document is about that is no round-up, told from its namings; None for a page about none."""
    best = likeliest(annotation, statements, namings)
    if not best:
        return None
    chosen = max(best, key=lambda item: (item.sure, item.field == "title", bool(item.figures), -item.start))
    name = title_case(_spelled_once(chosen.words, namings))
    adjective = adjective_of(name, best) if chosen.place is None else None
    place = chosen.place or (place_of(best, annotation) if adjective is None else None)
    region = written_place(place) if place is not None else None
    if adjective is not None:
        region, rest = adjective
        name = f"{region} {rest}"
    if region and core(region) and not set(core(region)) <= set(core(name)):
        name = f"{region} {name}"
    return Market(
        name=f"{name} Market",
        region=place.canonical or place.text if place is not None else region,
        start=chosen.start,
        end=chosen.end,
        field=chosen.field,
    )


def namings_of(annotation: Annotation, statements: list[Statement]) -> list[Candidate]:
    """Where a document calls something a market, asks how big it is, or tells what is bought for how much."""
    titled = title_candidates(annotation)
    told = [_as_titled(item, titled, annotation) for item in body_candidates(annotation, statements)]
    own = [item for item in told if item.ahead not in NEIGHBOURS]
    return titled + (own if any(item.figures for item in own) else told)


def _as_titled(told: Candidate, titled: list[Candidate], annotation: Annotation) -> Candidate:
    """A naming of the text under the title's name, of which it has the end or the letters.

    "The belt, drum and disk oil skimmer market" is read from the comma on; "the IoF market" is that of "Internet of Farms
    (IoF) Market".
    """
    title = annotation.title.text if annotation.title is not None else ""
    part = _plain(told.words)
    for item in titled:
        whole = _plain(item.words)
        ahead = annotation.text[max(0, told.start - len(item.words) - LONGEST_JOINT) : told.start]
        in_full = whole.endswith(part) and _plain(f"{ahead}{told.words}").endswith(whole)
        if in_full or f"{item.words} ({told.words})" in title:
            return dataclasses.replace(told, words=item.words)
    return told


def _plain(text: str) -> str:
    """In small letters, a space in front of each word."""
    return " " + " ".join(WORDS.findall(text.lower().replace("&", " and ")))


def _spelled_once(words: str, namings: list[Candidate]) -> str:
    """A name that is spelled out and shortened at once, in the form that has figures: "Artificial Intelligence (AI) in Healthcare"."""
    spelled = SPELLED_OUT.fullmatch(words)
    if spelled is None:
        return words
    short = f"{spelled['short']} {spelled['rest']}"
    used = any(item.core == core(short) and item.figures for item in namings)
    return short if used else f"{spelled['long']} {spelled['rest']}"
