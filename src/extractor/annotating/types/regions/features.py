"""Rivers, counties, seas, islands and the like, told by the word that says what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import capital_tokens, has_capital
from extractor.annotating.types.regions.candidate import tokens_of
from extractor.annotating.types.regions.context import SENTENCE_WORDS
from extractor.annotating.types.regions.places import load_demonyms, unlisted

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.candidate import Candidate
    from extractor.annotating.types.regions.places import Senses

# "Tana River", "Ostrava District": the name stands before.
BEHIND = frozenset(
    "river county sea ocean island islands mountain mountains valley peninsula province prefecture parish oblast "
    "governorate township borough desert strait canal basin plateau archipelago gulf bay "
    "lake coast highlands".split()
)
# "Lake Tana", "Gulf of Aden": the name stands behind, with or without "of".
BEFORE = frozenset("lake mount mt. gulf bay sea strait straits cape isle river county fort camp".split())
KIND_WORDS = BEHIND | BEFORE
DIVISIONS = frozenset("province prefecture county parish oblast governorate island islands peninsula".split())
_OF = frozenset(["gulf", "bay", "sea", "strait", "straits", "isle", "county", "cape"])
# Names of these are what the word itself means, or other things.
_NO_NAMES = frozenset(
    "the a this that new every each any our their its his her no great rocky central upper lower inner outer "
    "more most some blue red deep open high".split()
) - {"red", "great", "rocky", "blue"}
LONGEST_NAME = 2


def find_features(annotation: Annotation, accepted: list[Candidate]) -> list[tuple[int, int, Senses]]:
    """First and last token of each feature, with its name.

    What the table has stands: "Ivory Coast" is a country, "Kogi Province" is Kogi with its code.
    """
    known = {candidate.last: candidate.senses for candidate in accepted}
    whole = {candidate.first: candidate.last for candidate in accepted}
    taken = tokens_of(accepted)
    lines = lines_of(annotation)
    found: list[tuple[int, int, Senses]] = []
    free = 0
    lowers = annotation.lowers
    for number in [token for token in capital_tokens(annotation) if lowers[token] in KIND_WORDS]:
        lower = lowers[number]
        if number < free or (
            number in taken and (whole.get(number, 0) > number + 1 or not _heads_name(lowers, number))
        ):
            continue
        span = _name_behind(annotation, number) if lower in BEFORE else None
        if span is None and lower in BEHIND:
            before = known.get(number)
            if (
                before is not None
                and lower in DIVISIONS
                and any(place.kind in ("subdivision", "country") for place in before.places)
            ):
                continue
            span = _name_before(annotation, number)
        if span is None or span[0] < free or lines.is_title(number) or lines.is_shouted(number):
            continue
        first, last = span
        name = " ".join(annotation.span_text(first, last).split())
        found.append((first, last, unlisted("other", name)))
        free = last
    return found


def _heads_name(lowers: list[str], number: int) -> bool:
    """Whether the word is followed by "of", whatever a table says of it alone ("the Gulf of Finland")."""
    return lowers[number] in _OF and lowers[number + 1 : number + 2] == ["of"]


def _is_name(annotation: Annotation, token: int) -> bool:
    word = annotation.words[token]
    return (
        word.is_capitalized
        and word.is_alpha
        and word.lower not in SENTENCE_WORDS
        and word.lower not in CALENDAR_WORDS
        and word.lower not in _NO_NAMES
    )


def _name_before(annotation: Annotation, number: int) -> tuple[int, int] | None:
    words = annotation.words
    if number + 1 < len(words) and has_capital(words[number + 1]) and words[number + 1].is_alpha:
        return None  # "Green Bay Packers"
    first = number
    while (
        first > 0
        and number - first < LONGEST_NAME + (words[number - 1].text in ("'s", "’s"))
        and _is_name(annotation, first - 1)
    ):
        first -= 1
    if first == number:
        return None
    if (
        number - first == 1
        and words[first].lower in load_demonyms()
        and words[number].lower not in ("ocean", "sea", "peninsula", "islands", "desert")
    ):
        return None
    return first, number + 1


def _name_behind(annotation: Annotation, number: int) -> tuple[int, int] | None:
    words = annotation.words
    at = number + 1
    if at < len(words) and words[at].lower == "of" and words[number].lower in _OF:
        at += 1
        if at < len(words) and words[at].lower == "the":
            at += 1
    elif words[number].lower in ("gulf", "bay", "sea", "strait", "straits", "county", "river", "isle"):
        return None
    last = at
    while last < len(words) and last - at < LONGEST_NAME and _is_name(annotation, last):
        last += 1
    return (number, last) if last > at else None
