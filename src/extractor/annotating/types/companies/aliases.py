"""Short names of the companies that a document names in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import Gazetteer
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import CompanyName
from extractor.annotating.spelling import first_runs, small_words
from extractor.annotating.types.companies.short_names import (
    CLIPS,
    is_clipped,
    is_initialism,
    is_sort_of_firm,
    short_names,
)
from extractor.annotating.types.companies.words import (
    EXCHANGES,
    FUNCTION_WORDS,
    is_common,
)

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

_KNOWN_AS = re.compile(
    r"^[,(\s]*(?:also |formerly |previously |better |commonly |now |hereafter |hereinafter |collectively |or simply |together )*"
    r"(?:known (?:simply )?as|trading as|referred to as|branded as|called|d/?b/?a|doing business as|or simply|hereafter|hereinafter|formerly|renamed)\s+(?:the\s+)?[\"“‘(]*$",
    re.IGNORECASE,
)
# What is named after a firm and is none.
_VENUES = frozenset("arena stadium park tower cup open prize award awards museum hall theatre theater field bowl marathon trophy league championship center centre".split())
# Letters of initials at most.
LONGEST_INITIALS = 6
def find_definitions(annotation: Annotation, companies: list[CompanyName], chunks: list[Chunk]) -> dict[str, CompanyName]:
    """Names that the text itself gives a company: "(SABIC)", "known as TSMC", "now trading as GSK"."""
    found: dict[str, CompanyName] = {}
    by_first = {company.first: company for company in companies}
    text = annotation.text
    for number, chunk in enumerate(chunks):
        company = by_first.get(chunk.start)
        if company is None:
            continue
        for start, stop in chunk.brackets:
            inside = annotation.span_text(start, stop).strip(" \"“”'‘’")
            inside = re.sub(r"^(?:the |or |\")+", "", inside).strip(" \"“”'‘’")
            if not inside or len(inside) > 30 or not any(char.isupper() for char in inside) or ":" in inside:
                continue
            if is_initialism(inside, company.canonical, company.legal_form) or company.canonical.lower().startswith(f"{inside.lower()} ") or inside[0] in "\"“":
                found.setdefault(inside, company)
        for other in chunks[number + 1 : number + 3]:
            between = text[annotation.end(chunk.tail - 1) : annotation.starts[other.start]]
            if len(between) < 60 and _KNOWN_AS.match(between):
                found.setdefault(annotation.span_text(other.first, other.last), company)
    return found


def find_aliases(annotation: Annotation, companies: list[CompanyName], chunks: list[Chunk]) -> list[CompanyName]:
    """Mentions of the found companies by a shorter name, and by the full name without its form."""
    if not companies:
        return []
    names: Gazetteer[CompanyName] = Gazetteer()
    owners: dict[str, str] = {}
    for company in companies:
        key = names.key(company.canonical)
        if key not in owners or (company.legal_form and names.get(company.canonical) is not None):
            if names.get(company.canonical) is None or company.legal_form:
                names.add(company.canonical, company)
            owners[key] = company.canonical
    definitions = find_definitions(annotation, companies, chunks)
    for name, company in definitions.items():
        key = names.key(name)
        if key not in owners or (company.legal_form and _has_no_form(owners[key], companies)):
            owners[key] = company.canonical
            names.add(name, company)
    contested: set[str] = set()
    shorter: dict[str, CompanyName] = {}
    for company in {company.canonical: company for company in reversed(companies)}.values():
        for name in short_names(company.canonical, company.legal_form):
            key = names.key(name)
            is_initials = name.isupper() and owners.get(key) == name and len(name) <= LONGEST_INITIALS
            if key in owners and not is_initials and not (company.legal_form and _has_no_form(owners[key], companies)):
                continue
            if key in shorter and shorter[key].canonical != company.canonical:
                contested.add(key)
            shorter.setdefault(key, company)
    for key, company in shorter.items():
        if key not in contested:
            names.add_key(key, company)
    for company in companies:
        _adopt(company, names)
    free = [True] * len(annotation.words)
    for chunk in chunks:
        for start, stop in chunk.brackets:
            if ":" in annotation.span_text(start, stop):
                for token in range(start, stop):
                    free[token] = False
    for company in companies:
        for token in range(company.first, company.last):
            free[token] = False
    by_first: dict[int, Chunk] = {}
    for chunk in chunks:
        for token in range(chunk.start, chunk.last):
            by_first[token] = chunk
    small = small_words(annotation)
    found = []
    upper = {names.key(name) for name in definitions if name.isupper()}
    for first, last, company in names.matches(annotation, _starts(annotation, companies, names)):
        if not free[first] or not free[last - 1] or _is_ticker(annotation, first):
            continue
        around = by_first.get(first)
        text = annotation.span_text(first, last)
        if not (annotation.words[first].is_capitalized or text in (company.canonical, company.text)):
            continue
        key = names.key(text)
        if key != names.key(company.canonical) and not _same_case(text, company.canonical):
            continue
        is_part = last - first == 1 and key != names.key(company.canonical)
        if is_part and (key in small or (is_common(key) and not text.isupper() and not is_sort_of_firm(company.canonical))):
            continue  # a word of the language: "Sports" is not short for a firm
        initials = (key in upper or len(text) <= 6) and key != names.key(company.canonical) and (key in upper or is_initialism(text, company.canonical, company.legal_form)) and not company.canonical.lower().startswith(text.lower())
        if initials and not text.isupper():
            continue
        if around is not None and not _stands_alone(annotation, around, first, last, company):
            continue
        found.append(
            CompanyName(
                label="COMPANY",
                start=annotation.starts[first],
                end=annotation.end(last - 1),
                text=text,
                rule="company.alias",
                first=first,
                last=last,
                canonical=company.canonical,
                name=company.name,
                role=company.role,
                ticker=company.ticker,
                identifier=company.identifier,
                origin=company.origin,
            )
        )
    return found


def _is_ticker(annotation: Annotation, token: int) -> bool:
    """Whether an exchange and a colon stand before ("NYSE: AON")."""
    words = annotation.words
    return token > 1 and words[token - 1].text == ":" and words[token - 2].lower in EXCHANGES


def _starts(annotation: Annotation, companies: list[CompanyName], names: Gazetteer[CompanyName]) -> list[int]:
    """Tokens that a short name may start at: capitals, figures of names such as "3M", brands in small letters."""
    if any(not company.canonical[:1].isupper() for company in companies):
        return list(range(len(annotation.words)))
    return names.starts_among(first_runs(annotation))


def _same_case(text: str, canonical: str) -> bool:
    """Whether the words of the short name are written as in the full one ("Bubble tea" is not "Bubble Tea House")."""
    full = set(re.split(r"[\s-]", canonical))
    return text.isupper() or canonical.isupper() or all(word in full or word.lower() not in {item.lower() for item in full} for word in re.split(r"[\s-]", text))


def _has_no_form(canonical: str, companies: list[CompanyName]) -> bool:
    return not any(company.legal_form for company in companies if company.canonical == canonical)


def _adopt(company: CompanyName, names: Gazetteer[CompanyName]) -> None:
    """A name found on its own evidence that is short for another's goes by that other's."""
    if company.legal_form:
        whole = names.get(company.text)
        if whole is not None and whole.canonical != company.canonical:
            company.canonical, company.name = whole.canonical, whole.name  # "Merck & Co." beside "Merck & Co., Inc."
        return
    full = names.get(company.canonical)
    if (full is None or full is company) and len(CLIPS.findall(company.canonical)) > 1:
        full = next((other for other in names.values() if is_clipped(company.canonical, other.canonical)), full)
    if full is None or full is company or (full.canonical == company.canonical and not full.legal_form):
        return
    company.canonical, company.name = full.canonical, full.name
    company.ticker = company.ticker or full.ticker
    if company.role == "mentioned":
        company.role = full.role


def _stands_alone(annotation: Annotation, chunk: Chunk, first: int, last: int, company: CompanyName) -> bool:
    """Whether the short name is a name of its own here and not a part of another's ("Chad Jordan", "Boston Marathon")."""
    if chunk.refusal in ("ticker", "share button", "unit"):
        return False
    if chunk.refusal in ("person", "organisation", "thing"):
        return chunk.start == first and chunk.last == last and chunk.refusal != "person"
    if chunk.refusal == "place" and annotation.span_text(first, last) != company.canonical:
        return False  # "Canada" is not short for Canada Goose
    words = annotation.words
    if first > chunk.start:
        before = words[first - 1]
        if before.is_capitalized and before.lower not in FUNCTION_WORDS:
            return False
    if lines_of(annotation).is_shouted(first):
        return True  # "WALGREENS TO GO PRIVATE"
    if last < chunk.last and words[last].lower in _VENUES:
        return False  # "Allianz Arena"
    if last < chunk.last and words[last].is_capitalized:
        # "Pfizer Vaccines" speaks of Pfizer only where the first word cannot be another's
        return last - first > 1 or annotation.span_text(first, last) == company.canonical
    return True
