"""Words around a name that say whether it is a place here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.regions.candidate import Candidate

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
    "trends premier president prime minister lawmakers sheriff governor mayor senator sen. gov. rep. attorney district".split()
)
# Things named after places: "Brazil nuts".
PRODUCTS = frozenset(
    "crude shirt shirts tweed lager porcelain cream duck ducks sandwich sandwiches sprout sprouts pie cow cows "
    "cattle milk terrier terriers bulldog mastiff wool carpet pizza cheesecake steak curry virus fever flu "
    "pudding puddings cigar cigars trainers sneakers sauce envelope envelopes beef ham sausage sausages bun buns tart mustard chowder salad font variant disease nuts nut shorts hats hat roast cheese leather grass syndrome protocol accord declaration "
    "convention treaty agreement curtain artichoke artichokes con chili chilli pepper peppers oak fir pine lily bears "
    "tigers cats sheepdog retriever retrievers balm pig pigs fowl".split()
)
JOINTS = HYPHENS | {"–"}  # between the parts of one name
# Capitalised words behind a place that make it another name ("New York Times", "US Airways").
TAILS = frozenset(
    "times post journal herald tribune gazette globe telegraph airways airlines university college institute "
    "stock exchange exchanges war symphony marathon philharmonic orchestra "
    "stadium arena theatre theater coliseum open grand prix giants yankees jets united fc rovers rangers "
    "foundation museum clinic hospital school academy street road avenue lane boulevard terrace crescent derby daily news today radio television tv".split()
)
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady prof. prof president chairman minister senator sen. saint st. "
    "st prince princess king queen captain general judge hms uss".split()
)
SENTENCE_WORDS = frozenset(
    "in the a an this that these those while whereas although though however across within from at for as by "
    "with both and but or of on to when where since "
    "after before during over under like unlike about around between among only outside inside throughout "
    "meanwhile also today here there if even so yet "
    "elsewhere despite because given near our its his her their mainland neighbouring neighboring emerging "
    "global former then now".split()
)
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
    lowers = annotation.lowers
    here = candidates[number]
    for other in candidates[max(0, number - 1) : number + 2]:
        if other is here:
            continue
        left, right = (other, here) if other.first < here.first else (here, other)
        if 0 < right.first - left.last <= 4 and SEPARATORS.issuperset(lowers[left.last : right.first]):
            return True
    return False
