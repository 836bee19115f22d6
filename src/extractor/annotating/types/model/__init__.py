"""Names from a trained model: any spaCy pipeline with NER, named in the settings; off by default."""

from extractor.annotating.entity_type import EntityType
from extractor.annotating.types.model.finder import build

# After the rules: a model's name stands only where no rule found one.
TYPE = EntityType(name="model", labels=("COMPANY", "REGION"), rank=80, build=build)

__all__ = ["TYPE"]
