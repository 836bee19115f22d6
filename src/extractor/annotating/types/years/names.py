"""Four digits that are part of a name: a model ("a Peugeot 2008"), a code ("the postcode is 2010"), a bill or an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import ARTICLES, MONTHS, SHORT_MONTHS
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

# What a number is said to be: "the postcode is 2010", "PIN: 1984".
_CODES = frozenset(
    "postcode pin code extension zip password passcode combination id sku isbn port number room flight gate locker "
    "frequency serial ticket docket kickoff".split()
)
# Of these the ones that may stand further off, and what is done to send a word to a number.
_SECRETS = frozenset({"code", "pin", "passcode", "password", "combination", "postcode"})
_SENDING = frozenset({"text", "texting", "sms", "dial"})
_LONGEST_SUBJECT = 8  # tokens
_STATING = frozenset({"is", "was", ":", "=", "are", "to"})
# Bills and resolutions of parliaments, which are numbered.
_BILLS = frozenset("h.r. s.b. h.b. a.b. h.res. s.res. sb ab hb hr".split())
_BILL_OF_SENATE = 2  # tokens of "S." at the start of a text, where no first name can stand before it
_BILLS_IN_WORDS = frozenset({"Resolution", "Proposition", "Ordinance"})
# Acts that are named by a number and a year, in either order: "Regulation (EU) 2019/2088", "Regulation 1907/2006".
_ACTS = frozenset({"regulation", "regulations", "directive", "decision", "decree", "recommendation", "resolution"})
_BETWEEN_ACT = frozenset("( ) eu ec eec euratom no no. number cfsp delegated implementing council commission .".split())
_LONGEST_ACT = 8  # tokens between the word and the number
# Lines and flights: "bus line 2030", "flight UA 1999".
_LINES = frozenset({"bus", "tram", "metro", "rail", "train", "subway", "tube"})
# States whose postal codes begin as years do, in addresses: "Sydney NSW 2000".
_STATES = frozenset({"NSW", "ACT"})
# What says that a number behind a name is no model: a month, a season, a plan or an event that is named for its year.
_TIMED = (
    MONTHS
    | SHORT_MONTHS
    | frozenset(
        "spring summer autumn fall winter easter christmas ramadan vision agenda horizon expo plan strategy roadmap "
        "target targets goals zero cop edition games olympics cup season series class report survey index budget act".split()
    )
)
# What a year behind a name with an article before it leads to: "the Sydney 2000 games".
_EVENTS = frozenset("games olympics paralympics event festival summit bid championship tournament edition".split())
_DETERMINERS = ARTICLES | frozenset("the this that my your his her our their its".split())
# No article, noun phrase or number goes on with these: "a Peugeot 2008 is", where "a Gartner 2023 survey" goes on.
_ENDS_PHRASE = frozenset(
    ". , ; : ! ? ) and or but with for in on at to of from by was is has had that which who when while as into than "
    "will would can could".split()
)
_LAST_LIKELY = 2060  # a later year is seldom spoken of
_CENTURY = 100  # models are rounder than years
_LONGEST_MARK = 4  # letters of a model's mark: "RTX", "GT"


def is_of_name(words: list[Word], at: int) -> bool:
    """Whether the word before token `at` makes its number a part of a name."""
    before = words[at - 1]
    lower, lead = before.lower, words[at - 2].lower if at > 1 else ""
    if lower in _STATING:
        return lead in _CODES or _is_said_of_code(words, at)
    if lower == "line":
        return lead in _LINES
    if lead == "flight" and before.is_upper:
        return True
    if before.text == "." and at > 1 and words[at - 2].text == "S":
        return at == _BILL_OF_SENATE or not words[at - 3].is_capitalized
    if not before.is_capitalized:
        return False
    after = word_at(words, at + 1)
    if (lower in _BILLS and before.is_upper) or before.text in _BILLS_IN_WORDS:
        return True
    if before.text in _STATES:
        return after.is_space or after.text in ".,;)"
    if not before.is_alpha or lower in _TIMED:
        return False
    return _is_model(words, at, before, lead, after)


def _is_said_of_code(words: list[Word], at: int) -> bool:
    """Whether the number is what a code is, or what a message is sent to: "the code for the door is 1987", "text YES to 2025"."""
    before = {word.lower for word in words[max(0, at - _LONGEST_SUBJECT) : at - 1]}
    if not (at + 1 == len(words) or words[at + 1].is_punct):
        return False
    if words[at - 1].lower == "to":
        return not before.isdisjoint(_SENDING) and not words[at - 2].has_digit
    return not before.isdisjoint(_SECRETS)


def _is_model(words: list[Word], at: int, before: Word, lead: str, after: Word) -> bool:
    """Whether a capitalised word and the number are a make and its model."""
    year = int(words[at].text)
    if lead not in _DETERMINERS:
        return year > _LAST_LIKELY and before.is_upper and len(before.text) <= _LONGEST_MARK
    if year > _LAST_LIKELY:
        return True
    ends = after.is_space or after.lower in _ENDS_PHRASE or (after.is_alpha and after.lower.endswith("ed"))
    if lead in ARTICLES and ends:
        return True
    return year % _CENTURY == 0 and not (after.lower in _EVENTS or after.is_capitalized)


def is_of_act(words: list[Word], at: int) -> bool:
    """Whether the number at token `at`, or the one it is joined to by "/", numbers an act: "Regulation (EU) 2019/2088"."""
    place = at - 1
    if place > 0 and words[place].text == "/" and words[place - 1].is_digit:
        place -= 2
    elif at + 1 == len(words) or words[at + 1].text != "/":
        return False
    for step in range(place, max(-1, place - _LONGEST_ACT), -1):
        lower = words[step].lower
        if lower in _ACTS:
            return True
        if lower not in _BETWEEN_ACT:
            return False
    return False
