"""Regions of a record: the mentions of one place joined, with the strongest role, and the region the market is limited to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extractor.annotating.mention import RegionName
from extractor.records import Region

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.records import Market

Role = Literal["market_scope", "dominant", "fastest_growing", "mentioned"]
ROLE_ORDER: tuple[Role, ...] = ("market_scope", "dominant", "fastest_growing", "mentioned")


def market_region(annotation: Annotation) -> str | None:
    """Canonical name of the region that the document's market is limited to; None when it is worldwide."""
    for part in (annotation.title, annotation):
        if part is None:
            continue
        for mention in part.mentions:
            if isinstance(mention, RegionName) and _names_market(part, mention):
                return mention.canonical
        if part is annotation.title and any(isinstance(mention, RegionName) for mention in part.mentions):
            break
    return None


_MARKET = frozenset(["market", "markets", "industry", "sector"])
# Words between a place and "market" in a market's name ("South Korea CAR-T Cell Therapy Market").
LONGEST_NAME = 8


def _names_market(annotation: Annotation, mention: RegionName) -> bool:
    """Whether the place starts the name of a market near the start of the text ("India EV Charging Market")."""
    first, last = annotation.sentence_of(mention.first)
    if first > 0 and annotation.part_of(mention.first) > 0:
        return False
    for token in range(mention.last, min(mention.last + LONGEST_NAME, last)):
        word = annotation.words[token]
        if word.lower in _MARKET:
            return True
        if word.text in ",;:." or word.lower in ("and", "is", "was", "in", "to", "will"):
            return False
    return False


def link_regions(annotation: Annotation, market: Market | str | None) -> list[Region]:
    """One region a place, by first mention.

    Args:
        annotation: the annotated article.
        market: the document's market, or its name; its region has the role market_scope.
    """
    groups: dict[tuple[str, str], list[RegionName]] = {}
    for mention in annotation.mentions:
        if isinstance(mention, RegionName):
            groups.setdefault((mention.canonical, mention.code or mention.country or ""), []).append(mention)
    scope = None if market is None or isinstance(market, str) else market.region
    if market is not None and scope is None:
        scope = market_region(annotation)
    return [_region(mentions, scope) for mentions in groups.values()]


def _region(mentions: list[RegionName], scope: str | None) -> Region:
    first = mentions[0]
    roles = {mention.role for mention in mentions}
    role = "market_scope" if scope is not None and first.canonical == scope else next(role for role in (*ROLE_ORDER, "mentioned") if role in roles or role == "mentioned")
    return Region(
        name=first.text,
        canonical=first.canonical,
        code=first.code,
        country=first.country,
        kind=first.kind,
        role=role,
        candidates=list(first.candidates),
        identifier=first.identifier,
        rule=first.rule,
        mentions=[(mention.start, mention.end) for mention in mentions],
    )
