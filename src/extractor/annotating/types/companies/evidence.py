"""What says that one name by itself is, or is not, a company."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import Gazetteer
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import RegionName
from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.cues import (
    APPOSITION,
    COMMERCIAL,
    DEED,
    FIRM_BEHIND,
    FIRM_NOUN,
    OF_FIRM,
    SPEECH,
    VERBS,
    WHICH,
)
from extractor.annotating.types.companies.roles import PUBLISHER_BEFORE, PUBLISHER_BEHIND, RESEARCH_NAME
from extractor.annotating.types.companies.words import (
    COMMON_FIRST,
    EXCHANGES,
    FUNCTION_WORDS,
    HONORIFICS,
    JOBS,
    MONTHS,
    ORGANISATION_HEADS,
    SHARED_HEADS,
    THING_HEADS,
    company_words,
    given_names,
)
from extractor.annotating.types.regions.places import load_demonyms
from extractor.data.tables import read_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

_OFFICES = frozenset("ceo cfo coo cto chief chairman chairwoman president spokesman spokeswoman spokesperson".split())
_OF_ENDS = frozenset("of at for in with by the acquired acquire acquires acquiring rival unlike".split())
_FIRM_NOUNS = frozenset("shares stock ceo cfo cto chief spokesman spokeswoman spokesperson shareholders stockholders board chairman subsidiary".split())
_BANKS = frozenset(["central bank", "world bank", "european central bank", "reserve bank", "federal reserve bank", "asian development bank", "islamic development bank"])
# "Bank of" these is the central bank of the country.
_CENTRAL = frozenset("england japan korea canada russia israel thailand italy france spain greece mexico finland ghana uganda tanzania zambia jamaica indonesia slovenia lithuania latvia namibia botswana mauritius mongolia portugal".split())
# Names remembered at most: memory stays flat over a million documents.
MOST_REMEMBERED = 20_000
# A name of more words whose last is "Hotels" or "Group" is a headline.
LONGEST_KIND = 5
# A capital inside a word: coined names. Not so in surnames.
CAMEL = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+|\b[a-z][A-Z][a-z]{2,}")
PEOPLE_CAMEL = re.compile(r"(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|Fitz|O)[A-Z]|(?:iPhone|iPad|iOS|macOS|iMac|eBook|PhD|LiDAR|ChatGPT|JavaScript|GitHub|YouTube)")
# Characters looked at on either side of a name.
REACH = 70


@lru_cache(maxsize=1)
def known_companies() -> Gazetteer[str]:
    """Large firms that texts name without more ado: "name", "word" when it is an English word as well, "research" for a research firm."""
    gazetteer: Gazetteer[str] = Gazetteer()
    for name, kind, *_ in read_table("own/known_companies.tsv"):
        gazetteer.add(name, kind)
    for name, *_ in read_table("own/research_firms.tsv"):
        gazetteer.add(name, "research")
    return gazetteer


class Judge:
    """Gives each chunk its evidence or its refusal."""

    def __init__(self) -> None:
        self.known = known_companies()
        self.memory: dict[str, str | None] = {}
        self.given = given_names()
        self.words = company_words()
        self.demonyms = load_demonyms()

    def __call__(self, annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> None:
        """Sets `evidence` and `refusal` of the chunk."""
        words = annotation.words
        if chunk.form is None:
            self._reshape(annotation, chunk)
        names = [words[token].lower for token in range(chunk.first, chunk.last) if not words[token].is_space]
        chunk.evidence = self._form(annotation, chunk, names)
        if chunk.evidence:
            return
        if len(names) > 1 and chunk.last not in places.values() and self._known(annotation.span_text(chunk.first, chunk.last)) is None and not all(name in THING_HEADS or name in FUNCTION_WORDS for name in names) and _is_publisher(annotation, chunk):
            chunk.evidence = "publisher"
            return
        chunk.refusal = self._refusal(annotation, chunk, names, places)
        if chunk.refusal:
            return
        chunk.evidence = self._anchor(annotation, chunk, names)

    def _known(self, name: str) -> str | None:
        """What the table of known firms says of a name, remembered: texts repeat their names."""
        memory = self.memory
        if name not in memory:
            if len(memory) > MOST_REMEMBERED:
                memory.clear()
            memory[name] = self.known.get(name)
        return memory[name]

    def _reshape(self, annotation: Annotation, chunk: Chunk) -> None:
        """Adds the "'s" of a known firm's name, and cuts off the title and person behind a firm ("Orvane CEO Mark Webb")."""
        words = annotation.words
        if chunk.end < len(words) and words[chunk.end].text in ("'s", "’s") and self.known.get(annotation.span_text(chunk.first, chunk.end + 1)) == "name":
            chunk.last = chunk.end = chunk.end + 1
            chunk.tail = max(chunk.tail, chunk.end)
        for token in range(chunk.first + 1, chunk.last):
            if words[token].lower in _OFFICES:
                chunk.last = chunk.end = chunk.tail = token
                chunk.brackets = []
                break

    def _form(self, annotation: Annotation, chunk: Chunk, names: list[str]) -> str:
        form = chunk.form
        if form is None:
            return "legal_form" if chunk.prefix is not None and chunk.prefix.strong else ""
        kind = annotation.words[form.first].lower
        lines = lines_of(annotation)
        if kind in ("company", "companies", "group", "corporation", "limited") and form.last - form.first == 1:
            if all(name in FUNCTION_WORDS or name in self.demonyms or name in COMMON_FIRST for name in names):
                return ""
            if names[-1] in ORGANISATION_HEADS and kind == "company":
                return ""
            if not form.strong and chunk.known is None and (kind == "companies" or small_words(annotation).issuperset(name for name in names if name.isalpha())):
                return ""  # "Moving Company", "Insurance Companies": what the text writes in small letters too
            return "legal_form"
        if not form.strong and lines.is_shouted(chunk.first):
            return ""
        return "legal_form" if form.strong or _weak_form_fits(annotation, chunk) else ""

    def _refusal(self, annotation: Annotation, chunk: Chunk, names: list[str], places: dict[int, int]) -> str:
        words = annotation.words
        last = names[-1]
        known = chunk.known = self._known(annotation.span_text(chunk.first, chunk.last))
        if places.get(chunk.first) == chunk.last and not (known == "name" and _is_minor_place(annotation, chunk)):
            return "place"
        if chunk.first and words[chunk.first - 1].text in ("-", "‑", "‐") and not annotation.has_space_before(chunk.first):
            return "part of a word"
        if all(name in MONTHS or name in FUNCTION_WORDS for name in names):
            return "no name"
        if known in ("name", "research"):
            return ""
        if len(names) == 1 and last in EXCHANGES:
            return "exchange"
        if len(names) == 1 and (last in self.demonyms or last in ORGANISATION_HEADS or last in THING_HEADS):
            return "common word"
        if " ".join(names) in _BANKS or (len(names) > 2 and names[:2] == ["bank", "of"] and names[2] in _CENTRAL):
            return "organisation"
        if any(name in ORGANISATION_HEADS and names[index + 1] in ("of", "for", "on") for index, name in enumerate(names[:-1])):
            return "organisation"
        if last in ORGANISATION_HEADS and len(names) > 1:
            return "organisation" if last not in SHARED_HEADS else "shared"
        if last in THING_HEADS and len(names) > 1:
            return "thing"
        if len(names) > 1 and any(name in JOBS for name in names):
            return "job"
        before = words[chunk.first - 1].lower if chunk.first else ""
        if before in HONORIFICS or (len(names) > 1 and names[0] in self.given) or names[0] in HONORIFICS:
            return "person"
        return ""

    def _anchor(self, annotation: Annotation, chunk: Chunk, names: list[str]) -> str:
        words = annotation.words
        for start, stop in chunk.brackets:
            if words[start].lower.replace(" ", "") in EXCHANGES and stop - start >= 2:
                return "ticker"
        text = annotation.text
        lines = lines_of(annotation)
        first, end = annotation.starts[chunk.start], annotation.end(chunk.end - 1)
        known = chunk.known
        if known == "research":
            return "research_firm"
        if known == "name" and not (lines.is_shouted(chunk.first) and len(names) == 1 and len(names[0]) < 5):
            return "known"
        behind = text[end : end + REACH]
        before = text[max(0, first - REACH) : first]
        heading = lines.is_title(chunk.first)
        after = words[chunk.end].lower if chunk.end < len(words) else ""
        previous = words[chunk.first - 1].lower if chunk.first else ""
        starts = annotation.sentence_of(chunk.first)[0] == chunk.first
        if known == "word" and not heading:
            if not starts and (previous != "the" and previous not in ("a", "an")):
                return "known"
            if after in DEED or after in SPEECH or after in VERBS or behind.startswith(("'s", "’s")):
                return "known"
        if heading:
            return ""
        if previous in ("-", "based", "owned", "listed", "headquartered") and before.rstrip().lower().endswith(("-based", "‑based", "-headquartered", "-listed")):
            return "based"
        if FIRM_NOUN.search(previous) and words[chunk.first - 1].text.islower() and not starts:
            return "firm_noun"
        if previous in _OF_ENDS and OF_FIRM.search(before):
            return "deal"
        if after in _OFFICES and words[chunk.end].is_capitalized and not starts_title(annotation, chunk):
            return "firm_behind"
        if (after in _FIRM_NOUNS or after in ("'s", "’s")) and FIRM_BEHIND.match(behind):
            return "firm_behind"
        if after == "," and not (starts and len(names) == 1 and names[0].endswith("ly")) and (APPOSITION.match(behind) or WHICH.match(behind)):
            return "apposition"
        acts = after in DEED or after in SPEECH or after in VERBS or behind.startswith(("'s", "’s"))
        coined = len(names) < 4 and CAMEL.search(text[first:end]) is not None and PEOPLE_CAMEL.match(text[first:end]) is None
        if coined and (acts or previous in ("by", "from", "at", "with", ":", "and")):
            return "camel_case"
        if (not starts or len(names) > 1) and after in COMMERCIAL:
            return "deed"
        return self._kind_word(names, previous, after, behind, starts=starts)

    def _kind_word(self, names: list[str], previous: str, after: str, behind: str, *, starts: bool) -> str:
        """Evidence from the last word ("Airlines", "Pharma")."""
        if len(names) < 2 or len(names) > LONGEST_KIND or names[0] in FUNCTION_WORDS or any(name in DEED for name in names[1:-1]):
            return ""
        kind = self.words.get(names[-1])
        common = names[0] in COMMON_FIRST or names[0] in self.demonyms or names[0] in self.words
        if kind == "hard":
            return "" if common else "kind_word"
        if kind == "soft" and not common and (after in DEED or after in SPEECH or after in VERBS or behind.startswith(("'s", "’s")) or previous in ("by", "at", "from", "with", "and", ",", "'s", "’s", "in") or len(names) > 2):
            return "kind_word"
        return ""


