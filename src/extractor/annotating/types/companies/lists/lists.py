"""Lists of companies: when the lead-in says so, or two items are sure, the others of the same shape are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.letters.letter_marks import TECHNICAL
from extractor.annotating.types.companies.letters.short_names import is_initialism
from extractor.annotating.types.companies.lists.lead_ins import Frame, is_framed, list_role
from extractor.annotating.types.companies.lists.line_lists import mark_lines
from extractor.annotating.types.companies.lists.small_items import BEFORE_LAST, mark_inner_small, mark_small_items
from extractor.annotating.types.companies.names.chunk import OF_NAMES, PARDONED, UNDECIDED, chunk_of, firms_of
from extractor.annotating.types.companies.words.acts import FIRM_VERBS
from extractor.annotating.types.companies.words.cues import (
    COMPANY_NOUN,
    FIRMS_NAMED,
    HEADING,
    SEGMENTS,
    VERBS,
)
from extractor.annotating.types.companies.words.vocabulary import company_words, known_companies
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# A series of so many items, half of them sure, is a list of firms throughout.
LEAST_TRUSTED = 4
# Letters of an owner in brackets at least: shorter ones are countries and short names.
LEAST_OWNER = 3
# So many names of no language are firms' where one word leads them in.
LEAST_ODD = 3
# In one of so many items, this share of them sure, a place is a firm of its name ("Antofagasta").
LEAST_MEMBERS, MEMBER_SHARE = 6, 0.65
_NEVER = frozenset(["share button", "place", "no name", "exchange", "organisation", "part of a word"])


def mark_lists(annotation: Annotation, series: list[list[Chunk]], chunks: list[Chunk], places: dict[int, int]) -> None:
    """Sets evidence and role of the chunks that stand in a list of companies."""
    mark_series(annotation, series, chunks, places)
    mark_lines(annotation, chunks)


def mark_series(
    annotation: Annotation, series: Iterable[list[Chunk]], chunks: list[Chunk], places: dict[int, int]
) -> None:
    """Sets evidence and role of the chunks of enumerations of companies."""
    small, lowers = small_words(annotation), annotation.lowers
    for group in series:
        first, is_list = group[0], len(group) > 1
        if is_list:
            _mark_countries(group, places)
        elif first.refusal in _NEVER and not first.evidence:
            continue
        if is_list or is_framed(annotation, first.start, group[-1].tail):
            _mark(annotation, group, small)
        if first.start and lowers[first.start - 1] in BEFORE_LAST and any(chunk.is_company for chunk in group):
            mark_small_items(annotation, group, chunks)
        if is_list:
            mark_inner_small(annotation, group, chunks)


def mark_owners(annotation: Annotation, chunks: list[Chunk], places: dict[int, int]) -> None:
    """Adds the owners in brackets behind the items of lists ("Nature Made (Pharmavite)"): they are only mentioned."""
    found = []
    held = {chunk.start - 1: chunk for chunk in chunks if chunk.start and annotation.lowers[chunk.start - 1] == "("}
    for holder in chunks:
        if holder.role != "key_player" or not holder.is_company:
            continue
        inner = held.get(holder.tail)
        if inner is not None and inner.is_company:
            inner.role = inner.role or "mentioned"
        if not holder.brackets or holder.form is not None:
            continue
        if len(holder.brackets) > 1 or not _is_owner(annotation, holder, *holder.brackets[0], places):
            continue
        owner = chunk_of(annotation, *holder.brackets[0])
        if not owner.facts.refusal and not owner.facts.is_plain:
            owner.take("list", "mentioned")
            holder.brackets = ()
            found.append(owner)
    chunks += found


def _is_owner(annotation: Annotation, holder: Chunk, first: int, last: int, places: dict[int, int]) -> bool:
    """Whether the bracket holds a name of other letters than the one before it, no place, symbol or short name."""
    words = annotation.words[first:last]
    if any(first <= place < last for place in places) or not all(
        word.is_alpha and word.text.istitle() for word in words
    ):
        return False
    inside, name = annotation.span_text(first, last), holder.facts.text
    shares = not set(inside.lower().split()).isdisjoint(name.lower().split()) or inside[:3].lower() in name.lower()
    return len(inside) >= LEAST_OWNER and not shares and not is_initialism(inside, name, None)


def _mark(annotation: Annotation, series: list[Chunk], small: set[str]) -> None:
    """Takes the items of one series whose lead-in, surroundings or sure members make it a list of companies."""
    sure = [chunk for chunk in series if chunk.is_company]
    if not sure and all(chunk.refusal in _NEVER for chunk in series):
        return
    frame = Frame(annotation, series)
    labelled = frame.label_role()
    if labelled:
        for chunk in series:
            if chunk.is_company or chunk.refusal in OF_NAMES:
                chunk.take("list", labelled)
        return
    before, introduced = frame.lead_in()
    behind = frame.goes_on()
    pardoned = PARDONED if introduced and sure else OF_NAMES if len(sure) > 1 else UNDECIDED
    open_items = [chunk for chunk in series if not chunk.evidence and chunk.refusal in pardoned]
    has_places = any(chunk.refusal == "place" for chunk in series)
    is_announced = introduced and (sure or not has_places) and _list_like(before, open_items, sure, small)
    are_called_firms = not sure and not has_places and len(series) > 2 and frame.are_called_firms()
    if is_announced or are_called_firms:
        for chunk in open_items:
            chunk.evidence, chunk.refusal = "list", ""
    elif sure and (behind or len(sure) > 1 or len(series) > 2 or frame.fills_line):
        trusted = (len(series) >= LEAST_TRUSTED or frame.fills_line) and (behind or 2 * len(sure) >= len(series))
        trusted = trusted or (behind and annotation.sentence_of(series[0].first)[0] != series[0].start)
        _take_like(annotation, open_items, small, trusted=trusted)
    elif sure and len(series) == 2 and open_items and not open_items[0].refusal:
        _take_pair(annotation, series, open_items[0], small)
    if len(series) >= LEAST_MEMBERS and len(sure) >= MEMBER_SHARE * len(series):
        _take_places(series)
    many = len(sure) > 2 or len(firms_of(series)) >= LEAST_TRUSTED or (len(sure) > 1 and annotation.article is None)
    if introduced or behind or many:
        role = list_role(before, len(series)) if introduced else "key_player"
        for chunk in series:
            chunk.role = chunk.role or role


# Last words of full names of firms: no product is called so ("Fujitsu General").
_STYLES = frozenset("general global international worldwide".split())


def _take_places(series: list[Chunk]) -> None:
    """Takes the one place, or the one job ("Flow Traders"), among many firms; two are places."""
    placed = [chunk for chunk in series if chunk.refusal in ("place", "job")]
    if len(placed) == 1:
        placed[0].evidence, placed[0].refusal = "series", ""


def _take_like(annotation: Annotation, items: list[Chunk], small: set[str], *, trusted: bool) -> None:
    """Takes the items of a series with sure firms that are written like them; in a `trusted` one words of the language too."""
    for chunk in items:
        if chunk.facts.known == "word" and not chunk.refusal:
            chunk.evidence = "series"  # "Caterpillar, Komatsu"
        elif (
            chunk.refusal in ("", "person")
            and not (_is_product(annotation, chunk) and not (trusted and chunk.facts.names[-1] in _STYLES))
            and not chunk.facts.is_word_of(small)
            and (trusted or not chunk.facts.is_description)
        ):
            chunk.evidence, chunk.refusal = "series", ""


def _take_pair(annotation: Annotation, series: list[Chunk], other: Chunk, small: set[str]) -> None:
    """Takes the second of two where one is a firm ("Google and Orvane now order", "Orvane Foods and Tessel Oils acquired")."""
    if known_companies().get(annotation.span_text(other.first, other.last)) == "word":
        other.evidence = "series"
        return
    if _is_product(annotation, other) or other.facts.is_description or other.facts.is_word_of(small):
        return
    words = annotation.words
    tail = series[-1].tail
    follows = words[tail].lower if tail < len(words) else ""
    is_subject = other.last - other.first > 1 and (follows in VERBS or follows in FIRM_VERBS)
    beside = (*words[max(0, other.first - 1) : other.first], *words[other.tail : other.tail + 1])
    if is_subject or any(word.lower in ("and", "&", "or") for word in beside):
        other.evidence = "series"


def _mark_countries(series: list[Chunk], places: dict[int, int]) -> None:
    """ "Orvane (Peru), Tessel (Chile)": in a series a country in brackets says that the name is a firm's."""
    named = [
        chunk for chunk in series if chunk.brackets and any(places.get(start) == stop for start, stop in chunk.brackets)
    ]
    if len(named) > 1:
        for chunk in named:
            if not chunk.refusal or chunk.refusal in ("shared", "thing"):
                chunk.take("series")


