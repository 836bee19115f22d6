"""What the letters of a name say for and against a firm that no rule tells: marks that are weighed."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.types.companies.words.vocabulary import company_words

if TYPE_CHECKING:
    from extractor.annotating.types.companies.letters.facts import NameFacts

# Endings of words of trades and sciences that no table of the language has ("Urology", "Polyamide").
TECHNICAL = tuple("logy tion ics ide ene ane ate ies ity ism ing oid metry graphy ers".split())
# Last words of names of partners and of families ("Lindqvist & Daughters").
KIN = frozenset(
    "sons son daughters daughter brothers bros bros. sisters partner partners associates söhne sohn fils figli hijos".split()
)
_JOINTS = frozenset(["&", "and"])
_FIGURE = re.compile(r"\d")


def marks_of_letters(facts: NameFacts) -> frozenset[str]:
    """The marks of the name itself, wherever it stands."""
    names, number = facts.names, "word" if len(facts.names) == 1 else "words"
    flags = {
        f"kind {facts.kind or 'word'}": bool(facts.kind) or names[-1] in company_words(),
        f"description, {number}": facts.is_description,
        "common words": len(names) > 1 and not facts.odd_words,
        "odd in part": 0 < len(facts.odd_words) < len(facts.letters),
        f"plural, {number}": names[-1].endswith("s"),
        "initials": facts.is_initials,
        "figure": not facts.text.isalpha() and _FIGURE.search(facts.text) is not None,
        "coined": facts.is_coined,
        "given name": facts.is_personal,
        "place": facts.is_place,
        "technical": names[-1].endswith(TECHNICAL),
        "partners": "&" in names,
        "partners, odd": names[-2:-1] == ("&",) and len(facts.odd_words) == len(facts.letters) > 1,
        "kin": names[-1] in KIN and bool(facts.odd_words) and not _JOINTS.isdisjoint(names),
        "no firm": not facts.may_be_firm or not (facts.odd_words or len(names) > 1),
        "small inside": not facts.is_capitalized,
        "research": facts.is_research,
    }
    return frozenset(compress(flags, flags.values()))


def marks_by_small(facts: NameFacts, small: set[str]) -> tuple[str, str]:
    """The marks of a name whose words the text writes in small letters as well; "" for one that it has not."""
    by_odd = facts.odd_words and not [forms for forms in facts.odd_forms if small.isdisjoint(forms)]
    is_small = facts.letters and small.issuperset(facts.letters)
    return (
        "odd in small" if by_odd else "",
        ("in small, word" if len(facts.names) == 1 else "in small, words") if is_small else "",
    )
