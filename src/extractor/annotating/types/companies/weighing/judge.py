"""Judges each chunk by itself: its evidence, or the reason why it is no company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER_NORMS
from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import RegionName
from extractor.annotating.spelling import small_words
from extractor.annotating.types.companies.forms.form_table import ends_item, starts_item
from extractor.annotating.types.companies.letters.facts import STARTING_NOUN, name_table
from extractor.annotating.types.companies.letters.name_refusals import BANKS
from extractor.annotating.types.companies.names.shapes import POSSESSIVES
from extractor.annotating.types.companies.weighing.anchors import (
    find_anchor,
    is_aside,
    is_told,
    tells,
    text_before,
    text_behind,
)
from extractor.annotating.types.companies.words.role_cues import PUBLISHER_BEFORE, PUBLISHER_BEHIND
from extractor.annotating.types.companies.words.vocabulary import (
    COMMON_FIRST,
    EXCHANGES,
    FUNCTION_WORDS,
    HONORIFICS,
    OFFICES,
    ORGANISATION_HEADS,
    THING_HEADS,
    known_companies,
)
from extractor.annotating.types.regions.places import load_demonyms
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.companies.letters.facts import NameFacts
    from extractor.annotating.types.companies.names.chunk import Chunk

_OFFICERS = frozenset(
    "executive financial operating technology commercial marketing medical scientific officer product strategy "
    "information people data analyst economist engineer of".split()
)
_WORD_FORMS = frozenset(["company", "companies", "group", "corporation", "limited"])
_SHARE_WORDS = frozenset("share follow join channel subscribe tweet click connect".split())
# Tokens of a line that asks to share the page.
LONGEST_BUTTON = 16
# Directly before a name these may say that it is a part of a word or a ticker.
_PARTING = HYPHENS | {":"}
_ONE = frozenset(["a", "an"])
# Societies of these trade ("Orvane Building Society").
_MUTUAL = frozenset(
    "building cooperative co-operative housing friendly benefit credit marketing dairy producers".split()
)
# A name that ends on one of these has no form behind it.
_NOT_BEFORE_FORMS = frozenset(["of", "for", "the"])


def judge(annotation: Annotation, chunks: list[Chunk], places: dict[int, int]) -> None:
    """Sets `facts`, and `evidence` or `refusal`, of each chunk; `places` has the last token of each place by its first."""
    place_ends = set(places.values())
    lowers, facts_of = annotation.lowers, name_table().facts
    count = len(lowers)
    for chunk in chunks:
        facts = chunk.facts = facts_of(annotation, chunk.first, chunk.last)
        if chunk.form is not None or chunk.prefix is not None:
            _judge(annotation, chunk, facts, places, place_ends)
            continue
        before = lowers[chunk.first - 1] if chunk.first else ""
        if chunk.last in place_ends:
            if facts.may_be_place and places.get(chunk.first) == chunk.last:
                chunk.refusal = "place"
                continue
        elif facts.is_refused:
            if before not in _PARTING:
                chunk.refusal = facts.refusal
                continue
        elif (
            facts.is_quiet
            and not chunk.brackets
            and not tells(before)
            and not is_aside(lowers, chunk.start)
            and not is_told(annotation, chunk.end, lowers[chunk.end] if chunk.end < count else "")
        ):
            continue  # most names: nothing in or around them says what they are
        _judge(annotation, chunk, facts, places, place_ends)


def _judge(
    annotation: Annotation, chunk: Chunk, facts: NameFacts, places: dict[int, int], place_ends: set[int]
) -> None:
    if chunk.form is None and _reshape(annotation, chunk, facts):
        facts = chunk.facts = name_table().facts(annotation, chunk.first, chunk.last)
    if _is_agency(annotation, chunk, facts):
        chunk.refusal = "organisation"
        return
    chunk.evidence = _form_evidence(annotation, chunk, facts)
    if chunk.evidence:
        return
    if (
        facts.is_research
        and facts.refusal != "organisation"
        and _may_publish(chunk, facts, place_ends)
        and _is_publisher(annotation, chunk)
    ):
        chunk.evidence = "publisher"
        return
    if chunk.last in place_ends and _is_national(annotation, chunk, places):
        chunk.evidence = "known"
        return
    lowers = annotation.lowers
    before = lowers[chunk.first - 1] if chunk.first else ""
    chunk.refusal = _refusal(annotation, chunk, facts, places, before)
    if not chunk.refusal:
        chunk.evidence = find_anchor(
            annotation, chunk, facts, before, lowers[chunk.end] if chunk.end < len(lowers) else ""
        )


def _reshape(annotation: Annotation, chunk: Chunk, facts: NameFacts) -> bool:
    """Adds the "'s" of a known firm's name, and cuts off the title and person behind a firm ("Orvane CEO Mark Webb"); whether it did."""
    words = annotation.words
    first, last = chunk.first, chunk.last
    if (
        facts.has_title
        and not facts.known
        and words[first + 1].is_capitalized
        and known_companies().get(words[first].text) is None  # "Carrier Transicold"
        and STARTING_NOUN.fullmatch(facts.names[0])
    ):
        chunk.start_at(first + 1)  # "Biotech Verona Pharma", "Partner Kyowa Kirin"
    if (
        chunk.end < len(words)
        and words[chunk.end].text in POSSESSIVES
        and known_companies().get(annotation.span_text(chunk.first, chunk.end + 1)) == "name"
    ):
        chunk.last = chunk.end = chunk.end + 1
        chunk.tail = max(chunk.tail, chunk.end)
    if facts.has_title:
        for token in range(chunk.first + 1, chunk.last):
            if words[token].lower in OFFICES and not _is_name_of_chief(words[token : token + 2]):
                chunk.last = chunk.end = chunk.tail = token
                chunk.brackets = ()
                break
    return chunk.first != first or chunk.last != last


