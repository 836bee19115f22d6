"""What stands around a name and says whether it is a place here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.acts import AUXILIARIES
from extractor.annotating.types.companies.words import FUNCTION_WORDS, company_words, known_companies

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.regions.candidate import Candidate
    from extractor.annotating.words import Word

# Thousands of people from which on a city is known by its name in capitals too.
METROPOLIS = 1000
PREPOSITIONS = frozenset(
    "in at from to near across throughout within of into for through around outside between via toward towards "
    "over beyond inside".split()
)
SEPARATORS = frozenset([",", "and", "or", "&", ";", "/", "|", "-", "–", "as", "well", "the", "(", ")"])
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern "
    "northwestern southeastern southwestern north-east greater upper lower mainland".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
# Words in capitals before ", Country" that are no towns ("President of the Republic, France").
NO_TOWNS = frozenset(
    "ministry agency university college institute bank group company corporation limited inc ltd president "
    "minister chairman director officer manager professor republic government "
    "department office council committee union association federation industry industries market markets report "
    "analyst street road avenue park center centre hospital school court "
    "north south east west northern southern eastern western central international global team club fc league cup".split()
)
# A capitalised word behind a place that leaves it a place ("India Market").
AFTER = frozenset(
    "market markets industry industries sector government state province prefecture county region district city "
    "island islands peninsula governorate emirate "
    "and or the in is was has will to by from with ceo size share outlook forecast report overview analysis "
    "trends governor mayor senator sen. gov. rep. attorney district".split()
)
# Things named after places: "Brazil nuts".
PRODUCTS = frozenset(
    "crude shirt shirts tweed lager porcelain cream duck ducks sandwich sandwiches sprout sprouts pie cow cows "
    "cattle milk terrier terriers bulldog mastiff wool carpet pizza cheesecake steak curry virus fever flu "
    "variant disease nuts nut shorts hats hat roast cheese leather grass syndrome protocol accord declaration "
    "convention treaty agreement curtain".split()
)
# "Treaty of Versailles": the paper is meant, not the place.
_TREATIES = frozenset("treaty peace convention declaration protocol statute edict congress education community".split())
# Capitalised words behind a place that make it another name ("New York Times", "US Airways").
TAILS = frozenset(
    "times post journal herald tribune gazette globe telegraph airways airlines university college institute "
    "stock exchange symphony marathon philharmonic orchestra "
    "stadium arena theatre theater coliseum open grand prix giants yankees jets united fc rovers rangers "
    "foundation museum clinic hospital school academy".split()
)
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady prof. prof president chairman minister senator sen. saint st. "
    "st prince princess king queen captain general judge".split()
)
SENTENCE_WORDS = frozenset(
    "in the a an this that these those while whereas although though however across within from at for as by "
    "with both and but or of on to when where since "
    "after before during over under like unlike about around between among only outside inside throughout "
    "meanwhile also today here there if even so yet "
    "elsewhere despite because given near our its his her their mainland neighbouring neighboring emerging "
    "global former then now".split()
)


# Where a name that is a word elsewhere is the place all the same: mid-sentence, behind these.
_SURE_PREPOSITIONS = frozenset(["in", "near", "from", "to", "around", "outside"])
# Behind a name these say that it is a person's.
PERSONAL_BEHIND = frozenset("said says told added who wrote argued asked recalled noted".split())


def has_person_before(annotation: Annotation, token: int) -> bool:
    """Whether a capitalised word that starts no sentence stands before: a given name, a title, a firm's first word."""
    if not token:
        return False
    before = annotation.words[token - 1]
    return before.is_capitalized and before.lower not in SENTENCE_WORDS and before.lower not in DIRECTIONS


def neighbour(annotation: Annotation, token: int) -> Word | None:
    """The word at `token`, or None where the line ends there."""
    if not 0 <= token < len(annotation.words):
        return None
    word = annotation.words[token]
    return None if word.is_space and "\n" in word.text else word


def joins_list(annotation: Annotation, candidates: list[Candidate], number: int) -> bool:
    """Whether the candidate is separated from the one before or behind by list marks alone."""
    words = annotation.words
    here = candidates[number]
    for other in candidates[max(0, number - 1) : number + 2]:
        if other is here:
            continue
        left, right = (other, here) if other.first < here.first else (here, other)
        between = words[left.last : right.first]
        if 0 < len(between) <= 4 and all(word.lower in SEPARATORS for word in between):
            return True
    return False


