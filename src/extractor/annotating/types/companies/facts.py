"""What the letters of a name alone say: known firm, organisation, person, place, coined word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.types.companies.roles import is_research_name
from extractor.annotating.types.companies.words import (
    EXCHANGES,
    FUNCTION_WORDS,
    HONORIFICS,
    JOBS,
    MONTHS,
    ORGANISATION_HEADS,
    SHARED_HEADS,
    THING_HEADS,
    given_names,
    known_companies,
)
from extractor.annotating.types.regions.places import load_demonyms, load_places

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

BANKS = frozenset(["federal deposit insurance corporation", "international finance corporation", "legal services corporation", "central bank", "world bank", "european central bank", "reserve bank", "federal reserve bank", "asian development bank", "islamic development bank"])
_CENTRAL_OF = frozenset([("reserve", "bank", "of"), ("central", "bank", "of"), ("people's", "bank", "of"), ("monetary", "authority", "of")])
# "Bank of" these is the central bank of the country.
_CENTRAL = frozenset("england japan korea canada russia israel thailand italy france spain greece mexico finland ghana uganda tanzania zambia jamaica indonesia slovenia lithuania latvia namibia botswana mauritius mongolia portugal".split())
# Names remembered at most: memory stays flat over a million documents.
MOST_REMEMBERED = 20_000
# A capital inside a word: coined names. Not so in surnames.
CAMEL = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+|\b[a-z][A-Z][a-z]{2,}")
PEOPLE_CAMEL = re.compile(r"(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|Fitz|O)[A-Z]|(?:iPhone|iPad|iOS|macOS|iMac|eBook|PhD|LiDAR|ChatGPT|JavaScript|GitHub|YouTube)")


class NameFacts(NamedTuple):
    """What the letters of a name alone say, whatever stands around it."""

    names: tuple[str, ...]  # the words in small letters
    known: str | None  # what the table of known firms says
    refusal: str
    is_personal: bool  # starts like a person's name
    is_coined: bool  # a capital inside a word
    is_place: bool  # some place has this name
    is_research: bool  # holds a word that research firms have in their names


class NameTable:
    """The facts of names, remembered: texts repeat their names."""

    def __init__(self) -> None:
        self.known = known_companies()
        self.demonyms = load_demonyms()
        self._given = given_names()
        self._places = load_places()
        self._memory: dict[str, NameFacts] = {}

    def is_place(self, name: str) -> bool:
        """Whether some place has this name."""
        return self._places.get(name) is not None

    def facts(self, annotation: Annotation, chunk: Chunk) -> NameFacts:
        """The facts of the chunk's name."""
        text = annotation.span_text(chunk.first, chunk.last)
        found = self._memory.get(text)
        if found is None:
            if len(self._memory) > MOST_REMEMBERED:
                self._memory.clear()
            names = tuple(word.lower for word in annotation.words[chunk.first : chunk.last] if not word.is_space)
            known = self.known.get(text)
            found = self._memory[text] = NameFacts(
                names,
                known,
                "" if known in ("name", "research") and not _is_no_name(names) else self._own_refusal(names),
                (len(names) > 1 and names[0] in self._given) or names[0] in HONORIFICS,
                len(names) < 4 and CAMEL.search(text) is not None and PEOPLE_CAMEL.match(text) is None,
                self.is_place(text),
                is_research_name(text),
            )
        return found

    def _own_refusal(self, names: tuple[str, ...]) -> str:
        """Why a name of these words is no company wherever it stands, or ""."""
        last = names[-1]
        if _is_no_name(names):
            return "no name"
        if len(names) == 1:
            if last in EXCHANGES:
                return "exchange"
            return "common word" if last in self.demonyms or last in ORGANISATION_HEADS or last in THING_HEADS else ""
        if names[:3] in _CENTRAL_OF or " ".join(names) in BANKS or (len(names) > 2 and names[:2] == ("bank", "of") and names[2] in _CENTRAL):
            return "organisation"
        if any(name in ORGANISATION_HEADS and names[index + 1] in ("of", "for", "on") for index, name in enumerate(names[:-1])):
            return "organisation"
        if last in ORGANISATION_HEADS:
            return "shared" if last in SHARED_HEADS else "organisation"
        if last in THING_HEADS:
            return "thing"
        return "job" if any(name in JOBS for name in names) else ""


def _is_no_name(names: tuple[str, ...]) -> bool:
    return all(name in MONTHS or name in FUNCTION_WORDS for name in names)
