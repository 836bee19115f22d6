"""The market a document is about, named as a user would file it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Rate
from extractor.linking.candidates import LONGEST_SUBJECT, NEIGHBOURS, OPENING_CHARS, TITLE_WEIGHT, Candidate
from extractor.linking.market_places import adjective_of, place_of, written_place
from extractor.linking.names import core, is_generic, singular, title_case
from extractor.linking.naming import MOST_MENTIONS, body_candidates, title_candidates
from extractor.linking.round_ups import is_round_up
from extractor.linking.title_subject import titled_subject
from extractor.records import Market

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statement import Statement
    from extractor.linking.topics import Topic


MOST_BEFORE = 3  # statements with figures before the market is first named
OFTEN = 2  # namings that outweigh a title in other words
WEAK_HEAD = 3  # "industry" or "business" instead of "market"
MEASURE_LINE = late.regex(
    r"[-•*\s]*(?:<y> )?(?:projected |estimated |forecast |base year )?market (?:size|value)\b[^.]{0,30}<m>"
)
SPOKEN_OF = late.regex(r"\b(?:market|industry|sector|niche|trade|business|category|demand|sales)\b")
TITLE_LABEL = late.regex(r"(?:[\w&’'/-]+ ){0,4}[\w&’'/-]+(?=: )")
SPELLED_OUT = late.regex(r"(?P<long>[^()]+) \((?P<short>[A-Z][\w-]{1,9})\) (?P<rest>[^()]+)")


def market_of(annotation: Annotation, statements: list[Statement]) -> Market | None:
    """The document's market; None for a round-up or a page about no market."""
    groups = _groups(annotation, statements)
    if is_round_up(groups, annotation, statements):
        return None
    if not groups:
        return _labelled(annotation, statements)
    best = _borne_out(groups, annotation)
    beside_figures = any(item.figures or item.field == "title" for item in best)
    if not beside_figures and not (len(groups) == 1 and best[0].sure and any(map(_measures, statements))):
        return None
    if all(item.field == "text" for item in best):
        figures = [item.start for item in statements if (item.of(Money) or item.of(Rate))]
        first = min(item.start for item in best)
        before = sum(start < first for start in figures)
        if before > MOST_BEFORE and (
            annotation.title is None or not set(best[0].core) & set(core(annotation.title.text))
        ):
            return None  # figures of something else stand before: one of several markets, or an aside
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


def _title_label(annotation: Annotation) -> str | None:
    """What stands before the colon of a title, if it may name a market: no figure and no name is in it."""
    title = annotation.title
    match = TITLE_LABEL.match(title.text) if title is not None else None
    if match is None or title is None or is_generic(match[0].split()):
        return None
    return None if any(item.start < match.end() for item in title.mentions) else match[0]


def _labelled(annotation: Annotation, statements: list[Statement]) -> Market | None:
    """The market of "Fibre cement: a facade for two billion" where the body speaks of "the market" and never names it."""
    label = _title_label(annotation)
    words = set(core(label)) if label is not None else set()
    if label is None or not words or not words <= set(core(annotation.text[:OPENING_CHARS])):
        return None
    if not any(item.of(Money) and SPOKEN_OF.search(item.shape) for item in statements):
        return None
    return Market(name=f"{title_case(singular(label))} Market", start=0, end=len(label), field="title")


def market_of_title(annotation: Annotation, statements: list[Statement]) -> Market | None:
    """The market of a text that names none: what the words tell that title and text share."""
    found = titled_subject(annotation, statements)
    if found is None:
        return None
    place = found.place
    region = written_place(place) if place is not None else found.adjective
    name = title_case(_in_full(found.name, body_candidates(annotation, statements)))
    return Market(
        name=f"{region} {name} Market" if region else f"{name} Market",
        region=place.canonical or place.text if place is not None else region,
        start=found.start,
        end=found.end,
        field="title",
    )


def _in_full(name: str, told: list[Candidate]) -> str:
    """The name that the text has for what a title shortens: "the electric outboard motor market" for "electric outboards"."""
    words = core(name)
    return next((item.words for item in told if item.sure and item.core[: len(words)] == words), name)


def _label_candidates(annotation: Annotation, statements: list[Statement]) -> list[Candidate]:
    """The label of "Compostable pods: is the boom real?" where the body gives amounts for just that."""
    label = _title_label(annotation)
    words = set(core(label)) if label is not None else set()
    told = len(words) > 1 and any(
        item.of(Money) and SPOKEN_OF.search(item.shape) and words <= set(core(item.shape)) for item in statements
    )
    if label is None or not told:
        return []
    name = singular(label) if label.islower() else label
    return [Candidate(name, None, 0, len(label), "title", float(TITLE_WEIGHT), True)]


def _measures(statement: Statement) -> bool:
    """Whether a line of figures calls its amount a market's: "Market size 2024: USD 1.9 billion"."""
    return MEASURE_LINE.match(statement.shape) is not None


def named_after(topic: Topic, annotation: Annotation) -> Market | None:
    """The market whose size is given without the word: "Recycling of vehicle batteries brought in EUR 260 million"."""
    words = (topic.scope or "").split()
    if words and words[0].endswith(("'s", "’s")):
        words = words[1:]  # "Spain's fertility clinics"
    if not words or len(words) > LONGEST_SUBJECT or is_generic(words):
        return None
    if 0 < (cut := words.index("of") if "of" in words else 0) < len(words) - 1:
        words = [*words[cut + 1 :], *words[:cut]]
    name = title_case(" ".join(words))
    start = annotation.text.find(topic.scope or "")
    place = place_of([Candidate(name, None, start, start, "text", 0, False, 1)], annotation)
    region = written_place(place) if place is not None else None
    return Market(
        name=f"{region} {name} Market" if region else f"{name} Market",
        region=place.canonical if place is not None else None,
        start=start if start >= 0 else None,
        end=start + len(topic.scope or "") if start >= 0 else None,
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


def _groups(annotation: Annotation, statements: list[Statement]) -> list[list[Candidate]]:
    """The namings of each market, the likeliest market first."""
    told = body_candidates(annotation, statements)
    titled = [_with_place(item, told) for item in title_candidates(annotation)]
    if not titled and not any(item.sure and item.figures for item in told):
        titled = _label_candidates(annotation, statements)
    own = [item for item in told if item.ahead not in NEIGHBOURS]
    candidates = titled + (own if any(item.figures for item in own) else told)
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for item in candidates:
        groups.setdefault(tuple(sorted(set(item.core))), []).append(item)
    return sorted(groups.values(), key=lambda group: (-_score(group), all(item.field == "text" for item in group)))


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


def tells_of_many(annotation: Annotation, statements: list[Statement]) -> bool:
    """Whether an article is about several markets."""
    return is_round_up(_groups(annotation, statements), annotation, statements)
