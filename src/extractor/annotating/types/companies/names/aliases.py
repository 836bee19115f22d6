"""Short names of the companies that a document names in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import Gazetteer
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import CompanyName
from extractor.annotating.spelling import first_runs, small_words
from extractor.annotating.types.companies.letters.short_names import (
    CLIPPED,
    is_clipped,
    is_initialism,
    is_sort_of_firm,
    short_keys,
)
from extractor.annotating.types.companies.words.vocabulary import EXCHANGES, FUNCTION_WORDS, known_companies
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

_KNOWN_AS = re.compile(
    r"^[,(\s]*(?:also |formerly |previously |better |commonly |now |hereafter |hereinafter |collectively "
    r"|or simply |together )*"
    r"(?:known (?:simply )?as|trading as|referred to as|branded as|called|d/?b/?a|doing business as|or simply"
    r"|hereafter|hereinafter|formerly|renamed)\s+(?:the\s+)?[\"“‘(]*$",
    re.IGNORECASE,
)
# Between two cells of a row.
_CELL_MARKS = frozenset(["\t", "|"])
# Letters of initials at most.
LONGEST_INITIALS = 6
# Tokens between a name and the other that "known as" gives it, at most.
LONGEST_KNOWN_AS = 12
LONGEST_DEFINED = 30
# So many firms with capitals of so few letters in brackets, half of them no initials, have their symbols there.
LEAST_SYMBOLS, LONGEST_LISTED = 3, 12
LONGEST_SYMBOL = 5


def find_aliases(annotation: Annotation, companies: list[CompanyName], chunks: list[Chunk]) -> list[CompanyName]:
    """Mentions of the found companies by a shorter name, and by the full name without its form."""
    if not companies:
        return []
    definitions = find_definitions(annotation, companies, chunks)
    by_key = _names_by_key(companies, definitions)
    for company in companies:
        _adopt(company, by_key)
    own = {token for company in companies for token in range(company.first, company.last)}
    starts = [token for token in _starts(annotation, companies, by_key) if token not in own]
    if not starts:
        return []
    names: Gazetteer[CompanyName] = Gazetteer()
    for key, company in by_key.items():
        names.add_key(key, company)
    matches = [match for match in names.matches(annotation, starts) if match.last - 1 not in own]
    if not matches:
        return []
    around = {token: chunk for chunk in chunks for token in range(chunk.start, chunk.last)}
    symbols = {
        token
        for chunk in chunks
        for start, stop in chunk.brackets
        if ":" in annotation.span_text(start, stop)
        for token in range(start, stop)
    }
    symbols |= _listed_symbols(annotation, chunks)
    seats = {(mention.first, mention.last) for mention in annotation.mentions if mention.label == "REGION"}
    ends = {company.last for company in companies}
    defined = {names.key(name) for name in definitions if name.isupper()}
    return [
        _mention(annotation, first, last, company)
        for first, last, company in matches
        if first not in symbols
        and not _is_cell(annotation, first, last, ends)
        and not _is_symbol_of(annotation, first, last, company)
        and not ((first, last) in seats and annotation.words[first - 1].text == "(")  # "Qatar National Bank (Qatar)"
        and last - 1 not in symbols
        and _is_alias(annotation, first, last, company, defined)
        and _is_free(annotation, around.get(first), first, last, company)
    ]


def _listed_symbols(annotation: Annotation, chunks: list[Chunk]) -> set[int]:
    """Tokens of the symbols of stock exchanges that a list has in brackets behind its firms ("Orvane Foods (ORF)")."""
    bracketed = [
        (chunk, start)
        for chunk in chunks
        for start, stop in chunk.brackets[:1]
        if chunk.is_company and stop - start == 1 and _is_symbol(annotation.words[start].text, LONGEST_LISTED)
    ]
    if len(bracketed) < LEAST_SYMBOLS:
        return set()
    initials = sum(
        is_initialism(annotation.words[start].text, chunk.facts.canonical, None) for chunk, start in bracketed
    )
    return {start for _, start in bracketed} if 2 * initials <= len(bracketed) else set()


def _is_cell(annotation: Annotation, first: int, last: int, ends: set[int]) -> bool:
    """Whether capitals behind a firm and a colon are all that is left of the line: its symbol ("Orvane Foods: ORF")."""
    words = annotation.words
    if last - first > 1 or not _is_symbol(words[first].text) or words[first - 1].text != ":" or first - 1 not in ends:
        return False
    return last >= len(words) or "\n" in words[last].text


def _is_symbol_of(annotation: Annotation, first: int, last: int, company: CompanyName) -> bool:
    """Whether the capitals are the firm's symbol: behind an exchange, its name in brackets behind it, or a cell before it ("SNP | Snap Inc.")."""
    words = annotation.words
    if last - first > 1 or not _is_symbol(words[first].text):
        return False
    if first > 1 and words[first - 1].text == ":" and words[first - 2].lower in EXCHANGES:
        return True
    if first == company.last + 1 and words[first - 1].text == "(":
        return words[first].lower == company.canonical.lower()
    is_cell_before = company.first - last == 1 and words[last].text in _CELL_MARKS
    return is_cell_before and (first == 0 or "\n" in words[first - 1].text or words[first - 1].text == "|")


