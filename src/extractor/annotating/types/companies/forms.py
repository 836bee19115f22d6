"""The grammar of legal forms on tokens: longest first, repeated to a fixed point."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.gazetteer import MOST_WORDS
from extractor.data.tables import read_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

# Tokens that one form can take ("S. de R. L. de C. V.").
MOST_TOKENS = 12
# Two initials with their stops ("A.B.").
LONGEST_INITIALS = 4
# A form of so few letters counts only as the table writes it: "C.V." is a form, "CV" a vehicle.
SHORT = 3
_JOINING = frozenset([",", "&", ".", "(", ")", "/", "-", "+"])


_NO_FORM = frozenset([("limited", "edition"), ("limited", "time"), ("limited", "series"), ("corporation", "tax"), ("company", "profile"), ("company", "profiles"), ("companies", "act"), ("company", "overview")])
# "Acrow Corp of America": the place belongs to the name.
_OF_PLACES = frozenset(["america", "america.", "canada", "india", "china"])


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


def letters(text: str) -> str:
    """The letters and digits of `text` without raised footnote figures."""
    return text if text.isascii() and text.isalnum() else "".join(char for char in text if char.isalnum() and char not in _RAISED)


# What ends an item of a list or a line.
_ITEM_ENDS = frozenset([",", ";", "|"])
_COMMAS = frozenset([",", ")"])
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


# Forms that are also written in small letters without stops.
_SMALL = frozenset(["plc", "gmbh", "llc", "inc", "ltd", "corp", "srl", "spzoo", "sro", "doo", "bv", "nv", "oy", "ag", "ab", "ohg", "kg", "llp"])


# Of several forms with the same letters the most trusted says what the letters are.
_TRUST = {"edge": 0, "modifier": 1, "weak": 2, "word": 3, "strong": 4}


class FormTable:
    """All legal forms by their letters, with the spellings that count for the doubtful ones."""

    def __init__(self) -> None:
        self.kinds: dict[str, tuple[str, str]] = {}
        self.spellings: dict[str, set[str]] = {}
        self.beginnings: set[str] = set()
        self.doubtful: set[str] = set()
        self.spaced: set[str] = set()
        for form, kind, position in read_table("legal_forms.tsv"):
            key = letters(form).lower()
            if not key:
                continue
            if form.startswith("&"):
                key = f"&{key}"
            known = self.kinds.get(key)
            if known is None or _TRUST[kind] > _TRUST[known[0]]:
                self.kinds[key] = (kind, position)
            written = form.replace(" ", "")
            if " " in form or "," in form:
                self.spaced.add(key)
            if kind == "weak":
                self.doubtful.add(written)
            if kind == "edge":
                self.beginnings.update(key[:size] for size in range(1, len(key) + 1))
                continue
            self.spellings.setdefault(key, set()).update((written,) if kind == "weak" or len(key) <= SHORT else (written, letters(form)))
            self.beginnings.update(key[:size] for size in range(1, len(key) + 1))

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
            if "&" in word.text:
                break  # "AT&T" is a name, whatever its letters spell
            key += text.lower()
            spelling += text
            if key not in self.beginnings:
                break
            kind = self.kinds.get(key)
            if kind is None or kind[0] == "modifier":
                continue
            if spaced and key not in self.spaced and not (kind[0] == "strong" and _are_initials(words, first, number)):
                continue
            is_edge = kind[0] == "edge" or not self._is_spelt(words, first, number, key, spelling, kind[0])
            if is_edge and not ends_item(words, number + 1):
                continue
            last = number + 1
            if any(word.text == "(" for word in words[first:last]):
                last = _behind_bracket(words, last)
            best = Form(first, last, kind[0] == "strong" and not is_edge and not self._is_doubtful(words, first, number), kind[1], is_edge)
        return best

    def _is_doubtful(self, words: list[Word], first: int, last: int) -> bool:
        """Whether this spelling is doubtful where another of the same letters is not ("AS" beside "A.S.")."""
        return "".join(word.text for word in words[first : last + 1]) in self.doubtful

    def _is_spelt(self, words: list[Word], first: int, last: int, key: str, spelling: str, kind: str) -> bool:
        if kind == "weak" or len(key) <= SHORT or spelling.islower():
            if key in _SMALL and kind != "weak":
                return True
            raw = "".join(word.text for word in words[first : last + 1]).rstrip(",")
            known = self.spellings[key]
            if raw in known or (spelling in known and not spelling.islower()):
                return True
            # the full stop of "hf." may be a token of its own
            return last + 1 < len(words) and words[last + 1].text == "." and f"{raw}." in known
        return True


def _are_initials(words: list[Word], first: int, last: int) -> bool:
    """Whether the tokens are initials behind a name and before none ("Orvane S. A.", not "A. O. Smith")."""
    if not first or len(words[first - 1].text) < 3 or not words[first - 1].is_capitalized:
        return False
    if last + 1 < len(words) and words[last + 1].is_capitalized:
        return False
    return all(len(letters(word.text)) < 2 for word in words[first : last + 1])


def _behind_bracket(words: list[Word], last: int) -> int:
    """Token behind the bracket that closes at `last`, with or without a full stop in it ("(publ.)")."""
    close = last + 1 if last < len(words) and words[last].text == "." else last
    return close + 1 if close < len(words) and words[close].text == ")" else last


@lru_cache(maxsize=1)
def load_forms() -> FormTable:
    """The package's table of legal forms, read once a process."""
    return FormTable()


# Whether a word may start a form: no, yes, or only before certain words.
_NO, _YES, _LOOK, _SMALL_LETTERS = 0, 1, 2, 3
_AFTER_MARK = frozenset("publ persero pty p co co. company cie cie. sons".split())
# What a form may start with that has no letters of its own.
_HYPHENS = frozenset(["-", "‐", "‑"])
_FIRST_MARKS = frozenset(["(", "&", "and"])