def _is_publisher(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether a name like a research firm's stands where the text says whose report it is."""
    text = annotation.text
    first, end = annotation.starts[chunk.start], annotation.end(chunk.end - 1)
    if RESEARCH_NAME.search(text, first, end) is None:
        return False
    return PUBLISHER_BEFORE.search(text[max(0, first - REACH) : first]) is not None or PUBLISHER_BEHIND.match(text[end : end + REACH]) is not None


def starts_title(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the chunk is itself a word of a title ("Vice President", "Former Chief")."""
    return annotation.words[chunk.last - 1].lower in ("vice", "former", "deputy", "assistant", "acting", "senior", "executive", "interim", "new", "then") or chunk.last - chunk.first > 3


def _is_minor_place(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the place of the firm's name is a city that nothing beside it speaks for ("Toyota", "Honda")."""
    before = annotation.words[chunk.first - 1].lower if chunk.first else ""
    return before not in ("in", "near", "at") and any(
        mention.first == chunk.first and isinstance(mention, RegionName) and mention.kind == "city" for mention in annotation.mentions
    )


def _weak_form_fits(annotation: Annotation, chunk: Chunk) -> bool:
    form = chunk.form
    assert form is not None
    words = annotation.words
    if form.last >= len(words):
        return True
    after = words[form.last]
    return after.is_punct or after.is_space or after.lower in DEED or after.lower in SPEECH or after.lower in VERBS or after.lower in ("and", "or", "in", "to", "of", "on", "at", "by", "for", "with", "from", "as")
