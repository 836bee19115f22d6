"""Companies: names with their legal form, role and short names, and organisations that are no companies."""

from extractor.annotating.entity_type import EntityType
from extractor.annotating.types.companies.finder import build

# After regions: "(Germany)" behind a name is told by the place.
TYPE = EntityType(name="companies", labels=("COMPANY", "ORGANISATION", "LAW"), rank=70, build=build)

__all__ = ["TYPE"]
