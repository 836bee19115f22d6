"""Whether an article is about several markets: by its title, by the markets that have figures, by its sections and paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Years
from extractor.linking.markets.candidates import AMOUNT_WORD, NEIGHBOURS
from extractor.linking.markets.names import core, stem
from extractor.linking.markets.word_rows import PAGE_KINDS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.markets.candidates import Candidate
    from extractor.linking.statements.statement import Statement

COUNTED = late.regex(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[\w&-]+ ){0,3}(?:forecasts|markets|figures"
    r"|numbers|estimates|reports|industries|sectors|studies|surveys|categories|niches|trades|businesses|outlooks)\b",
    re.IGNORECASE,
)
# "The entire packaging market" beside that of jars is what jars are a part of.
WIDER = NEIGHBOURS | {"entire", "whole", "overall"}
HEADING_END = late.regex(r":| [–—-] |,")  # "Downdraft hobs: no hood, no head bump"
FEWEST_SECTIONS = 2
SURELY_SEVERAL = 3  # markets: the one that an article is about has a neighbour at most
OF_PAGES = frozenset(map(stem, PAGE_KINDS))  # "Return statistics" is about returns


def is_round_up(namings: list[Candidate], annotation: Annotation, statements: list[Statement]) -> bool:
    """Whether several markets have figures and the title calls none of them one, counts them, or lists several."""
    groups = _by_market(namings)
    told = [
        group
        for group in groups
        if any(item.figures and item.sure for item in group) and not all(item.ahead in WIDER for item in group)
    ]
    stated = annotation.article.title if annotation.article is not None else None
    title = set(core(stated or ""))
    if (
        stated
        and COUNTED.search(stated)
        and (len(told) > 1 or not any(_is_of_title(one[0], stated, title) for one in told))
    ):
        return True
    if not any(_in_title_and_text(group) for group in groups) and (
        _has_sections(title, statements) or _count_with_values(namings, annotation, statements) >= SURELY_SEVERAL
    ):
        return True
    return len(told) >= SURELY_SEVERAL and not any(item.field == "title" for group in told for item in group)


def _by_market(namings: list[Candidate]) -> list[list[Candidate]]:
    """The namings of each market."""
    groups: defaultdict[frozenset[str], list[Candidate]] = defaultdict(list)
    for item in namings:
        groups[frozenset(item.core)].append(item)
    return list(groups.values())


def _has_sections(title: set[str], statements: list[Statement]) -> bool:
    """Whether several sections are each about something of its own.

    What one is about stands last in its heading; the title lists it ("Nets, platforms and fans" over "Frost fans"), or a
    sentence tells its value and year ("Bowling" over "Bowling turned over €54m in 2024"), or goes on with it.
    """
    listed, told = set(), set()
    for item in statements:
        if not item.heading or not item.of(Money) or AMOUNT_WORD.search(item.heading):
            continue
        label = core(HEADING_END.split(item.heading, maxsplit=1)[0])
        last = label[-1] if label else ""
        if last in title and last not in OF_PAGES:
            listed.add(last)
        elif item.of(Years) and last in core(f"{item.before} {item.annotation.text[item.start : item.end]}"):
            told.add(last)
    return len(listed) >= FEWEST_SECTIONS or len(told) >= FEWEST_SECTIONS


def _count_with_values(namings: list[Candidate], annotation: Annotation, statements: list[Statement]) -> int:
    """How many markets have values and years in paragraphs of their own: "Durian ... E-rickshaws ... Karaoke ..."."""
    dated = [item for item in statements if item.field == "text" and item.of(Money) and item.of(Years)]
    seen: dict[int, set[str]] = {}
    for naming in namings:
        if naming.field == "text" and any(item.start <= naming.start < item.end for item in dated):
            words = set(naming.core)
            paragraph = annotation.text.count("\n\n", 0, naming.start)
            if all(words.isdisjoint(others) for others in seen.values()):
                seen.setdefault(paragraph, words)
    return len(seen)


def _is_of_title(naming: Candidate, stated: str, title: set[str]) -> bool:
    """Whether a title speaks of a market: in most of its words, or as its label: "Office software: two forecasts"."""
    words = set(naming.core)
    label = core(stated.partition(": ")[0])
    return 2 * len(words & title) > len(words) or (bool(words) and label[-1:] == naming.core[-1:])


def _in_title_and_text(group: list[Candidate]) -> bool:
    return any(item.sure for item in group) and {item.field for item in group} == {"title", "text"}
