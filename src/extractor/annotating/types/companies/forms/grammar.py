"""The grammar of legal forms on tokens: longest first, repeated to a fixed point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.types.companies.forms.form_starts import FORM_STARTS, Starters
from extractor.annotating.types.companies.forms.form_table import Form, FormTable, ends_item, starts_item

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# Two initials with their stops ("A.B.").
LONGEST_INITIALS = 4
# How shells and funds of one house are told apart.
_NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIV XV".split())
# Behind its comma at the end of an item: how alphabetical lists write it.
_ARTICLES = frozenset(["The", "THE"])
_BRACKETED_ARTICLES = [["(", article, ")"] for article in sorted(_ARTICLES)]
_COMMAS = frozenset([",", ")"])
_NO_FORM = frozenset(
    [
        ("limited", "edition"),
        ("limited", "time"),
        ("limited", "series"),
        ("corporation", "tax"),
        ("company", "profile"),
        ("company", "profiles"),
        ("companies", "act"),
        ("company", "overview"),
    ]
)
# "Acrow Corp of America": the place belongs to the name.
_OF_PLACES = frozenset(["america", "america.", "canada", "india", "china"])
# What a form may start with that has no letters of its own.


def find_forms(annotation: Annotation, table: FormTable, starters: Starters) -> list[Form]:
    """All forms of the text; those that follow each other, with or without a comma, are one."""
    words = annotation.words
    found: list[Form] = []
    free, count = 0, len(words)
    for start in FORM_STARTS.finditer(bytes(map(starters.__getitem__, words))):
        number = start.start()
        word = words[number]
        if number < free or not starters.goes_on[word.text, words[number + 1].text if number + 1 < count else ""]:
            continue
        form = table.at(annotation, number)
        if form is None or (
            form.last < count and words[form.last].text in HYPHENS and not annotation.has_space_before(form.last)
        ):
            continue  # nothing, or "Co-operative"
        if _heads_name(annotation, form, starters):
            continue
        if not form.strong and form.position == "suffix" and _is_name_itself(annotation, form, table, starters):
            continue
        form = _with_more(annotation, form, table, starters)
        if (
            form.last < count
            and words[form.last].is_capitalized
            and form.last - number == 1
            and (word.lower, words[form.last].lower) in _NO_FORM
        ):
            continue
        if (
            form.last + 1 < count
            and words[form.last].lower == "of"
            and words[form.last + 1].lower in _OF_PLACES
            and form.last - number == 1
        ):
            continue
        form = _with_register_mark(words, form)
        found.append(form)
        free = form.last
    return found


def _heads_name(annotation: Annotation, form: Form, starters: Starters) -> bool:
    """Whether initials with stops are those of the name behind them ("A.B. Orvane")."""
    words = annotation.words
    if (
        form.position != "suffix"
        or form.last - form.first != 1
        or form.last >= len(words)
        or not starts_item(words, form.first)
    ):
        return False
    text, after = words[form.first].text, words[form.last]
    return (
        len(text) == LONGEST_INITIALS
        and text[1::2] == ".."
        and after.is_capitalized
        and after.is_alpha
        and not starters.may_start(after)
    )


def _is_name_itself(annotation: Annotation, form: Form, table: FormTable, starters: Starters) -> bool:
    """Whether doubtful initials are the name, or a part of it, that a sure form follows ("BRF S.A.", "Johnson & Son, Inc.")."""
    words = annotation.words
    heads = starts_item(words, form.first)
    if heads and words[form.first - 1].text not in _COMMAS:
        return True
    after = form.last + 1 if form.last < len(words) and words[form.last].text == "," else form.last
    if not (heads or form.edge) or after >= len(words) or not starters.may_start(words[after]):
        return False
    more = table.at(annotation, after)
    return more is not None and more.strong


def _with_more(annotation: Annotation, form: Form, table: FormTable, starters: Starters) -> Form:
    """The form with those directly behind it ("Co., Ltd.")."""
    words = annotation.words
    count = len(words)
    while True:
        after = form.last
        if after < count and (words[after].text == "," or _is_stop_of_form(words, after)):
            after += 1
        more = table.at(annotation, after) if after < count and starters.may_start(words[after]) else None
        if (
            more is None
            or _heads_name(annotation, more, starters)
            or more.position == "prefix"
            or (not more.strong and after > form.last)
            or (form.strong and more.edge)
        ):
            return form
        if after > form.last and more.position == "both" and more.last < count and words[more.last].is_capitalized:
            return form  # "Keyence K.K., Kabushiki Kaisha Toshiba"
        form = Form(form.first, more.last, form.strong or more.strong, form.position, form.edge and more.edge)


def _is_stop_of_form(words: list[Word], at: int) -> bool:
    """Whether the full stop is the form's before it: its partners follow ("Ges.m.b.H. & Co. KG")."""
    return words[at].text == "." and [word.text for word in words[at + 1 : at + 2]] == ["&"]


def _with_register_mark(words: list[Word], form: Form) -> Form:
    """The form with what registers write behind it."""
    count = len(words)
    if form.last < count and words[form.last].text in _NUMERALS and form.strong and form.position == "suffix":
        return form._replace(last=form.last + 1)  # "Acquisition Corp. II"
    if form.last + 1 < count and words[form.last].text == "," and words[form.last + 1].text in _ARTICLES:
        return form._replace(last=form.last + 2) if ends_item(words, form.last + 2) else form  # "Buckle, Inc., The"
    if [word.text for word in words[form.last : form.last + 3]] in _BRACKETED_ARTICLES:
        return form._replace(last=form.last + 3)  # "Buckle, Inc. (The)"
    if form.last >= count or words[form.last].text != "/":
        return form
    if form.last + 2 < count and words[form.last + 2].text == "/" and words[form.last + 1].is_upper:
        return form._replace(last=form.last + 3)  # "/DE/": how EDGAR tells namesakes apart
    if form.last + 1 < count and words[form.last + 1].is_upper and ends_item(words, form.last + 2):
        return form._replace(last=form.last + 2)  # "/NEW"
    if form.last + 1 < count and words[form.last + 1].text == "The":
        return form._replace(last=form.last + 2)  # "Tessel Co/The": how indices sort "The Tessel Co"
    return form
