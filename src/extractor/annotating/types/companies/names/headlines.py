"""Headlines: lines in which every word has a capital, where a known firm's name is told only by the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.forms.form_table import ends_item, starts_item
from extractor.annotating.types.companies.names.chunk import Chunk
from extractor.annotating.types.companies.words.acts import AUXILIARIES, FIRM_VERBS
from extractor.annotating.types.companies.words.cues import DEED, SPEECH, VERBS
from extractor.annotating.types.companies.words.vocabulary import company_words, known_companies
from extractor.annotating.types.regions.places import load_places

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# What a firm does in a headline, right behind its name.
_ACTS = DEED | SPEECH | VERBS | FIRM_VERBS | AUXILIARIES | {"to"}
# A run of capitalised words that is shorter is a name.
LEAST_WORDS = 2
# A known name of so few letters may be a word of a line in capitals.
LEAST_LETTERS = 4


def split_headlines(annotation: Annotation, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks, those of headlines cut around the known firms in them ("STORM SHUTS TESCO DEPOT", "Ikea Opens First Store")."""
    lines, words, lowers = lines_of(annotation), annotation.words, annotation.lowers
    found: list[Chunk] = []
    for chunk in chunks:
        first, last = chunk.first, chunk.last
        if last - first < LEAST_WORDS or chunk.form is not None or chunk.prefix is not None:
            found.append(chunk)
        elif words[first].is_upper and lines.is_shouted(first):
            found += _cut(annotation, chunk, is_shouted=True)
        elif not _ACTS.isdisjoint(lowers[first + 1 : last]) and lines.is_title(first):
            found += _cut(annotation, chunk, is_shouted=False)
        else:
            found.append(chunk)
    return found


def _cut(annotation: Annotation, chunk: Chunk, *, is_shouted: bool) -> list[Chunk]:
    lowers = annotation.lowers
    pieces: list[Chunk] = []
    first = chunk.first
    for start, stop, kind in known_companies().matches(annotation, range(chunk.first, chunk.last)):
        after = lowers[stop] if stop < chunk.last else ""
        is_subject = start == chunk.first and after in _ACTS
        is_name = kind == "name" and sum(map(len, lowers[start:stop])) >= LEAST_LETTERS and after not in company_words()
        if stop > chunk.last or not is_name or not (is_shouted or is_subject):
            continue
        if start == chunk.first and _is_national(annotation, chunk, stop):
            return [chunk]
        if start > first:
            pieces.append(Chunk(first, start))
        pieces.append(Chunk(start, stop))
        first = stop
    if not pieces:
        return [chunk]
    if first < chunk.last:
        pieces.append(chunk.rest(first))
    return pieces


def _is_national(annotation: Annotation, chunk: Chunk, stop: int) -> bool:
    """Whether the known firm's name up to `stop` and a place are all that an item holds ("BANCO SANTANDER CHILE")."""
    words = annotation.words
    if stop >= chunk.last or not (starts_item(words, chunk.first) and ends_item(words, chunk.last)):
        return False
    return load_places().get(annotation.span_text(stop, chunk.last)) is not None
