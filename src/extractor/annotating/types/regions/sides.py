"""Names of places that are a side's or a firm's: "Boston Celtics 112", "Kansas beat Gonzaga", "Oi, the telephone company"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.words.cues import APPOSITION
from extractor.annotating.types.regions.context import AFTER

if TYPE_CHECKING:
    from extractor.annotating.types.regions.spot import Spot

# "Kansas beat Gonzaga".
BEATS = frozenset("beat beats beaten thrashed edged routed outplayed".split())
# Characters of an aside in which a noun of firms is looked for.
LONGEST_ASIDE = 70
# Clubs whose name has two places.
_CLUBS = frozenset(["bayern"])


def is_scorer(spot: Spot) -> bool:
    """Whether the name is a side's: a team with its points behind it, one that beat another, a club of two places."""
    after = spot.after
    if after is None or spot.best.kind not in ("city", "subdivision"):
        return False
    if spot.before is not None and spot.before.lower in _CLUBS:
        return True
    at = spot.last + 1
    if at >= len(spot.words):
        return False
    follows = spot.words[at]
    if after.lower in BEATS:
        return follows.is_capitalized and spot.last + 1 not in spot.borders.starts
    is_name = (
        after.is_capitalized and after.is_alpha and spot.last not in spot.borders.starts and after.lower not in AFTER
    )
    return is_name and after.lower.endswith(("s", "t")) and follows.is_digit


def is_aside_of_firm(spot: Spot) -> bool:
    """Whether what follows behind a comma calls the name a firm ("Oi, the telephone company")."""
    if spot.best.kind != "city" or spot.best.is_known or spot.after is None or spot.after.text != ",":
        return False
    end = spot.annotation.end(spot.last - 1)
    return APPOSITION.match(spot.annotation.text[end : end + LONGEST_ASIDE]) is not None