def _is_name_of_chief(words: list[Word]) -> bool:
    """Whether "Chief" is a word of a name and opens no office ("Sioux Chief Tarps")."""
    return len(words) > 1 and words[0].lower == "chief" and words[1].is_capitalized and words[1].lower not in _OFFICERS


def _form_evidence(annotation: Annotation, chunk: Chunk, facts: NameFacts) -> str:
    """Evidence from the legal form."""
    form = chunk.form
    if form is None:
        return "legal_form" if chunk.prefix is not None and _is_prefixed(annotation, chunk, facts) else ""
    head = annotation.words[form.first]
    if facts.is_place and head.text.islower() and is_common(head.text):
        return ""  # "a Texas limited liability company"
    if head.lower in _WORD_FORMS and form.last - form.first == 1:
        return "legal_form" if _fits_word(annotation, chunk, facts, head.lower) else ""
    if chunk.last > chunk.first and annotation.words[chunk.last - 1].lower in _NOT_BEFORE_FORMS:
        return ""  # "STATE OF INCORPORATION"
    if head.lower in ORGANISATION_HEADS and form.last - form.first == 1 and not _is_mutual(annotation, chunk, facts):
        return ""  # "Lawn Tennis Association"
    if form.strong or form.edge:
        return "legal_form"
    if facts.is_place and head.is_upper:
        return ""  # "Vancouver BC"
    if lines_of(annotation).is_shouted(chunk.first) and not ends_item(annotation.words, form.last):
        return ""
    return "legal_form" if _weak_form_fits(annotation, form.last) else ""


def _is_mutual(annotation: Annotation, chunk: Chunk, facts: NameFacts) -> bool:
    """Whether a name on "Society" or "Association" is a firm's: by its trade, or as all that an item of a list holds."""
    words = annotation.words
    return facts.names[-1] in _MUTUAL or (starts_item(words, chunk.start) and ends_item(words, chunk.end))


def _is_prefixed(annotation: Annotation, chunk: Chunk, facts: NameFacts) -> bool:
    """Whether the form before the name is one.

    Initials of doubt need quotation marks, a known firm or two odd words behind them ("PT Surya Kelapa"); at the head of
    an item one will do ("SCI Les Tilleuls").
    """
    assert chunk.prefix is not None
    if chunk.prefix.strong or facts.known == "name" or chunk.first > chunk.prefix.last:
        return True
    if chunk.last - chunk.first < 2 or facts.is_personal or lines_of(annotation).is_shouted(chunk.first):
        return False
    return len(facts.odd_words) > (not starts_item(annotation.words, chunk.prefix.first))


