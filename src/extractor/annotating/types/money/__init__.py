"""Monetary values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.entity_type import EntityType
from extractor.annotating.lexicon.classes import classify

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.entity_type import Finder
    from extractor.settings import Settings


def build(settings: Settings) -> Finder:
    """The finder of monetary values."""
    from extractor.annotating.types.money.finder import MoneyFinder

    return MoneyFinder()


def settle(annotation: Annotation) -> None:
    """Asks the places of the text for the currencies that nothing else has told."""
    from extractor.annotating.types.money.settled import settle_currencies

    settle_currencies(annotation)


TYPE = EntityType(name="money", labels=("MONEY",), rank=10, build=build, classify=classify, settle=settle)
