"""Short names of the companies that a document names in full."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import Gazetteer, folded
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import CompanyName
from extractor.annotating.spelling import first_runs, small_words
from extractor.annotating.types.companies.words import (
    COMMON_FIRST,
    EXCHANGES,
    FUNCTION_WORDS,
    MONTHS,
    THING_HEADS,
    company_words,
    given_names,
    is_common,
)
from extractor.annotating.types.regions.places import load_demonyms

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunk import Chunk

# First words that many firms share: never a short name alone.
_GENERIC = frozenset(
    "banco banca banque bank american united national international general global first new standard european british china india japan bank group royal air power energy "
    "health digital the north south east west central pacific atlantic saudi emirates deutsche grupo koninklijke advanced applied data systems smart "
    "great big best top sun star blue red green black white golden silver grand prime premier super ultra world trans inter euro asia asian african "
    "arab gulf dr. st. st mr. san los las el la le les sri al de van von kraft boston texas new-york hong prudential city state federal public "
    "precision quality universal modern classic creative future next total perfect real true pure fresh natural organic".split()
)
_KNOWN_AS = re.compile(
    r"^[,(\s]*(?:also |formerly |previously |better |commonly |now |hereafter |hereinafter |collectively |or simply |together )*"
    r"(?:known (?:simply )?as|trading as|referred to as|branded as|called|d/?b/?a|doing business as|or simply|hereafter|hereinafter|formerly|renamed)\s+(?:the\s+)?[\"“‘(]*$",
    re.IGNORECASE,
)
# What is named after a firm and is none.
_VENUES = frozenset("arena stadium park tower cup open prize award awards museum hall theatre theater field bowl marathon trophy league championship center centre".split())
# Letters of initials at most.
LONGEST_INITIALS = 6
_OUTER = frozenset("group holding holdings company companies corporation international industries".split())


def initials_of(name: str) -> set[str]:
    """The first letters of the words of a name, with and without those in small letters."""
    parts = [part for part in re.split(r"[\s&+/-]+", name) if part and part[0].isalnum()]
    capitals = "".join(part[0] for part in parts if part[0].isupper() or part[0].isdigit())
    return {capitals.upper(), "".join(part[0] for part in parts if part.lower() not in FUNCTION_WORDS).upper()}


@lru_cache(maxsize=4096)
def _is_initialism(short: str, name: str, form: str | None) -> bool:
    """Whether `short` is made of the first letters of `name`, with or without those of its form.

    >>> _is_initialism("TSMC", "Taiwan Semiconductor Manufacturing", "Company Limited")
    True
    >>> _is_initialism("SABIC", "Saudi Basic Industries", "Corporation")
    True
    """
    letters = re.sub(r"[^A-Z0-9]", "", short.upper())
    if len(letters) < 2:
        return False
    if letters in initials_of(name) or letters in initials_of(f"{name} {form or ''}"):
        return True
    return _spells(letters, f"{name} {form or ''}")


def _spells(letters: str, name: str) -> bool:
    """Whether the letters run through the words, each word giving its leading letters in turn."""
    words = [part.upper() for part in re.split(r"[\s&+/,.-]+", name) if part and (part[0].isupper() or part[0].isdigit())]
    if not words or letters[0] != words[0][0]:
        return False
    at, position, used = 0, 0, 0
    for letter in letters:
        if at < len(words) and position < len(words[at]) and words[at][position] == letter:
            position += 1
            continue
        while at < len(words):
            at += 1
            if at < len(words) and words[at][0] == letter:
                used += 1
                position = 1
                break
        else:
            # a letter inside the word ("Glaxo Smith Kline" -> GSK written as one word)
            return False
    return used > 0


def _camel_initials(name: str) -> str:
    return "".join(char for char in name if char.isupper())


@lru_cache(maxsize=4096)
def short_names(canonical: str, form: str | None) -> tuple[str, ...]:
    """What a document may call a company later: leading words, initials, the distinctive last word.

    >>> short_names("Vellmar Tool Works", "GmbH")[:2]
    ('Vellmar Tool', 'Vellmar')
    """
    plain = canonical.split()
    names: list[str] = []
    for size in range(len(plain) - 1, 0, -1):
        lead = " ".join(plain[:size]).rstrip(",&-+")
        if lead.split()[-1].lower() in ("and", "of", "de", "the", "&", "for"):
            continue
        if size > 1 or _is_distinctive(lead):
            names.append(lead)
    if len(plain) > 1:
        for initials in sorted(initials_of(canonical) | initials_of(f"{canonical} {form or ''}")):
            if 2 <= len(initials) <= 6:
                names.append(initials)
        last = plain[-1]
        if not _is_distinctive(plain[0]) and _is_distinctive(last) and last[0].isupper():
            names.append(last)
            if len(plain) > 2:
                names.append(" ".join(plain[1:]))
        partners = re.fullmatch(r"([A-Z])\w+ (?:&|and) ([A-Z])\w+", canonical)
        if partners is not None:
            names.append(f"{partners[1]}&{partners[2]}")  # "M&S"
        if "-" in canonical:
            tail = re.split(r"[\s-]", canonical)[-1]
            if _is_distinctive(tail) and tail[0].isupper() and len(re.split(r"[\s-]", canonical)) > 2:
                names.append(tail)
    elif re.search(r"\.(?:com|net|org|io|ai|de)$", canonical, re.IGNORECASE):
        stem = canonical.rsplit(".", 1)[0]
        if _is_distinctive(stem):
            names.append(stem)
    else:
        camel = _camel_initials(canonical)
        if 2 < len(camel) < len(canonical):
            names.append(camel)
    return tuple(names)


def _is_distinctive(word: str) -> bool:
    lower = word.lower()
    letters = sum(char.isalnum() for char in word)
    return (
        letters > 2
        and not word.endswith(".")
        and lower not in _GENERIC
        and lower not in given_names()
        and lower not in COMMON_FIRST
        and lower not in FUNCTION_WORDS
        and lower not in THING_HEADS
        and lower not in MONTHS
        and lower not in company_words()
        and lower not in load_demonyms()
        and lower not in _OUTER
    )


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
            if _is_initialism(inside, company.canonical, company.legal_form) or company.canonical.lower().startswith(f"{inside.lower()} ") or inside[0] in "\"“":
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
        if is_part and (key in small or (is_common(key) and not text.isupper() and not _is_sort_of_firm(company.canonical))):
            continue  # a word of the language: "Sports" is not short for a firm
        initials = (key in upper or len(text) <= 6) and key != names.key(company.canonical) and (key in upper or _is_initialism(text, company.canonical, company.legal_form)) and not company.canonical.lower().startswith(text.lower())
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
    if (full is None or full is company) and len(_CLIPS.findall(company.canonical)) > 1:
        full = next((other for other in names.values() if _is_clipped(company.canonical, other.canonical)), full)
    if full is None or full is company or (full.canonical == company.canonical and not full.legal_form):
        return
    company.canonical, company.name = full.canonical, full.name
    company.ticker = company.ticker or full.ticker
    if company.role == "mentioned":
        company.role = full.role


def _is_sort_of_firm(canonical: str) -> bool:
    """Whether all behind the first word says what sort of firm it is ("Fate Therapeutics"): the first word alone is its name."""
    rest = canonical.lower().split()[1:]
    return bool(rest) and all(word in company_words() for word in rest)


_CLIPS = re.compile(r"[A-Z][a-z]+")


def _is_clipped(short: str, full: str) -> bool:
    """Whether the name is made of the first letters of the other's words ("SocGen" of "Société Générale")."""
    clips = _CLIPS.findall(short)
    words = folded(full).split()
    if len(clips) < 2 or "".join(clips) != short or len(clips) != len(words):
        return False
    return all(word.startswith(clip.lower()) for clip, word in zip(clips, words, strict=True))


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