def _is_agency(annotation: Annotation, chunk: Chunk, facts: NameFacts) -> bool:
    """Whether the name with its "Corporation" or "Society" is an agency's."""
    if chunk.form is None:
        return False
    head = annotation.words[chunk.form.first].lower
    if head == "society" and facts.names[0] in load_demonyms():
        return True  # "European Atherosclerosis Society"
    return f"{' '.join(facts.names)} {head}" in BANKS


def _fits_word(annotation: Annotation, chunk: Chunk, facts: NameFacts, kind: str) -> bool:
    """Whether "Company" or "Group" ends a name here and not a description ("Moving Company", "Insurance Companies")."""
    assert chunk.form is not None
    demonyms = load_demonyms()
    if all(name in FUNCTION_WORDS or name in demonyms or name in COMMON_FIRST for name in facts.names):
        return False
    if chunk.form.strong:
        return True
    # what the text writes in small letters too
    return kind != "companies" and not small_words(annotation).issuperset(
        name for name in facts.names if name.isalpha()
    )


def _weak_form_fits(annotation: Annotation, behind: int) -> bool:
    """Whether what follows a doubtful form lets the name end there: a mark, a line's end, a word in small letters."""
    words = annotation.words
    if behind >= len(words):
        return True
    after = words[behind]
    return after.is_punct or after.is_space or after.text.islower()


def _is_national(annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> bool:
    """Whether a known firm's name stands before the place that ends the chunk ("MTN Nigeria")."""
    first = next((token for token in range(chunk.first + 1, chunk.last) if places.get(token) == chunk.last), None)
    return first is not None and known_companies().get(annotation.span_text(chunk.first, first)) in ("name", "word")


def _may_publish(chunk: Chunk, facts: NameFacts, place_ends: set[int]) -> bool:
    """Whether the name could be a research firm's that no table has."""
    if len(facts.names) < 2 or facts.known is not None or chunk.last in place_ends:
        return False
    return not all(name in THING_HEADS or name in FUNCTION_WORDS for name in facts.names)


def _is_publisher(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether a name like a research firm's stands where the text says whose report it is."""
    return (
        PUBLISHER_BEFORE.search(text_before(annotation, chunk).lower()) is not None
        or PUBLISHER_BEHIND.match(text_behind(annotation, chunk).lower()) is not None
    )


def _refusal(annotation: Annotation, chunk: Chunk, facts: NameFacts, places: dict[int, int], before: str) -> str:
    """Why the name is no company here, or ""."""
    first = chunk.first
    if places.get(first) == chunk.last and not (facts.known == "name" and _is_minor_place(annotation, chunk, before)):
        return "place"
    if before in HYPHENS and not annotation.has_space_before(first):
        return "part of a word"
    if before == ":" and first > 1 and annotation.words[first - 2].lower in EXCHANGES:
        return "ticker"
    if facts.is_unit and first and annotation.words[first - 1].norm in NUMBER_NORMS:
        return "unit"
    if before in _ONE and chunk.end < len(annotation.words) and annotation.words[chunk.end].has_digit:
        return "product"  # "a Boeing 737"
    if facts.is_platform and _is_share_button(annotation, chunk):
        return "share button"
    if facts.refusal or facts.known in ("name", "research"):
        return facts.refusal
    return "person" if facts.is_personal or before in HONORIFICS else ""


def _is_minor_place(annotation: Annotation, chunk: Chunk, before: str) -> bool:
    """Whether the place of the firm's name is a city that nothing beside it speaks for ("Toyota", "Honda")."""
    return before not in ("in", "near", "at") and chunk.first in _city_starts(annotation)


def _city_starts(annotation: Annotation) -> set[int]:
    """First tokens of the cities of the text, gathered once."""
    kept = annotation.kept
    if "city_starts" not in kept:
        cities = (mention for mention in annotation.mentions if isinstance(mention, RegionName))
        kept["city_starts"] = {mention.first for mention in cities if mention.kind == "city"}
    starts: set[int] = kept["city_starts"]
    return starts


def _is_share_button(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the line asks to share or follow ("Click to share on Facebook", "Join our WhatsApp channel")."""
    first, last = lines_of(annotation).span(chunk.first)
    if last - first > LONGEST_BUTTON:
        return False
    return not _SHARE_WORDS.isdisjoint(word.lower for word in annotation.words[first:last])
