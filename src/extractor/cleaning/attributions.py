"""Who a text gives figures and reports to: the names beside its words for saying, for such work and for such firms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from extractor import late
from extractor.cleaning.firm_names import bare, is_known, known_heads, may_be_firm
from extractor.data.firm_words import signs_of_names
from extractor.data.publisher_cues import load_word_classes

Kind = Literal["told", "work", "called", "says", "issues", "linked", "named"]

Place = tuple[int, int, Kind]  # of the first word of a name, behind its last, and what the name is there
LONGEST_NAME: Final = 7  # words
PREPOSED: Final = frozenset(
    ("by", "at")
)  # ways to a name that end on one of their prepositions, whatever stands before that
FILLERS: Final = 7  # words from a word for such work to the name behind its preposition
LEAST_SENTENCE: Final = 2  # characters of a word with a full stop that are an initial
WORDS_KEPT: Final = 8192  # words whose looks are remembered
CLAUSE: Final = 14  # words of a clause between a name and its verb, or its noun
# Marks behind a word that end a name.
_ENDS: Final = (",", ".", ";", ":", "!", "?", ")", "”", '"', "—", "–")
_CLOSES: Final = (",", "”", '"', "’", "'", "–", "—")  # what stands before a verb whose subject stands behind it
_LAST: Final = ".!?”\"’')"  # the last characters of words that end a sentence
_STOPS: Final = (".", ";", "!", "?", ":")
_OPENS: Final = "(“\"'‘[*_"
_CLINGS: Final = ".,;:!?()[]“”\"'’‘*_™®|"
_POSSESSIVE: Final = ("’s", "'s")
_PLURAL_POSSESSIVE: Final = ("s’", "s'")
_SHORT: Final = frozenset(("Inc.", "Ltd.", "Pvt.", "Co.", "St.", "Dr."))  # the full stop ends no sentence
_JOINING: Final = frozenset(("&", "and", "de", "y", "et", "und"))
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
def _classes() -> dict[str, frozenset[str]]:
    return load_word_classes()


@cache
def _anchors() -> dict[str, tuple[str, ...]]:
    """Each word that a name may stand beside, as texts write it -> its classes."""
    anchors: dict[str, tuple[str, ...]] = {}
    words_of = {**_classes(), "named": signs_of_names() | known_heads()}
    for group in _BESIDE:
        for word in words_of[group]:
            for form in (word,) if group in ("trade", "named") else (word, word.capitalize()):
                for opening in ("", "(", "[", "“", '"'):
                    for mark in ("", ",", ".", ":", ";", ")", "”", '"'):
                        seen = opening + form + mark
                        anchors[seen] = (*anchors.get(seen, ()), group)
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
    if anchors.keys().isdisjoint(words):
        return []
    found: dict[tuple[int, Kind], tuple[str, int]] = {}
    for at, word in enumerate(words):
        if word not in anchors:
            continue
        groups = anchors[word]
        if at and word[0].isupper() and _is_name(words[at - 1]) and not _ends_name(words[at - 1]):
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
    for (start, kind), (name, _) in sorted(found.items()):
        place = text.find(words[start], len(" ".join(words[:start])))
        figure = stated and _FIGURE.search(_sentence(words, start)) is not None
        attributions.append(Attribution(name, kind, figure, max(place, 0)))
    return attributions


def _sentence(words: Sequence[str], at: int) -> str:
    """The sentence that a word stands in."""
    first = last = at
    while first > 0 and not (words[first - 1][-1] in _LAST and _ends_sentence(words, first - 1)):
        first -= 1
    final = len(words) - 1
    while last < final and not (words[last][-1] in _LAST and _ends_sentence(words, last)):
        last += 1
    return " ".join(words[first : last + 1])


def _ends_sentence(words: Sequence[str], at: int) -> bool:
    return _may_end_sentence(words[at]) and (at + 1 == len(words) or not words[at + 1][0].islower())


@lru_cache(WORDS_KEPT)
def _may_end_sentence(word: str) -> bool:
    word = word.rstrip("”\"’')")
    return word.endswith((".", "!", "?")) and word not in _SHORT and len(word) > LEAST_SENTENCE


def _of_told(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "lead")
    if start is not None:
        yield start, _end_of_name(words, start), "told"


def _of_work(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "by")
    if start is not None:
        yield start, _end_of_name(words, start), "work"
    owner = _owner_before(words, at)
    if owner is not None:
        yield *owner, "linked"


def _of_staff(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "at")
    if start is not None:
        yield start, _end_of_name(words, start), "told" if words[at].rstrip(_CLINGS).endswith("s") else "linked"
    elif (owner := _owner_before(words, at)) is not None:
        yield *owner, "linked"


def _of_shelf(words: Sequence[str], at: int) -> Iterator[Place]:
    owner = _owner_before(words, at)
    if owner is not None and words[owner[1] - 1].endswith((*_POSSESSIVE, *_PLURAL_POSSESSIVE)):
        yield *owner, "work"


def _of_firm(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "article")
    if start is not None:
        yield start, _end_of_name(words, start), "called"
    called = _called_before(words, at)
    if called is not None:
        yield *called, "called"


def _of_trade(words: Sequence[str], at: int) -> Iterator[Place]:
    fields = _classes()["field"]
    if any(words[place].lower().strip(_CLINGS) in fields for place in range(max(at - 3, 0), at)):
        yield from _of_firm(words, at)


def _of_saying(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "article") if at else None
    if start is not None:
        stop = _end_of_name(words, start)
        if words[at - 1].endswith(_CLOSES) or _ends_name(words[stop - 1]) or stop == len(words):
            yield start, stop, "says"
    subject = _meant_before(words, at) or _subject_before(words, at)
    if subject is not None and not (
        subject[0] and words[subject[0] - 1] in _classes()["staff"]
    ):  # "founder Ann Lee says"
        yield *subject, "says"


def _of_issuing(words: Sequence[str], at: int) -> Iterator[Place]:
    start = _behind(words, at, "by")
    if start is not None:
        yield start, _end_of_name(words, start), "work"
    if _has_work_as_object(words, at) and (subject := _subject_before(words, at)) is not None:
        yield *subject, "issues"


def _of_origin(words: Sequence[str], at: int) -> Iterator[Place]:
    if at + 1 < len(words) and _is_name(words[at + 1]):
        stop = _end_of_name(words, at + 1)
        if may_be_firm(_name(words, at + 1, stop)):
            yield at + 1, stop, "linked"


def _of_name(words: Sequence[str], at: int) -> Iterator[Place]:
    stop = _end_of_name(words, at)
    start = _start_of_name(words, at + 1)
    if start is not None and may_be_firm(_name(words, start, stop)):
        yield start, stop, "named"


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


@lru_cache(WORDS_KEPT)
def _is_name(word: str) -> bool:
    word = word.lstrip(_OPENS)
    if not word:
        return False
    if word[0].isupper():
        return not word.endswith("-based") and word.rstrip(_CLINGS).lower() not in _classes()["no_name"]
    return word[:1].isalnum() and any(map(str.isupper, word[1:6])) and word[1:2] != "-"


@lru_cache(WORDS_KEPT)
def _ends_name(word: str) -> bool:
    return word.endswith(_ENDS) and word not in _SHORT and len(word) > LEAST_SENTENCE


def _behind(words: Sequence[str], at: int, way: str) -> int | None:
    """Where the name begins that a word leads to: at once, behind words of a class, or behind a preposition and what stands before it."""
    if words[at].endswith(_STOPS) and not (way == "lead" and words[at].endswith(":")):
        return None
    classes = _classes()
    last = ""
    for place in range(at + 1, min(at + 1 + FILLERS, len(words))):
        word = words[place]
        if _is_name(word):
            return place if way not in PREPOSED or last in classes[way] else None
        low = word.lower()
        if word.endswith(_STOPS) or (way not in PREPOSED and low not in classes[way]):
            return None
        if low not in classes["article"]:
            last = low
    return None


def _end_of_name(words: Sequence[str], start: int) -> int:
    """The place behind the name that begins at a word."""
    stop = start
    while stop < len(words) and stop - start < LONGEST_NAME:
        word = words[stop]
        if not _is_name(word):
            joins = word in _JOINING and stop + 1 < len(words) and stop > start and _is_name(words[stop + 1])
            if not joins:
                break
        stop += 1
        if word.endswith(_POSSESSIVE) or _ends_name(word):
            break
    return stop


def _start_of_name(words: Sequence[str], stop: int) -> int | None:
    """Where the name begins that ends before a place; None where no name does."""
    start = stop
    while start > 0 and stop - start < LONGEST_NAME:
        word = words[start - 1]
        if start < stop and _ends_name(word):
            break
        if not _is_name(word) and not (start < stop and word in _JOINING and start > 1 and _is_name(words[start - 2])):
            break
        start -= 1
    return start if start < stop else None


def _subject_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that is the subject of a verb: it stands before it, before an adverb, or before a clause between commas."""
    adverbs = _classes()["adverb"]
    stop = at
    while stop > 0 and at - stop < 3 and words[stop - 1] in adverbs:
        stop -= 1
    if stop == 0 or (words[stop - 1].endswith(_STOPS) and words[stop - 1] not in _SHORT):
        return None
    if words[stop - 1].endswith(",") or words[stop - 1].endswith(")"):
        for place in range(stop - 2, max(stop - 2 - CLAUSE, -1), -1):
            if words[place].endswith(_STOPS):
                break
            if words[place].endswith(",") and _is_name(words[place]):
                start = _start_of_name(words, place + 1)
                return (start, place + 1) if start is not None else None
        if not words[stop - 1].endswith(")"):
            start = _start_of_name(words, stop)
            return (start, stop) if start is not None else None
        while stop > 0 and not words[stop - 1].startswith("("):
            stop -= 1
        stop -= 1
    start = _start_of_name(words, stop) if stop > 0 else None
    return (start, stop) if start is not None else None


