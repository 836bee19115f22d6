"""Regions: countries, subdivisions, cities, macro-regions and other named areas, with their codes."""

from extractor.annotating.entity_type import EntityType
from extractor.annotating.types.regions.finder import build

# After figures, before companies: a company in "(Germany)" brackets is told by the place.
TYPE = EntityType(name="regions", labels=("REGION",), rank=60, build=build)

__all__ = ["TYPE"]
