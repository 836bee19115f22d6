"""Percentages: growth, shares, basis points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.entity_type import EntityType

if TYPE_CHECKING:
    from extractor.annotating.entity_type import Finder
    from extractor.settings import Settings


def build(settings: Settings) -> Finder:
    """The finder of percentages."""
    from extractor.annotating.types.rates.finder import RateFinder

    return RateFinder()


TYPE = EntityType(name="rates", labels=("PERCENT",), rank=11, build=build)
