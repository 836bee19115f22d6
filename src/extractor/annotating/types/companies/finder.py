"""Finds companies: anchors first (legal forms, lists, tickers, deeds), then this document's own short names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import RunTable
from extractor.annotating.mention import CompanyName, Mention, OtherName
from extractor.annotating.types.companies.aliases import find_aliases
from extractor.annotating.types.companies.chunks import Chunk, NameShapes, find_chunks, split_joins
from extractor.annotating.types.companies.cues import DEED, SPEECH
from extractor.annotating.types.companies.forms import find_forms, load_forms
from extractor.annotating.types.companies.lists import mark_lists
from extractor.annotating.types.companies.naming import canonical_name, form_text
from extractor.annotating.types.companies.words import (
    EXCHANGES,
    FUNCTION_WORDS,
    MONTHS,
    ORGANISATION_HEADS,
    SHARED_HEADS,
)

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.entity_type import Finder
    from extractor.settings import Settings

_TICKER = re.compile(r"^[A-Z0-9]{1,6}(?:[.-][A-Z]{1,3})?$")


class CompanyFinder:
    """Finds the companies of an annotation. Tables are read once."""

    def __init__(self) -> None:
        self.forms = load_forms()
        self.starters: dict[str, bool] = {}
        self.shapes = NameShapes()
        self.runs = RunTable()

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """Companies and organisations of the text by position."""
        taken = {token for mention in annotation.mentions if mention.label not in ("REGION", "COMPANY") for token in range(mention.first, mention.last)}
        places = {mention.first: mention.last for mention in annotation.mentions if mention.label == "REGION"}
        forms = find_forms(annotation, self.forms, self.starters)
        chunks = [piece for chunk in find_chunks(annotation, forms, self.shapes, taken) for piece in split_joins(annotation, chunk, places)]
        chunks = [chunk for chunk in chunks if self._trim(annotation, chunk, places)]
        for chunk in chunks:
            self._judge(annotation, chunk, places)
        mark_lists(annotation, chunks)
        found: list[Mention] = []
        companies: list[CompanyName] = []
        for chunk in chunks:
            if chunk.evidence and not chunk.refusal:
                companies.append(self._company(annotation, chunk))
            elif chunk.refusal == "organisation":
                found.append(self._other(annotation, chunk))
        companies += find_aliases(annotation, companies, chunks, self.runs)
        return [*found, *companies]

    def _trim(self, annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> bool:
        """Takes words off the front that only start a sentence; false when nothing is left."""
        words = annotation.words
        while chunk.first < chunk.last and (words[chunk.first].lower in FUNCTION_WORDS or words[chunk.first].is_space):
            if chunk.form is not None and chunk.last - chunk.first == 1 and words[chunk.first].is_capitalized and words[chunk.first].lower not in ("the", "a", "our", "this"):
                break
            if words[chunk.first].lower != "the" and chunk.prefix is not None:
                break
            chunk.first += 1
            chunk.prefix = None
        return chunk.first < chunk.last

    def _judge(self, annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> None:
        words = annotation.words
        if (chunk.form is not None and chunk.form.strong) or (chunk.prefix is not None and chunk.prefix.strong) or (chunk.form is not None and self._weak_form_fits(annotation, chunk)):
            chunk.evidence = "legal_form"
        last = words[chunk.last - 1].lower
        names = [words[token].lower for token in range(chunk.first, chunk.last)]
        if not chunk.evidence:
            if places.get(chunk.first) == chunk.last:
                chunk.refusal = "place"
            elif self._is_organisation(names, last):
                chunk.refusal = "organisation"
            elif all(name in MONTHS or name in FUNCTION_WORDS for name in names):
                chunk.refusal = "no name"
            elif last in EXCHANGES and len(names) == 1:
                chunk.refusal = "exchange"
        if chunk.refusal:
            return
        for start, stop in chunk.brackets:
            if words[start].lower in EXCHANGES and stop - start >= 2:
                chunk.evidence = chunk.evidence or "ticker"
        if not chunk.evidence and chunk.end < len(words):
            follows = words[chunk.end].lower
            if follows in DEED and last not in ORGANISATION_HEADS:
                chunk.evidence = ""
            if follows in SPEECH:
                chunk.evidence = ""

    def _weak_form_fits(self, annotation: Annotation, chunk: Chunk) -> bool:
        form = chunk.form
        assert form is not None
        words = annotation.words
        if form.last >= len(words):
            return True
        after = words[form.last]
        return after.is_punct or after.is_space or after.lower in ("and", "or", "is", "was", "has", "have", "will", "in", "to", "of", "on", "at", "by", "for", "with") or after.lower in DEED or after.lower in SPEECH

    def _is_organisation(self, names: list[str], last: str) -> bool:
        if last in ORGANISATION_HEADS and last not in SHARED_HEADS and len(names) > 1:
            return True
        return any(name in ORGANISATION_HEADS and names[index + 1] in ("of", "for") for index, name in enumerate(names[:-1]))

    def _company(self, annotation: Annotation, chunk: Chunk) -> CompanyName:
        start, last = chunk.start, chunk.end
        ticker = None
        words = annotation.words
        for first, stop in chunk.brackets:
            if words[first].lower in EXCHANGES and stop - first >= 2 and _TICKER.match(words[stop - 1].text):
                ticker = annotation.span_text(first, stop)
        text = annotation.span_text(start, last)
        return CompanyName(
            label="COMPANY", start=annotation.starts[start], end=annotation.end(last - 1), text=text, rule=f"company.{chunk.evidence}", first=start, last=last,
            canonical=canonical_name(annotation, chunk), name=" ".join(text.split()), legal_form=form_text(annotation, chunk), role=chunk.role or "mentioned", ticker=ticker,
        )  # fmt: skip

    def _other(self, annotation: Annotation, chunk: Chunk) -> OtherName:
        first, last = chunk.first, chunk.end
        return OtherName(
            label="ORGANISATION", start=annotation.starts[first], end=annotation.end(last - 1), text=annotation.span_text(first, last), rule="organisation.head", first=first, last=last,
        )  # fmt: skip


def build(nlp: Language, settings: Settings) -> Finder:
    """The finder of companies for these settings."""
    return CompanyFinder()
