"""Companies of a record: the mentions of one firm joined, with the strongest role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from extractor.annotating.gazetteer import Gazetteer
from extractor.annotating.mention import CompanyName
from extractor.annotating.types.companies.words.vocabulary import known_companies
from extractor.records import Company

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.records import Market

Role = Literal["key_player", "publisher", "acquirer", "target", "partner", "customer", "investor", "mentioned"]
# The research firm stays the research firm; taking part in the market says more than a deal, a deal more than a mention.
ROLE_ORDER: tuple[Role, ...] = (
    "publisher",
    "key_player",
    "acquirer",
    "target",
    "partner",
    "investor",
    "customer",
    "mentioned",
)


def link_companies(annotation: Annotation, publisher: str | None, market: Market | str | None) -> list[Company]:
    """One company a canonical name, by first mention.

    Args:
        annotation: the annotated article.
        publisher: the firm behind the report as the page names it; a company even where the body does not mention it.
        market: what the document is about (or its name), or None when it is about no market.
    """
    groups: dict[str, list[CompanyName]] = {}
    for mention in annotation.of(CompanyName):
        groups.setdefault(Gazetteer.key(mention.canonical or mention.text), []).append(mention)
    wanted = Gazetteer.key(publisher or "")
    companies = []
    seen = False
    for key, mentions in groups.items():
        is_publisher = bool(wanted) and (key == wanted or key.startswith(f"{wanted} ") or wanted.startswith(f"{key} "))
        seen = seen or is_publisher
        companies.append(_company(mentions, publisher if is_publisher else None))
    if market is None:
        companies = _without_market(companies)
    if publisher and not seen:
        companies.append(
            Company(name=publisher, canonical=publisher, role="publisher", rule="publisher.page", mentions=[])
        )
    return companies


# So many players are one market's, whether its name was found or not.
LEAST_PLAYERS = 3


def _without_market(companies: list[Company]) -> list[Company]:
    """The companies of a text about no single market: one or two players are but examples of several."""
    players = [company for company in companies if company.role == "key_player"]
    if len(players) >= LEAST_PLAYERS:
        return companies
    return [
        company.model_copy(update={"role": "mentioned"}) if company.role == "key_player" else company
        for company in companies
    ]


_PARTNERS = " & Co."
_STYLES = frozenset(["koninklijke", "royal", "the", "robert", "f.", "a.p.", "dr."])
# Last words of full names that everybody leaves away.
_LAST_STYLES = frozenset("international global worldwide".split())
_FIRMS = frozenset(["name", "word"])


def usual_name(canonical: str) -> str:
    """The name that everybody uses for a firm whose full one starts with a given name or a title.

    >>> usual_name("Koninklijke Philips"), usual_name("Canadian Solar")
    ('Philips', 'Canadian Solar')
    """
    if canonical.endswith(_PARTNERS) and known_companies().get(canonical.rstrip(".")) is None:
        return canonical.removesuffix(_PARTNERS)  # "Deere & Co."
    known = known_companies()
    full, _, style = canonical.rpartition(" ")
    if style.lower() in _LAST_STYLES and known.get(canonical) != "research" and known.get(full) in _FIRMS:
        return full
    first, _, rest = canonical.partition(" ")
    if not rest or first.lower() not in _STYLES:
        return canonical
    last = re.split(r"[\s-]", canonical)[-1]
    return last if known.get(canonical) is None and known.get(last) == "name" else canonical


def _company(mentions: list[CompanyName], publisher: str | None) -> Company:
    fullest = max(mentions, key=lambda mention: (mention.legal_form is not None, len(mention.name)))
    roles = {mention.role for mention in mentions}
    role: Role = (
        "publisher"
        if publisher
        else next(role for role in (*ROLE_ORDER, "mentioned") if role in roles or role == "mentioned")
    )
    return Company(
        name=fullest.name or fullest.text,
        canonical=publisher or usual_name(fullest.canonical),
        legal_form=fullest.legal_form,
        role=role,
        ticker=next((mention.ticker for mention in mentions if mention.ticker), None),
        identifier=next((mention.identifier for mention in mentions if mention.identifier), None),
        source=fullest.origin,
        rule=fullest.rule,
        mentions=[(mention.start, mention.end) for mention in mentions],
    )
