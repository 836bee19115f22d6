"""Currencies that only the places of a text tell: "50 øre in Odense", "two million pesos" in a text about Mérida."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.currencies import currencies
from extractor.annotating.mention import RegionName
from extractor.annotating.types.money.currency_choice import CLEAR_LEAD, cues

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Money

UNDECIDED = "undecided_money"  # under which the finder keeps the values without a currency
_UNLIKE = frozenset({"fils"})  # hundredths of one currency, thousandths of others
_LONGEST_CODE = 2  # letters of a country; subdivisions and macro-regions have more


def settle_currencies(annotation: Annotation) -> None:
    """Gives the values whose currency nothing has told the one of the country that the places of the text lie in."""
    undecided: list[Money] | None = annotation.kept.get(UNDECIDED)
    if not undecided:
        return
    spoken = _currencies_of_places(annotation)
    if not spoken:
        return
    table = currencies()
    for mention in undecided:
        surface = mention.symbol or ""
        known = None if surface in _UNLIKE else table.exact.get(surface) or table.names.get(surface)
        ranked = [item for item in spoken.most_common() if known is not None and item[0] in known.candidates][:2]
        if ranked and (len(ranked) == 1 or ranked[0][1] >= CLEAR_LEAD * ranked[1][1]):
            mention.currency, mention.inferred = ranked[0][0], True


def _currencies_of_places(annotation: Annotation) -> Counter[str]:
    """How often the places of the text lie where each currency is paid in."""
    from extractor.annotating.types.regions.places import load_places

    named = Counter(
        mention.country or mention.code or "" for mention in annotation.mentions if isinstance(mention, RegionName)
    )
    table, words = load_places(), cues()
    spoken: Counter[str] = Counter()
    for country, count in named.items():
        name = table.country_named(country) if len(country) == _LONGEST_CODE else None
        if name is not None and name.lower() in words:
            spoken[words[name.lower()]] += count
    return spoken