def _is_symbol(text: str, longest: int = LONGEST_SYMBOL) -> bool:
    return text.isupper() and text.isalpha() and len(text) <= longest


def find_definitions(
    annotation: Annotation, companies: list[CompanyName], chunks: list[Chunk]
) -> dict[str, CompanyName]:
    """Names that the text itself gives a company: "(SABIC)", "known as TSMC", "now trading as GSK"."""
    found: dict[str, CompanyName] = {}
    by_first = {company.first: company for company in companies}
    text = annotation.text
    for number, chunk in enumerate(chunks):
        if chunk.start not in by_first:
            continue
        company = by_first[chunk.start]
        for start, stop in chunk.brackets:
            inside = annotation.span_text(start, stop).strip(" \"“”'‘’")
            inside = re.sub(r"^(?:the |or |\")+", "", inside).strip(" \"“”'‘’")
            if (
                not inside
                or len(inside) > LONGEST_DEFINED
                or not any(char.isupper() for char in inside)
                or ":" in inside
            ):
                continue
            if (
                is_initialism(inside, company.canonical, company.legal_form)
                or company.canonical.lower().startswith(f"{inside.lower()} ")
                or inside[0] in '"“'
            ):
                found.setdefault(inside, company)
        for other in chunks[number + 1 : number + 3]:
            if other.start - chunk.tail <= LONGEST_KNOWN_AS and _KNOWN_AS.match(
                text[annotation.end(chunk.tail - 1) : annotation.starts[other.start]]
            ):
                found.setdefault(annotation.span_text(other.first, other.last), company)
    return found


def _names_by_key(companies: list[CompanyName], definitions: dict[str, CompanyName]) -> dict[str, CompanyName]:
    """All names that the companies may go by, as keys of a gazetteer; those that two firms share are left out."""
    key_of = Gazetteer.key
    by_key: dict[str, CompanyName] = {}
    owners: dict[str, str] = {}
    for company in companies:
        key = key_of(company.canonical)
        if key not in by_key or company.legal_form:
            by_key[key] = company
            owners[key] = company.canonical
    formed = {company.canonical for company in companies if company.legal_form}
    for name, company in definitions.items():
        key = key_of(name)
        if key not in owners or (company.legal_form and owners[key] not in formed):
            owners[key] = company.canonical
            by_key[key] = company
    contested: set[str] = set()
    shorter: dict[str, CompanyName] = {}
    for company in {company.canonical: company for company in reversed(companies)}.values():
        for name, key in short_keys(company.canonical, company.legal_form):
            if key in owners:
                is_initials = name.isupper() and owners[key] == name and len(name) <= LONGEST_INITIALS
                is_fuller = company.legal_form or (  # "Orvane Media" beside "Orvane"
                    is_sort_of_firm(company.canonical) and known_companies().get(name) is None
                )
                if not is_initials and not (is_fuller and owners[key] not in formed):
                    continue
            if shorter.setdefault(key, company).canonical != company.canonical:
                contested.add(key)
    by_key.update((key, company) for key, company in shorter.items() if key not in contested and key)
    return by_key


