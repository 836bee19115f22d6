"""spaCy on both sides: `blank()` is a pipeline of our own, the factory "extractor" a component for someone else's.

The component never touches the host's vocabulary or tokens: it annotates the text with our own pipeline
and carries the spans over by character offset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import Mention
from extractor.errors import SettingsError
from extractor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Where each label's spans are found: doc.spans["money"] ...
GROUPS = {
    "MONEY": "money",
    "PERCENT": "rates",
    "YEAR": "years",
    "PERIOD": "years",
    "COMPANY": "companies",
    "REGION": "regions",
}

# Where a Doc keeps its mentions, as plain values: so it can be pickled, sent to another process and put into a DocBin.
STORED = "extractor.mentions"


def _mentions_of(doc: Doc) -> list[Mention] | None:
    """`doc._.mentions`; None for a Doc that was not annotated."""
    stored = doc.user_data.get(STORED)
    if stored is None:
        return None
    classes = {kind.__name__: kind for kind in _kinds_of(Mention)}
    return [classes[name].from_dict(values) for name, values in stored]


def _kinds_of(kind: type[Mention]) -> Iterator[type[Mention]]:
    """A kind of mentions and those below it, of installed types too."""
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds_of(below)


def _store(doc: Doc, mentions: Iterable[Mention]) -> None:
    doc.user_data[STORED] = [(type(mention).__name__, mention.to_dict()) for mention in mentions]


if not Doc.has_extension("mentions"):
    Doc.set_extension("mentions", getter=_mentions_of, setter=_store)


def add_spans(doc: Doc, mentions: Iterable[Mention]) -> Doc:
    """Puts mentions on a Doc: span groups by kind, and `doc._.mentions` with the values.

    A span's label is the mention's, its `id_` the rule that found it, its `kb_id_` the code of a region.
    """
    groups: dict[str, list[Span]] = {name: [] for name in dict.fromkeys(GROUPS.values())}
    found = list(mentions)
    for mention in found:
        span = doc.char_span(
            mention.start,
            mention.end,
            label=mention.label,
            kb_id=getattr(mention, "code", None) or "",
            span_id=mention.rule,
            alignment_mode="expand",
        )
        if span is not None:
            groups.setdefault(GROUPS.get(mention.label, mention.label.lower()), []).append(span)
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc._.mentions = found
    return doc


class ExtractorComponent:
    """The spaCy component: adds our mentions to a Doc made by any tokenizer."""

    def __init__(self, settings: Settings, ents: bool) -> None:
        self.annotator = Annotator(settings)
        self.ents = ents

    def __reduce__(self) -> tuple[Any, ...]:
        # Compiled state is not sent to another process, but what it is made from.
        return ExtractorComponent, (self.annotator.settings, self.ents)

    def __call__(self, doc: Doc) -> Doc:
        add_spans(doc, self.annotator.mentions(doc.text))
        if self.ents:
            spans = [span for group in dict.fromkeys(GROUPS.values()) for span in doc.spans[group]]
            doc.ents = spacy.util.filter_spans([*doc.ents, *spans])
        return doc


@Language.factory("extractor", default_config={"settings": {}, "ents": False}, assigns=["doc._.mentions"])
def make_component(nlp: Language, name: str, settings: dict[str, Any], ents: bool) -> ExtractorComponent:
    """Factory "extractor" for `nlp.add_pipe`; `settings` are nested dicts as in the TOML file, `ents` also sets `doc.ents`."""
    if not isinstance(settings, dict):
        raise SettingsError("component extractor: settings must be a table of tables")
    return ExtractorComponent(Settings.from_dict(settings), ents)


def blank(settings: Settings | None = None) -> Language:
    """A spaCy pipeline without a model that finds our mentions.

    >>> doc = blank()("Sales reached USD 9.2 Mn in 2025.")
    >>> [(span.label_, span.text) for name in ("money", "years") for span in doc.spans[name]]
    [('MONEY', 'USD 9.2 Mn'), ('YEAR', '2025')]
    """
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor", config={"settings": (settings or Settings()).model_dump()})
    return nlp
