"""The table of legal forms, and the longest single one at a token."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS
from extractor.data.common_words import is_common
from extractor.data.tables import read_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# Tokens that one form can take ("S. de R. L. de C. V.").
MOST_TOKENS = 12
# A form of so few letters counts only as the table writes it: "C.V." is a form, "CV" a vehicle.
SHORT = 3
_JOINING = frozenset([",", "&", ".", "(", ")", "/", "-", "+"])


class Form(NamedTuple):
    """A legal form found: tokens `first` to `last` (excluded).

    A `strong` one says by itself that a name stands before; an `edge` one only where the name and the form are all that
    an item of a list or a line holds.
    """

    first: int
    last: int
    strong: bool
    position: str
    edge: bool = False


# Raised figures are footnote marks, not part of a form.
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹ªº")
_ASCII_MARKS = {number: None for number in range(128) if not chr(number).isalnum()}


@lru_cache(maxsize=10_000)
def letters(text: str) -> str:
    """The letters and digits of `text` without raised footnote figures."""
    if text.isascii():
        return text if text.isalnum() else text.translate(_ASCII_MARKS)
    return "".join(char for char in text if char.isalnum() and char not in _RAISED)


# What ends an item of a list or a line.
_ITEM_ENDS = frozenset([",", ";", "|"])
# What an item of a list or a line starts behind.
_ITEM_STARTS = frozenset([",", ";", "|", ":", "•", "*", "-", "–", "—", "·", "▪", "●", "and", ")", "."])


def ends_item(words: list[Word], last: int) -> bool:
    """Whether an item of a list or a line ends before token `last`."""
    return last >= len(words) or words[last].text in _ITEM_ENDS or (words[last].is_space and "\n" in words[last].text)


def starts_item(words: list[Word], first: int) -> bool:
    """Whether an item of a list or a line starts at token `first`."""
    if first == 0:
        return True
    before = words[first - 1]
    if before.text in (")", "."):
        return first > 1 and words[first - 2].is_digit  # "1. Orvane"
    return before.text in _ITEM_STARTS or (before.is_space and "\n" in before.text)


# Letters of the mark of a register ("/NEW/").
LONGEST_MARK = 3


def register_mark(words: list[Word], at: int) -> int:
    """Token behind "/NV/", by which registers tell namesakes without a form apart, or 0."""
    if at + 2 >= len(words) or words[at].text != "/" or words[at + 2].text != "/":
        return 0
    is_mark = words[at + 1].is_upper and len(words[at + 1].text) <= LONGEST_MARK
    return at + 3 if is_mark and ends_item(words, at + 3) else 0


# Forms that are also written in small letters without stops.
SMALL = frozenset(
    [
        "plc",
        "gmbh",
        "llc",
        "inc",
        "ltd",
        "corp",
        "srl",
        "spzoo",
        "sro",
        "doo",
        "bv",
        "nv",
        "oy",
        "ag",
        "ab",
        "ohg",
        "kg",
        "llp",
    ]
)


# Of several forms with the same letters the most trusted says what the letters are.
_TRUST = {"edge": 0, "modifier": 1, "weak": 2, "word": 3, "strong": 4}


class FormTable:
    """All legal forms by their letters, with the spellings that count for the doubtful ones."""

    def __init__(self) -> None:
        self.kinds: dict[str, tuple[str, str]] = {}
        self.spellings: dict[str, set[str]] = {}
        self.doubtful: set[str] = set()
        self.spaced: set[str] = set()
        for form, kind, position in read_table("legal_forms.tsv"):
            key = letters(form).lower()
            if not key:
                continue
            if form.startswith("&"):
                key = f"&{key}"
            known = self.kinds.get(key)
            if known is not None and "both" in (position, known[1]):
                position = "both"  # "S.A.R.L." and "SARL" are one
            if known is None or _TRUST[kind] > _TRUST[known[0]]:
                self.kinds[key] = (kind, position)
            else:
                self.kinds[key] = (known[0], position)
            written = form.replace(" ", "")
            if " " in form or "," in form:
                self.spaced.add(key)
            if kind == "weak":
                self.doubtful.add(written)
            if kind == "edge":
                continue
            spellings = self.spellings.setdefault(key, set())
            spellings.add(written)
            if kind != "weak" and len(key) > SHORT:
                spellings.add(letters(form))
            if " " in form and (form.endswith(".") or not is_common(form.split()[0].lower())):
                spellings.add(written.lower())  # "ek. för.", "akciová společnost", never "limited partnership"
        self._sorted = sorted(self.kinds)

    def begins(self, key: str) -> bool:
        """Whether the letters of some form are these, or begin with them; not so without any."""
        at = bisect_left(self._sorted, key)
        return key != "" and at < len(self._sorted) and self._sorted[at].startswith(key)

    def at(self, annotation: Annotation, first: int) -> Form | None:
        """The longest single form that starts at token `first`."""
        words = annotation.words
        best: Form | None = None
        key = ""
        spelling = ""
        spaced = False
        for number in range(first, min(first + MOST_TOKENS, len(words))):
            word = words[number]
            if word.is_space:
                if "\n\n" in word.text:
                    break
                continue
            if number > first and annotation.has_space_before(number):
                spaced = True
            text = letters(word.text)
            if not text:
                if word.text not in _JOINING or (number == first and word.text not in "&("):
                    break
                if number == first and word.text == "&":
                    key = "&"
                continue
            if "&" in word.text or (number == first and "+" in word.text):
                break  # "AT&T" and "K+S" are names, whatever their letters spell
            key += text.lower()
            spelling += text
            if not self.begins(key):
                break
            kind = self.kinds.get(key)
            if kind is None or kind[0] == "modifier":
                continue
            if spaced and key not in self.spaced and not (kind[0] == "strong" and _are_initials(words, first, number)):
                continue
            is_edge = kind[0] == "edge" or not self._is_spelt(words, first, number, key, spelling, kind[0])
            if is_edge and (
                (key in FUNCTION_WORDS and spelling.islower())  # "Kevlar too;"
                or not (ends_item(words, number + 1) or register_mark(words, number + 1))
            ):
                continue
            last = number + 1
            if any(word.text == "(" for word in words[first:last]):
                last = _behind_bracket(words, last)
            best = Form(
                first,
                last,
                kind[0] == "strong" and not is_edge and not self._is_doubtful(words, first, number),
                kind[1],
                is_edge,
            )
        return best

    def _is_doubtful(self, words: list[Word], first: int, last: int) -> bool:
        """Whether this spelling is doubtful where another of the same letters is not ("AS" beside "A.S.")."""
        return "".join(word.text for word in words[first : last + 1]) in self.doubtful

    def _is_spelt(self, words: list[Word], first: int, last: int, key: str, spelling: str, kind: str) -> bool:
        if kind == "weak" or len(key) <= SHORT or spelling.islower():
            is_small = key in SMALL and (len(key) > 2 or spelling.islower())  # "Ag" is farming
            if (is_small or key[0] == "&") and kind != "weak":
                return True  # "& CO INC"
            raw = "".join(word.text for word in words[first : last + 1]).rstrip(",")
            known = self.spellings[key]
            if raw in known or (spelling in known and not spelling.islower()):
                return True
            # the full stop of "hf." may be a token of its own
            return last + 1 < len(words) and words[last + 1].text == "." and f"{raw}." in known
        return True


def _are_initials(words: list[Word], first: int, last: int) -> bool:
    """Whether the tokens are initials behind a name and before none ("Orvane S. A.", not "A. O. Smith")."""
    name = first - 1 if not first or words[first - 1].text != "," else first - 2  # "Orvane, a. s."
    if name < 0 or len(words[name].text) < 3 or not words[name].is_capitalized:
        return False
    if last + 1 < len(words) and words[last + 1].is_capitalized:
        return False
    # "S.c.a" has a stop for each letter but the last
    return all(len(letters(word.text)) < 2 + word.text.count(".") for word in words[first : last + 1])


def _behind_bracket(words: list[Word], last: int) -> int:
    """Token behind the bracket that closes at `last`, with or without a full stop in it ("(publ.)")."""
    close = last + 1 if last < len(words) and words[last].text == "." else last
    return close + 1 if close < len(words) and words[close].text == ")" else last


@lru_cache(maxsize=1)
def load_forms() -> FormTable:
    """The package's table of legal forms, read once a process."""
    return FormTable()