def _list_like(before: str, open_items: list[Chunk], sure: list[Chunk], small: set[str]) -> bool:
    """Whether a lead-in without a sure company behind it is about firms and not about regions, products or diseases."""
    if sure or HEADING.search(before):
        return True
    if FIRMS_NAMED.search(before) and not any(chunk.facts.is_word_of(small) for chunk in open_items):
        return True
    if SEGMENTS.search(before):
        return False
    if len(open_items) >= LEAST_ODD and all(_is_coined(chunk) for chunk in open_items):
        return True
    return bool(COMPANY_NOUN.search(before)) and 2 * sum(chunk.facts.is_description for chunk in open_items) <= len(
        open_items
    )


def _is_coined(chunk: Chunk) -> bool:
    """Whether each name is a known firm's or starts on a word of no language, capitalised and of no trade."""
    facts = chunk.facts
    return facts.known is not None or (
        bool(facts.odd_words) and not facts.is_initials and not facts.names[-1].endswith(TECHNICAL)
    )


def _is_product(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the name is a known firm's with a word behind it ("Adobe Commerce")."""
    if chunk.last - chunk.first < 2:
        return False
    if not annotation.has_space_before(chunk.first + 1):
        return False  # "Sanofi-Aventis" is one word
    first = annotation.words[chunk.first].text
    last = annotation.words[chunk.last - 1]
    if known_companies().get(first) != "name" or last.lower in company_words():
        return False
    return last.has_digit or is_common(last.lower)  # "Adobe Commerce", not "Toshiba Tec" or "Volvo CE"
