"""Names of places that are mostly something else, or that few know: what must stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.types.companies.words.acts import AUXILIARIES, FIRM_VERBS
from extractor.annotating.types.companies.words.vocabulary import known_companies
from extractor.annotating.types.regions.context import DIRECTIONS, PERSONAL_BEHIND, PREPOSITIONS
from extractor.data.common_words import is_common
from extractor.data.given_names import given_names

if TYPE_CHECKING:
    from extractor.annotating.types.regions.spot import Spot

# Where a name that is a word elsewhere is the place all the same: mid-sentence, behind these.
SURE_PREPOSITIONS = frozenset(["in", "near", "from", "to", "around", "outside"])
# ... and where a place that few know may be meant.
_LITTLE_KNOWN_BEHIND = frozenset(["in", "at", "near", "from"])
# ... or, where its name is no other's, behind these: surnames are mostly those of towns where English is spoken.
_OF_WAYS = frozenset(
    "to towards toward of outside around through between via into across above below beyond off".split()
)
_OF_PEOPLE, _TO = frozenset(["to", "of", "between", "off", "beyond", "around", "via"]), frozenset(["to"])
ENGLISH_SPEAKING = frozenset("US GB CA AU IE NZ ZA".split())
_DATELINE_BEHIND, _DATELINE_BEFORE = frozenset("(,-–—/:."), frozenset("(—–/")


# What may follow the name of a river, a mountain or a sea.
_BEHIND_RIVERS = (
    PREPOSITIONS
    | AUXILIARIES
    | FIRM_VERBS
    | frozenset(
        "links flows floods bursts burst and or but as with by on under along after before when where which that near basin rainforest forest river "
        "delta jungle valley estuary coast region states countries sea".split()
    )
)


def is_prepared(spot: Spot) -> bool:
    """Whether the name is a dateline, or stands behind a preposition and an article."""
    before, after = spot.before, spot.after
    if before is not None and before.lower == "the" and spot.first > 1:
        return spot.words[spot.first - 2].lower in PREPOSITIONS
    if spot.is_led(PREPOSITIONS):
        return True
    if (
        after is None
        or after.text not in _DATELINE_BEHIND
        or (before is not None and before.text not in _DATELINE_BEFORE)
    ):
        return False
    if spot.head.is_upper and len(spot.head.text) > 3:
        return True
    following = spot.words[spot.last + 1 : spot.last + 2]
    return after.text == "," and bool(following) and following[0].lower in CALENDAR_WORDS  # "Austin, June 24"


def is_sure(spot: Spot) -> bool:
    """Whether a known place that is a word as well stands behind a preposition of places."""
    before = spot.before
    return (
        spot.doubt == "word"
        and spot.best.is_known
        and before is not None
        and (before.text in SURE_PREPOSITIONS or before.text in DIRECTIONS)
        and not spot.is_title
    )


def is_doubtful(spot: Spot) -> bool:
    """Whether the name is mostly a word or a person's, and nothing here says that it is a place."""
    if spot.doubt in (None, "river") or spot.best.kind == "country" or spot.is_listed or spot.is_paired:
        return False
    return not ((spot.doubt == "person" and is_prepared(spot)) or is_sure(spot))


def is_bare_river(spot: Spot) -> bool:
    """Whether a river or the like, whose name is another's as well, stands without its "the", or before a thing ("the Amazon van")."""
    if spot.doubt != "river" or spot.best.kind != "other":
        return False
    before, after = spot.before, spot.after
    if before is None or before.lower != "the":
        return True
    return after is not None and after.is_alpha and after.lower not in _BEHIND_RIVERS


def is_doubtful_word(spot: Spot) -> bool:
    """Whether the name is mostly a word, and nothing here says that it is a place."""
    return spot.doubt == "word" and is_doubtful(spot)


def is_little_known_word(spot: Spot) -> bool:
    """Whether the name is a word as well, and the place one that few know."""
    return spot.doubt == "word" and spot.best.kind != "country" and not spot.best.is_known and not spot.is_paired


def is_little_known(spot: Spot) -> bool:
    """Whether few know the place, and nothing here says that it is one."""
    if spot.best.is_known or spot.is_paired or (spot.is_listed and not spot.doubt):
        return False
    if spot.is_led(_OF_WAYS) and spot.doubt is None and not _may_be_name(spot):
        return False
    if spot.is_led(_TO) and spot.doubt is None and spot.first - 1 in spot.borders.ends:
        return False  # "the road from Perth to Crieff"
    return not (spot.is_led(_LITTLE_KNOWN_BEHIND) and is_prepared(spot))


def _may_be_name(spot: Spot) -> bool:
    """Whether the name may be a person's, a firm's or a word, or a verb that only people have follows."""
    lowers = [word.lower for word in spot.words[spot.first : spot.last]]
    if lowers[0] in given_names() or all(is_common(lower) for lower in lowers):
        return True
    is_surname = spot.best.country in ENGLISH_SPEAKING and spot.is_sole and spot.is_led(_OF_PEOPLE)
    if known_companies().get(spot.text) is not None or is_surname:
        return True
    return spot.has_name_behind or (spot.after is not None and spot.after.lower in PERSONAL_BEHIND)
