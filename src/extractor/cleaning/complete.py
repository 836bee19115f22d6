"""Metadata that the markup does not state, read from the article's own lines and from the debris around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from extractor import late
from extractor.cleaning.article import Article
from extractor.cleaning.debris import LABELLED, LONG_LINE, SHOWN, UPDATED, find_author, find_published
from extractor.cleaning.language import SURE_SHARE, language_of
from extractor.cleaning.publisher import find_publisher

# Countries that write English and the day first, as in tags of languages and in addresses.
_DAY_FIRST: Final = frozenset("gb uk ie au nz in pk bd lk za ke ng gh ug tz zw zm sg my hk mt cy jm tt eu".split())
_CLOCK_H: Final = late.regex(r"\b\d{1,2}h\d\d\b")  # "16h40": Brazil, France
MONTHS: Final = 12
_DAY_THEN_MONTH: Final = late.regex(r"(?<![\d/.-])(?:1[3-9]|2\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d(?!\d)")
_MONTH_THEN_DAY: Final = late.regex(r"(?<![\d/.-])(?:0?[1-9]|1[0-2])([/.-])(?:1[3-9]|2\d|3[01])\1(?:20)?\d\d(?!\d)")


def complete(article: Article, title_at: int | None, names: Sequence[str | None], behind: str | None = None) -> None:
    """Fills date, author and publisher of an article that are missing.

    Args:
        article: the article, its blocks with their roles.
        title_at: place of the title among the blocks.
        names: names the markup gives that may be the publisher's.
        behind: what the page's title has behind that of the article.
    """
    _complete_language(article)
    day_first = _writes_day_first(article)
    # The date a reader sees beside the title goes before what the markup states: that keeps the first
    # publication where the page shows the date of its last edition, or the date the site was moved.
    found = find_published(article.blocks, title_at, day_first=day_first)
    if found is not None and not day_first and _other_dates_are_day_first(article, found[0]):
        found = find_published(article.blocks, title_at, day_first=True)
    if found is not None:
        date, origin, certainty = found
        # "published_time" is the article's own: no bare date of a line goes before that, such as that of a teaser.
        stated = article.origins.get("published", "").lower()
        enough = (
            LABELLED
            if stated == "meta article:published_time"
            else UPDATED
            if "modified" in stated or "update" in stated
            else SHOWN
        )
        if article.published is None or (
            certainty >= enough and title_at is not None and len(date) >= len(article.published)
        ):
            article.published, article.origins["published"] = date, origin
    if article.author is None:
        author = find_author(article.blocks, title_at)
        if author is not None:
            article.author, article.origins["author"] = author, "byline"
    publisher = find_publisher(article.blocks, names, behind)
    if publisher is not None:
        article.publisher, article.origins["publisher"] = publisher


def _writes_day_first(article: Article) -> bool:
    """Whether "03/04/2024" is a day of April, by the language, or by the country of language or address."""
    language = (article.language or "").lower().replace("_", "-")
    if language and not language.startswith("en"):
        return True
    country = language.partition("-")[2]
    if country:
        return country in _DAY_FIRST
    host = urlsplit(article.url).hostname if article.url else None
    return host is not None and host.rpartition(".")[2] in _DAY_FIRST


def _other_dates_are_day_first(article: Article, date: str) -> bool:
    """Whether a date that may be read in two orders stands in a document that writes others day first, and none month first;
    or beside a clock as no one writes it who puts the month first."""
    if int(date[8:] or 13) > MONTHS or date[5:7] == date[8:]:
        return False
    marked = [block.text for block in article.blocks if len(block.text) <= LONG_LINE and date[:4] in block.text]
    text = "\n".join(marked)
    if _MONTH_THEN_DAY.search(text) is not None:
        return False
    return _DAY_THEN_MONTH.search(text) is not None or _CLOCK_H.search(text) is not None


def _complete_language(article: Article) -> None:
    """The language, where the markup states none, or states that of its template and the words are surely of another."""
    told, share = language_of(article.text)
    if told is None:
        return
    stated = article.language
    if not stated or (share >= SURE_SHARE and stated.lower().split("-")[0].split("_")[0] != told):
        article.language, article.origins["language"] = told, "words"
