"""Towns that no table has, told by what stands beside them: "Kallvik, Sweden", "the plant at Ostermark"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import capital_tokens, has_capital, small_words
from extractor.annotating.types.regions.candidate import tokens_of
from extractor.annotating.types.regions.places import unlisted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.candidate import Candidate
    from extractor.annotating.types.regions.places import Senses

_FACILITIES = frozenset(
    "plant plants site sites factory factories facility facilities mill mills airport airports mine mines "
    "headquarters headquartered office offices hub hubs campus port ports refinery refineries "
    "warehouse warehouses smelter shipyard brewery distillery depot terminal laboratory laboratories foundry "
    "based located village town suburb outskirts gigafactory".split()
)
_BEFORE = frozenset(["in", "at", "near", "from", "of", "outside"])
_SITE_PREPOSITIONS = frozenset(["in", "at", "near", "outside"])
# "City, Country" at the start of a line or behind a dash is an address or a dateline.
_OPENERS = frozenset([";", "–", "—", "-", "(", ",", "|", ":", "•", "*"])
LONGEST_TOWN = 3


def find_sites(
    annotation: Annotation, accepted: list[Candidate], not_names: Iterable[frozenset[str]]
) -> list[tuple[int, int, Senses]]:
    """First and last token of each town with what is known of it: its name, and its country when the next word tells."""
    words = annotation.words
    taken = tokens_of(accepted)
    found: list[tuple[int, int, Senses]] = []
    for candidate in accepted:
        place = candidate.senses.places[0]
        comma = candidate.first - 1
        if (
            comma < 1
            or words[comma].text != ","
            or not any(option.kind in ("country", "subdivision") for option in candidate.senses.places)
        ):
            continue
        first = comma
        closes = _ends_item(annotation, candidate.last)
        while (
            first > 0
            and comma - first < LONGEST_TOWN
            and _is_town_word(annotation, first - 1, not_names, in_title=closes)
            and first - 1 not in taken
        ):
            first -= 1
        if first == comma:
            continue
        before = words[first - 1] if first else None
        opens = (
            before is None
            or before.lower in _BEFORE
            or before.text in _OPENERS
            or (before.is_space and "\n" in before.text)
        )
        if opens and (closes or not (before is not None and before.text == ",")):
            found.append((first, comma, _town(annotation, first, comma, place.country)))
            taken.update(range(first, comma))
    lowers = annotation.lowers
    for number in [
        token for token in capital_tokens(annotation) if token > 1 and lowers[token - 1] in _SITE_PREPOSITIONS
    ]:
        if number in taken or _FACILITIES.isdisjoint(lowers[max(0, number - 4) : number - 1]):
            continue
        if not _is_town_word(annotation, number, not_names) or lowers[number] in small_words(annotation):
            continue
        last = number + 1
        if last < len(words) and has_capital(words[last]):
            continue
        found.append((number, last, _town(annotation, number, last, None)))
    return found


def _ends_item(annotation: Annotation, token: int) -> bool:
    """Whether a line, or an item between semicolons, ends before the token: "Orvane AG, Kallvik, Sweden" is an address."""
    if token >= len(annotation.words):
        return True
    after = annotation.words[token]
    return after.text == ";" or (after.is_space and "\n" in after.text)


def _opens_line(annotation: Annotation, token: int) -> bool:
    """Whether the line starts with the token: "CRANFIELD, England" is where a release comes from."""
    return token == 0 or (annotation.words[token - 1].is_space and "\n" in annotation.words[token - 1].text)


def _is_town_word(
    annotation: Annotation, token: int, not_names: Iterable[frozenset[str]], *, in_title: bool = False
) -> bool:
    word = annotation.words[token]
    return (
        word.is_capitalized
        and word.is_alpha
        and (not word.is_upper or (len(word.text) > 3 and _opens_line(annotation, token)))
        and len(word.text) > 2
        and not any(word.lower in names for names in not_names)
        and (in_title or not lines_of(annotation).is_title(token))
    )


def _town(annotation: Annotation, first: int, last: int, country: str | None) -> Senses:
    return unlisted("city", " ".join(annotation.span_text(first, last).split()), country)
