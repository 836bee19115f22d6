"""Names of places that are parts of the names of people: "Michael Jordan", "Paris Webb", "the Duke of Wellington"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.words.acts import AUXILIARIES
from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS
from extractor.annotating.types.regions.context import DIRECTIONS, JOINTS, PREPOSITIONS, SENTENCE_WORDS, TITLES
from extractor.annotating.types.regions.places import load_demonyms
from extractor.annotating.types.regions.senses import contains
from extractor.data.common_words import is_common
from extractor.data.given_names import given_names

if TYPE_CHECKING:
    from extractor.annotating.types.regions.spot import Spot

_NOBLES = frozenset(
    "duke duchess earl marquess marquis viscount viscountess count countess baron baroness prince princess".split()
)
# What people do and neither places nor their governments.
HUMAN_ACTS = frozenset(
    "forgot forgets smiled smiles laughed laughs nodded whispered wept cried slept shrugged grinned yawned kissed hugged "
    "woke sailed married ate drank sang danced sighed blushed winked swam dreamt dreamed".split()
)
# Behind these words the name before is what the market's name starts with.
AFTER_MARKETS = frozenset("market markets industry industries sector exports imports production sales demand".split())
# A sentence that starts on one of these asks for something ("Skip Prague").
_REQUESTS = frozenset("skip visit leave avoid forget try see meet love explore discover consider ask tell call".split())


def is_part_of_person(spot: Spot) -> bool:
    """Whether two names of places in a row are a person's ("George Orkney", "Victoria Paris")."""
    if not spot.is_sole:
        return False
    if spot.last in spot.borders.starts and spot.after is not None and spot.after.lower not in DIRECTIONS:
        return spot.doubt == "person" or spot.head.lower in given_names()
    if spot.first not in spot.borders.ends or spot.before is None:
        return False
    return spot.doubt == "person" or (spot.before.lower in given_names() and not spot.has_strong_name)


def is_full_name(spot: Spot) -> bool:
    """Whether two places of which none lies in the other stand side by side: a person's name ("Kobe Bryant rose")."""
    left, right = spot.borders.ends.get(spot.first), spot.borders.starts.get(spot.last)
    if not spot.is_sole or (left is None) == (right is None) or spot.head.is_upper:
        return False
    other = left or right
    assert other is not None
    if spot.words[other.first].lower in DIRECTIONS:
        return False
    first, last = min(spot.first, other.first), max(spot.last, other.last)
    if last - first > 2 or not _goes_on(spot, last):
        return False
    if spot.before is not None and first == spot.first and spot.before.lower in PREPOSITIONS:
        return False
    pairs = [(one, two) for one in spot.senses.places for two in other.senses.places]
    return not any(
        contains(one, two) or contains(two, one) or (one.kind == two.kind == "country") for one, two in pairs
    )


def _goes_on(spot: Spot, at: int) -> bool:
    """Whether the sentence goes on in small letters at a token, or tells there who it is: "Israel Torres, who heads Orvane"."""
    words = spot.words[at : at + 2]
    return bool(words) and (words[0].text.islower() or (words[0].text == "," and words[-1].lower == "who"))


def is_introduced(spot: Spot) -> bool:
    """Whether "who" follows behind a comma: "Jordan, who is four", not "consultants from India, who bring it"."""
    if not spot.is_sole or spot.after is None or spot.after.text != "," or spot.is_led(PREPOSITIONS):
        return False
    return [word.lower for word in spot.words[spot.last + 1 : spot.last + 2]] == ["who"]


def acts_human(spot: Spot) -> bool:
    """Whether the name does what only people do ("Chad forgot the passports")."""
    return (
        spot.is_sole
        and spot.after is not None
        and spot.after.lower in HUMAN_ACTS
        and not spot.is_led(PREPOSITIONS)
        and (spot.before is None or spot.before.is_punct or spot.before.lower in ("and", "but", "then", "when"))
    )


def is_namesake(spot: Spot) -> bool:
    """Whether a country's name and a word of no language behind it are a person's or a firm's ("Israel Adesanya lost")."""
    if not (spot.is_sole and spot.best.kind in ("country", "macro_region") and spot.has_name_behind):
        return False
    after, at = spot.after, spot.last + 1
    if after is None or after.is_upper or not after.is_alpha or is_common(after.lower) or at >= len(spot.words):
        return False
    if after.lower in load_demonyms() or spot.head.is_upper:
        return False
    return _goes_on(spot, at) and spot.words[at].lower not in AFTER_MARKETS


def is_noble(spot: Spot) -> bool:
    """Whether the place is a part of a person's title ("the Duke of Wellington")."""
    if spot.best.kind == "country":
        return False  # "the prince of Liechtenstein"
    return spot.is_led(frozenset(["of"])) and spot.first > 1 and spot.words[spot.first - 2].lower in _NOBLES


def is_given_name(spot: Spot) -> bool:
    if spot.doubt != "person" or not spot.is_sole or not spot.has_name_behind:
        return False
    return spot.after is not None and not spot.after.is_upper


def has_title_before(spot: Spot) -> bool:
    return spot.has_capital_before and spot.before is not None and spot.before.lower in TITLES


def has_name_before(spot: Spot) -> bool:
    before = spot.before
    if not spot.has_capital_before or before is None or spot.is_title:
        return False
    if spot.first > 1 and spot.words[spot.first - 2].text in JOINTS:
        return False  # "Post-Brexit Britain"
    lower = before.lower
    if lower in given_names() and lower not in FUNCTION_WORDS and lower not in AUXILIARIES:
        return True  # "Michael Jordan"
    # "Is London, Ontario, on a river?"
    may_open = spot.has_strong_name or lower in FUNCTION_WORDS or lower in AUXILIARIES or lower in _REQUESTS
    if may_open and spot.annotation.sentence_of(spot.first)[0] == spot.first - 1:
        return False
    return not (lower in SENTENCE_WORDS or lower in DIRECTIONS or before.is_upper)