def refuses(
    annotation: Annotation, candidate: Candidate, doubt: str | None, listed: bool, starts: set[int], ends: set[int]
) -> str | None:
    """Why the candidate is no place here, or None."""
    words = annotation.words
    first, last, senses = candidate
    best = senses.places[0]
    sole = last - first == 1
    before = neighbour(annotation, first - 1)
    after = neighbour(annotation, last)
    if (
        doubt == "person"
        and sole
        and ((last in starts and after is not None) or (first in ends and before is not None))
    ):
        return "two given names"
    strong_name = best.kind in ("country", "macro_region") or (not sole and best.is_known)
    if (
        senses.acronym
        and words[first].text in ("US", "CAR", "ROW", "LA", "GTA")
        and lines_of(annotation).is_shouted(first)
    ):
        return "shouted"
    is_led = before is not None and before.lower in _SURE_PREPOSITIONS
    if (
        best.kind == "city"
        and best.weight < METROPOLIS
        and not is_led
        and len(words[first].text) > 3
        and lines_of(annotation).is_shouted(first)
    ):
        return "shouted"
    if words[first].text == "CAR" and (after is not None and after.text in "-–"):
        return "part of CAR-T"
    if before is not None and before.text in ("$", "#", "@"):
        return "part of a sign"
    if before is not None and before.lower == "of" and first > 1 and words[first - 2].lower in _TREATIES:
        return "treaty"
    if after is not None and after.lower in PRODUCTS:
        return "product"
    if (
        before is not None
        and before.lower in ("a", "an")
        and best.kind in ("city", "other")
        and (after is None or after.is_punct or after.lower in ("and", "or"))
    ):
        return "a thing"  # "a Manhattan and a beer"
    if after is not None and after.text in ("$",):
        return "currency"
    if (
        after is not None
        and after.is_capitalized
        and (
            after.lower in TAILS or (best.kind == "city" and (after.lower == "city" or after.lower in company_words()))
        )
    ):
        return "name goes on"  # "Manchester City", "Hitachi Energy"
    if words[first].lower == "emirates" and sole and (before is None or before.lower not in ("the", "arab")):
        return "firm"  # the airline has no article
    if (
        best.kind == "city"
        and not best.is_known
        and before is not None
        and before.lower not in ("in", "near", "of")
        and known_companies().get(annotation.span_text(first, last)) is not None
    ):
        return "firm"
    if (
        after is not None
        and after.is_capitalized
        and after.is_alpha
        and last not in starts
        and after.lower not in AFTER
        and not strong_name
        and not lines_of(annotation).is_title(first)
    ):
        return "name goes on"
    if (
        doubt == "person"
        and sole
        and after is not None
        and after.is_capitalized
        and after.is_alpha
        and not after.is_upper
        and last not in starts
        and after.lower not in AFTER
        and not lines_of(annotation).is_title(first)
    ):
        return "given name"
    if before is not None and before.is_capitalized and first not in ends and before.lower not in DAYS:
        lower = before.lower
        sentence_start = annotation.sentence_of(first)[0] == first - 1
        if lower in TITLES:
            return "title"
        # "Is London, Ontario, on a river?"
        opens = sentence_start and (strong_name or lower in FUNCTION_WORDS or lower in AUXILIARIES)
        leads = opens or lower in SENTENCE_WORDS or lower in DIRECTIONS or before.is_upper
        if not leads and not lines_of(annotation).is_title(first):
            return "name goes before"
    dateline = (
        words[first].is_upper
        and len(words[first].text) > 3
        and after is not None
        and after.text in "(,-–—/"
        and (before is None or before.text in "(—–/")
    )
    prepared = dateline or (before is not None and before.lower in PREPOSITIONS)
    if before is not None and before.lower == "the" and first > 1:
        prepared = words[first - 2].lower in PREPOSITIONS
    paired = after is not None and after.text == "," and last + 1 in starts
    is_sure = (
        doubt == "word"
        and best.is_known
        and before is not None
        and before.text in _SURE_PREPOSITIONS
        and not lines_of(annotation).is_title(first)
    )
    if (
        doubt is not None
        and best.kind != "country"
        and not ((prepared and doubt == "person") or is_sure or listed or paired)
    ):
        return f"doubtful: {doubt}"
    if not best.is_known and not (
        paired
        or (listed and not doubt)
        or (prepared and before is not None and before.lower in ("in", "at", "near", "from"))
    ):
        return "little known"
    if doubt == "word" and best.kind != "country" and not best.is_known and not paired:
        return "doubtful: word"
    return None
