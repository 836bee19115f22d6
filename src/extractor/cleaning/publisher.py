"""The research firm behind the figures: every name a document shows, weighed by the kinds of evidence that speak for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from extractor import late
from extractor.cleaning.block import Block
from extractor.cleaning.firm_forms import LEAST, PASSING, form_of, key_of
from extractor.cleaning.firm_names import (
    CLEAR_FORMS,
    all_common,
    is_carrier,
    is_heading,
    is_known,
    is_periodical,
    is_person,
    is_public_body,
    is_topic,
    looks_like_firm,
    squeezed,
)
from extractor.cleaning.shop import is_seller
from extractor.cleaning.sightings import Sighting, name_in_title, sightings_of
from extractor.data.common_words import is_common
from extractor.data.publisher_cues import load_weights

# Places where a site shows its own name.
SITE: Final = frozenset(("markup", "title", "masthead", "top", "rights", "foot", "address"))
EDGES: Final = frozenset(("foot", "top", "address"))
# Lines that name who sends the text.
SENDERS: Final = ("sender", "issuer", "label")
# Attributions that give figures to a name.
GIVEN: Final = frozenset(("told", "called", "work", "says"))
# What says of a name that it is a research firm's or a sender's, and what does so whatever its words are.
OWN: Final = frozenset(("called", "x called", *SENDERS))
SURE: Final = OWN | {"told", "work", "about", "issues"}
MOST: Final = 60
MARGIN: Final = (
    0.05  # half the least step of the weights: nearer to each other two names stand level, and none is given
)
KINDS: Final = 3  # kinds of places that agree
LONGEST_ACRONYM: Final = 5

# The end of one name and the next: "Pfizer, Inc. and Bristol Myers Squibb say".
_TORN: Final = late.regex(rf"(?:{CLEAR_FORMS}|Co)\b(?!-)")
_CODE: Final = late.regex(r"-\w*\d|\d\w*-")  # "WC-SW-24Q3": of a report


@dataclass(frozen=True, slots=True)
class Context:
    """What the decision looks at beside the names.

    Attributes:
        title: the article's title.
        whole: the text of all blocks.
        round_up: whether the figures are of no one market.
        headlines: where the sentences begin and end that give values of the whole market.
        places: names of places and words for what is of one, in small letters.
    """

    title: str
    whole: str
    round_up: bool = False
    headlines: Sequence[tuple[int, int]] = ()
    places: frozenset[str] = frozenset()


def see(blocks: Sequence[Block], stated: Iterable[str | None], behind: str | None = None) -> list[Sighting]:
    """The names a document shows.

    Args:
        blocks: the blocks of the document, roles set.
        stated: names that the markup gives: publisher, author, site.
        behind: what the page's title has behind that of the article: a site's name, perhaps.
    """
    title = next((block.text for block in blocks if block.role == "title"), "")
    return sightings_of(blocks, [given for given in stated if given], name_in_title(title)[0], behind)


def context_of(blocks: Sequence[Block]) -> Context:
    """What cleaning knows of a document."""
    return Context(
        title=next((block.text for block in blocks if block.role == "title"), ""),
        whole="\n".join([block.text for block in blocks]),
    )


def choose(sightings: Iterable[Sighting], context: Context) -> str | None:
    """The name for which most speaks, or None when more speaks for none."""
    groups = _groups(sightings)
    title_words = _title_words(context.title)
    candidates = {
        key: name
        for key, group in groups.items()
        if _tells(group) and _may_be(name := form_of(group, context.whole), group, title_words)
    }
    if not candidates:
        return None
    evidence = evidence_of({key: groups[key] for key in candidates}, candidates, context)
    weights = load_weights()
    scores = {key: sum(weights[mark] * amount for mark, amount in marks.items()) for key, marks in evidence.items()}
    none = scores.pop("")
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    if scores[ranked[0]] <= none:
        return None
    level = len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < MARGIN
    return None if level else candidates[ranked[0]]


def evidence_of(
    groups: dict[str, list[Sighting]], names: dict[str, str], context: Context
) -> dict[str, dict[str, float]]:
    """What speaks for each candidate, and under "" what speaks for none: mark -> amount, as `publisher_weights` weighs them."""
    seller = is_seller(context.whole)
    told = {key for key, group in groups.items() if _is_given(names[key], group, context)}
    sure = {key for key in told if looks_like_firm(names[key]) or any(one.kind in SURE for one in groups[key])}
    firms = {
        key
        for key, name in names.items()
        if (looks_like_firm(name) or is_known(name)) and any(one.kind != "x named" for one in groups[key])
    }
    marks: dict[str, dict[str, float]] = {}
    for key, group in groups.items():
        name = names[key]
        kinds = {sighting.kind for sighting in group}
        site = len(kinds & SITE)
        firm = looks_like_firm(name)
        figures = sum(sighting.kind == "says" and sighting.figure for sighting in group)
        in_headlines = sum(
            any(start - 2 <= sighting.start <= stop for start, stop in context.headlines)
            for sighting in group
            if sighting.start >= 0
        )
        found = {
            "sender": min(2, sum(kind in kinds for kind in SENDERS)),
            "byline": "byline" in kinds,
            "site_twice": site > 1,
            "site_of_firm": site > 0 and firm,
            "site_of_seller": site > 0 and seller,
            "site_of_others": site > 0 and bool(sure - {key}),
            "carrier": is_periodical(name) or is_carrier(name),
            "told": min(2, sum(sighting.kind == "told" for sighting in group)),
            "called": "called" in kinds or "x called" in kinds,
            "work": min(2, sum(sighting.kind == "work" for sighting in group)),
            "says": sqrt(min(3, figures)),
            "issues": "issues" in kinds,
            "linked": "linked" in kinds,
            "aside": any(kind.startswith("x ") for kind in kinds),
            "headline": min(2, in_headlines),
            "agree": len(kinds - PASSING) >= KINDS,
            "only_firm": firms == {key},
            "person": is_person(name),
            "common": not firm and all_common(name),
            "acronym": name.isupper() and len(name) <= LONGEST_ACRONYM and not is_known(name),
            "place": _is_place(name, context),
        }
        marks[key] = {mark: float(amount) for mark, amount in found.items() if amount}
    several = sum(looks_like_firm(names[key]) for key in told) > 1
    none = {"none": True, "round_up": context.round_up, "several": several, "seller": seller}
    marks[""] = {mark: float(amount) for mark, amount in none.items() if amount}
    return marks


def _title_words(title: str) -> frozenset[str]:
    """The words of a title in small letters, without the name that it gives as its source."""
    return frozenset(name_in_title(title)[1].casefold().replace(",", " ").split())


def _groups(sightings: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    """The sightings of each firm, whatever form of its name they show; an address goes with the name it spells."""
    groups: dict[str, list[Sighting]] = defaultdict(list)
    addresses: list[Sighting] = []
    for sighting in sightings:
        if sighting.kind == "address":
            addresses.append(sighting)
        elif key := key_of(sighting.name):
            groups[key].append(sighting)
    for address in addresses:
        for key, group in groups.items():
            if address.name == key or any(squeezed(sighting.name).startswith(address.name) for sighting in group):
                group.append(Sighting(group[0].name, "address", exact=False))
                break
    return dict(groups)


def _tells(group: Sequence[Sighting]) -> bool:
    """Whether more is seen of a name than that it begins a line at the edges."""
    first = group[0]
    if any(sighting.kind not in EDGES or sighting.kind != first.kind for sighting in group):
        return True
    return looks_like_firm(first.name) or is_known(first.name)


def _may_be(name: str, group: Sequence[Sighting], title_words: frozenset[str]) -> bool:
    """Whether a name may be that of any firm that publishes."""
    if is_known(name):
        return True
    if not LEAST <= len(name) <= MOST or "$" in name or (" " not in name and is_common(name.casefold())):
        return False
    if _TORN.match(name) or _CODE.search(name):
        return False
    kinds = {sighting.kind for sighting in group}
    if (is_public_body(name) or is_topic(name, title_words)) and kinds.isdisjoint(OWN):
        return False  # a body gives figures and sells no reports
    is_doubtful = is_heading(name) or title_words.issuperset(name.casefold().split())
    return not is_doubtful or not kinds.isdisjoint(SURE)


def _is_given(name: str, group: Sequence[Sighting], context: Context) -> bool:
    """Whether sentences give figures to a candidate."""
    given = any(sighting.kind in GIVEN and (sighting.figure or looks_like_firm(sighting.name)) for sighting in group)
    return given and not _is_place(name, context) and not is_person(name)


def _is_place(name: str, context: Context) -> bool:
    return context.places.issuperset(name.casefold().split(" and "))