class Starters(dict["Word", int]):
    """Whether a word may start a form, worked out once; `goes_on` says so of a word with the next."""

    def __init__(self, table: FormTable) -> None:
        super().__init__()
        self.table = table
        self.pairs: dict[tuple[str, str], bool] = {}

    def __missing__(self, word: Word) -> int:
        if len(self) > MOST_WORDS:
            self.clear()
        found = self[word] = self._may_start(word.text)
        return found

    def _may_start(self, text: str) -> int:
        table = self.table
        if text in _FIRST_MARKS:
            return _LOOK
        key = letters(text).lower()
        if not key or key not in table.beginnings:
            return _NO
        if text.islower() and f"{text}." in table.spellings.get(key, ()):
            return _YES  # "hf" and its full stop as two tokens
        if text != text.lower() or not text.isalnum() or any(form.startswith(key) for form in _SMALL):
            return _YES
        return _SMALL_LETTERS

    def goes_on(self, text: str, following: str) -> bool:
        """Whether a word that starts a form is one, or may be one with the word behind: a cheap look before the grammar."""
        pair = (text, following)
        found = self.pairs.get(pair)
        if found is None:
            if len(self.pairs) > MOST_WORDS:
                self.pairs.clear()
            found = self.pairs[pair] = self._goes_on(text, following)
        return found

    def _goes_on(self, text: str, following: str) -> bool:
        key = letters(text).lower()
        more = letters(following).lower()
        return not key or not more or key in self.table.kinds or key + more in self.table.beginnings


def find_forms(annotation: Annotation, table: FormTable, starters: Starters) -> list[Form]:
    """All forms of the text; those that follow each other, with or without a comma, are one."""
    words = annotation.words
    found: list[Form] = []
    free, count = 0, len(words)
    for number in compress(range(count), map(starters.__getitem__, words)):
        word = words[number]
        following = words[number + 1] if number + 1 < count else None
        if number < free or not starters.goes_on(word.text, following.text if following is not None else ""):
            continue
        starter = starters[word]
        if starter == _LOOK and (following is None or following.lower not in _AFTER_MARK):
            continue
        if starter == _SMALL_LETTERS and not (number and words[number - 1].is_capitalized):
            continue
        form = table.at(annotation, number)
        if form is None or (form.last < count and words[form.last].text in _HYPHENS and not annotation.has_space_before(form.last)):
            continue  # nothing, or "Co-operative"
        if _heads_name(annotation, form, starters):
            continue
        if not form.strong and form.position == "suffix" and _is_name_itself(annotation, form, table, starters):
            continue
        form = _with_more(annotation, form, table, starters)
        if form.last < count and words[form.last].is_capitalized and form.last - number == 1 and (word.lower, words[form.last].lower) in _NO_FORM:
            continue
        if form.last + 1 < count and words[form.last].lower == "of" and words[form.last + 1].lower in _OF_PLACES and form.last - number == 1:
            continue
        form = _with_register_mark(words, form)
        found.append(form)
        free = form.last
    return found


def _heads_name(annotation: Annotation, form: Form, starters: Starters) -> bool:
    """Whether initials with stops are those of the name behind them ("A.B. Orvane")."""
    words = annotation.words
    if form.position != "suffix" or form.last - form.first != 1 or form.last >= len(words) or not starts_item(words, form.first):
        return False
    text, after = words[form.first].text, words[form.last]
    return len(text) == LONGEST_INITIALS and text[1::2] == ".." and after.is_capitalized and after.is_alpha and not starters[after]


def _is_name_itself(annotation: Annotation, form: Form, table: FormTable, starters: Starters) -> bool:
    """Whether doubtful initials are the name, or a part of it, that a sure form follows ("BRF S.A.", "Johnson & Son, Inc.")."""
    words = annotation.words
    heads = starts_item(words, form.first)
    if heads and words[form.first - 1].text not in _COMMAS:
        return True
    after = form.last + 1 if form.last < len(words) and words[form.last].text == "," else form.last
    if not (heads or form.edge) or after >= len(words) or not starters[words[after]]:
        return False
    more = table.at(annotation, after)
    return more is not None and more.strong


def _with_more(annotation: Annotation, form: Form, table: FormTable, starters: Starters) -> Form:
    """The form with those directly behind it ("Co., Ltd.")."""
    words = annotation.words
    count = len(words)
    while True:
        after = form.last
        if after < count and words[after].text == ",":
            after += 1
        more = table.at(annotation, after) if after < count and starters[words[after]] else None
        if more is None or _heads_name(annotation, more, starters) or more.position == "prefix" or (not more.strong and after > form.last) or (form.strong and more.edge):
            return form
        if after > form.last and more.position == "both" and more.last < count and words[more.last].is_capitalized:
            return form  # "Keyence K.K., Kabushiki Kaisha Toshiba"
        form = Form(form.first, more.last, form.strong or more.strong, form.position, form.edge and more.edge)


def _with_register_mark(words: list[Word], form: Form) -> Form:
    """The form with what registers write behind it."""
    count = len(words)
    if form.last >= count or words[form.last].text != "/":
        return form
    if form.last + 2 < count and words[form.last + 2].text == "/" and words[form.last + 1].is_upper:
        return form._replace(last=form.last + 3)  # "/DE/": how EDGAR tells namesakes apart
    if form.last + 1 < count and words[form.last + 1].text == "The":
        return form._replace(last=form.last + 2)  # "Tessel Co/The": how indices sort "The Tessel Co"
    return form
