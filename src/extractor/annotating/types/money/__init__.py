"""Monetary values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.entity_type import EntityType
from extractor.annotating.lexicon_classes import classify

if TYPE_CHECKING:
    from extractor.annotating.entity_type import Finder
    from extractor.settings import Settings


def build(settings: Settings) -> Finder:
    """The finder of monetary values."""
    from extractor.annotating.types.money.finder import MoneyFinder

    return MoneyFinder()


TYPE = EntityType(name="money", labels=("MONEY",), rank=10, build=build, classify=classify)
