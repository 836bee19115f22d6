"""The date of a page: what its markup states, and what that says of a date that its lines show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from extractor import late
from extractor.cleaning.dates import FULL, find_date, names_month
from extractor.cleaning.page.json_ld import ARTICLE_TYPES, PAGE_TYPES, text_of, types_of

if TYPE_CHECKING:
    from extractor.cleaning.article import Article
    from extractor.cleaning.page.metadata import PageMetadata

# Names of meta elements without their marks ("article:published_time", "publish-date"), the surer first.
_DATE_KEYS: Final = (
    "articlepublishedtime datepublished ogarticlepublishedtime ogpublishedtime parselypubdate sailthrudate articlepublished "
    "publisheddate publishedtime publishedat publishtime publishdate publicationdate pubdate published citationpublicationdate "
    "citationonlinedate dcdateissued dctermscreated dctermsissued dcdatecreated datecreated dcdate dctermsdate date "
    "articledateoriginal originalpublicationdate releasedate cxenseparserecspublishtime rnewsdatepublished btpubdate "
    "shareaholicarticlepublishedtime articlecreated ogpubdate firstpublished firstpublisheddate dateposted postdate articledate"
).split()
_UPDATE_KEYS: Final = "articlemodifiedtime ogupdatedtime lastmodified datemodified updatedtime".split()
_UNMARKED: Final = str.maketrans("", "", "-_.: ")
_URL_DATE: Final = late.regex(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/-]|$)")
_TIMES: Final = 3  # time elements of a page that may be its own; later ones are those of other articles


def read_dates(
    found: PageMetadata, metas: dict[str, str], objects: Iterable[dict[str, Any]], times: list[str], uri: str | None
) -> None:
    """Sets what the markup states of dates: publication goes before modification, JSON-LD before meta before time elements.

    Args:
        found: what is known of the page so far: its address.
        metas: contents of the meta elements.
        objects: those of JSON-LD, the main one first.
        times: stamps of the time elements.
        uri: where the page came from.
    """
    described = [item for item in objects if types_of(item) & (ARTICLE_TYPES | PAGE_TYPES)]
    named: dict[str, tuple[str, str]] = {}
    for key, value in metas.items():
        named.setdefault(key.translate(_UNMARKED), (value, f"meta {key}"))
    own, origin = named.get(_DATE_KEYS[0], (None, ""))
    for item in described:
        stated = text_of(item.get("datePublished"))
        agrees = stated is not None and own is not None and find_date(stated) == find_date(own)
        _state(found, stated, origin if agrees else "json-ld")
    for key in _DATE_KEYS:
        if key in named:
            _state(found, *named[key])
    for stamp in times[:_TIMES]:
        _state(found, stamp, "time element")
    in_address = _URL_DATE.search(found.url or uri or "")
    if in_address:
        _state(found, "-".join(in_address.groups()), "url")
    for item in described:
        _state(found, text_of(item.get("dateModified")), "json-ld dateModified")
    for key in _UPDATE_KEYS:
        if key in named:
            _state(found, *named[key])


def _state(found: PageMetadata, stated: str | None, origin: str) -> None:
    date = find_date(stated) if stated else None
    if date is None:
        return
    if stated is not None and (stated.lstrip()[:FULL] == date or names_month(stated)):
        found.dates.add(date)
    found.put("published", date, origin)


def settle(article: Article, stated: PageMetadata) -> None:
    """Corrects a date that was read from the lines of an article by those that its markup states.

    "02-12-2025" is read in the other order where the markup states that day.
    """
    date = article.published
    if date is not None and len(date) == FULL and date not in stated.dates:
        turned = f"{date[:5]}{date[8:]}-{date[5:7]}"
        if turned in stated.dates:
            article.published = turned
