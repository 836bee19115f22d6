"""The research firm whose figures a document gives: what cleaning saw, weighed again beside the figures; and the firms of one sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.annotating.mention import RegionName
from extractor.annotating.types.regions.places import load_demonyms
from extractor.cleaning.attributions import attributions_in
from extractor.cleaning.publisher import GIVEN, Context, choose, context_of
from extractor.cleaning.sightings import Sighting

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statements.statement import Statement


def publisher_of(
    annotation: Annotation, statements: list[Statement], *, headline: Collection[int], round_up: bool
) -> str | None:
    """The firm behind the figures.

    Args:
        annotation: the annotated article.
        statements: its statements.
        headline: where the statements start that give values of the whole market.
        round_up: whether the document is about no one market.

    Returns:
        None when more speaks for none: several firms are quoted, or nobody is.
    """
    sightings, context = _seen(annotation)
    headlines = [
        (statement.start, statement.end)
        for statement in statements
        if statement.field == "text" and statement.start in headline
    ]
    named = {annotation.text[mention.start : mention.end].casefold() for mention in annotation.of(RegionName)}
    places = load_demonyms() | named
    return choose(sightings, replace(context, headlines=headlines, round_up=round_up, places=places))


def _seen(annotation: Annotation) -> tuple[list[Sighting], Context]:
    """The names a document shows, by its article or, of a plain text, by its sentences."""
    article = annotation.article
    if article is not None and article.sightings:
        return article.sightings, context_of(article.blocks)
    title = annotation.title.text if annotation.title is not None else ""
    found = [
        Sighting(name, kind, figure=figure, start=at) for name, kind, figure, at in attributions_in(annotation.text)
    ]
    return found, Context(title=title, whole=annotation.text)


def names_in(statement: Statement) -> list[str]:
    """The firms that a statement gives its figures to, in order."""
    text = statement.annotation.text[statement.start : statement.end]
    places = {
        statement.annotation.text[item.mention.start : item.mention.end]
        for item in statement.items
        if isinstance(item.mention, RegionName)
    }
    found = [name for name, kind, _, _ in attributions_in(text) if kind in GIVEN and name not in places]
    return list(dict.fromkeys(found))
