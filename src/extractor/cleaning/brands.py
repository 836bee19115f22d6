"""The owner of a page or a text as the firm behind its figures, where nothing calls it one: what its edges and its markup say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from extractor import late
from extractor.cleaning.article import Block
from extractor.cleaning.firm_names import is_person, squeezed
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
from extractor.data.common_words import is_common
from extractor.data.publisher_cues import NAME, Cue, load_cues

LEAST_BRAND: Final = 5  # letters of a word that may be a brand by itself
RECURS: Final = 3  # times that it stands in a document
BRAND: Final = "brand"  # where a name was read that only the site shows: what a sentence says goes before it
AT_TITLE_END: Final = late.regex(
    rf"(?:[|:–—] ?| - |, ?(?:[Ss]ays|[Ff]inds|[Rr]eports) |\b[Bb]y |\b[Aa]ccording [Tt]o ){NAME}$"
)
ABOUT_MARKET: Final = late.regex(r"\b(?:[Mm]arket|MARKET|[Ii]ndustry|INDUSTRY)\b")
ADDRESSES: Final = late.regex(
    r"(?:@|www\.|https?://)(?:www\.)?([a-z0-9-]{4,40})\.(?:com|net|org|io|co|in|de|biz|us|ai)\b", re.IGNORECASE
)
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
        if is_shop:
            _claim_recurring(blocks, whole, title, votes)
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


def _claim_recurring(blocks: Sequence[Block], whole: str, title: str, votes: Votes) -> None:
    """A word of no language that begins a line at the top of a shop's page and comes again and again: "Technolamp Library"."""
    for block in blocks[:EDGE]:
        head = block.text.split(None, 1)[0]
        if block.is_body or not head.isalpha() or not head[0].isupper() or len(head) < LEAST_BRAND or head in title:
            continue
        if not is_common(head.lower()) and whole.count(head) >= RECURS:
            votes.claim(head, BRAND_LINE, 2.0)
            votes.claim(head, DOMAIN, 2.0)
