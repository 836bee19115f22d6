"""Short names of the companies that a document names in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import Gazetteer, RunTable
from extractor.annotating.mention import CompanyName

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.chunks import Chunk

_GENERIC = frozenset(
    "american united national international general global first new standard european british china india japan bank group royal air power energy "
    "health digital the north south east west central pacific atlantic saudi emirates deutsche grupo koninklijke advanced applied data systems smart".split()
)


def short_names(company: CompanyName, is_free: set[str]) -> list[str]:
    """What a document may call the company later: leading words, initials, last words behind a generic first."""
    words = company.canonical.replace("-", " - ").split()
    plain = company.canonical.split()
    names = [company.canonical]
    for size in range(len(plain) - 1, 0, -1):
        lead = " ".join(plain[:size]).rstrip(",&-")
        if size > 1 or (len(lead) > 2 and lead.lower() not in _GENERIC):
            names.append(lead)
    if len(plain) > 1:
        initials = "".join(word[0] for word in plain if word[0].isupper())
        if len(initials) > 1 and initials.isupper():
            names.append(initials)
        if plain[0].lower() in _GENERIC:
            names.append(" ".join(plain[1:]))
    del words
    return names


def find_aliases(annotation: Annotation, companies: list[CompanyName], chunks: list[Chunk], runs: RunTable) -> list[CompanyName]:
    """Mentions of the found companies by a shorter name."""
    if not companies:
        return []
    names: Gazetteer[CompanyName] = Gazetteer()
    claimed: dict[str, str] = {}
    for company in sorted(companies, key=lambda item: -len(item.canonical)):
        for name in short_names(company, set()):
            key = names.key(name)
            owner = claimed.get(key)
            if owner is not None and owner != company.canonical and name != company.canonical:
                continue
            claimed[key] = company.canonical
            if names.get(name) is None or name == company.canonical:
                names.add(name, company)
    taken = [(company.first, company.last) for company in companies]
    free = [True] * len(annotation.words)
    for first, last in taken:
        for token in range(first, last):
            free[token] = False
    starts = {token for chunk in chunks for token in range(chunk.start, chunk.last) if not chunk.refusal or chunk.refusal == "place"}
    found = []
    for first, last, company in names.matches(annotation, runs.read(annotation)):
        if not free[first] or not free[last - 1] or first not in starts or not annotation.words[first].is_capitalized:
            continue
        found.append(
            CompanyName(
                label="COMPANY", start=annotation.starts[first], end=annotation.end(last - 1), text=annotation.span_text(first, last), rule="company.alias", first=first, last=last,
                canonical=company.canonical, name=company.name, role=company.role, ticker=company.ticker, identifier=company.identifier,
            )
        )
    return found
