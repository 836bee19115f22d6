"""Where "of", "and" and "'s" are part of a name and where they only stand between two names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.types.companies.letters.letter_marks import KIN
from extractor.annotating.types.companies.names.chunk import Chunk
from extractor.annotating.types.companies.names.shapes import POSSESSIVES
from extractor.annotating.types.companies.words.vocabulary import (
    ORGANISATION_HEADS,
    SHARED_HEADS,
    TITLES,
    known_companies,
)
from extractor.data.common_words import is_common
from extractor.data.given_names import given_names

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

OF_HEADS = frozenset(
    "bank banks insurance authority corporation company university institute group board exchange trust gas "
    "board college state ministry department office society union club house oil republic federation association "
    "council chamber commission organisation organization bureau centre center school academy court".split()
)
# Words that "of" and a firm follow without being part of its name ("Shares of ...").
_NOT_OF = frozenset(
    "shares stock stocks units unit division subsidiary arm part parts makers maker owners owner shareholders "
    "customers clients executives employees products most both one all some acquisition takeover profile "
    "profiles analysis list sales revenue revenues profit profits earnings results output production exports "
    "imports shipments orders value valuation price prices purchase merger launch plants plant factories stores "
    "shareholding stake stakes board directors founder founders chairman head president".split()
)
_OFFICES_OF = frozenset("ministry department bureau office institute".split())
_SEPARATORS = frozenset([",", ";", "|"])
_ITEM_ENDS = _SEPARATORS | {"and", "or", "."}
# Words behind "and" that still belong to the name on its left.
_AND_RIGHT = 3


def split_joins(annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> list[Chunk]:
    """The chunk cut where a weak word ("of", "and", "'s") only stands between two names."""
    pieces: list[Chunk] = []
    first = chunk.first
    for join in chunk.joins:
        if not _belongs(annotation, chunk, first, join, places):
            pieces.append(Chunk(first, join))
            first = join + 1
    pieces.append(chunk.rest(first))
    pieces[0].start_at(pieces[0].first, chunk.prefix)
    return pieces


def _belongs(annotation: Annotation, chunk: Chunk, first: int, join: int, places: dict[int, int]) -> bool:
    """Whether the weak word, or the stroke, at token `join` is part of the name that starts at `first`."""
    words = annotation.words
    text = words[join].lower
    left = words[join - 1].lower
    is_parted = any(other > join and words[other].lower == "and" for other in chunk.joins)
    strong = chunk.form is not None and chunk.form.strong and not is_parted
    if text in POSSESSIVES:
        if _is_item(annotation, chunk):
            return places.get(first) != join and known_companies().get(annotation.span_text(first, join)) is None
        return strong and places.get(first) != join and join - first <= 2
    if text == "/":
        return strong
    if text != "and":
        if (text == "of" and (left in _NOT_OF or _are_agents(left))) or _names_person(annotation, first, join):
            return strong and left not in TITLES and left not in _NOT_OF and _is_item(annotation, chunk)
        return left in OF_HEADS or (strong and text == "of" and left not in TITLES and left not in CALENDAR_WORDS)
    if words[join + 1].lower in KIN and join + 2 >= chunk.last:
        return True  # "Pavlov and Sons"
    if _organisation_goes_on(annotation, chunk, first, join) or _is_known_pair(annotation, chunk, first, join):
        return True
    return strong and (_is_line_item(annotation, chunk) or _partners(annotation, chunk, first, join, places))


def _are_agents(word: str) -> bool:
    """Whether the word says what people or firms do to what "of" names ("Backers of Orvane AG")."""
    return word.endswith(("ers", "ors")) and is_common(word)


def _is_known_pair(annotation: Annotation, chunk: Chunk, first: int, join: int) -> bool:
    """Whether the names on both sides of "and" are one known firm's ("Marks and Spencer")."""
    last = next((other for other in chunk.joins if other > join), chunk.last)
    left, right = annotation.span_text(first, join), annotation.span_text(join + 1, last)
    known = known_companies()
    return known.get(f"{left} and {right}") is not None or known.get(f"{left} & {right}") is not None


def _names_person(annotation: Annotation, first: int, join: int) -> bool:
    """Whether a title or a person stands before the weak word ("President of ..."); a given name alone is a firm's ("Helen of ... Limited")."""
    given = given_names() if join - first > 1 else ()
    return any(word.lower in TITLES or word.lower in given for word in annotation.words[first:join])


def _organisation_goes_on(annotation: Annotation, chunk: Chunk, first: int, join: int) -> bool:
    """Whether "and" stands inside an organisation's name ("Food and Drug Administration", "Ministry of Trade and Industry")."""
    if chunk.form is not None:
        return False
    words = annotation.words
    last = words[chunk.last - 1].lower
    left = words[join - 1].lower
    if (
        last in ORGANISATION_HEADS
        and last not in SHARED_HEADS
        and chunk.last - join <= _AND_RIGHT + 1
        and left not in ORGANISATION_HEADS
    ):
        return left not in OF_HEADS
    return (
        words[first].lower in _OFFICES_OF
        and first + 1 < join
        and words[first + 1].lower in ("of", "for")
        and chunk.last - join <= 2
    )


def _partners(annotation: Annotation, chunk: Chunk, first: int, join: int, places: dict[int, int]) -> bool:
    """Whether "and" joins two partners of one firm.

    "Smith and Nephew plc" is one name, "Pfizer Inc. and Moderna, Inc." two: the left part must be a bare surname in
    its own item.
    """
    words = annotation.words
    before = words[first - 1].text if first else ""
    if before.lower() in ("and", "&"):
        return True
    if places.get(first) == join or known_companies().get(words[first].text) == "name":
        return False
    if join - first > 1:
        return before in (",", ";") and _goes_on(words, chunk.tail)
    if before in (",", ";"):
        return chunk.tail + 1 < len(words) and (
            words[chunk.tail].text in (",", ";")
            or (words[chunk.tail].lower == "and" and words[chunk.tail + 1].is_capitalized)
        )
    return chunk.last - join - 1 <= _AND_RIGHT


def _goes_on(words: list[Word], tail: int) -> bool:
    """Whether the list goes on behind token `tail`: "and" is before its last item only, so this one is inside a name."""
    return tail + 1 < len(words) and words[tail].text in (",", ";") and words[tail + 1].is_capitalized


def _is_item(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the chunk is all of an item of a list, by lines or by marks."""
    return _is_line_item(annotation, chunk) or _is_list_item(annotation, chunk)


def _is_line_item(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the chunk is all that a line holds but for its bullet."""
    text = annotation.text
    start, end = annotation.starts[chunk.start], annotation.end(chunk.tail - 1)
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    behind = text[end : stop if stop >= 0 else len(text)].strip(" .;,*")
    before = text[line:start].strip(" *-–•·0123456789.)")
    return not behind and not before and (line > 0 or stop >= 0)


def _is_list_item(annotation: Annotation, chunk: Chunk) -> bool:
    words = annotation.words
    before = words[chunk.start - 1] if chunk.start else None
    after = words[chunk.tail].text if chunk.tail < len(words) else ""
    return (
        before is None or before.text in _SEPARATORS or (before.is_space and "\n" in before.text)
    ) and after in _ITEM_ENDS
