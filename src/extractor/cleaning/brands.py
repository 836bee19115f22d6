"""The owner of a page or a text as the firm behind its figures, where nothing calls it one: what its edges and its markup say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from extractor import late
from extractor.cleaning.article import Block
from extractor.cleaning.firm_names import is_person, squeezed
from extractor.cleaning.owner import ADDRESSES, AT_TITLE_END, BRAND
from extractor.cleaning.shop import offers_report
from extractor.cleaning.votes import (
    BRAND_LINE,
    BRANDS,
    CLAIMS,
    DOMAIN,
    MARKUP,
    MARKUP_TOO,
    OWNERS,
    SENDERS,
    TITLE_END,
    Votes,
)
from extractor.data.publisher_cues import Cue, load_cues

ABOUT_MARKET: Final = late.regex(r"\b(?:[Mm]arket|MARKET|[Ii]ndustry|INDUSTRY)\b")
EDGE: Final = 8  # blocks from the start and from the end among which a line of a name alone is the site's brand


def owner(
    blocks: Sequence[Block], whole: str, title: str, marked: Sequence[str], votes: Votes, *, is_shop: bool
) -> tuple[str, str] | None:
    """The firm of a page that sells a report, or of a text about a market that offers one, and where it was read, or None.

    Args:
        blocks: the blocks of the document, roles set.
        whole: all their text.
        title: the title.
        marked: names that the markup gives.
        votes: what else was read.
        is_shop: whether the document is a report's own page.
    """
    if not is_shop and not (ABOUT_MARKET.search(title) and offers_report(whole)):
        return None
    if is_shop:
        for given in marked:
            votes.add(given, 3.0, "markup", telling=True)
        votes.believe(OWNERS)
    else:
        votes.believe(SENDERS)
    best = votes.best(whole)
    if best is None:
        _claim_brands(blocks, whole, title, marked, votes)
        votes.believe(BRANDS, CLAIMS, BRAND)
        best = votes.best(whole)
    return best


@cache
def _brand_line() -> Cue:
    return next(cue for cue in load_cues() if cue.id == BRAND_LINE)


def _claim_brands(blocks: Sequence[Block], whole: str, title: str, marked: Iterable[str], votes: Votes) -> None:
    """Where a site shows its name: what its markup states, the end of the title, lines at the edges, its address."""
    for number, given in enumerate(marked):
        if not is_person(given):
            votes.claim(given, MARKUP if number == 0 else MARKUP_TOO, 3.0)
    if (match := AT_TITLE_END.search(title)) is not None:
        votes.claim(match["name"], TITLE_END, 2.0)
    brand = _brand_line()
    for block in (*blocks[:EDGE], *blocks[-EDGE:]):
        if not block.is_body and (match := brand.search(block.text)) is not None:
            votes.claim(match["name"], BRAND_LINE, brand.weight)
    spelled = {squeezed(label.lower().replace("-", "")) for label in ADDRESSES.findall(whole)}
    for key in spelled.intersection(votes.claims):
        name, _ = next(iter(votes.claims[key].values()))
        votes.claim(name, DOMAIN, 2.0)
