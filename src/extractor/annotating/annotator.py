"""The annotator: tokens, then every entity type's finder, then one resolver for all labels."""

from __future__ import annotations

import sys
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.attrs import NORM
from spacy.vocab import Vocab

from extractor.annotating.annotation import Annotation, Part
from extractor.annotating.resolve import resolve
from extractor.annotating.squeeze import Squeezed
from extractor.annotating.tokens.token_table import TokenTable
from extractor.annotating.tokens.tokenizer import blank_language, make_tokenizer
from extractor.annotating.tokens.words import WordTable
from extractor.registry import load_registered

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from extractor.annotating.entity_type import EntityType
    from extractor.annotating.mention import Mention
    from extractor.cleaning.article import Article
    from extractor.settings import Settings


def class_giver(types: list[EntityType]) -> Callable[[str], str]:
    """What gives a word its lexical class ("Mn" -> "<magnitude>"): the first entity type that has one, or its small letters."""
    classifiers: list[Callable[[str], str | None]] = [kind.classify for kind in types if kind.classify]

    def lexical_class(text: str) -> str:
        for classify in classifiers:
            found = classify(text)
            if found is not None:
                return found
        return text.lower()

    return lexical_class


def make_language(lexical_class: Callable[[str], str]) -> Language:
    """A pipeline for Docs, whose NORM is the lexical class of a word."""
    nlp = blank_language()
    nlp.max_length = sys.maxsize  # `annotating.max_chars` is the limit; spaCy's own guards memory-hungry models
    nlp.vocab.lex_attr_getters[NORM] = lexical_class  # type: ignore[attr-defined]
    return nlp


class Annotator:
    """Finds all mentions of an article. Built once; the call is pure: same article, same annotation."""

    def __init__(self, settings: Settings) -> None:
        types = sorted(
            load_registered("extractor.annotating.types", "TYPE").values(), key=lambda kind: (kind.rank, kind.name)
        )
        self._lexical_class = class_giver(types)
        # Of a new word spaCy works out a score of attributes, which takes longer than all else: here none is needed.
        self.table = TokenTable(make_tokenizer(Vocab()), WordTable(self._lexical_class))
        self.finders = [kind.build(settings) for kind in types]
        self.settlers = [kind.settle for kind in types if kind.settle is not None]
        self.settings = settings

    @cached_property
    def nlp(self) -> Language:
        """The pipeline whose vocabulary Docs have, made when a Doc is asked for: it takes a tenth of the time to a first record."""
        return make_language(self._lexical_class)

    def vocab(self) -> Vocab:
        """The vocabulary of Docs."""
        return self.nlp.vocab

    def __call__(self, article: Article) -> Annotation:
        """The annotation of the article's text, with its title annotated beside it."""
        annotation = self.tokens(article.text, article)
        if article.title:
            title = annotation.title = self.tokens(article.title)
            title.body = annotation
            self.find(title)
            title.body = None  # no circle: what is let go is freed at once
        return self.find(annotation)

    def mentions(self, text: str) -> list[Mention]:
        """The mentions of a plain text that has not been cleaned: any white space, offsets into `text` as it stands."""
        squeezed = Squeezed(text)
        found = self.annotate(squeezed.text).mentions
        if squeezed.text is text:
            return found
        for mention in found:  # made for this text alone: a copy of each would take longer than finding it
            start, end = mention.start, mention.end = squeezed.span(mention.start, mention.end)
            mention.text = text[start:end]
        return found

    def annotate(self, text: str) -> Annotation:
        """The annotation of a text whose white space is in order (single spaces, "\\n" and "\\n\\n" as separators)."""
        return self.find(self.tokens(text))

    def tokens(self, text: str, article: Article | None = None) -> Annotation:
        """The text as tokens and blocks, nothing found yet."""
        words, starts, bits = self.table.read(text)
        annotation = Annotation(
            vocab=self.vocab, text=text, words=words, starts=starts, bits=bits, parts=[], article=article
        )
        if article is None or not article.blocks:
            annotation.parts = [Part(0, len(words), "paragraph", 0)]
        else:
            annotation.parts = _parts(annotation, article)
        return annotation

    def find(self, annotation: Annotation) -> Annotation:
        """Fills `annotation.mentions`."""
        for finder in self.finders:
            annotation.mentions.extend(finder(annotation))
        for settle in self.settlers:
            settle(annotation)
        annotation.mentions = resolve(annotation)
        return annotation


def _parts(annotation: Annotation, article: Article) -> list[Part]:
    parts = []
    token = 0
    starts = annotation.starts
    for block in article.body_blocks:
        first = bisect_left(starts, block.start, token)
        token = bisect_left(starts, block.end, first)
        parts.append(Part(first, token, block.kind, block.level))
    return parts
