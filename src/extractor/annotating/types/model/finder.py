"""Adds the companies and places that a trained spaCy pipeline finds where the rules found nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.mention import CompanyName, Mention, RegionName
from extractor.annotating.types.companies.words.vocabulary import ORGANISATION_HEADS, SHARED_HEADS
from extractor.annotating.types.regions.places import load_places
from extractor.errors import MissingExtraError, SettingsError

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.entity_type import Finder
    from extractor.settings import Settings

_COMPANIES = frozenset(["ORG"])
_PLACES = frozenset(["GPE", "LOC"])
# Components that named entities need; the others cost time for nothing.
_NEEDED = frozenset(["tok2vec", "transformer", "ner", "entity_ruler", "span_ruler"])


class ModelFinder:
    """Runs the pipeline on the text; its mentions have origin "model" and rules "model.ORG", "model.GPE" ..."""

    def __init__(self, model: Language) -> None:
        self.model = model
        self.places = load_places()

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """The model's names that overlap nothing found by rules."""
        taken = bytearray(len(annotation.text) + 1)
        for mention in annotation.mentions:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        found: list[Mention] = []
        for entity in self.model(annotation.text).ents:
            start, end = entity.start_char, entity.end_char
            if annotation.text[start:end].lower().startswith("the "):
                start += 4
            text = annotation.text[start:end]
            if not text.strip() or "\n" in text or any(taken[start:end]):
                continue
            first, last = annotation.token_at(start), annotation.token_at(end - 1) + 1
            words = [word.lower for word in annotation.words[first:last]]
            if entity.label_ in _COMPANIES and not (words[-1] in ORGANISATION_HEADS and words[-1] not in SHARED_HEADS):
                found.append(
                    CompanyName(
                        "COMPANY",
                        start,
                        end,
                        text,
                        f"model.{entity.label_}",
                        first,
                        last,
                        canonical=text,
                        name=text,
                        origin="model",
                    )
                )
            elif entity.label_ in _PLACES:
                senses = self.places.get(text)
                place = senses.places[0] if senses is not None else None
                found.append(
                    RegionName(
                        "REGION",
                        start,
                        end,
                        text,
                        f"model.{entity.label_}",
                        first,
                        last,
                        canonical=place.canonical if place else text,
                        code=place.code if place else None,
                        country=place.country if place else None,
                        kind=place.kind if place else "other",
                    )
                )
        return found


def build(settings: Settings) -> Finder:
    """The finder for the model named in the settings; one that finds nothing when none is named.

    Raises:
        SettingsError: if the name is no installed pipeline, or the pipeline has no NER.
    """
    name = settings.annotating.model
    if name is None:
        return lambda annotation: []
    import spacy

    try:
        model = spacy.load(name)
    except OSError as error:
        raise SettingsError(
            f"setting annotating.model: {name!r} is no installed spaCy pipeline; install one, or leave the setting out"
        ) from error
    except ImportError as error:
        raise MissingExtraError(f"the model {name!r}", "ner") from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(model.pipe_names):
        raise SettingsError(f"setting annotating.model: {name!r} has no component that names entities")
    model.select_pipes(disable=[pipe for pipe in model.pipe_names if pipe not in _NEEDED])
    return ModelFinder(model)


__all__ = ["ModelFinder", "build"]
