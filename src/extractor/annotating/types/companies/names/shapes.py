"""What a word is to a name by its letters alone: one byte a word, so that runs of name words are found by one pattern.

The bytes of a text are letters that say what the word may be:

    N  a word with a capital, part of a name        c  such a word that only starts sentences ("The", "In")
    q  such a word that a name is read around with care ("Group", "De")
    S  a word in small letters that ends every name ("sells")
    P  a particle in small letters ("de", "van")    W  a weak word ("of", "and", "'s")
    D  figures alone                                H  a hyphen        .  a full stop
    B  a blank line                                 L  other white space       ,  a comma
    M  a mark that may stand inside a name or opens a bracket
    O  anything else
    F  where a legal form starts, whatever it is    U t T  taken by a figure that was found before: U for a word with a
                                                           capital, t for figures alone
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.tokens.words import MOST_WORDS
from extractor.annotating.types.companies.words.vocabulary import CLOSED_CLASS, known_companies
from extractor.data.common_words import is_common
from extractor.recent import Recent

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

PARTICLES = frozenset(
    "de la del della di da do dos du des van von der den le y e et és und und. für fur & + d' l' el al zu i".split()
)
WEAK = frozenset(["of", "and", "for", "'s", "’s", "the"])
POSSESSIVES = frozenset(["'s", "’s"])
# Behind a brand in small letters these belong to its name ("ipet Holdings").
FORMED_SMALL = frozenset("group holding holdings".split())
# A name of more words than this is a sentence in title case.
LONGEST_NAME = 9
# Characters of a number in a register at least: an ISIN has twelve, a LEI twenty.
LEAST_REGISTERED = 10
_CAREFUL = PARTICLES | FORMED_SMALL
_MARKS = frozenset("!'’([®™*†‡/")
# Two words that a lost line break has joined ("tradeSubscription").
_GLUED = re.compile(r"([a-z]{4,})([A-Z][a-z]{2,})")
# With a capital, but no names.
_NO_NAMES = frozenset(["US$", "A$", "C$"])


class WordClasses(Recent["Word", int]):
    """The class of each distinct word, worked out once."""

    def __init__(self) -> None:
        super().__init__(MOST_WORDS)

    def worked_out(self, word: Word) -> int:
        """The letter of the class of a word, as a byte."""
        return ord(_class_of(word))


def _class_of(word: Word) -> str:
    text, lower = word.text, word.lower
    if text != lower:
        if text.startswith(("http", "www")) or text in _NO_NAMES or _is_number_of(text):
            return "O"
        if lower in CLOSED_CLASS:
            return "c"
        if _is_glued(text):
            return "O"
        return "q" if lower in _CAREFUL else "N"
    if lower in WEAK:
        return "W"
    if lower in PARTICLES:
        return "P"
    if word.is_alpha and text.islower():
        return "S"
    if word.is_digit:
        return "D"
    if text in HYPHENS:
        return "H"
    if word.is_space:
        return "B" if "\n\n" in text else "L"
    return text if text in (",", ".") else "M" if text in _MARKS else "O"


def _is_number_of(text: str) -> bool:
    """Whether the word is the number of a firm or a paper in a register ("529900CLC3WDMGI9VH80")."""
    return len(text) >= LEAST_REGISTERED and text.isupper() and sum(map(str.isdigit, text)) > 1


def _is_glued(text: str) -> bool:
    """Whether a lost line break has joined two words of the language that are no firm's name together ("easyJet")."""
    glued = _GLUED.fullmatch(text)
    return (
        glued is not None
        and is_common(glued[1])
        and is_common(glued[2].lower())
        and known_companies().get(text) is None
    )


_NAME = "NcqFU"  # what may be a word of a name
# Where a name may start. A run of name words is a chunk when behind it stands what certainly ends the name and starts
# neither form nor bracket; every other start is left to the reader of names.
RUN = 1
STARTS = re.compile(
    rf"((?:N|c(?=[NcqF]))[Nc]{{0,{2 * LONGEST_NAME - 1}}}+(?=\Z|[SBOTtU.]|D(?!,?F)|,(?![,LF])|L(?![,L{_NAME}])"
    rf"|[WP](?![PL{_NAME}])))"
    rf"|[NqF]|c(?=[NcqF,.])|[Dt](?=H?[{_NAME}])".encode()
)
NAMES, STOP = frozenset(b"Ncq"), ord("S")
FULL_STOP, FORM, PARTICLE = ord("."), ord("F"), ord("P")
# The class of a word that belongs to a figure, by its own class.
TAKEN = bytes(
    ord("U") if code in NAMES else ord("t") if code == ord("D") else code if code in b",LM" else ord("T")
    for code in range(256)
)
