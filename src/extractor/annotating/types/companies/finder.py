"""Finds companies: anchors first (legal forms, lists, tickers, deeds), then this document's own short names."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer_files import load_user_names
from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import CompanyName, Mention, OtherName
from extractor.annotating.types.companies.forms.form_starts import Starters
from extractor.annotating.types.companies.forms.form_table import load_forms
from extractor.annotating.types.companies.forms.grammar import find_forms
from extractor.annotating.types.companies.lists.lists import mark_lists, mark_owners, mark_series
from extractor.annotating.types.companies.lists.series import find_series
from extractor.annotating.types.companies.names.aliases import find_aliases
from extractor.annotating.types.companies.names.chunk import Chunk, firms_of
from extractor.annotating.types.companies.names.chunks import find_chunks
from extractor.annotating.types.companies.names.headlines import split_headlines
from extractor.annotating.types.companies.names.joins import split_joins
from extractor.annotating.types.companies.names.naming import canonical_name, form_text
from extractor.annotating.types.companies.names.own_names import add_own_names
from extractor.annotating.types.companies.names.shapes import WordClasses
from extractor.annotating.types.companies.names.whole import join_pieces
from extractor.annotating.types.companies.roles import mark_ventures, set_roles
from extractor.annotating.types.companies.weighing.judge import judge
from extractor.annotating.types.companies.weighing.playing import weigh_roles
from extractor.annotating.types.companies.weighing.weighing import weigh_names
from extractor.annotating.types.companies.words.vocabulary import (
    CLOSED_CLASS,
    EXCHANGES,
    FUNCTION_WORDS,
    LAWS,
    known_companies,
)

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.entity_type import Finder
    from extractor.annotating.gazetteer import Gazetteer
    from extractor.annotating.gazetteer_files import UserName
    from extractor.settings import Settings

_TICKER = re.compile(r"^[A-Z0-9]{1,6}(?:[.-][A-Z]{1,3})?$")


_SENTENCE_STARTS = CALENDAR_WORDS | FUNCTION_WORDS
# Words that a name in a list may start with, though no sentence's name does.
_NAME_STARTS = frozenset(
    "be all on up so just about your you who an out over under off our we my what no not one".split()
)
_ARTICLES = frozenset("the a an this that our its".split())
_ITEM_SEPARATORS = frozenset([",", ";"])
_ITEM_MARKS = frozenset([",", ";", "|", "•", "-", "*"])
_JOINTS = frozenset(["and", "&", "or"])


class CompanyFinder:
    """Finds the companies of an annotation. Tables are read once."""

    def __init__(self, own: Gazetteer[UserName] | None = None) -> None:
        self.own = own
        self.forms = load_forms()
        self.starters = Starters(self.forms)
        self.classes = WordClasses()

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """Companies and organisations of the text by position."""
        taken = {
            token
            for mention in annotation.mentions
            if mention.label not in ("REGION", "COMPANY")
            for token in range(mention.first, mention.last)
        }
        places = {mention.first: mention.last for mention in annotation.mentions if mention.label == "REGION"}
        forms = find_forms(annotation, self.forms, self.starters)
        chunks: list[Chunk] = []
        for chunk in find_chunks(annotation, forms, self.classes, taken):
            if chunk.joins:
                chunks += split_joins(annotation, chunk, places)
            else:
                chunks.append(chunk)
        chunks = split_headlines(annotation, chunks)
        join_pieces(annotation, chunks, places)
        words = annotation.words
        chunks = [
            chunk
            for chunk in chunks
            if not (
                words[chunk.first].lower in _SENTENCE_STARTS
                or words[chunk.first].is_space
                or words[chunk.first - 1].text == ":"
            )
            or _trim(annotation, chunk)
        ]
        judge(annotation, chunks, places)
        series = find_series(annotation, chunks, places)
        mark_lists(annotation, series, chunks, places)
        weighed = {chunk.group[0].start: chunk.group for chunk in weigh_names(annotation, chunks)}
        mark_series(annotation, weighed.values(), chunks, places)
        mark_owners(annotation, chunks, places)
        chunks.sort(key=attrgetter("start"))
        firms = firms_of(chunks)
        numbers = set(map(id, firms))
        groups = [group for group in series if not numbers.isdisjoint(map(id, group))]
        set_roles(annotation, groups)
        mark_ventures(annotation, series)
        weigh_roles(annotation, firms)
        companies = [self._company(annotation, chunk) for chunk in firms]
        found: list[Mention] = []
        for chunk in chunks:
            if chunk.refusal == "organisation":
                found.append(self._other(annotation, chunk, "ORGANISATION"))
            elif chunk.refusal == "thing" and annotation.words[chunk.last - 1].lower in LAWS:
                found.append(self._other(annotation, chunk, "LAW"))
        if self.own is not None:
            companies = add_own_names(annotation, companies, self.own, self.forms)
        companies += find_aliases(annotation, companies, chunks)
        for chunk in chunks:
            chunk.series = None  # no circle: what is let go is freed at once
        return [*found, *companies]

    def _company(self, annotation: Annotation, chunk: Chunk) -> CompanyName:
        start, last = chunk.start, chunk.end
        ticker = None
        words = annotation.words
        for first, stop in chunk.brackets:
            if words[first].lower in EXCHANGES and stop - first >= 2 and _TICKER.match(words[stop - 1].text):
                ticker = annotation.span_text(first, stop)
        text = annotation.span_text(start, last).rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return CompanyName(
            label="COMPANY", start=annotation.starts[start], end=annotation.starts[start] + len(text), text=text, rule=f"company.{chunk.evidence}", first=start, last=last,
            canonical=canonical_name(annotation, chunk), name=" ".join(text.split()), legal_form=form_text(annotation, chunk), role=chunk.role or "mentioned", ticker=ticker,
        )  # fmt: skip

    def _other(self, annotation: Annotation, chunk: Chunk, label: str) -> OtherName:
        first, last = chunk.first, chunk.end
        return OtherName(
            label=label, start=annotation.starts[first], end=annotation.end(last - 1), text=annotation.span_text(first, last), rule=f"{label.lower()}.head", first=first, last=last,
        )  # fmt: skip


def _trim(annotation: Annotation, chunk: Chunk) -> bool:
    """Takes words off the front that only start a sentence, or a symbol; false when nothing is left."""
    words = annotation.words
    if _starts_on_symbol(annotation, chunk):
        chunk.start_at(chunk.first + 1)
    formed = chunk.form is not None or chunk.prefix is not None
    opening = chunk.first
    while chunk.first < chunk.last:
        word = words[chunk.first]
        lower = word.lower
        if not (
            word.is_space
            or lower in CLOSED_CLASS
            or lower in CALENDAR_WORDS
            or (lower in FUNCTION_WORDS and not formed and _opens(annotation, opening))
        ):
            break
        if len(lower) == 1 and [behind.text for behind in words[chunk.first + 1 : chunk.first + 2]] == ["."]:
            break  # "A. O. Smith"
        if (
            (lower in _NAME_STARTS or (lower not in _ARTICLES and words[chunk.first - 1].text in _ITEM_SEPARATORS))
            and chunk.last - chunk.first > 1
            and chunk.first
            and _continues(annotation, chunk.first)
        ):
            break  # "Orvane, Be Lenka and On Running", "Orvane, Third Wave Coffee"
        if word.is_capitalized and known_companies().get(annotation.span_text(chunk.first, chunk.last)) == "name":
            break  # "Under Armour, Inc."
        if (
            formed
            and chunk.last - chunk.first == 1
            and word.is_capitalized
            and lower not in ("the", "a", "our", "this")
        ):
            break
        chunk.start_at(chunk.first + 1)
    return chunk.first < chunk.last


def _starts_on_symbol(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether an exchange stands before the first of several words, which is a symbol there ("NYSE: ORV Orvane Foods")."""
    words, first = annotation.words, chunk.first
    return (
        chunk.last - first > 1
        and first > 1
        and words[first - 1].text == ":"
        and words[first - 2].lower in EXCHANGES
        and _TICKER.match(words[first].text) is not None
    )


def _continues(annotation: Annotation, token: int) -> bool:
    """Whether the capital of the word is a name's: an item's mark or "and" stands before it in a line of prose."""
    at = token - 2 if token > 1 and annotation.words[token - 1].is_space else token - 1
    before = annotation.words[at].text
    return before in _ITEM_MARKS or (before in _JOINTS and not lines_of(annotation).is_title(token))


def _opens(annotation: Annotation, token: int) -> bool:
    """Whether a sentence or what a colon announces starts at the token."""
    return annotation.sentence_of(token)[0] == token or annotation.words[token - 1].text == ":"


def build(settings: Settings) -> Finder:
    """The finder of companies for these settings."""
    files = settings.annotating.companies
    return CompanyFinder(load_user_names(files, "COMPANY") if files else None)
