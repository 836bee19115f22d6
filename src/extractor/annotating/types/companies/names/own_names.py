"""Companies of the user's own lists, with their identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.mention import CompanyName
from extractor.annotating.types.companies.forms.form_table import FormTable, letters
from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.gazetteer import Gazetteer
    from extractor.annotating.gazetteer_files import UserName


def strip_form(name: str, forms: FormTable) -> tuple[str, str | None]:
    """A name from a list without its legal form, and the form.

    >>> from extractor.annotating.types.companies.forms.form_table import load_forms
    >>> strip_form("Sable & Finch Holdings Co., Ltd.", load_forms())
    ('Sable & Finch Holdings', 'Co., Ltd.')
    """
    words = name.split()
    cut = len(words)
    for first in range(len(words) - 1, 0, -1):
        tail = letters("".join(words[first:cut])).lower()
        kind = forms.kinds.get(tail)
        if kind is not None and kind[1] != "prefix":
            cut = first
        elif not forms.begins(tail) and cut - first > 2:
            break
    if cut == len(words):
        return name, None
    return " ".join(words[:cut]).rstrip(" ,&"), " ".join(words[cut:])


def add_own_names(
    annotation: Annotation, companies: list[CompanyName], names: Gazetteer[UserName], forms: FormTable
) -> list[CompanyName]:
    """The companies with the user's added; one that rules found as well gets the user's identifier."""
    by_start = {company.first: company for company in companies}
    for company in companies:
        user = names.get(company.name) or names.get(company.canonical)
        if user is not None:
            company.identifier, company.origin = user.identifier, "user"
    replaced: set[int] = set()
    added: list[CompanyName] = []
    for first, last, user in names.matches(annotation, range(len(annotation.words))):
        text = annotation.span_text(first, last)
        if not _is_name(annotation, first, last, text, user):
            continue
        found = by_start.get(first)
        if found is not None and found.last >= last:
            if found.identifier is None and found.last == last:
                found.identifier, found.origin = user.identifier, "user"
            continue
        inside = [company for company in companies if first < company.last and company.first < last]
        if any(company.first < first or company.last > last for company in inside):
            continue
        replaced.update(id(company) for company in inside)
        canonical, form = strip_form(user.name, forms)
        start, end = annotation.starts[first], annotation.end(last - 1)
        added.append(
            CompanyName(
                label="COMPANY",
                start=start,
                end=end,
                text=text,
                rule="company.user",
                first=first,
                last=last,
                canonical=canonical,
                name=user.name,
                legal_form=form if form and text.endswith(form[-2:]) else None,
                role=inside[0].role if inside else "mentioned",
                identifier=user.identifier,
                origin="user",
            )
        )
    return [company for company in companies if id(company) not in replaced] + added


def _is_name(annotation: Annotation, first: int, last: int, text: str, user: UserName) -> bool:
    """Whether the words are written like a name here: "Key" is one only inside a sentence and with its capital."""
    if text.islower() and text != user.name:
        return False
    if last - first > 1:
        return (
            any(
                annotation.words[token].is_capitalized or annotation.words[token].has_digit
                for token in range(first, last)
            )
            or text == user.name
        )
    word = annotation.words[first]
    return word.lower not in FUNCTION_WORDS and not (
        annotation.sentence_of(first)[0] == first and word.lower == word.text.lower() and text != user.name
    )
