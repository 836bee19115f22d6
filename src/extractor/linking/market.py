"""The market a document is about, named as a user would file it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.candidates import NEIGHBOURS, OPENING_CHARS, Candidate
from extractor.linking.market_places import adjective_of, place_of, written_place
from extractor.linking.names import core, title_case
from extractor.linking.naming import MOST_MENTIONS, body_candidates, title_candidates
from extractor.linking.open_market import is_open, is_told, open_namings
from extractor.records import Market

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statement import Statement


OFTEN = 2  # namings that outweigh a title in other words
WEAK_HEAD = 3  # "industry" or "business" instead of "market"
SPELLED_OUT = late.regex(r"(?P<long>[^()]+) \((?P<short>[A-Z][\w-]{1,9})\) (?P<rest>[^()]+)")


def market_of(
    annotation: Annotation, statements: list[Statement], namings: list[Candidate], groups: list[list[Candidate]]
) -> Market | None:
    """The market that a document is about that is no round-up, told from its namings; None for a page about none."""
    if is_open(namings):
        best = open_namings(annotation, statements, namings)
    else:
        best = _borne_out(groups, annotation)
        if not is_told(best, annotation, statements):
            return None
    if not best:
        return None
    chosen = max(best, key=lambda item: (item.sure, item.field == "title", item.weight, -item.start))
    name = title_case(_shortened(chosen, groups))
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


def _shortened(chosen: Candidate, groups: list[list[Candidate]]) -> str:
    """The name that the body uses, where a title's name only has more words in front ("Demand Lifts Valve Market")."""
    spelled = SPELLED_OUT.fullmatch(chosen.words)
    if spelled is not None:  # "Artificial Intelligence (AI) in Healthcare"
        short = f"{spelled['short']} {spelled['rest']}"
        used = any(item.core == core(short) and item.figures for group in groups for item in group)
        return short if used else f"{spelled['long']} {spelled['rest']}"
    words = chosen.words.lower().split()
    if chosen.field == "text" or any(
        item.field == "text" for group in groups for item in group if item.core == chosen.core
    ):
        return chosen.words
    for group in groups:
        for item in group:
            shorter = item.words.lower().split()
            if not (item.figures and item.sure and len(shorter) < len(words) and words[-len(shorter) :] == shorter):
                continue
            if item.ahead != words[-len(shorter) - 1]:
                return " ".join(chosen.words.split()[-len(shorter) :])
    return chosen.words


def _borne_out(groups: list[list[Candidate]], annotation: Annotation) -> list[Candidate]:
    """The best group, unless only the title has it, in words the body never uses while it names a market with figures.

    "The Research Company's Latest Report Explores Market Drivers" names no market.
    """
    best = groups[0]
    if any(item.field == "text" for item in best):
        return best
    body = next(
        (
            group
            for group in groups
            if len(group) >= OFTEN and any(item.sure and item.field == "text" for item in group)
        ),
        None,
    )
    if body is None:
        return best
    words = set(core(annotation.text[:OPENING_CHARS]))
    return best if set(best[0].core) & words else body


def grouped_namings(
    annotation: Annotation, statements: list[Statement]
) -> tuple[list[Candidate], list[list[Candidate]]]:
    """All namings, and those of each market, the likeliest market first."""
    told = body_candidates(annotation, statements)
    titled = [_with_place(item, told) for item in title_candidates(annotation)]
    own = [item for item in told if item.ahead not in NEIGHBOURS]
    candidates = titled + (own if any(item.figures for item in own) else told)
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for item in candidates:
        groups.setdefault(tuple(sorted(set(item.core))), []).append(item)
    ranked = sorted(groups.values(), key=lambda group: (-_score(group), all(item.field == "text" for item in group)))
    return candidates, ranked


def _with_place(titled: Candidate, told: list[Candidate]) -> Candidate:
    """The naming of a title, whose first words the body knows as a place: "GCC Linen Market" over "the GCC linen market"."""
    if titled.place is not None:
        return titled
    words = titled.words.lower()
    for item in told:
        if item.place is not None and words == f"{item.place.text} {item.words}".lower():
            return dataclasses.replace(titled, words=item.words, place=item.place)
    return titled


def _score(group: list[Candidate]) -> float:
    weights: dict[str, float] = {}
    for item in group:
        weights[item.field] = max(weights.get(item.field, 0.0), item.weight)
    return (
        sum(weights.values()) + min(MOST_MENTIONS, len(group)) - (0 if any(item.sure for item in group) else WEAK_HEAD)
    )
