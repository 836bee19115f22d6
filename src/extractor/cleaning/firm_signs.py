"""Where in a text the name of a research firm may stand: the cheap look before the dear patterns."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from extractor.cleaning.firm_names import known_firms
from extractor.cleaning.memory import remembering
from extractor.data.firm_words import signs_of_names

REMEMBERED: Final = 4096  # texts
# Words one of which stands in every wording that calls a name a research firm's ("firm_noun" of publisher_cues.toml).
_CALLING: Final = (
    "researcher", "researchers", "analyst", "analysts", "Analysts", "forecaster", "forecasters", "watcher", "watchers", "tracker", "consultancy",
    "Consultancy", "consultants", "Consultants", "consulting", "advisory", "firm", "house", "agency", "provider", "outfit", "boutique", "specialist",
    "consultora", "consultoria", "consultoría", "cabinet", "bureau", "firma", "empresa", "instituto", "onderzoeksbureau", "marktonderzoeker",
    "adviesbureau", "Institut", "Institute", "Instituto", "Unternehmensberatung", "società", "istituto", "lembaga",
)  # fmt: skip
# Words of the other wordings that make any name one.
_OF_WORDINGS: Final = (
    "According", "according", "SOURCE", "Source", "About", "offering", "catalogue", "catalog", "library", "portfolio", "Copyright", "COPYRIGHT",
    "(c)", "(C)", "Publisher", "from:", "titled", "entitled", "addition", "report", "study", "presents", "Publisher:", "By:", "reserved", "Reserved",
    "Company",
)  # fmt: skip
_PARTS: Final = ("nsight", "esearch", "nalytics")  # of words written together ("TinInsights")
_CALLING_PARTS: Final = frozenset(("esearch", "arktforsch"))
_ALL_PARTS: Final = (*_PARTS, "arktforsch")
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
    signs = signs_of_names()
    heads = {name.split()[0] for name in known_firms().values() if signs.isdisjoint(name.split())}
    return _worn(signs | heads | {head.capitalize() for head in heads if head.isupper()})  # "CRISIL" is "Crisil", too


@cache
def _worn_calling() -> frozenset[str]:
    return frozenset(_worn(frozenset(_CALLING)))


@cache
def _all_worn() -> frozenset[str]:
    return frozenset(_worn_of_names()) | _worn_calling() | frozenset(_worn(frozenset(_OF_WORDINGS)))


class Signs(NamedTuple):
    """What speaks for a firm in a text.

    Attributes:
        names: what may be part of a firm's name, in no order.
        calls: whether the text may call something a research firm.
    """

    names: tuple[str, ...]
    calls: bool


def _signs(text: str) -> Signs | None:
    """The signs of a text, or None when no firm can be read from it.

    >>> sorted(_signs("The lamp market grows, Tin Road Insight says.").names), _signs("lamps, according to Acme"), _signs("lamps sell")
    (['Insight', 'nsight'], Signs(names=(), calls=False), None)
    """
    met = _all_worn().intersection(text.split())
    parts = [part for part in _ALL_PARTS if part in text]
    if not met and not parts:
        return Signs((), calls=False) if _COPYRIGHT in text else None
    worn = _worn_of_names()
    names = {*(worn[word] for word in met if word in worn), *parts}
    return Signs(tuple(names), not (_worn_calling().isdisjoint(met) and _CALLING_PARTS.isdisjoint(parts)))


signs_in = remembering(_signs, REMEMBERED)
