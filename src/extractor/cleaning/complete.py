"""Metadata that the markup does not state, read from the article's own lines and from the debris around it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.cleaning.article import Article
from extractor.cleaning.debris import LABELLED, SHOWN, find_author, find_published
from extractor.cleaning.language import SURE_SHARE, language_of
from extractor.cleaning.publisher import find_publisher


def complete(article: Article, title_at: int | None, stated: Sequence[str | None]) -> None:
    """Fills date, author and publisher of an article that are missing.

    Args:
        article: the article, its blocks with their roles.
        title_at: place of the title among the blocks.
        stated: names the markup gives that may be the publisher's.
    """
    _complete_language(article)
    language = (article.language or "").lower()
    day_first = (bool(language) and not language.startswith("en")) or language in ("en-gb", "en-au", "en-in", "en-nz", "en-ie")
    # The date a reader sees beside the title goes before what the markup states: that keeps the first
    # publication where the page shows the date of its last edition, or the date the site was moved.
    found = find_published(article.blocks, title_at, day_first=day_first)
    if found is not None:
        date, origin, certainty = found
        # "published_time" is the article's own: no bare date of a line goes before that, such as that of a teaser.
        enough = LABELLED if article.origins.get("published") == "meta article:published_time" else SHOWN
        if article.published is None or (certainty >= enough and title_at is not None and len(date) >= len(article.published)):
            article.published, article.origins["published"] = date, origin
    if article.author is None:
        author = find_author(article.blocks, title_at)
        if author is not None:
            article.author, article.origins["author"] = author, "byline"
    publisher = find_publisher(article.blocks, stated)
    if publisher is not None:
        article.publisher, article.origins["publisher"] = publisher


def _complete_language(article: Article) -> None:
    """The language, where the markup states none, or states that of its template and the words are surely of another."""
    told, share = language_of(article.text)
    if told is None:
        return
    stated = article.language
    if not stated or (share >= SURE_SHARE and stated.lower().split("-")[0].split("_")[0] != told):
        article.language, article.origins["language"] = told, "words"
