"""What the letters of a name alone say: known firm, organisation, person, place, coined word, words of the language."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.types.companies.letters.coined import is_coined, is_joined
from extractor.annotating.types.companies.letters.letter_marks import marks_of_letters
from extractor.annotating.types.companies.letters.name_refusals import refusal_of
from extractor.annotating.types.companies.letters.weights import NAME_TABLE
from extractor.annotating.types.companies.words.cues import DEED
from extractor.annotating.types.companies.words.vocabulary import (
    COMMON_FIRST,
    FUNCTION_WORDS,
    HONORIFICS,
    OFFICES,
    PLATFORMS,
    THING_HEADS,
    company_words,
    known_companies,
)
from extractor.annotating.types.regions.places import load_demonyms, load_places
from extractor.data.common_words import is_common
from extractor.data.firm_words import firm_words
from extractor.data.given_names import given_names
from extractor.data.weights import load_weights, weight_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# Names remembered at most: memory stays flat over a million documents.
MOST_REMEMBERED = 20_000
# In small letters: where case has to be left aside in the search, it takes seven times as long.
RESEARCH_NAME = late.regex(rf"(?:{firm_words('role').lower()})\b")
# "Biotech Verona Pharma": the noun before the name is not part of it.
STARTING_NOUN = late.regex(
    r"(?:[a-z]+maker|biotech|retailer|start-?up|fintech|lender|insurer|airline|carrier|conglomerate|brewer|miner"
    r"|supplier|rival|competitor|developer|bottler|broadcaster|publisher|refiner|distiller|shipbuilder|jeweller|shipper"
    r"|broker|grocer|unicorn|newcomer|brokerage|distributor|manufacturer)s?|partner|owner|parent|subsidiary|utility"
)
# "5 HP"
_UNITS = frozenset("HP GE LG SAP GM Wh kWh MWh GWh TWh kW MW GW mAh Ah kVA Hz kHz MHz GHz dB Nm RPM BTU".split())
# A name of more words whose last is "Hotels" or "Group" is a headline.
LONGEST_KIND = 5
# Initials of so few letters are agencies, technologies and units as often as firms.
LONGEST_INITIALS = 6
# A name that only prose tells has so many words at most.
LONGEST_UNKNOWN = 5
# First words of what is no firm's name.
_NO_FIRST = frozenset(
    "two three four please everyone everybody nobody somebody whoever whatever founder generation gen mount port lake saint greater fastest-growing".split()
)
# Last words of streets and shores.
_NO_LAST = frozenset("lane cove beach creek crescent boulevard highway".split())
# Words of headings and of markets' names.
OF_REPORTS = frozenset(
    "market markets industry report outlook overview analysis segment segments region regions share size "
    "forecast drivers restraints".split()
)


class NameFacts:
    """What the letters of a name alone say, whatever stands around it. What few names are asked for is worked out then.

    Attributes:
        words: the words of the name; `names` the same in small letters without white space.
        known: what the table of known firms says.
        refusal: why it is no company wherever it stands, or "".
        is_personal: whether it starts like a person's name.
        is_coined: whether it has a capital inside a word.
        is_research: whether it holds a word that research firms have in their names.
        is_unit: whether it is a unit behind a number.
        has_title: whether a title stands in it ("Orvane CEO"), or a noun before it ("Biotech Orvane").
        is_odd: whether its first word is none of the language and no person's, in small letters but for the first.
        kind: "hard" or "soft" when its last word is one that names of firms end on, else "".
        may_be_place: whether a place of this name is meant where one is found.
        is_refused: whether the refusal holds wherever the name is a word of its own.
        is_quiet: whether all this says nothing, so that only what stands around it can.
    """

    def __init__(self, text: str, words: list[Word]) -> None:
        names = tuple([word.lower for word in words if not word.is_space])
        self.text = text
        self.words = words
        self.names = names
        self.known = known = known_companies().get(text)
        self.refusal = refusal_of(text, names, known)
        is_named = len(names) > 1 and names[0] in given_names() and names[-1] not in company_words()
        self.is_personal = is_named or names[0] in HONORIFICS
        self.is_coined = is_coined(text, len(names))
        self.is_research = RESEARCH_NAME.search(text.lower()) is not None
        self.is_unit = words[0].text in _UNITS
        self.is_platform = names[0] in PLATFORMS
        self.has_title = len(words) > 1 and (
            not OFFICES.isdisjoint(names[1:])
            or (words[1].is_capitalized and STARTING_NOUN.fullmatch(names[0]) is not None)
        )
        self.kind = _kind(names, has_initials=words[0].is_upper and not words[-1].is_upper)
        self.is_odd = (
            bool(self.kind)
            and not words[0].is_upper
            and not is_common(names[0])
            and names[0] not in given_names()
            and load_places().get(words[0].text) is None
        )
        self.may_be_place = not (known or self.is_research or self.has_title)
        self.is_refused = bool(self.refusal) and self.may_be_place and not (self.is_unit or self.is_platform)
        self.is_quiet = not (
            known
            or self.refusal
            or self.is_personal
            or self.is_coined
            or self.is_research
            or self.is_unit
            or self.is_platform
            or self.has_title
            or self.kind
        )

    @cached_property
    def canonical(self) -> str:
        """The name on one line, without commas and footnote marks."""
        return " ".join(self.text.split()).strip(" ,⁰¹²³⁴⁵⁶⁷⁸⁹").replace(",", "")

    @cached_property
    def marks(self) -> frozenset[str]:
        """What its letters say for and against a firm that no rule tells."""
        return marks_of_letters(self)

    @cached_property
    def weight(self) -> float:
        """What its marks weigh together."""
        return weight_of(self.marks, load_weights(NAME_TABLE))

    @cached_property
    def is_place(self) -> bool:
        """Whether some place has this name."""
        return load_places().get(self.text) is not None

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The words that are letters alone, in small letters."""
        return tuple(word.lower for word in self.words if word.is_alpha)

    @cached_property
    def is_plain(self) -> bool:
        """Whether it is made of words of the language alone ("Recent Developments", "Request a Sample")."""
        if self.known is not None:
            return False
        kinds = company_words()
        return all(is_common(name) or name in FUNCTION_WORDS or name in THING_HEADS for name in self.letters) and not (
            len(self.letters) > 1 and any(name in kinds for name in self.letters)
        )

    @cached_property
    def is_description(self) -> bool:
        """Whether it may be a description in capitals ("Consumer Electronics")."""
        kinds = company_words()
        return all(name in COMMON_FIRST or name in kinds or is_common(name) for name in self.letters)

    @cached_property
    def is_spoken(self) -> bool:
        """Whether every word is one of the language, in whatever part of a sentence ("Everyone", "Smaller")."""
        return bool(self.letters) and all(is_common(name) or name in FUNCTION_WORDS for name in self.letters)

    @cached_property
    def is_initials(self) -> bool:
        """Whether it is one short word in capitals."""
        return len(self.words) == 1 and self.words[0].is_upper and len(self.words[0].text) <= LONGEST_INITIALS

    @cached_property
    def may_be_firm(self) -> bool:
        """Whether a firm that no table has may have this name."""
        words, names = self.words, self.names
        if (
            names[0] in FUNCTION_WORDS
            or names[0] in _NO_FIRST
            or names[-1] in _NO_LAST
            or len(words) > LONGEST_UNKNOWN
            or (len(words) == 1 and is_common(names[0]))
        ):
            return False
        return not any(word.has_digit for word in words) and OF_REPORTS.isdisjoint(names)

    @cached_property
    def odd_words(self) -> tuple[str, ...]:
        """The words, in small letters, that the language does not have."""
        return tuple(
            word.lower
            for word in self.words
            if word.is_alpha and not is_common(word.lower) and not is_joined(word.text)
        )

    @cached_property
    def odd_forms(self) -> tuple[tuple[str, str, str], ...]:
        """The odd words, each with what may be its plural and its singular."""
        return tuple((word, f"{word}s", word[:-1]) for word in self.odd_words)

    @cached_property
    def is_capitalized(self) -> bool:
        """Whether every word starts with a capital."""
        return all(word.is_capitalized for word in self.words)

    def is_word_of(self, small: set[str]) -> bool:
        """Whether every word of the name is among these words in small letters."""
        return self.known is None and small.issuperset(self.letters)


