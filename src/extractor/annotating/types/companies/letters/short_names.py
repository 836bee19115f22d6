"""What a company may be called for short: leading words, initials, clipped words."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.annotating.folding import folded
from extractor.annotating.gazetteer import plain_key
from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.types.companies.words.vocabulary import (
    COMMON_FIRST,
    FUNCTION_WORDS,
    THING_HEADS,
    company_words,
)
from extractor.annotating.types.regions.places import load_demonyms
from extractor.data.given_names import given_names

# First words that many firms share: never a short name alone.
_GENERIC = frozenset(
    "banco banca banque bank american united national international general global first new standard european "
    "british china india japan bank group royal air power energy "
    "health digital the north south east west central pacific atlantic saudi emirates deutsche grupo koninklijke "
    "advanced applied data systems smart "
    "great big best top sun star blue red green black white golden silver grand prime premier super ultra world "
    "trans inter euro asia asian african "
    "arab gulf dr. st. st mr. san los las el la le les sri al de van von kraft boston texas new-york hong "
    "prudential city state federal public "
    "precision quality universal modern classic creative future next total perfect real true pure fresh natural organic".split()
)
_OUTER = frozenset("group holding holdings company companies corporation international industries".split())


def initials_of(name: str) -> set[str]:
    """The first letters of the words of a name, with and without those in small letters."""
    parts = [part for part in re.split(r"[\s&+/-]+", name) if part and part[0].isalnum()]
    capitals = "".join(part[0] for part in parts if part[0].isupper() or part[0].isdigit())
    return {capitals.upper(), "".join(part[0] for part in parts if part.lower() not in FUNCTION_WORDS).upper()}


@lru_cache(maxsize=4096)
def is_initialism(short: str, name: str, form: str | None) -> bool:
    """Whether `short` is made of the first letters of `name`, with or without those of its form.

    >>> is_initialism("TSMC", "Taiwan Semiconductor Manufacturing", "Company Limited")
    True
    >>> is_initialism("SABIC", "Saudi Basic Industries", "Corporation")
    True
    """
    letters = re.sub(r"[^A-Z0-9]", "", short.upper())
    if len(letters) < 2:
        return False
    if letters in initials_of(name) or letters in initials_of(f"{name} {form or ''}"):
        return True
    return _spells(letters, f"{name} {form or ''}")


def _spells(letters: str, name: str) -> bool:
    """Whether the letters run through the words, each word giving its leading letters in turn."""
    words = [
        part.upper() for part in re.split(r"[\s&+/,.-]+", name) if part and (part[0].isupper() or part[0].isdigit())
    ]
    if not words or letters[0] != words[0][0]:
        return False
    at, position, used = 0, 0, 0
    for letter in letters:
        if at < len(words) and position < len(words[at]) and words[at][position] == letter:
            position += 1
            continue
        while at < len(words):
            at += 1
            if at < len(words) and words[at][0] == letter:
                used += 1
                position = 1
                break
        else:
            # a letter inside the word ("Glaxo Smith Kline" -> GSK written as one word)
            return False
    return used > 0


def _camel_initials(name: str) -> str:
    return "".join(char for char in name if char.isupper())


@lru_cache(maxsize=4096)
def short_names(canonical: str, form: str | None) -> tuple[str, ...]:
    """What a document may call a company later: leading words, initials, the distinctive last word.

    >>> short_names("Vellmar Tool Works", "GmbH")[:2]
    ('Vellmar Tool', 'Vellmar')
    """
    plain = canonical.split()
    names: list[str] = []
    for size in range(len(plain) - 1, 0, -1):
        lead = " ".join(plain[:size]).rstrip(",&-+")
        if not lead or lead.split()[-1].lower() in ("and", "of", "de", "the", "&", "for"):
            continue
        if size > 1 or _is_distinctive(lead):
            names.append(lead)
    if len(plain) > 1:
        for initials in sorted(initials_of(canonical) | initials_of(f"{canonical} {form or ''}")):
            if 2 <= len(initials) <= 6:
                names.append(initials)
        last = plain[-1]
        if not _is_distinctive(plain[0]) and _is_distinctive(last) and last[0].isupper():
            names.append(last)
            if len(plain) > 2:
                names.append(" ".join(plain[1:]))
        partners = re.fullmatch(r"([A-Z])\w+ (?:&|and) ([A-Z])\w+", canonical)
        if partners is not None:
            names.append(f"{partners[1]}&{partners[2]}")  # "M&S"
        if "-" in canonical:
            tail = re.split(r"[\s-]", canonical)[-1]
            if _is_distinctive(tail) and tail[0].isupper() and len(re.split(r"[\s-]", canonical)) > 2:
                names.append(tail)
    elif re.search(r"\.(?:com|net|org|io|ai|de)$", canonical, re.IGNORECASE):
        stem = canonical.rsplit(".", 1)[0]
        if _is_distinctive(stem):
            names.append(stem)
    else:
        camel = _camel_initials(canonical)
        if 2 < len(camel) < len(canonical):
            names.append(camel)
    return tuple(names)


@lru_cache(maxsize=4096)
def short_keys(canonical: str, form: str | None) -> tuple[tuple[str, str], ...]:
    """The short names with what they are looked up by."""
    return tuple((name, plain_key(name)) for name in short_names(canonical, form))


def _is_distinctive(word: str) -> bool:
    lower = word.lower()
    return (
        sum(map(str.isalnum, word)) > 2
        and not word.endswith(".")
        and lower not in _GENERIC
        and lower not in given_names()
        and lower not in COMMON_FIRST
        and lower not in FUNCTION_WORDS
        and lower not in THING_HEADS
        and lower not in CALENDAR_WORDS
        and lower not in company_words()
        and lower not in load_demonyms()
        and lower not in _OUTER
    )


def is_sort_of_firm(canonical: str) -> bool:
    """Whether all behind the first word says what sort of firm it is ("Fate Therapeutics"): the first word alone is its name."""
    rest = canonical.lower().split()[1:]
    return bool(rest) and all(word in company_words() for word in rest)


_CLIPS = re.compile(r"[A-Z][a-z]+")
# A name that may be made of clipped words.
CLIPPED = re.compile(r"(?:[A-Z][a-z]+){2,}")


def is_clipped(short: str, full: str) -> bool:
    """Whether the name is made of the first letters of the other's words ("SocGen" of "Société Générale")."""
    words, clips = _folded_words(full), _clips_of(short)
    return len(clips) == len(words) and all(map(str.startswith, words, clips))


@lru_cache(maxsize=4096)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


@lru_cache(maxsize=4096)
def _clips_of(name: str) -> tuple[str, ...]:
    """The clipped words, in small letters, that a name may be made of."""
    return tuple(map(str.lower, _CLIPS.findall(name))) if CLIPPED.fullmatch(name) else ()
