"""Years and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.entity_type import EntityType

if TYPE_CHECKING:
    from extractor.annotating.entity_type import Finder
    from extractor.settings import Settings


def build(settings: Settings) -> Finder:
    """The finder of years and periods."""
    from extractor.annotating.types.years.finder import YearFinder

    return YearFinder()


TYPE = EntityType(name="years", labels=("YEAR", "PERIOD"), rank=12, build=build)
