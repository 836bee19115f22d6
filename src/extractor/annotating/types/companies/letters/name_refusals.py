"""Why the letters of a name alone say that it is no company: agencies, laws, months, jobs, countries."""

from __future__ import annotations

from extractor import late
from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.types.companies.words.vocabulary import (
    AUDIENCES,
    EXCHANGES,
    FUNCTION_WORDS,
    JOBS,
    ORGANISATION_HEADS,
    SHARED_HEADS,
    THING_HEADS,
    organisations,
)
from extractor.annotating.types.regions.places import load_demonyms, load_places
from extractor.data.common_words import is_common

BANKS = frozenset(
    [
        "federal deposit insurance corporation",
        "international finance corporation",
        "legal services corporation",
        "central bank",
        "world bank",
        "european central bank",
        "reserve bank",
        "federal reserve bank",
        "asian development bank",
        "islamic development bank",
    ]
)
_CENTRAL_OF = frozenset(
    [("reserve", "bank", "of"), ("central", "bank", "of"), ("people's", "bank", "of"), ("monetary", "authority", "of")]
)
# "Bank of" these is the central bank of the country.
_CENTRAL = frozenset(
    "england japan korea canada russia israel thailand italy france spain greece mexico finland ghana uganda "
    "tanzania zambia jamaica indonesia slovenia lithuania latvia namibia botswana mauritius mongolia portugal".split()
)
# "mRNA", "eVTOL", "dPCR"
_TECHNIQUE = late.regex(r"[a-z]{1,2}[A-Z]{2,5}s?")
# Banks of these are states' own, without a legal form behind ("Inter-American Development Bank").
_OF_STATES = frozenset("development reserve central investment infrastructure".split())
# Two words, the second a letter or a number, are no name behind one of these ("Series B", "Class A", "Hepatitis C").
NUMBERED = 2
_COUNTED = frozenset(
    "class series type phase stage grade tier level band group category zone section annex appendix schedule form hall stand "
    "gate block unit model version vitamin hepatitis influenza plan option step part round scope".split()
)

# Trusts of these are on the stock exchange.
_OF_TRUSTS = frozenset(
    "royalty capital realty investment income properties property mortgage growth equity estate resources energy".split()
)


def refusal_of(text: str, names: tuple[str, ...], known: str | None) -> str:
    """Why a name is no company wherever it stands, or "".

    Args:
        text: the name as written.
        names: its words in small letters.
        known: what the table of known firms says of it.
    """
    if text in organisations():
        return "organisation"
    if known in ("name", "research") and not _is_no_name(names):
        return ""
    if not known and _TECHNIQUE.fullmatch(text):
        return "thing"
    return _own_refusal(names) or ("place" if not known and _is_land(text) else "")


def _own_refusal(names: tuple[str, ...]) -> str:
    """Why a name of these words is no company wherever it stands, or ""."""
    last = names[-1]
    if _is_no_name(names) or (last in AUDIENCES and all(is_common(name) or name in FUNCTION_WORDS for name in names)):
        return "no name"
    if len(names) == 1:
        if last in EXCHANGES:
            return "exchange"
        return "common word" if last in load_demonyms() or last in ORGANISATION_HEADS or last in THING_HEADS else ""
    if (
        names[:3] in _CENTRAL_OF
        or " ".join(names) in BANKS
        or (len(names) > 2 and names[:2] == ("bank", "of") and names[2] in _CENTRAL)
    ):
        return "organisation"
    if not ORGANISATION_HEADS.isdisjoint(names) and any(
        name in ORGANISATION_HEADS
        and (names[index + 1] in ("of", "for", "on") or (name not in SHARED_HEADS and _is_place(names[index + 1 :])))
        for index, name in enumerate(names[:-1])
    ):
        return "organisation"
    if names[-1] == "bank" and names[-2] in _OF_STATES:
        return "organisation"
    if len(names) == NUMBERED and (len(last) == 1 or last.isdigit()) and names[0] in _COUNTED:
        return "thing"
    if last == "trust" and names[-2] in _OF_TRUSTS:
        return ""  # "Sabine Royalty Trust"
    if last in ORGANISATION_HEADS:
        return "shared" if last in SHARED_HEADS else "organisation"
    if last in THING_HEADS:
        return "thing"
    return "" if JOBS.isdisjoint(names) else "job"


def _is_place(names: tuple[str, ...]) -> bool:
    """Whether the words are a place's name ("Imperial College London")."""
    return load_places().get(" ".join(name.capitalize() for name in names)) is not None


def _is_land(name: str) -> bool:
    """Whether it is the name of a country, a part of the world or a well-known state: no firm, whoever it is taken for."""
    senses = load_places().get(name)
    return senses is not None and any(
        place.kind in ("country", "macro_region") or (place.kind == "subdivision" and place.is_known)
        for place in senses.places
    )


def _is_no_name(names: tuple[str, ...]) -> bool:
    return all(name in CALENDAR_WORDS or name in FUNCTION_WORDS for name in names)
