"""Regions of a record: the mentions of one place joined, with the strongest role, and the region the market is limited to."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from extractor.annotating.mention import RegionName
from extractor.records import Region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.records import Growth, Market

Role = Literal["market_scope", "dominant", "fastest_growing", "mentioned"]
ROLE_ORDER: tuple[Role, ...] = ("market_scope", "dominant", "fastest_growing", "mentioned")


def market_region(annotation: Annotation) -> str | None:
    """Canonical name of the region that the document's market is limited to; None when it is worldwide.

    The one place in the title, unless the text hardly speaks of it; without a place in the title, one that names the
    market in the first sentence ("The Chile copper wire market ...").
    """
    title = annotation.title
    counts = Counter(mention.canonical for mention in annotation.of(RegionName))
    if title is not None:
        named = title.of(RegionName)
        places = {mention.canonical for mention in named}
        if places:
            naming = [mention for mention in named if _names_market(title, mention)]
            if naming:
                return naming[0].canonical
            if len(places) == 1 and counts[named[0].canonical] >= LEAST_MENTIONS:
                return named[0].canonical
            return None
    first = annotation.sentence_of(0)[1] if annotation.words else 0
    for mention in annotation.of(RegionName):
        if mention.first >= first:
            break
        if _names_market(annotation, mention) and counts[mention.canonical] == max(counts.values()):
            return mention.canonical
    return None


LEADING_SHARE = 30  # percent from which on a region leads without words that say so
LEAST_ALONE = Decimal("0.6")  # of that share is enough where none is said to lead
FARTHEST_SHARE = 20  # characters from a place to its share
SENTENCE_MARK = re.compile(r"[.;] |\n")
# A place in the title without "market" behind it must be spoken of at least so often.
LEAST_MENTIONS = 1
_MARKET = frozenset(["market", "markets", "industry", "sector", "business"])
# Words between a place and "market" in a market's name ("South Korea CAR-T Cell Therapy Market").
LONGEST_NAME = 8


def _names_market(annotation: Annotation, mention: RegionName) -> bool:
    """Whether the place starts the name of a market ("India EV Charging Market")."""
    last = annotation.sentence_of(mention.first)[1]
    for token in range(mention.last, min(mention.last + LONGEST_NAME, last)):
        word = annotation.words[token]
        if word.lower in _MARKET:
            return True
        if word.text in ",;:." or word.lower in ("is", "was", "in", "to", "will", "with"):
            return False
    return False


def link_regions(annotation: Annotation, market: Market | str | None, growth: Iterable[Growth] = ()) -> list[Region]:
    """One region a place, by first mention.

    Args:
        annotation: the annotated article.
        market: the document's market, or its name; its region has the role market_scope.
        growth: the rates of the document: where no words say who leads or grows fastest, they do.
    """
    groups: dict[tuple[str, str], list[RegionName]] = {}
    for mention in annotation.of(RegionName):
        groups.setdefault((mention.canonical, mention.code or mention.country or ""), []).append(mention)
    scope = None if market is None or isinstance(market, str) else market.region
    if market is not None and scope is None:
        scope = market_region(annotation)
    regions = [_region(mentions, scope) for mentions in groups.values()]
    home = next((region for region in regions if region.role == "market_scope" and region.kind == "country"), None)
    if home is not None:
        regions = [_within_home(region, home) for region in regions]
    regions = _led_by_figures(annotation.text, regions, growth)
    if scope is None:
        regions = [_within_world(region, regions) for region in regions]
    return regions


def _within_home(region: Region, home: Region) -> Region:
    """Who lies abroad leads no market that is limited to a country, though it buys most of what is sent abroad."""
    abroad = region.kind == "macro_region" if region.country is None else region.country != home.country
    return region.model_copy(update={"role": "mentioned"}) if abroad and region.role != "market_scope" else region


def _led_by_figures(text: str, regions: list[Region], growth: Iterable[Growth]) -> list[Region]:
    """The regions, of which the one with the greatest share leads and the one with the greatest CAGR grows fastest where none is said to."""
    rates = [item for item in growth if item.market is None]
    for kind, role, least in (("share", "dominant", LEADING_SHARE), ("CAGR", "fastest_growing", 0)):
        leaders = {region.kind for region in regions if region.role == role}
        if "macro_region" in leaders:
            continue
        found = [
            (item.rate, -number)
            for item in rates
            if item.kind == kind and item.rate >= (least if leaders else least * LEAST_ALONE)
            for number in _spoken_of(text, item, regions)
            if regions[number].kind == "macro_region" or (kind == "share" and not leaders)
        ]
        number = -max(found)[1] if found else None
        if number is not None and ROLE_ORDER.index(role) < ROLE_ORDER.index(regions[number].role):
            regions[number] = regions[number].model_copy(update={"role": role})
    return regions


def _spoken_of(text: str, rate: Growth, regions: list[Region]) -> Iterator[int]:
    """The places of the regions that a rate is of: its scope names one, or, of a share without scope, one stands just before it."""
    scope = rate.scope.lower().removeprefix("the ") if rate.scope is not None else None
    start = rate.evidence[0].start
    for number, region in enumerate(regions):
        names = (region.name.lower(), region.canonical.lower())
        if scope is not None:
            named = scope in names or any(scope.endswith((f" in {name}", f" of {name}")) for name in names)
        else:
            named = rate.kind == "share" and any(
                end <= start <= end + FARTHEST_SHARE and SENTENCE_MARK.search(text, end, start) is None
                for _, end in region.mentions
            )
        if named:
            yield number


def _within_world(region: Region, regions: list[Region]) -> Region:
    """A country leads its macro-region, not the world, where a macro-region is said to lead."""
    if (
        region.kind != "macro_region"
        and region.role != "mentioned"
        and any(other.kind == "macro_region" and other.role == region.role for other in regions)
    ):
        return region.model_copy(update={"role": "mentioned"})
    return region


def _region(mentions: list[RegionName], scope: str | None) -> Region:
    first = mentions[0]
    roles = {mention.role for mention in mentions}
    # "market_scope" of a mention is of its own sentence; the record's is of the document
    role: Role = (
        "market_scope"
        if scope is not None and first.canonical == scope
        else next(role for role in ROLE_ORDER[1:] if role in roles or role == "mentioned")
    )
    return Region(
        name=first.text,
        canonical=first.canonical,
        code=_code(first),
        country=first.country,
        kind=first.kind,
        role=role,
        candidates=list(first.candidates),
        identifier=first.identifier,
        rule=first.rule,
        mentions=[(mention.start, mention.end) for mention in mentions],
    )


def _code(mention: RegionName) -> str | None:
    """The code of a place; of parts of the world only numbers of M49 count ("EU" is no country)."""
    is_letters = mention.code is not None and mention.code.isalpha()
    return None if mention.kind == "macro_region" and is_letters else mention.code