def _is_alias(annotation: Annotation, first: int, last: int, company: CompanyName, defined: set[str]) -> bool:
    """Whether the words, which are a shorter name of the company, are written like one; `defined` has the initials that the text defines."""
    text, canonical = annotation.span_text(first, last), company.canonical
    if not (annotation.words[first].is_capitalized or text in (canonical, company.text)):
        return False
    key = Gazetteer.key(text)
    if key == Gazetteer.key(canonical):
        return True
    if not _same_case(text, canonical):
        return False
    if last - first == 1 and (
        key in small_words(annotation) or (is_common(key) and not text.isupper() and not is_sort_of_firm(canonical))
    ):
        return False  # a word of the language: "Sports" is not short for a firm
    is_initials = key in defined or (
        len(text) <= LONGEST_INITIALS and is_initialism(text, canonical, company.legal_form)
    )
    return text.isupper() or not is_initials or canonical.lower().startswith(text.lower())


def _mention(annotation: Annotation, first: int, last: int, company: CompanyName) -> CompanyName:
    start, end = annotation.starts[first], annotation.end(last - 1)
    return CompanyName(
        label="COMPANY", start=start, end=end, text=annotation.text[start:end], rule="company.alias", first=first, last=last,
        canonical=company.canonical, name=company.name, role=company.role, ticker=company.ticker, identifier=company.identifier, origin=company.origin,
    )  # fmt: skip


def _starts(annotation: Annotation, companies: list[CompanyName], by_key: dict[str, CompanyName]) -> list[int]:
    """Tokens that a short name may start at: capitals, figures of names such as "3M", brands in small letters."""
    if any(not company.canonical[:1].isupper() for company in companies):
        return list(range(len(annotation.words)))
    index = first_runs(annotation)
    return sorted([token for run in {key.partition(" ")[0] for key in by_key} & index.keys() for token in index[run]])


def _same_case(text: str, canonical: str) -> bool:
    """Whether the words of the short name are written as in the full one ("Bubble tea" is not "Bubble Tea House")."""
    full = set(re.split(r"[\s-]", canonical))
    return (
        text.isupper()
        or canonical.isupper()
        or all(word in full or word.lower() not in {item.lower() for item in full} for word in re.split(r"[\s-]", text))
    )


def _adopt(company: CompanyName, by_key: dict[str, CompanyName]) -> None:
    """A name found on its own evidence that is short for another's goes by that other's."""
    if company.legal_form:
        whole = by_key.get(Gazetteer.key(company.text))
        if whole is not None and whole.canonical != company.canonical:
            company.canonical, company.name = whole.canonical, whole.name  # "Merck & Co." beside "Merck & Co., Inc."
        return
    full = by_key.get(Gazetteer.key(company.canonical))
    if (full is None or full is company) and CLIPPED.fullmatch(company.canonical):
        full = next((other for other in by_key.values() if is_clipped(company.canonical, other.canonical)), full)
    if full is None or full is company or (full.canonical == company.canonical and not full.legal_form):
        return
    company.canonical, company.name = full.canonical, full.name
    company.ticker = company.ticker or full.ticker
    if company.role == "mentioned":
        company.role = full.role


def _is_free(annotation: Annotation, around: Chunk | None, first: int, last: int, company: CompanyName) -> bool:
    """Whether no name stands `around` the short one, or one that leaves it a name of its own."""
    return around is None or _stands_alone(annotation, around, first, last, company)


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
    if last < chunk.last and words[last].is_capitalized:
        # "Pfizer Vaccines" speaks of Pfizer only where the first word cannot be another's
        return last - first > 1 or annotation.span_text(first, last) == company.canonical
    return True
