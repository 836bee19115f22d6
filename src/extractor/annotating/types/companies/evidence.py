"""What says that one name by itself is, or is not, a company."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.mention import RegionName
from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.acts import ADVERBS, FIRM_VERBS
from extractor.annotating.types.companies.chunks import HYPHENS
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
from extractor.annotating.types.companies.facts import BANKS, NameFacts, NameTable
from extractor.annotating.types.companies.form_table import ends_item
from extractor.annotating.types.companies.roles import PUBLISHER_BEFORE, PUBLISHER_BEHIND
from extractor.annotating.types.companies.words import (
    COMMON_FIRST,
    EXCHANGES,
    FUNCTION_WORDS,
    HONORIFICS,
    ORGANISATION_HEADS,
    THING_HEADS,
    company_words,
    is_common,
)

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

_OFFICES = frozenset("ceo cfo coo cto chief chairman chairwoman president spokesman spokeswoman spokesperson".split())
_OF_ENDS = frozenset("of at for in with by the acquired acquire acquires acquiring rival unlike".split())
_FIRM_NOUNS = frozenset("shares stock ceo cfo cto chief spokesman spokeswoman spokesperson shareholders stockholders board chairman subsidiary".split())
# A name of more words whose last is "Hotels" or "Group" is a headline.
LONGEST_KIND = 5
_STARTING_NOUN = re.compile(r"(?:[a-z]+maker|biotech|retailer|start-?up|fintech|lender|insurer|airline|carrier|conglomerate|brewer|miner|supplier|partner|rival|competitor|owner|parent|subsidiary|developer|automaker|drugmaker|chipmaker|carmaker|grocer|unicorn|newcomer|brokerage|distributor|manufacturer)")
_WORD_FORMS = frozenset(["company", "companies", "group", "corporation", "limited"])
_POSSESSIVES = frozenset(["'s", "’s"])
PLATFORMS = frozenset("facebook twitter linkedin instagram youtube pinterest whatsapp telegram reddit tiktok tumblr x email rss google+ medium".split())
_SHARE_WORDS = frozenset("share follow join channel subscribe tweet click connect".split())
# Tokens of a line that asks to share the page.
LONGEST_BUTTON = 16
_UNITS = frozenset(["HP", "GE", "LG", "SAP", "GM"])  # "5 HP"
NUMBER_NORMS = frozenset(["<number>", "<year>"])
_BEFORE_FIRMS = frozenset(["by", "at", "from", "with", "and", ",", "'s", "’s", "in"])
# What a firm does or is, right behind its name.
ACTS = DEED | SPEECH | VERBS
# Characters looked at on either side of a name.
REACH = 70
# ... and of the cues that end right before it.
LONGEST_CUE = 45


class Judge:
    """Gives each chunk its evidence or its refusal."""

    def __init__(self) -> None:
        self.names = NameTable()
        self.known = self.names.known
        self.demonyms = self.names.demonyms
        self.words = company_words()

    def __call__(self, annotation: Annotation, chunk: Chunk, places: dict[int, int], place_ends: set[int]) -> None:
        """Sets `evidence` and `refusal` of the chunk."""
        if chunk.form is None:
            self._reshape(annotation, chunk)
        facts = self.names.facts(annotation, chunk)
        chunk.evidence = self._form(annotation, chunk, facts)
        if chunk.evidence:
            return
        if self._is_agency(annotation, chunk, facts.names):
            chunk.refusal = "organisation"
            return
        if self._may_publish(chunk, facts, place_ends) and _is_publisher(annotation, chunk):
            chunk.evidence = "publisher"
            return
        chunk.known = facts.known
        if chunk.last in place_ends and self._is_national(annotation, chunk, places):
            chunk.evidence = "known"
            return
        chunk.refusal = self._refusal(annotation, chunk, facts, places)
        if not chunk.refusal:
            chunk.evidence = self._anchor(annotation, chunk, facts)

    def _reshape(self, annotation: Annotation, chunk: Chunk) -> None:
        """Adds the "'s" of a known firm's name, and cuts off the title and person behind a firm ("Orvane CEO Mark Webb")."""
        words = annotation.words
        if chunk.last - chunk.first > 1 and words[chunk.first + 1].is_capitalized and _STARTING_NOUN.fullmatch(words[chunk.first].lower):
            chunk.start_at(chunk.first + 1)  # "Biotech Verona Pharma", "Partner Kyowa Kirin"
        if chunk.end < len(words) and words[chunk.end].text in ("'s", "’s") and self.known.get(annotation.span_text(chunk.first, chunk.end + 1)) == "name":
            chunk.last = chunk.end = chunk.end + 1
            chunk.tail = max(chunk.tail, chunk.end)
        for token in range(chunk.first + 1, chunk.last):
            if words[token].lower in _OFFICES:
                chunk.last = chunk.end = chunk.tail = token
                chunk.brackets = []
                break

    def _form(self, annotation: Annotation, chunk: Chunk, facts: NameFacts) -> str:
        """Evidence from the legal form."""
        form = chunk.form
        if form is None:
            return "legal_form" if chunk.prefix is not None and chunk.prefix.strong else ""
        kind = annotation.words[form.first].lower
        if self._is_agency(annotation, chunk, facts.names):
            return ""
        if kind in _WORD_FORMS and form.last - form.first == 1:
            return "legal_form" if self._fits_word(annotation, chunk, facts.names, kind) else ""
        if form.strong or form.edge:
            return "legal_form"
        if facts.is_place and annotation.words[form.first].is_upper:
            return ""  # "Vancouver BC"
        if lines_of(annotation).is_shouted(chunk.first) and not ends_item(annotation.words, form.last):
            return ""
        return "legal_form" if _weak_form_fits(annotation, chunk) else ""

    @staticmethod
    def _is_agency(annotation: Annotation, chunk: Chunk, names: tuple[str, ...]) -> bool:
        """Whether the name with its "Corporation" is an agency's."""
        return chunk.form is not None and f"{' '.join(names)} {annotation.words[chunk.form.first].lower}" in BANKS

    def _fits_word(self, annotation: Annotation, chunk: Chunk, names: tuple[str, ...], kind: str) -> bool:
        """Whether "Company" or "Group" ends a name here and not a description ("Moving Company", "Insurance Companies")."""
        form = chunk.form
        assert form is not None
        if all(name in FUNCTION_WORDS or name in self.demonyms or name in COMMON_FIRST for name in names):
            return False
        if names[-1] in ORGANISATION_HEADS and kind == "company":
            return False
        if form.strong or chunk.known is not None:
            return True
        # what the text writes in small letters too
        return kind != "companies" and not small_words(annotation).issuperset(name for name in names if name.isalpha())

    def _is_national(self, annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> bool:
        """Whether a known firm's name stands before the place that ends the chunk ("MTN Nigeria")."""
        first = next((token for token in range(chunk.first + 1, chunk.last) if places.get(token) == chunk.last), None)
        return first is not None and self.known.get(annotation.span_text(chunk.first, first)) == "name"

    @staticmethod
    def _may_publish(chunk: Chunk, facts: NameFacts, place_ends: set[int]) -> bool:
        """Whether the name could be a research firm's that no table has."""
        if not facts.is_research or len(facts.names) < 2 or facts.known is not None or chunk.last in place_ends:
            return False
        return not all(name in THING_HEADS or name in FUNCTION_WORDS for name in facts.names)

    @staticmethod
    def _refusal(annotation: Annotation, chunk: Chunk, facts: NameFacts, places: dict[int, int]) -> str:
        words = annotation.words
        if places.get(chunk.first) == chunk.last and not (facts.known == "name" and _is_minor_place(annotation, chunk)):
            return "place"
        if chunk.first and words[chunk.first - 1].text in HYPHENS and not annotation.has_space_before(chunk.first):
            return "part of a word"
        if chunk.first > 1 and words[chunk.first - 1].text == ":" and words[chunk.first - 2].lower in EXCHANGES:
            return "ticker"
        if chunk.first and words[chunk.first - 1].norm in NUMBER_NORMS and words[chunk.first].text in _UNITS:
            return "unit"
        if facts.names[0] in PLATFORMS and _is_share_button(annotation, chunk):
            return "share button"
        if facts.refusal or facts.known in ("name", "research"):
            return facts.refusal
        before = words[chunk.first - 1].lower if chunk.first else ""
        return "person" if facts.is_personal or before in HONORIFICS else ""

    def _anchor(self, annotation: Annotation, chunk: Chunk, facts: NameFacts) -> str:
        """Evidence from the table of known firms, from the brackets and from what stands before and behind."""
        words = annotation.words
        for start, stop in chunk.brackets:
            if words[start].lower.replace(" ", "") in EXCHANGES and stop - start >= 2:
                return "ticker"
        known, names = facts.known, facts.names
        if known == "research":
            return "research_firm"
        lines = lines_of(annotation)
        if known == "name" and not (len(names) == 1 and len(names[0]) < 5 and lines.is_shouted(chunk.first)):
            return "known"
        if lines.is_title(chunk.first):
            return ""
        after = words[chunk.end].lower if chunk.end < len(words) else ""
        previous = words[chunk.first - 1].lower if chunk.first else ""
        starts = annotation.sentence_of(chunk.first)[0] == chunk.first
        acts = after in ACTS or after in _POSSESSIVES or (after in ADVERBS and self._verb_behind(annotation, chunk) in ACTS)
        if known == "word" and (acts or after in FIRM_VERBS or (not starts and previous not in ("the", "a", "an"))):
            return "known"
        found = self._before(annotation, chunk, previous, starts=starts) or self._behind(annotation, chunk, names, after, starts=starts)
        if found:
            return found
        if facts.is_coined and (acts or previous in ("by", "from", "at", "with", ":", "and")):
            return "camel_case"
        if (not starts or len(names) > 1) and after in COMMERCIAL:
            return "deed"
        return self._kind_word(names, previous, acts=acts)

    @staticmethod
    def _verb_behind(annotation: Annotation, chunk: Chunk) -> str:
        """The first word behind the name that is no adverb ("still wants")."""
        return next((word.lower for word in annotation.words[chunk.end : chunk.end + 4] if word.lower not in ADVERBS), "")

    @staticmethod
    def _before(annotation: Annotation, chunk: Chunk, previous: str, *, starts: bool) -> str:
        """Evidence from the words before ("Peru-based", "chipmaker", "shares of")."""
        if previous in ("-", "based", "owned", "listed", "headquartered") and _text_before(annotation, chunk).rstrip().lower().endswith(("-based", "‑based", "-headquartered", "-listed")):
            return "based"
        if not starts and _is_firm_noun(previous) and (annotation.words[chunk.first - 1].text.islower() or _STARTING_NOUN.fullmatch(previous)):
            return "firm_noun"
        return "deal" if previous in _OF_ENDS and OF_FIRM.search(_clause_before(annotation, chunk)) else ""

    @staticmethod
    def _behind(annotation: Annotation, chunk: Chunk, names: tuple[str, ...], after: str, *, starts: bool) -> str:
        """Evidence from the words behind ("shares", "CEO", ", a maker of")."""
        if after in _OFFICES and annotation.words[chunk.end].is_capitalized and not starts_title(annotation, chunk):
            return "firm_behind"
        if (after in _FIRM_NOUNS or after in _POSSESSIVES) and FIRM_BEHIND.match(_text_behind(annotation, chunk)):
            return "firm_behind"
        if after == "," and not (starts and len(names) == 1 and names[0].endswith("ly")):
            behind = _text_behind(annotation, chunk)
            if APPOSITION.match(behind) or WHICH.match(behind):
                return "apposition"
        return ""

    def _kind_word(self, names: tuple[str, ...], previous: str, *, acts: bool) -> str:
        """Evidence from the last word ("Airlines", "Pharma")."""
        if len(names) < 2 or len(names) > LONGEST_KIND or names[0] in FUNCTION_WORDS:
            return ""
        kind = self.words.get(names[-1])
        if kind is None or names[0] in COMMON_FIRST or names[0] in self.demonyms or names[0] in self.words or any(name in DEED for name in names[1:-1]):
            return ""
        if (kind == "soft" or names[-1].endswith("s")) and all(is_common(name) for name in names):
            return ""  # "Electronic Systems"
        if kind == "hard":
            return "kind_word"
        return "kind_word" if kind == "soft" and (acts or previous in _BEFORE_FIRMS or len(names) > 2) else ""


def _is_share_button(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the line asks to share or follow ("Click to share on Facebook", "Join our WhatsApp channel")."""
    first, last = lines_of(annotation).span(chunk.first)
    if last - first > LONGEST_BUTTON:
        return False
    return not _SHARE_WORDS.isdisjoint(word.lower for word in annotation.words[first:last])


@lru_cache(maxsize=20_000)
def _is_firm_noun(word: str) -> bool:
    return FIRM_NOUN.search(word) is not None


def _text_before(annotation: Annotation, chunk: Chunk) -> str:
    start = annotation.starts[chunk.start]
    return annotation.text[max(0, start - REACH) : start]


def _clause_before(annotation: Annotation, chunk: Chunk) -> str:
    """The end of the clause before the name: no cue there is longer, and none goes across a mark."""
    start = annotation.starts[chunk.start]
    before = annotation.text[max(0, start - LONGEST_CUE) : start]
    return before[max(before.rfind(mark) for mark in ".,;:") + 1 :]


def _text_behind(annotation: Annotation, chunk: Chunk) -> str:
    end = annotation.end(chunk.end - 1)
    return annotation.text[end : end + REACH]


def _is_publisher(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether a name like a research firm's stands where the text says whose report it is."""
    return PUBLISHER_BEFORE.search(_text_before(annotation, chunk)) is not None or PUBLISHER_BEHIND.match(_text_behind(annotation, chunk)) is not None


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
    """Whether what follows a doubtful form lets the name end there: a mark, a line's end, a word in small letters."""
    form = chunk.form
    assert form is not None
    words = annotation.words
    if form.last >= len(words):
        return True
    after = words[form.last]
    return after.is_punct or after.is_space or after.text.islower()
