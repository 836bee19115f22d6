"""Small towns: names that are places only where the words around them say so ("near Flin Flon", "the village of Kaub")."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import capital_tokens, has_capital, small_words
from extractor.annotating.types.companies.words import company_words, given_names, is_common, known_companies
from extractor.annotating.types.regions.context import DAYS, NO_TOWNS, SENTENCE_WORDS
from extractor.annotating.types.regions.places import Place, Senses, load_demonyms
from extractor.data.tables import lines_of_key, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.candidate import Candidate

# Behind these a name of the table is a place.
_SURE = frozenset(["in", "near", "outside", "around", "at", "between"])
# Behind these it is one where the text speaks of its country.
_LIKELY = frozenset("from to of between toward towards through via across into leaving reached".split())
_LEADS = _SURE | _LIKELY
# Tokens before the second of two places in which "between" is looked for.
LONGEST_FIRST = 6
# "the town of ...": what follows is a place, whether or not a table has it.
_KINDS = frozenset(
    "town village city hamlet suburb district province municipality port island commune settlement region county "
    "township neighbourhood neighborhood borough community outskirts towns villages cities".split()
)
# ... and of these, where the table has the place.
_OF_TOWNS = frozenset("mayor residents people streets council north south east west parish out".split())
LONGEST_NAME = 4
# A text with more figures is about business: there an unknown name behind "in" and "near" may be anything.
MOST_FIGURES = 3


@lru_cache(maxsize=1)
def load_towns() -> list[str]:
    """The lines of the table of small towns, in order; read when first asked for."""
    return read_lines("towns.tsv.gz")


def find_town(key: str) -> tuple[str, list[str]] | None:
    """Name, and countries or states of the US, of the small towns whose name has the runs `key`.

    >>> find_town("flin flon")
    ('Flin Flon', ['CA'])
    """
    found = lines_of_key(load_towns(), key)
    if not found:
        return None
    _, name, where = found[0].split("\t")
    return name or key.title(), where.split(" ")


def find_towns(annotation: Annotation, accepted: list[Candidate]) -> list[tuple[int, int, Senses]]:
    """First and last token of each small town, with what is known of it."""
    lowers = annotation.lowers
    taken = {token for candidate in accepted for token in range(candidate.first, candidate.last)}
    leads = {token: _lead(lowers, token) for token in capital_tokens(annotation) if token and token not in taken}
    starts = [token for token, lead in leads.items() if lead in _LEADS]
    if not starts:
        return []
    spoken = spoken_of(accepted)
    may_be_unknown = not _is_about_business(annotation)
    found: list[tuple[int, int, Senses]] = []
    for first in starts:
        last = _name_end(annotation, first, taken)
        if last == first or lines_of(annotation).is_title(first):
            continue
        town = _known(annotation, first, last, leads[first], spoken) or _unknown(
            annotation, first, last, leads[first], may_be_unknown=may_be_unknown
        )
        if town is not None:
            found.append(town)
    return found


def spoken_of(accepted: Iterable[Candidate]) -> set[str]:
    """Countries and states of the US that the text names, or names a city of."""
    found: set[str] = set()
    for candidate in accepted:
        place = candidate.senses.places[0]
        if place.kind != "macro_region":
            found.update(code for code in (place.country, place.code, place.within) if code)
    return found


def _is_about_business(annotation: Annotation) -> bool:
    """Whether the text has so many figures that an unknown name behind "in" is as often a firm, a product or a technology."""
    return sum(mention.label in ("MONEY", "PERCENT") for mention in annotation.mentions) > MOST_FIGURES


def _lead(lowers: list[str], first: int) -> str:
    """The word before token `first` that may lead to a place; "between" for the second of two as well."""
    before = lowers[first - 1]
    return "between" if before == "and" and "between" in lowers[max(0, first - LONGEST_FIRST) : first - 1] else before


def _name_end(annotation: Annotation, first: int, taken: set[int]) -> int:
    """Token behind the run of capitalised words that starts at `first`."""
    words = annotation.words
    last = first
    while (
        last < len(words)
        and last - first < LONGEST_NAME
        and last not in taken
        and words[last].is_capitalized
        and words[last].is_alpha
        and not words[last].is_upper
    ):
        last += 1
        if (
            last + 1 < len(words)
            and words[last].text in ("-", "’", "'")
            and not annotation.has_space_before(last)
            and words[last + 1].is_capitalized
        ):
            last += 1
    if last < len(words) and (has_capital(words[last]) or words[last].text in ("'s", "’s", "&")):
        return first  # the name goes on
    return last


def _known(
    annotation: Annotation, first: int, last: int, before: str, spoken: set[str]
) -> tuple[int, int, Senses] | None:
    """The town of the table that the words name, where they stand behind the right words."""
    lowers = annotation.lowers
    key = " ".join(lower for lower in lowers[first:last] if lower.isalnum())
    town = find_town(key)
    if town is None:
        return None
    name, places = town
    near = next((code for code in places if code in spoken or code[:2] in spoken), None)
    is_kind = before == "of" and first > 1 and (lowers[first - 2] in _KINDS or lowers[first - 2] in _OF_TOWNS)
    if near is None and not (is_kind or before in _SURE):
        return None
    if not is_kind and (before == "of" or (before in _LIKELY and near is None)):
        return None
    if not is_kind and (
        _is_other(annotation, first, last, is_listed=True)
        or (last - first == 1 and lowers[first] in given_names() and near is None)
    ):
        return None
    country = (near or places[0])[:2]
    return first, last, Senses((Place("city", None, country, name, 0, frozenset()),), False)


def _unknown(
    annotation: Annotation, first: int, last: int, before: str, *, may_be_unknown: bool
) -> tuple[int, int, Senses] | None:
    """A place that no table has."""
    lowers = annotation.lowers
    is_kind = before == "of" and first > 1 and lowers[first - 2] in _KINDS
    if (not is_kind and not (may_be_unknown and before in _SURE)) or (before == "at" and last - first > 1):
        return None
    if _is_other(annotation, first, last) or any(lower in NO_TOWNS for lower in lowers[first:last]):
        return None
    if not is_kind and (
        lowers[last - 1] in company_words()
        or lowers[first] in given_names()
        or (last < len(lowers) and lowers[last] in ("said", "told"))
    ):
        return None
    name = " ".join(annotation.span_text(first, last).split())
    return first, last, Senses((Place("city", None, None, name, 0, frozenset()),), False)


def _is_other(annotation: Annotation, first: int, last: int, *, is_listed: bool = False) -> bool:
    """Whether the words are of the language, a firm, a day or a people; several words that the table lists may be of the language."""
    lowers, small = annotation.lowers, small_words(annotation)
    if (
        lowers[first] in DAYS
        or lowers[first] in SENTENCE_WORDS
        or (last - first == 1 and lowers[first] in load_demonyms())
    ):
        return True
    is_language = all(is_common(lower) or lower in small for lower in lowers[first:last])
    if is_language and not (is_listed and last - first > 1 and not small.issuperset(lowers[first:last])):
        return True
    return known_companies().get(annotation.span_text(first, last)) is not None