class NameTable:
    """The facts of names, remembered: texts repeat their names."""

    def __init__(self) -> None:
        self._memory: dict[str, NameFacts] = {}

    def clear(self) -> None:
        """Forgets all names: what the tables say of them has changed."""
        self._memory.clear()

    def facts(self, annotation: Annotation, first: int, last: int) -> NameFacts:
        """The facts of the name that the tokens `first` to `last` (excluded) are."""
        starts, words = annotation.starts, annotation.words
        text = annotation.text[starts[first] : starts[last - 1] + words[last - 1].width]
        found = self._memory.get(text)
        if found is None:
            if len(self._memory) > MOST_REMEMBERED:
                self._memory.clear()
            found = self._memory[text] = NameFacts(text, words[first:last])
        return found


@lru_cache(maxsize=1)
def name_table() -> NameTable:
    """The facts of names that this process has met."""
    return NameTable()


def _kind(names: tuple[str, ...], *, has_initials: bool) -> str:
    """What the last word ("Airlines", "Pharma") says of a name: "hard", "soft" or ""; initials before it are no word ("KB Insurance")."""
    if len(names) < 2 or len(names) > LONGEST_KIND or names[0] in FUNCTION_WORDS:
        return ""
    kinds = company_words()
    kind = kinds.get(names[-1])
    is_glued = names[1] in HYPHENS  # "Bio-Rad Laboratories"
    if (
        kind is None
        or (names[0] in COMMON_FIRST and not is_glued)
        or names[0] in load_demonyms()
        or names[0] in kinds
        or not DEED.isdisjoint(names[1:-1])
    ):
        return ""
    may_describe = kind == "soft" or names[-1].endswith("s")
    if may_describe and not has_initials and all(is_common(name) for name in names):
        return ""  # "Electronic Systems"
    return kind
