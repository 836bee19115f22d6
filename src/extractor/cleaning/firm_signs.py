"""Where in a text the name of a research firm may stand: the cheap look before the dear patterns."""

from __future__ import annotations

from functools import cache
from typing import Final

from extractor.cleaning.firm_names import known_firms
from extractor.cleaning.memory import remembering

REMEMBERED: Final = 4096  # texts
# Words one of which stands in every name that looks like a research firm's; lists of known names hold the others.
_OF_NAMES: Final = frozenset((
    "Research", "Intelligence", "Insights", "Insight", "Analytics", "Analytica", "Consulting", "Consultancy", "Consultants", "Advisory", "Advisors", "Reports",
    "Report", "Markets", "Statistics", "Economics", "Strategy", "Strategies", "Foresight", "Datos", "Nester", "Ratings", "Evaluate",
))  # fmt: skip
# Words of the wordings that make any name one.
_OF_WORDINGS: Final = (
    "researcher", "consultancy", "consultants", "firm", "house", "agency", "provider", "According", "according", "SOURCE", "Source", "About",
)  # fmt: skip
_PARTS: Final = ("nsight", "esearch", "nalytics")  # of words written together ("TinInsights")
_COPYRIGHT: Final = "©"  # clings to years


@cache
def _worn(words: frozenset[str]) -> dict[str, str]:
    """The words with the marks that cling to them -> the words."""
    return {
        before + word + after: word
        for word in words
        for before in ("", "(", "“", '"')
        for after in ("", ",", ".", ":", ";", ")", "’s", "'s", "’", "'")
    }


@cache
def _worn_of_names() -> dict[str, str]:
    heads = {name.split()[0] for name in known_firms().values() if not _OF_NAMES.intersection(name.split())}
    return _worn(
        _OF_NAMES | heads | {head.capitalize() for head in heads if head.isupper()}
    )  # "CRISIL" is "Crisil", too


@cache
def _all_worn() -> frozenset[str]:
    return frozenset(_worn_of_names()) | frozenset(_worn(frozenset(_OF_WORDINGS)))


def _signs(text: str) -> tuple[str, ...] | None:
    """What of a text may be part of a firm's name, in no order; None when no firm can be read from it.

    >>> sorted(_signs("The lamp market grows, Tin Road Research says.")), _signs("lamps, according to Acme"), _signs("lamps sell")
    (['Research', 'esearch'], (), None)
    """
    met = _all_worn().intersection(text.split())
    parts = [part for part in _PARTS if part in text]
    if not met and not parts:
        return () if _COPYRIGHT in text else None
    worn = _worn_of_names()
    return tuple({*(worn[word] for word in met if word in worn), *parts})


signs_in = remembering(_signs, REMEMBERED)
