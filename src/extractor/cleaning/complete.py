"""Metadata that the markup does not state, read from the article's own lines and from the debris around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from extractor import late
from extractor.cleaning.article import Article
from extractor.cleaning.dates import MONTH_STEMS
from extractor.cleaning.debris import (
    BARE,
    LABEL,
    LABELLED,
    LONG_LINE,
    SHOWN,
    UPDATE,
    UPDATED,
    find_author,
    find_published,
)
from extractor.cleaning.language import SURE_SHARE, language_of
from extractor.cleaning.publisher import see

# Countries that write English and the day first, as in tags of languages and in addresses.
_DAY_FIRST: Final = frozenset("gb uk ie au nz in pk bd lk za ke ng gh ug tz zw zm sg my hk mt cy jm tt eu".split())
# "16h40", "16:40": no clock of those who put the month first.
_DAY_OF_24_HOURS: Final = late.regex(r"\b(?:\d{1,2}h\d\d|(?:1[3-9]|2[0-3])[:.][0-5]\d)\b(?! ?[AaPp]\.?[Mm])")
_DAY_FIRST_MONEY: Final = ("€", "£", "₹")
MONTHS: Final = 12
LABELLED_AFAR: Final = 1.5  # certainty of a labelled date, a month perhaps, that does not stand beside the title
BESIDE_TITLE: Final = (
    0.13  # what a date loses at most that stands so near to the title that it is surely of the article
)
_IN_WORDS: Final = f"(?i:{MONTH_STEMS})[a-z]{{0,6}}"
# A digit first, and the look at what stands before it behind: the engine passes over all else far faster so.
_DAY_THEN_NAME: Final = late.regex(rf"\d(?<!\w\d)\d?(?:st|nd|rd|th)?(?: of)? {_IN_WORDS}\.?,? (?:19|20)\d\d\b")
_NAME_THEN_DAY: Final = late.regex(rf"\b{_IN_WORDS}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b")
_READ: Final = 8000  # characters of the text in which dates in words are looked for
_DAY_THEN_MONTH: Final = late.regex(r"(?<![\d/.-])(?:1[3-9]|2\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d(?!\d)")
_MONTH_THEN_DAY: Final = late.regex(r"(?<![\d/.-])(?:0?[1-9]|1[0-2])([/.-])(?:1[3-9]|2\d|3[01])\1(?:20)?\d\d(?!\d)")


def complete(
    article: Article,
    title_at: int | None,
    names: Sequence[str | None],
    behind: str | None = None,
    stated: Collection[str] = (),
) -> None:
    """Fills date, author and publisher of an article that are missing.

    Args:
        article: the article, its blocks with their roles.
        title_at: place of the title among the blocks.
        names: names the markup gives that may be the publisher's.
        behind: what the page's title has behind that of the article.
        stated: all dates that the markup states, of whatever.
    """
    _complete_language(article)
    day_first = _writes_day_first(article)
    found = find_published(article.blocks, title_at, day_first=day_first)
    if found is not None and not day_first and _other_dates_are_day_first(article, found[0]):
        found = find_published(article.blocks, title_at, day_first=True)
    if (
        found is not None
        and (title_at is not None or article.published is None)
        and _goes_before(found, article, stated)
    ):
        article.published, article.origins["published"] = found[:2]
    if article.author is None:
        author = find_author(article.blocks, title_at)
        if author is not None:
            article.author, article.origins["author"] = author, "byline"
    article.postpone_sightings(partial(see, article.blocks, names, behind))


def _goes_before(shown: tuple[str, str, float], article: Article, stated: Collection[str]) -> bool:
    """Whether a date that a line shows goes before the one the markup states.

    What a reader sees beside the title mostly does: that keeps the first publication where the markup has the date of
    the last edition, or the date the site was moved.
    """
    if article.published is None:
        return True
    date, origin, certainty = shown
    if article.published.startswith(date):
        return False  # they agree, the markup is as precise at least
    markup = article.origins.get("published", "").lower()
    if "modified" in markup or "update" in markup:
        return certainty >= (LABELLED_AFAR if origin == LABEL else UPDATED)
    if len(date) < len(article.published):
        return False
    if markup == "meta article:published_time":  # the article's own: only what a line says it is goes before that
        return origin == LABEL and certainty >= LABELLED
    if origin == BARE and date > article.published and stated and date not in stated:
        return False  # it is today's, or that of an event or a teaser
    if origin == UPDATE:  # a template's JSON-LD has the first edition of what is read as one of today
        return markup == "json-ld" and certainty >= UPDATED - BESIDE_TITLE
    return certainty >= SHOWN


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
    """Whether a date that may be read in two orders stands in a document that writes others day first, and none month first,
    in figures or else in words; or beside a clock as no one writes it who puts the month first."""
    if int(date[8:] or 13) > MONTHS or date[5:7] == date[8:]:
        return False
    marked = [block.text for block in article.blocks if len(block.text) <= LONG_LINE and date[:4] in block.text]
    text = "\n".join(marked)
    if _MONTH_THEN_DAY.search(text) is not None:
        return False
    if _DAY_THEN_MONTH.search(text) is not None or _DAY_OF_24_HOURS.search(text) is not None:
        return True
    prose = f"{text}\n{article.text[:_READ]}"
    if _NAME_THEN_DAY.search(prose) is not None:
        return False
    return _DAY_THEN_NAME.search(prose) is not None or _counts_in_other_money(prose)


def _counts_in_other_money(prose: str) -> bool:
    """Whether a text gives its amounts in money of countries that put the day first, and in dollars none."""
    return any(map(prose.__contains__, _DAY_FIRST_MONEY)) and "$" not in prose and "USD" not in prose


def _complete_language(article: Article) -> None:
    """The language, where the markup states none, or states that of its template and the words are surely of another."""
    told, share = language_of(article.text)
    if told is None:
        return
    stated = article.language
    if not stated or (share >= SURE_SHARE and stated.lower().split("-")[0].split("_")[0] != told):
        article.language, article.origins["language"] = told, "words"
