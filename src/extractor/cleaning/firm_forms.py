"""How a firm writes its name, among the forms that a document shows of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extractor import late
from extractor.cleaning.firm_names import LEGAL_FORMS, NAMES_KEPT, bare, is_heading, looks_like_firm, squeezed
from extractor.cleaning.sightings import Sighting
from extractor.data.common_words import is_common

PASSING: Final = frozenset(("named", "x named"))
SHORT_KEY: Final = 3  # characters of a first word that says too little
LEAST: Final = 3  # characters of a name
MOST_STANDING: Final = 6  # times a form stands alone that count
HALF_SEEN: Final = 0.4  # of a place that shows a form and goes on behind it
AGREE: Final = 2  # kinds of places that show a form which never stands alone
LOOKS: Final = 1.5  # for a form that looks like a firm's
LEADS: Final = 2  # for a form that is a masthead: a site writes its name there as it likes it
LONGEST_INITIALS: Final = 5  # characters of a name that is in capitals wherever it stands
STANDS: Final = 0.3  # for each time a form stands alone in the text
_LEGAL_FORM: Final = late.regex(rf",? (?:{LEGAL_FORMS})\b")


@lru_cache(NAMES_KEPT)
def key_of(name: str) -> str:
    """What the forms of a firm's name share: the first word, or the first two where that is a word of the language.

    >>> key_of("Lampeter Research"), key_of("Lampeter"), key_of("Future Lamp Insights")
    ('lampeter', 'lampeter', 'futurelamp')
    """
    words = name.split()
    if not words:
        return ""
    first = squeezed(words[0])
    if len(words) > 1 and (len(first) < SHORT_KEY or is_common(words[0].casefold())):
        return first + squeezed(words[1])
    return first


def form_of(group: Sequence[Sighting], whole: str) -> str:
    """How the firm writes its name: the form that most kinds of places show, and that stands alone in the text."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for sighting in group:
        kinds[sighting.name].add(sighting.kind)
    if len(kinds) == 1:
        return group[0].name
    names = set(kinds)
    seen = sorted(kinds)
    for number, one in enumerate(seen):
        for other in seen[:number]:
            if shared := _shared(one, other):
                names.add(shared)
    alone = {name: _standing(name, whole) for name in names}
    glued = {name for name in names for other in names if _goes_on_glued(name, other)}
    whole_names = names - glued
    eligible = [
        name
        for name in whole_names
        if alone[name]
        or "masthead" in (own := kinds.get(name, set()))
        or (len(own - PASSING) >= AGREE and looks_like_firm(name) and not is_heading(name))
    ] or list(whole_names)

    def support(name: str) -> tuple[float, int, str]:
        own = kinds.get(name, set()) - PASSING
        longer: set[str] = set()
        for form, places in kinds.items():
            if form.startswith(f"{name} "):
                longer |= places
        support = len(own) + LEADS * ("masthead" in own) + ("markup" in own) + HALF_SEEN * len(longer - own)
        looks = LOOKS if " " in name and looks_like_firm(name) else 0.0
        if name.isupper() and len(name) > LONGEST_INITIALS and looks_longer(name):
            support -= LEADS * ("masthead" in own)  # a logo
        return support + STANDS * min(MOST_STANDING, alone[name]) + looks, len(name), name

    def looks_longer(name: str) -> bool:
        return any(form.casefold().startswith(f"{name.casefold()} ") and looks_like_firm(form) for form in kinds)

    return max(eligible, key=support)


def _goes_on_glued(name: str, other: str) -> bool:
    """Whether a form is another with a menu written onto it: "Lampeter LoweReportsCart"."""
    return name.startswith(other) and name[len(other) : len(other) + 1].isupper() and other[-1].islower()


def _shared(one: str, other: str) -> str:
    """The words that two forms begin with; a menu may cling to the last of one, and capitals alone are written as the other does."""
    words = []
    for left, right in zip(one.split(), other.split(), strict=False):
        if left.casefold().strip(".,") != right.casefold().strip(".,"):
            short = min(left, right, key=len)
            if len(short) > LEAST and max(left, right, key=len).startswith(short):
                words.append(short)
            break
        words.append(right if left.isupper() else left)
    while words and words[-1] in ("&", "and", "of"):
        words.pop()
    return bare(" ".join(words))


def _standing(name: str, whole: str) -> int:
    """How often a form stands in a text with no capitalised word behind it."""
    count = place = 0
    while (place := whole.find(name, place)) >= 0 and count < MOST_STANDING:
        place += len(name)
        following = whole[place : place + 2]
        before = whole[place - len(name) - 1 : place - len(name)]
        goes_on = following[:1].isalnum() or (
            following[:1] == " " and (following[1:].isupper() or following[1:] == "&")
        )
        if goes_on and _LEGAL_FORM.match(whole, place) is not None:
            goes_on = False
        count += not goes_on and not before.isalnum()
    return count
