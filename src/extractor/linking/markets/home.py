"""The country that a market is limited to where no naming of it says so: its money, its leading parts, who is told of.

A paper writes for its own country and need not name it beside the market: "Households spent R5.4bn on boreholes ...
Gauteng is the biggest province". What is told of the world says so, or has regions of the world that lead.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, RegionName, Years
from extractor.annotating.types.regions.places import load_places
from extractor.linking.markets.adjectives import PLACE_OF

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statements.statement import Statement
    from extractor.records import Market

# Money in which markets of the whole world are told; others are those of one country, whose code their own begins with.
WORLD_MONEY = frozenset(("USD", "EUR"))
OF_NO_COUNTRY = "X"  # "XOF": the code of a currency that several countries share
TOLD = 2  # statements with amounts and years that tell what a market is worth
# Countries that are filed under a short name.
SHORT_NAMES = {"GB": "UK", "US": "US", "AE": "UAE"}
FEWEST_PLACES = 4  # of one country, told apart, in an article about it
LEADING = frozenset(("dominant", "fastest_growing"))
WORLD = late.regex(r"\b(?:global(?:ly)?|world(?:wide|s|’s|'s)?|international(?:ly)?|in all countries)\b")


def home_of(annotation: Annotation, statements: list[Statement]) -> tuple[str, str] | None:
    """The country that the figures are of, as written and by its standard name; None where they may be of the world."""
    told = [item for item in statements if item.field == "text" and item.of(Money) and item.of(Years)][:TOLD]
    if not told or any(WORLD.search(item.shape) for item in told):
        return None
    country = _of_money(told) or _of_parts(annotation) or _of_places(annotation)
    if country is None or _leads_abroad(annotation, country):
        return None
    canonical = load_places().country_named(country)
    return None if canonical is None else (SHORT_NAMES.get(country, canonical), canonical)


def at_home(market: Market | None, annotation: Annotation, statements: list[Statement]) -> Market | None:
    """`market`, in its country where its name has no place."""
    if market is None or market.region is not None:
        return market
    home = home_of(annotation, statements)
    if home is None:
        return market
    written, canonical = home
    return market.model_copy(update={"name": f"{written} {market.name}", "region": canonical})


def _of_money(told: list[Statement]) -> str | None:
    """The country whose money the market is told in."""
    codes = {
        item.mention.currency for statement in told for item in statement.of(Money) if isinstance(item.mention, Money)
    }
    local = {code for code in codes if code and code not in WORLD_MONEY and not code.startswith(OF_NO_COUNTRY)}
    return local.pop()[:2] if len(local) == 1 else None


def _of_parts(annotation: Annotation) -> str | None:
    """The country to whose provinces and towns all places belong that lead, where no part of the world is named."""
    places = annotation.of(RegionName)
    if any(item.kind == "macro_region" for item in places):
        return None
    leading = {item.country if item.kind != "country" else None for item in _leading(annotation)}
    return leading.pop() if len(leading) == 1 else None


def _leading(annotation: Annotation) -> list[RegionName]:
    """The places that lead or grow fastest, but those of which no table tells the country ("the Saronic Gulf")."""
    return [
        item
        for item in annotation.of(RegionName)
        if item.role in LEADING and (item.country or item.kind in ("country", "macro_region"))
    ]


def _of_places(annotation: Annotation) -> str | None:
    """The country that an article speaks of from its title or opening on, where most of its places are; none of the world's parts is named."""
    places = annotation.of(RegionName)
    if any(item.kind == "macro_region" for item in places):
        return None
    named = Counter(item.country for item in places if item.country)
    if not named:
        return None
    country, count = named.most_common(1)[0]
    distinct = {item.canonical for item in places if item.country == country}
    if len(distinct) < FEWEST_PLACES or 2 * count < named.total():
        return None
    return country if country in _opening_countries(annotation) else None


def _opening_countries(annotation: Annotation) -> set[str | None]:
    """The countries of the places that the title and the first sentence name, and of the adjectives of place in the title."""
    end = annotation.starts[annotation.sentences[1]] if len(annotation.sentences) > 1 else len(annotation.text)
    found = {item.country for item in annotation.of(RegionName) if item.start < end}
    if annotation.title is not None:
        found |= {item.country for item in annotation.title.of(RegionName)}
        words = annotation.title.text.lower().split()
        adjectives = {PLACE_OF[word] for word in words if word in PLACE_OF}
        found |= {item.country for item in annotation.of(RegionName) if item.canonical in adjectives}
    return found


def _leads_abroad(annotation: Annotation, country: str) -> bool:
    """Whether more places abroad than at home lead or grow fastest."""
    leading = Counter(home for _, home in {(item.canonical, item.country == country) for item in _leading(annotation)})
    return leading[False] > leading[True]
