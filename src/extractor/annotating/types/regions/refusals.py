"""Why a name that a table has is no place where it stands: small rules, each with sentences it refuses and keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.types.companies.words.acts import AUXILIARIES, FIRM_VERBS
from extractor.annotating.types.companies.words.vocabulary import ORGANISATION_HEADS, company_words, known_companies
from extractor.annotating.types.regions.context import (
    JOINTS,
    METROPOLIS,
    PRODUCTS,
    TAILS,
)
from extractor.annotating.types.regions.doubts import (
    SURE_PREPOSITIONS,
    is_bare_river,
    is_doubtful,
    is_doubtful_word,
    is_little_known,
    is_little_known_word,
)
from extractor.annotating.types.regions.persons import (
    HUMAN_ACTS,
    acts_human,
    has_name_before,
    has_title_before,
    is_full_name,
    is_given_name,
    is_introduced,
    is_namesake,
    is_noble,
    is_part_of_person,
)
from extractor.annotating.types.regions.sides import BEATS, is_aside_of_firm, is_scorer

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.annotating.types.regions.spot import Spot

# The two that other places of the text may overrule.
LITTLE_KNOWN = "little known"
DOUBTFUL_WORD = "doubtful: word"
# Acronyms that are words, units or technologies in a line of capitals.
_SHOUTED_WORDS = frozenset(["US", "CAR", "ROW", "LA", "GTA"])
LONGEST_CODE = 3
_SIGNS = frozenset("$#@")
_ARTICLES = frozenset(["a", "an"])
# "Treaty of Versailles": the paper is meant, not the place.
_TREATIES = frozenset("treaty peace convention declaration protocol statute edict congress education community".split())
_OF_PLACES = frozenset(["in", "near", "of"])
# Behind a thing that has the name of a place ("a Labrador was lost").
_BEHIND_THINGS = AUXILIARIES | frozenset("and or in on at from who which that with for".split())
# Directly before a name these make a closer look necessary; so do things named after places, and "$", behind it.
_ODD_BEFORE = frozenset([*_SIGNS, *_ARTICLES, "of", "the", "at"])
_ODD_BEHIND = PRODUCTS | HUMAN_ACTS | {"$"}
_ASIDES = frozenset(["who", "a", "an", "the"])
# Passive forms that are said of places and not of things of their names.
_OF_GOODS = frozenset("based listed owned registered headquartered born".split())
# "Club of" a place is a name.
_OF_INSTITUTIONS = (ORGANISATION_HEADS - {"government", "republic", "administration", "centre", "center"}) | frozenset(
    "voice club times bank service services press fund alliance network front movement force forces command patrol herald "
    "gazette conference diocese archdiocese synod orchestra symphony opera theatre theater ballet zoo gallery "
    "championship championships cup marathon festival battle siege chronicle company system prize".split()
)
_AT = frozenset(["at"])
# Tokens back from "at" in which the university is looked for.
LONGEST_UNIVERSITY = 5


class Refusal(NamedTuple):
    """One reason why a name is no place where it stands.

    `refused` are sentences in which it refuses all places; of those in `kept` the bracketed ones stay.
    """

    name: str
    applies: Callable[[Spot], bool]
    refused: tuple[str, ...]
    kept: tuple[str, ...]


def refusal_of(spot: Spot) -> str | None:
    """Name of the first refusal that holds for the candidate, or None when it is a place."""
    if _is_plain(spot):
        return None
    for refusal in REFUSALS:
        if refusal.applies(spot):
            return refusal.name
    return None


def _is_plain(spot: Spot) -> bool:
    """Whether nothing around the name can say that it is none: true for most, and the rules need not be asked."""
    before, after, head = spot.before, spot.after, spot.head
    return (
        spot.doubt is None
        and spot.best.is_known
        and not head.is_upper
        and head.lower != "emirates"
        and (before is None or not (before.is_capitalized or before.lower in _ODD_BEFORE))
        and (after is None or not (after.is_capitalized or after.lower in _ODD_BEHIND or after.lower in BEATS))
        and not (after is not None and after.text == "," and _follows(spot) in _ASIDES)
    )


def _follows(spot: Spot) -> str:
    """The second word behind the name, in small letters."""
    at = spot.last + 1
    return spot.words[at].lower if at < len(spot.words) else ""


def _is_team(spot: Spot) -> bool:
    """Whether a plural behind a city of several words names its team ("the Los Angeles Lakers")."""
    after = spot.after
    if spot.is_sole or spot.best.kind != "city" or after is None or not spot.has_name_behind:
        return False
    follows = spot.words[spot.last + 1 : spot.last + 2]
    return after.lower.endswith("s") and bool(follows) and not follows[0].is_capitalized


def _is_shouted(spot: Spot) -> bool:
    if spot.senses.acronym and spot.head.text in _SHOUTED_WORDS:
        return spot.is_shouted
    # capitals of so few letters are a code, whatever village or state is called so
    if len(spot.head.text) <= LONGEST_CODE and not spot.senses.acronym and spot.best.weight < METROPOLIS:
        return spot.is_sole and spot.head.is_upper
    if spot.best.kind != "city" or spot.best.weight >= METROPOLIS or spot.is_led(SURE_PREPOSITIONS):
        return False
    return spot.is_shouted


def _is_date(spot: Spot) -> bool:
    return spot.head.lower in CALENDAR_WORDS and spot.is_sole and not (spot.is_led(_OF_PLACES) and spot.is_paired)


def _is_technology(spot: Spot) -> bool:
    return spot.head.text == "CAR" and spot.after is not None and spot.after.text in "-–"


def _is_sign(spot: Spot) -> bool:
    return (spot.before is not None and spot.before.text in _SIGNS) or (
        spot.after is not None and spot.after.text == "$"
    )


def _is_saint(spot: Spot) -> bool:
    """Whether a saint owns what is named behind: "St John's Church"."""
    if spot.head.lower not in ("st", "st.", "saint") or spot.after is None:
        return False
    owned = spot.after
    if owned.text in ("'s", "’s"):
        owned = next(iter(spot.words[spot.last + 1 : spot.last + 2]), owned)
    elif not spot.text.endswith(("'s", "’s")):
        return False
    return owned.is_capitalized and owned.is_alpha


def _is_treaty(spot: Spot) -> bool:
    return spot.is_led(frozenset(["of"])) and spot.first > 1 and spot.words[spot.first - 2].lower in _TREATIES


def _is_inside_institution(spot: Spot) -> bool:
    """Whether a capitalised noun and "of" make the place a part of a name ("the Police Service of Kenya")."""
    of = spot.first - 1
    if spot.before is not None and spot.before.lower == "the":
        of -= 1
    if of < 1 or spot.words[of].text != "of" or not spot.words[of - 1].is_capitalized or spot.is_title:
        return False
    head = spot.words[of - 1].lower
    return head in _OF_INSTITUTIONS


def _is_campus(spot: Spot) -> bool:
    return spot.is_led(_AT) and any(
        word.lower == "university" for word in spot.words[max(0, spot.first - LONGEST_UNIVERSITY) : spot.first]
    )


def _is_product(spot: Spot) -> bool:
    return spot.after is not None and spot.after.lower in PRODUCTS


def _is_thing(spot: Spot) -> bool:
    after = spot.after
    return (
        spot.is_led(_ARTICLES)
        and spot.best.kind in ("city", "other")
        and (
            after is None
            or (after.is_punct and after.text not in JOINTS)
            or after.lower in _BEHIND_THINGS
            or (after.lower in FIRM_VERBS and after.lower.endswith("ed") and after.lower not in _OF_GOODS)
        )
    )


def _ends_as_institution(spot: Spot) -> bool:
    after = spot.after
    if after is None or not after.is_capitalized:
        return False
    if after.lower in TAILS:
        return True
    return spot.best.kind == "city" and (after.lower == "city" or after.lower in company_words())


def _is_airline(spot: Spot) -> bool:
    return spot.head.lower == "emirates" and spot.is_sole and not spot.is_led(frozenset(["the", "arab"]))


def _is_firm(spot: Spot) -> bool:
    return (
        spot.best.kind == "city"
        and not spot.best.is_known
        and spot.before is not None
        and spot.before.lower not in _OF_PLACES
        and known_companies().get(spot.text) is not None
    )


def _goes_on(spot: Spot) -> bool:
    return not spot.has_strong_name and spot.has_name_behind


REFUSALS = (
    Refusal(
        "two given names",
        is_part_of_person,
        ("Victoria Paris left.", "George Orkney left."),
        ("They met in [Paris].",),
    ),
    Refusal("full name", is_full_name, ("Kobe Santos won.",), ("Trams in [Kobe] [Japan] stopped.",)),
    Refusal("introduced", is_introduced, ("Jordan, who is four, left.",), ("[Jordan], which is dry, left.",)),
    Refusal("human act", acts_human, ("Columbus sailed west.",), ("Ships for [Columbus] sailed.",)),
    Refusal(
        "side",
        is_scorer,
        ("Boston Celtics 112, Miami Heat 98", "Kansas beat Gonzaga by a point."),
        ("[Kansas] has 105 counties.",),
    ),
    Refusal(
        "firm aside", is_aside_of_firm, ("Oi, the Brazilian telephone firm, fell.",), ("[Lima], the capital, grew.",)
    ),
    Refusal("team", _is_team, ("The Los Angeles Lakers lost.",), ("The [Los Angeles] mayor lost.",)),
    Refusal(
        "shouted",
        _is_shouted,
        ("NO ONE TELLS US ANYTHING TODAY", "The IMO wants a chapter on it."),
        ("Sales in the [US] fell.",),
    ),
    Refusal("date", _is_date, ("In March it rose.",), ("a mill in [March], [England]",)),
    Refusal("technology", _is_technology, ("a CAR-T therapy",), ("Mines in the [CAR] closed.",)),
    Refusal("sign", _is_sign, ("It rose to US $ 3 million.",), ("the [US] dollar",)),
    Refusal("saint", _is_saint, ("St John's Church is old.",), ("Ships left [St John's] in May.",)),
    Refusal("treaty", _is_treaty, ("the Treaty of Versailles ended it",), ("the mayor of [Versailles] spoke",)),
    Refusal(
        "inside institution",
        _is_inside_institution,
        (
            "The Alpine Club of Pakistan met.",
            "Church of England farmland",
            "Readers of the Times of India were polled.",
        ),
        ("Most of [Europe] and the Kingdom of [Jordan]", "the Governor of [Texas] left"),
    ),
    Refusal("campus", _is_campus, ("the University of Texas at Austin",), ("a plant at [Austin]",)),
    Refusal("product", _is_product, ("Panama hats and Bermuda shorts sell",), ("Hats from [Panama] sell.",)),
    Refusal("thing", _is_thing, ("She had a Manhattan and a beer.",), ("A hotel in [Manhattan] closed.",)),
    Refusal(
        "institution",
        _ends_as_institution,
        ("Manchester City lost.", "The Boston Marathon began.", "Hong Kong Exchanges fell as the Vietnam War ended."),
        ("[Boston] is cold.",),
    ),
    Refusal("airline", _is_airline, ("Presented by Emirates for the third year.",), ("the [Emirates] and [Qatar]",)),
    Refusal("firm", _is_firm, ("Tyres by Goodyear sell.",), ("a mill in [Goodyear] closed",)),
    Refusal("name goes on", _goes_on, ("Oxford Nanopore grew.",), ("[Oxford] grew.",)),
    Refusal("namesake", is_namesake, ("Israel Adesanya lost.",), ("The [Kenya] Kombucha market grew.",)),
    Refusal("noble", is_noble, ("The Duke of Wellington rode out.",), ("The mayor of [Wellington] spoke.",)),
    Refusal("given name", is_given_name, ("Jordan Webb left.",), ("a mill in [Jordan] closed",)),
    Refusal("title", has_title_before, ("Mr. London spoke.",), ("Mr. Webb of [London] spoke.",)),
    Refusal(
        "name goes before",
        has_name_before,
        ("Then Jack London wrote.",),
        ("In [London] he wrote.", "In post-Brexit [Britain] prices rose."),
    ),
    Refusal("bare river", is_bare_river, ("Amazon hired.", "the Amazon van"), ("floods on the [Amazon] in May",)),
    Refusal(DOUBTFUL_WORD, is_doubtful_word, ("Reading is fun.",), ("a mill in [Reading], [England]",)),
    Refusal("doubtful", is_doubtful, ("Later Victoria called.",), ("a mill in [Victoria] closed",)),
    Refusal(LITTLE_KNOWN, is_little_known, ("Bury spoke.",), ("a mill at [Shrewsbury] closed",)),
    Refusal(DOUBTFUL_WORD, is_little_known_word, ("The Young grew up.",), ("a mill in [Kendall], [Florida]",)),
)
