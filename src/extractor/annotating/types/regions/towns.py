"""Small towns: names that are places only where the words around them say so ("near Flin Flon", "the village of Kaub")."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import capital_tokens, has_capital, small_words
from extractor.annotating.types.companies.words.vocabulary import company_words, known_companies
from extractor.annotating.types.regions.candidate import Candidate, tokens_of
from extractor.annotating.types.regions.context import NO_TOWNS, PERSONAL_BEHIND, SENTENCE_WORDS
from extractor.annotating.types.regions.places import load_demonyms, load_places, unlisted
from extractor.data.common_words import is_common
from extractor.data.given_names import given_names
from extractor.data.tables import lines_of_key, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.places import Senses

# Behind these a name of the table is a place.
_SURE = frozenset(["in", "near", "outside", "around", "at", "between"])
# Behind these it is one where the text speaks of its country.
_LIKELY = frozenset("from to of between toward towards through via across into leaving reached".split())
# What is at a firm, and seldom at a place.
_OF_FIRMS = frozenset(
    "analyst analysts economist economists strategist strategists trader traders trading broker brokers executive executives "
    "director partner profit profits sales revenue revenues earnings turnover research strategy workers staff employees "
    "accountant lawyer engineer manager managers".split()
)
_LEADS = _SURE | _LIKELY
_EXAMPLES = frozenset(["as", "like", "including"])
# Tokens before the second of two places in which "between" is looked for.
LONGEST_FIRST = 6
# "the town of ...": what follows is a place, whether or not a table has it.
_KINDS = frozenset(
    "town village city hamlet suburb district province municipality port island commune settlement region county "
    "township neighbourhood neighborhood borough community outskirts towns villages cities ports suburbs hamlets districts".split()
)
# ... and of these, where the table has the place.
_OF_TOWNS = frozenset("mayor residents people streets council north south east west parish out".split())
# Behind a town these are its people: "a Moorhead man".
_PEOPLE = frozenset(
    "man woman men women resident residents couple teen teenager family families police firefighters councillor "
    "councillors mayor native student students driver boy girl father mother".split()
)
_BEFORE_PEOPLE = frozenset("a an the two three four five another of".split())
_JOINERS, _LAST_JOINERS = frozenset([",", "and", "or"]), frozenset(["and", "or"])
_BETWEEN = "between"
# What a member of an enumeration is read as if it stood behind.
_IN, _FROM = "in", "from"
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


def find_towns(annotation: Annotation, accepted: list[Candidate]) -> list[Candidate]:
    """The small towns of the text, each with what is known of it."""
    if not capital_tokens(annotation):
        return []
    reader = _TownReader(annotation, accepted)
    found = [*reader.led(), *reader.of_people()]
    return found + reader.listed([*accepted, *found])


def spoken_of(accepted: Iterable[Candidate]) -> set[str]:
    """Countries and states of the US that the text names, or names a city of."""
    found: set[str] = set()
    for candidate in accepted:
        place = candidate.senses.places[0]
        if place.kind != "macro_region":
            found.update(code for code in (place.country, place.code, place.within) if code)
    return found


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


class _TownReader:
    """Finds the small towns of one annotation.

    Args:
        annotation: the text.
        accepted: the places that are found already.
    """

    def __init__(self, annotation: Annotation, accepted: list[Candidate]) -> None:
        self.annotation = annotation
        self.words = annotation.words
        self.lowers = annotation.lowers
        self.taken = tokens_of(accepted)
        self.spoken = spoken_of(accepted)

    @cached_property
    def may_be_unknown(self) -> bool:
        """Whether the text has so few figures that an unknown name behind "in" is more often a place than a firm or a product."""
        figures = [mention for mention in self.annotation.mentions if mention.label in ("MONEY", "PERCENT")]
        return len(figures) <= MOST_FIGURES

    def led(self) -> list[Candidate]:
        """Towns behind a preposition or "of"."""
        lowers, taken = self.lowers, self.taken
        found = []
        for token in capital_tokens(self.annotation):
            lead = lowers[token - 1]
            if lead == "and" and _BETWEEN in lowers[max(0, token - LONGEST_FIRST) : token - 1]:
                lead = _BETWEEN  # the second of two
            if lead in _EXAMPLES and token > 2 and self._are_examples(token):
                found += self._read(token, _name_end(self.annotation, token, taken), _IN)
            elif token and lead in _LEADS and token not in taken:
                found += self._read(token, _name_end(self.annotation, token, taken), lead)
        return found

    def _are_examples(self, token: int) -> bool:
        """Whether examples of towns start at the token ("fishing towns such as Kodiak")."""
        at = token - 2 if self.lowers[token - 1] != "as" else token - 3
        if token in self.taken or (self.lowers[token - 1] == "as" and self.lowers[token - 2] != "such"):
            return False
        return self.lowers[at] in _KINDS or self.lowers[at - 1] in _KINDS

    def of_people(self) -> list[Candidate]:
        """Towns before the people of theirs that the news speaks of ("a Moorhead man")."""
        lowers, end = self.lowers, len(self.lowers)
        found = []
        for token in capital_tokens(self.annotation):
            behind = token + 1
            if behind < end and lowers[behind] in _PEOPLE and token not in self.taken:
                first = token - 1 if token > 1 and self.words[token - 1].is_capitalized else token
                for start in sorted({first, token}):
                    if start and lowers[start - 1] in _BEFORE_PEOPLE and not self.taken.intersection((start, token)):
                        found += self._read(start, behind, _FROM)
        return found

    def listed(self, places: list[Candidate]) -> list[Candidate]:
        """Towns in an enumeration behind a place ("of Hebden Bridge, Todmorden and Mytholmroyd")."""
        found: list[Candidate] = []
        for place in places:
            lead = _IN if place.senses.places[0].kind in ("city", "other", "subdivision") else _FROM
            at, members = place.last, 1
            while (first := self._next_item(at, members)) is not None:
                last = _name_end(self.annotation, first, self.taken)
                item = self._read(first, last, lead) if self._may_be_listed(first, last) else []
                if not item:
                    break
                found += item
                at, members = last, members + 1
        return found

    def _next_item(self, at: int, members: int) -> int | None:
        """The first token of the name that is enumerated behind token `at`, or None."""
        lowers = self.lowers
        if at + 1 >= len(lowers) or lowers[at] not in _JOINERS:
            return None
        first = at + 2 if lowers[at] == "," and lowers[at + 1] in _LAST_JOINERS else at + 1
        if first >= len(lowers) or first in self.taken or not self.words[first].is_capitalized:
            return None
        is_last = lowers[first - 1] in _LAST_JOINERS
        # "in Oslo and Tarnvik plans": two may be two clauses
        return first if not is_last or members > 1 or self._ends_phrase(first) else None

    def _ends_phrase(self, first: int) -> bool:
        """Whether a mark or a preposition, no verb, follows the word."""
        behind = self.lowers[first + 1 : first + 2]
        return not behind or not behind[0].isalpha() or behind[0] in _SURE or behind[0] in _LIKELY

    def _may_be_listed(self, first: int, last: int) -> bool:
        """Whether the name from `first` to `last` is an item: the last one, or another follows."""
        lowers = self.lowers
        if lowers[last : last + 1] and lowers[last] in PERSONAL_BEHIND:
            return False
        if lowers[first - 1] in _LAST_JOINERS:
            return True
        goes_on = lowers[last : last + 1] and lowers[last] in _JOINERS
        behind = self.words[last + 1 : last + 2]
        return bool(goes_on and behind and (behind[0].is_capitalized or behind[0].lower in _LAST_JOINERS))

    def _read(self, first: int, last: int, lead: str) -> list[Candidate]:
        """The town with the name from `first` to `last` behind the word `lead`, if it is one."""
        if last <= first or lines_of(self.annotation).is_title(first):
            return []
        senses = self._known(first, last, lead) or self._unknown(first, last, lead)
        if senses is None:
            return []
        self.taken.update(range(first, last))
        return [Candidate(first, last, senses)]

    def _known(self, first: int, last: int, lead: str) -> Senses | None:
        """The town of the table that the words name, where they stand behind the right words."""
        lowers = self.lowers
        town = find_town(" ".join(lower for lower in lowers[first:last] if lower.isalnum()))
        if town is None:
            return None
        name, places = town
        near = next((code for code in places if code in self.spoken or code[:2] in self.spoken), None)
        if not self._names_kind(first, lead, _KINDS | _OF_TOWNS):
            if lead == "of" or (near is None and lead not in _SURE):
                return None
            is_given_name = last - first == 1 and lowers[first] in given_names() and near is None
            if is_given_name or _is_other(self.annotation, first, last, is_listed=True):
                return None
        return unlisted("city", name, (near or places[0])[:2])

    def _unknown(self, first: int, last: int, lead: str) -> Senses | None:
        """A place that no table has."""
        lowers = self.lowers
        is_kind = self._names_kind(first, lead, _KINDS)
        if (not is_kind and not (self.may_be_unknown and lead in _SURE)) or (lead == "at" and last - first > 1):
            return None
        if lead == "at" and first > 1 and lowers[first - 2] in _OF_FIRMS:
            return None  # "sales at Orvane"
        if _is_other(self.annotation, first, last) or any(lower in NO_TOWNS for lower in lowers[first:last]):
            return None
        if not is_kind and (
            lowers[last - 1] in company_words()
            or lowers[first] in given_names()
            or (last < len(lowers) and lowers[last] in ("said", "told"))
        ):
            return None
        return unlisted("city", " ".join(self.annotation.span_text(first, last).split()))

    def _names_kind(self, first: int, lead: str, kinds: frozenset[str]) -> bool:
        """Whether "of" and before it one of the words for what is a town stand before the name."""
        return lead == "of" and first > 1 and self.lowers[first - 2] in kinds


def _is_other(annotation: Annotation, first: int, last: int, *, is_listed: bool = False) -> bool:
    """Whether the words are of the language, a firm, a day or a people; several words that the table lists may be of the language."""
    lowers, small = annotation.lowers, small_words(annotation)
    if (
        lowers[first] in CALENDAR_WORDS
        or lowers[first] in SENTENCE_WORDS
        or (last - first == 1 and lowers[first] in load_demonyms())
    ):
        return True
    is_language = all(is_common(lower) or lower in small for lower in lowers[first:last])
    if is_language and not (is_listed and last - first > 1 and not small.issuperset(lowers[first:last])):
        return True
    if last - first > 1 and known_companies().get(annotation.words[first].text) is not None:
        return load_places().get(annotation.span_text(first + 1, last)) is not None  # "a stake in Guinness Ghana"
    return known_companies().get(annotation.span_text(first, last)) is not None