def _meant_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that the sentence before begins with, where this one begins with a word for it: "It puts the market at"."""
    start = at - 1
    if at == 0 or words[start].lower() not in _classes()["stand_in"]:
        return None
    if start and words[start - 1] == "The":
        start -= 1
    if start == 0 or not _ends_sentence(words, start - 1):
        return None
    first = start - 1
    while first > 0 and not _ends_sentence(words, first - 1):
        first -= 1
    stop = _end_of_name(words, first)
    return (first, stop) if stop > first else None


def _owner_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that a word for work or people is tied to: "Tin Road's latest lamp report", "Tin Road analysts"."""
    for place in range(at - 1, max(at - 5, -1), -1):
        word = words[place]
        if word.endswith((*_POSSESSIVE, *_PLURAL_POSSESSIVE)):
            start = _start_of_name(words, place + 1)
            return (start, place + 1) if start is not None else None
        if word.endswith(_ENDS):
            return None
    if at > 0 and _is_name(words[at - 1]):
        start = _start_of_name(words, at)
        return (start, at) if start is not None else None
    return None


def _called_before(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name that is called a firm of the trade behind it: "Tin Road, a London consultancy", "Tin Road is a research firm"."""
    for place in range(at - 1, max(at - CLAUSE, 0), -1):
        word = words[place].lower()
        if words[place].endswith(_STOPS):
            return None
        if word in ("a", "an", "the", "one"):
            stop = place
            while stop > 0 and words[stop - 1] in _classes()["being"]:
                stop -= 1
            if stop == place and not words[stop - 1].endswith(","):
                continue
            start = _start_of_name(words, stop) if stop > 0 else None
            return (start, stop) if start is not None else None
    return None


def _has_work_as_object(words: Sequence[str], at: int) -> bool:
    """Whether a verb such as "released" has a report, or a market, as its object."""
    for place in range(at + 1, min(at + CLAUSE, len(words))):
        word = words[place].lower().strip(_CLINGS)
        if word in _classes()["work"] or word == "market":
            return True
        if words[place].endswith(_STOPS):
            return False
    return False


def _name(words: Sequence[str], start: int, stop: int) -> str:
    """The name of some words, without those that begin a sentence and no name; "" when nothing is left."""
    openers = _classes()["opener"]
    given = start
    while start < stop and words[start].strip(_CLINGS).lower() in openers:
        start += 1
    if start >= stop:
        return ""
    name = bare(" ".join(words[start:stop]).strip(_CLINGS))
    if start > given and is_known(f"{words[start - 1]} {name}"):
        name = bare(f"{words[start - 1]} {name}")
    return name.strip(_CLINGS).rpartition("?")[2]
