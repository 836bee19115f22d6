"""Pieces of one name, read apart, joined again: partners, countries between two forms, words in small letters inside an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.forms.form_table import ends_item, starts_item
from extractor.annotating.types.companies.letters.coined import is_coined_small
from extractor.annotating.types.companies.letters.facts import OF_REPORTS
from extractor.annotating.types.companies.names.shapes import POSSESSIVES
from extractor.annotating.types.companies.words.acts import FIRM_VERBS
from extractor.annotating.types.companies.words.bullets import is_bullet
from extractor.annotating.types.companies.words.vocabulary import OF_PEOPLE, known_companies
from extractor.annotating.types.regions.places import load_places
from extractor.data.common_words import is_common
from extractor.data.given_names import given_names

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Words in small letters that stand inside a name ("Twill by Maersk", "Larry vs Harry", "Caffè per Tutti").
_INNER = frozenset("by vs vs. per of at upon to a the in".split())
# ... so many at most.
MOST_INNER = 2
# Given names and words that are shortened with a full stop ("Chr. Hansen", "PT. Surya Kelapa").
_SHORTENED = frozenset("chr wm geo jos joh ad alb gebr herm heinr fr st pt cv ud".split())
# ... at the end of so many words at most ("F. Ad. Müller").
MOST_SHORTENED = 3
_SEPARATORS = frozenset([",", ";"])
_ENDS = frozenset([",", ";", "(", "|"])
_LAST_JOINTS = frozenset(["and", "or", "&"])
# Before a hyphen these are no part of a name.
_PREFIXES = frozenset("anti non pre post mid trans pan intra inter sub super semi multi ex pro neo".split())


def join_pieces(annotation: Annotation, chunks: list[Chunk], places: dict[int, int]) -> None:
    """Joins the chunks that are pieces of one name; `places` has the last token of each place by its first."""
    words, lowers = annotation.words, annotation.lowers
    last = len(words) - 1
    for number in range(len(chunks) - 1, -1, -1):
        chunk = chunks[number]
        if chunk.start > 1 and lowers[chunk.start - 1] in HYPHENS:
            _take_head(annotation, chunk)
        if chunk.tail < last and lowers[chunk.tail] in POSSESSIVES and words[chunk.tail + 1].is_space:
            _take_possessive(annotation, chunk)
        if chunk.form is None and chunk.tail == chunk.last <= last:
            _take_small_end(annotation, chunk)
        if not number:
            break
        before = chunks[number - 1]
        near = chunk.start - before.tail <= MOST_INNER and chunk.prefix is None and not before.brackets
        if near and _are_one(annotation, before, chunk, places):
            chunk.start_at(before.first, before.prefix)
            del chunks[number - 1]


def _are_one(annotation: Annotation, left: Chunk, right: Chunk, places: dict[int, int]) -> bool:
    """Whether two chunks that stand near each other are pieces of one name."""
    gap = right.start - left.tail
    if left.form is not None:
        return not gap and _is_national(annotation, right)
    between = annotation.lowers[left.tail] if gap else ""
    if between == ".":
        return gap == 1 and _is_shortened(annotation, left, right)
    if between == ",":
        return _are_partners(annotation, left, right)
    return between in _INNER and _is_item_with_inner(annotation, left, right, places)


def _is_shortened(annotation: Annotation, left: Chunk, right: Chunk) -> bool:
    """Whether the full stop between two chunks is that of a shortened word ("F. Ad. Müller Söhne")."""
    last = annotation.lowers[left.last - 1]
    return last in _SHORTENED and annotation.has_space_before(right.start) and left.last - left.first <= MOST_SHORTENED


def _is_item_with_inner(annotation: Annotation, left: Chunk, right: Chunk, places: dict[int, int]) -> bool:
    """Whether two chunks with a word in small letters between them are all of an item of a list, and no person's or place's."""
    words, lowers = annotation.words, annotation.lowers
    if not all(lower in _INNER for lower in lowers[left.tail : right.start]):
        return False
    if lowers[left.last - 1] in OF_PEOPLE or not OF_REPORTS.isdisjoint(lowers[left.first : right.last]):
        return False
    if known_companies().get(annotation.span_text(left.first, left.last)):
        return False
    tail = right.tail if not right.brackets else right.end
    after = words[tail] if tail < len(words) else None
    closes = after is None or after.is_space or after.text in _ENDS
    if _opens_line(annotation, left.start):
        return closes and lines_of(annotation).is_title(left.first)
    if lowers[left.first] in given_names() or places.get(right.first) == right.last:
        return False
    before = lowers[left.start - 1]
    closes = closes or (after is not None and (after.lower in _LAST_JOINTS or after.text == "."))
    return closes and (before in _SEPARATORS or before in _LAST_JOINTS)


def _opens_line(annotation: Annotation, token: int) -> bool:
    """Whether nothing but a bullet or a number stands before the token in its line."""
    first = lines_of(annotation).span(token)[0]
    while first < token and is_bullet(annotation, first, bulleted=False):
        first += 1
    return first == token


def _take_head(annotation: Annotation, chunk: Chunk) -> None:
    """Adds the word in small letters that a hyphen joins to the name at the head of an item ("ams-OSRAM")."""
    words = annotation.words
    head = chunk.start - 2
    word = words[head]
    if annotation.has_space_before(chunk.start) or annotation.has_space_before(head + 1) or not word.is_alpha:
        return
    if is_common(word.lower) or word.lower in _PREFIXES:
        return
    before = words[head - 1] if head else None
    if before is None or before.is_space or before.text in _SEPARATORS or _opens_line(annotation, head):
        chunk.start_at(head)


def _take_small_end(annotation: Annotation, chunk: Chunk) -> None:
    """Adds the coined word in small letters that ends the item which the name starts ("SK hynix")."""
    words = annotation.words
    if words[chunk.tail].lower in FIRM_VERBS:
        return
    if is_coined_small(words[chunk.tail]) and starts_item(words, chunk.start) and ends_item(words, chunk.tail + 1):
        chunk.last = chunk.end = chunk.tail = chunk.tail + 1


def _take_possessive(annotation: Annotation, chunk: Chunk) -> None:
    """Adds the "'s" at the end of a name that is all its line holds ("Stella & Chewy's")."""
    if "\n" in annotation.words[chunk.tail + 1].text and _opens_line(annotation, chunk.start):
        chunk.last = chunk.end = chunk.tail = chunk.tail + 1


def _are_partners(annotation: Annotation, left: Chunk, right: Chunk) -> bool:
    """Whether two surnames with a comma between them are one firm's: "Becton" and "Dickinson and Company"."""
    words = annotation.words
    if right.form is None or right.last - right.first != 1 or left.last - left.first != 1:
        return False
    if words[right.form.first].lower not in ("and", "&") or right.first - left.last != 1:
        return False
    return known_companies().get(words[left.first].text) is None


def _is_national(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the chunk is the country between two forms of one firm: "Tea Growers Co." and "Kenya Ltd"."""
    if chunk.form is None or not chunk.form.strong:
        return False
    return load_places().get(annotation.span_text(chunk.first, chunk.last)) is not None
