"""The grammar of legal forms on tokens: longest first, repeated to a fixed point."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import MOST_WORDS
from extractor.annotating.types.companies.form_table import SMALL, Form, FormTable, letters, starts_item

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

# Two initials with their stops ("A.B.").
LONGEST_INITIALS = 4
_COMMAS = frozenset([",", ")"])
_NO_FORM = frozenset([("limited", "edition"), ("limited", "time"), ("limited", "series"), ("corporation", "tax"), ("company", "profile"), ("company", "profiles"), ("companies", "act"), ("company", "overview")])
# "Acrow Corp of America": the place belongs to the name.
_OF_PLACES = frozenset(["america", "america.", "canada", "india", "china"])
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
        if text != text.lower() or not text.isalnum() or any(form.startswith(key) for form in SMALL):
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
