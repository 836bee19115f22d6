"""Who a text gives figures and reports to: the names beside its words for saying, for such work and for such firms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from extractor import late
from extractor.cleaning.firm_names import bare, is_known, known_heads, may_be_firm
from extractor.cleaning.name_runs import (
    CLINGS,
    POSSESSIVE,
    end_of_name,
    ends_name,
    is_name,
    name_before,
    sentence_at,
)
from extractor.cleaning.names_before import (
    CLAUSE,
    PLURAL_POSSESSIVE,
    STOPS,
    called_before,
    meant_before,
    owner_before,
    subject_before,
)
from extractor.data.firm_words import signs_of_names
from extractor.data.publisher_cues import load_word_classes

Kind = Literal["told", "work", "called", "says", "issues", "linked", "named"]

Place = tuple[int, int, Kind]  # of the first word of a name, behind its last, and what the name is there
# Ways to a name that end on one of their prepositions, whatever stands before that.
PREPOSED: Final = frozenset(("by", "at"))
FILLERS: Final = 7  # words from a word for such work to the name behind its preposition
_CLOSES: Final = (",", "”", '"', "’", "'", "–", "—")  # what stands before a verb whose subject stands behind it
_OPENING: Final = ("", "(", "[", "“", '"')  # what clings to a word, before it
_CLINGING: Final = (",", ".", ":", ";", ")", "”", '"')  # ... and behind it
_FIGURE: Final = late.regex(
    r"[$€£₹¥%]|\b(?:USD|EUR|INR|Rs|CAGR|[BbMm]n|crore|lakh|per ?cent|(?:m|b|tr)illion\w*|mil(?:liard|iard|jo|h[oõ])\w*|M(?:rd|io)|bilh\w+)\b"
)


class Attribution(NamedTuple):
    """A name that a text speaks of as one does of whoever is behind figures.

    Attributes:
        name: the name, without what clings to it.
        kind: "told" (according to it), "work" (a study by it), "called" (it is called a research firm), "says",
            "issues" (it has published a report), "linked" (its analyst, its report), "named" (it only stands there, and looks like a firm's).
        figure: whether the sentence holds a figure.
        place: where in the text about it stands, in characters.
    """

    name: str
    kind: Kind
    figure: bool
    place: int


@cache
def _anchors() -> dict[str, tuple[str, ...]]:
    """Each word that a name may stand beside, as texts write it -> its classes."""
    groups: dict[str, tuple[str, ...]] = {}
    words_of = {**load_word_classes(), "named": signs_of_names() | known_heads()}
    for group in _BESIDE:
        for word in words_of[group]:
            for form in (word,) if group in ("trade", "named") else (word, word.capitalize()):
                groups[form] = (*groups.get(form, ()), group)
    anchors = {
        opening + form + mark: of_form
        for form, of_form in groups.items()
        for opening in _OPENING
        for mark in ("", *_CLINGING)
    }
    for form, of_form in groups.items():
        if form[-1] in _CLINGING:  # "data:" is the word "data" and its mark as well
            anchors.update((opening + form, of_form + groups.get(form[:-1], ())) for opening in _OPENING)
    return anchors


def attributions_in(text: str) -> list[Attribution]:
    """The attributions of a paragraph, in order.

    >>> [(found.name, found.kind) for found in attributions_in("Lamps sell, according to a study by Pewter Point.")]
    [('Pewter Point', 'work')]
    >>> attributions_in("The market for lamps is expected to reach $2 billion by 2030.")
    []
    """
    words = text.split()
    anchors = _anchors()
    found: dict[tuple[int, Kind], tuple[str, int]] = {}
    for at in [at for at, word in enumerate(words) if word in anchors]:
        word = words[at]
        groups = anchors[word]
        if at and word[0].isupper() and is_name(words[at - 1]) and not ends_name(words[at - 1]):
            groups = ("named",) if "named" in groups else ()  # it is part of a name
        for group in groups:
            for start, stop, kind in _BESIDE[group](words, at):
                name = _name(words, start, stop)
                if name:
                    found.setdefault((start, kind), (name, stop))
    if not found:
        return []
    stated = _FIGURE.search(text) is not None
    attributions = []
    done = ahead = 0  # words counted so far, and their characters with a space behind each
    for (start, kind), (name, _) in sorted(found.items()):
        ahead += sum(map(len, words[done:start])) + start - done
        done = start
        place = text.find(words[start], max(0, ahead - 1))
        figure = stated and _FIGURE.search(sentence_at(words, start)) is not None
        attributions.append(Attribution(name, kind, figure, max(place, 0)))
    return attributions


def _of_told(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "lead")
    if start is not None:
        yield start, end_of_name(words, start), "told"


def _of_work(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "by")
    if start is not None:
        yield start, end_of_name(words, start), "work"
    owner = owner_before(words, at)
    if owner is not None:
        yield *owner, "linked"


def _of_staff(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "at")
    if start is not None:
        yield start, end_of_name(words, start), "told" if words[at].rstrip(CLINGS).endswith("s") else "linked"
    elif (owner := owner_before(words, at)) is not None:
        yield *owner, "linked"


def _of_shelf(words: Sequence[str], at: int) -> Iterator[Place]:
    owner = owner_before(words, at)
    if owner is not None and words[owner[1] - 1].endswith((*POSSESSIVE, *PLURAL_POSSESSIVE)):
        yield *owner, "work"


def _of_firm(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "article")
    if start is not None:
        is_titled = start == at + 1 and words[at][0].isupper() and words[at].lower() in load_word_classes()["titled"]
        yield at if is_titled else start, end_of_name(words, start), "called"
    called = called_before(words, at)
    if called is not None:
        yield *called, "called"


def _of_trade(words: Sequence[str], at: int) -> Iterator[Place]:
    fields = load_word_classes()["field"]
    if any(words[place].lower().strip(CLINGS) in fields for place in range(max(at - 3, 0), at)):
        yield from _of_firm(words, at)


def _of_saying(words: Sequence[str], at: int) -> Iterator[Place]:
    if at + 1 < len(words) and words[at + 1].lower() in load_word_classes()["authors"]:
        return
    start = _behind(words, at, "article") if at else None
    if start is not None:
        stop = end_of_name(words, start)
        if words[at - 1].endswith(_CLOSES) or ends_name(words[stop - 1]) or stop == len(words):
            yield start, stop, "says"
    valued = _behind_value(words, at)
    if valued is not None:
        yield valued, end_of_name(words, valued), "says"
    subject = meant_before(words, at) or subject_before(words, at)
    if subject is not None and not (
        subject[0] and words[subject[0] - 1] in load_word_classes()["staff"]
    ):  # "founder Ann Lee says"
        yield *subject, "says"


def _of_issuing(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "by")
    if start is not None:
        yield start, end_of_name(words, start), "work"
    if _has_work_as_object(words, at) and (subject := subject_before(words, at)) is not None:
        yield *subject, "issues"


def _of_origin(words: Sequence[str], at: int) -> Iterator[Place]:
    if at + 1 < len(words) and is_name(words[at + 1]):
        stop = end_of_name(words, at + 1)
        if may_be_firm(_name(words, at + 1, stop)):
            yield at + 1, stop, "linked"


def _of_name(words: Sequence[str], at: int) -> Iterator[Place]:
    stop = end_of_name(words, at)
    known = name_before(words, at + 1)
    if known is not None and may_be_firm(_name(words, known[0], stop)):
        yield known[0], stop, "named"


# What a word of each class makes of the names beside it.
_BESIDE: Final[dict[str, Callable[[Sequence[str], int], Iterator[Place]]]] = {
    "told": _of_told,
    "work": _of_work,
    "staff": _of_staff,
    "shelf": _of_shelf,
    "firm": _of_firm,
    "trade": _of_trade,
    "says": _of_saying,
    "issues": _of_issuing,
    "origin": _of_origin,
    "named": _of_name,
}


def _behind(words: Sequence[str], at: int, way: str) -> int | None:
    """Where the name begins that a word leads to: at once, behind words of a class, or behind a preposition and what stands before it."""
    if words[at].endswith(STOPS) and not (way == "lead" and words[at].endswith(":")):
        return None
    classes = load_word_classes()
    last = ""
    for place in range(at + 1, min(at + 1 + FILLERS, len(words))):
        word = words[place]
        if is_name(word):
            return _behind_trade(words, place) if way not in PREPOSED or last in classes[way] else None
        low = word.lower()
        if word.endswith(STOPS) or (way not in PREPOSED and low not in classes[way]):
            return None
        if low not in classes["article"]:
            last = low
    return None


def _behind_value(words: Sequence[str], at: int) -> int | None:
    """Where the name begins of who gives the value behind a verb: "put at $2 billion for 2024 by Tin Road"."""
    if at + 1 >= len(words) or words[at + 1] != "at":
        return None
    for place in range(at + 3, min(at + 2 + FILLERS, len(words) - 1)):
        before = words[place - 1]
        if before.endswith(STOPS):
            return None
        if words[place] == "by":
            is_value = before[-1].isdigit() or _FIGURE.search(before) is not None
            return _behind(words, place, "article") if is_value else None
    return None


def _behind_trade(words: Sequence[str], start: int) -> int:
    """Where the name begins that is meant: behind "the Lima firm Tin Road" it is not the place's."""
    classes = load_word_classes()
    stop = end_of_name(words, start)
    if stop + 1 < len(words) and words[stop] in classes["firm"] | classes["trade"] and is_name(words[stop + 1]):
        return stop + 1
    return start


def _has_work_as_object(words: Sequence[str], at: int) -> bool:
    """Whether a verb such as "released" has a report, or a market, as its object."""
    for place in range(at + 1, min(at + CLAUSE, len(words))):
        word = words[place].lower().strip(CLINGS)
        if word in load_word_classes()["work"] or word == "market":
            return True
        if words[place].endswith(STOPS):
            return False
    return False


def _name(words: Sequence[str], start: int, stop: int) -> str:
    """The name of some words, without those that begin a sentence and no name; "" when nothing is left."""
    openers = load_word_classes()["opener"]
    given = start
    while start < stop and words[start].strip(CLINGS).lower() in openers:
        start += 1
    if start >= stop:
        return ""
    name = bare(" ".join(words[start:stop]).strip(CLINGS))
    if start > given and is_known(f"{words[start - 1]} {name}"):
        name = bare(f"{words[start - 1]} {name}")
    return name.strip(CLINGS).rpartition("?")[2]
