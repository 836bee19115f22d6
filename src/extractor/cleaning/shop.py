"""What tells that a document offers a report for sale, or is the page of a shop of reports."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extractor import late

# Marks of a report's own page, that no press release about it and no newspaper shows.
_CODES: Final = (
    "SKU", "Report ID", "Report Id", "Report Code", "Report code", "Product Code", "Product code", "Product ID", "Report No", "REPORT ID", "REPORT CODE",
    "Report Number", "Report number", "Item No", "Publication ID", "Document ID",
)  # fmt: skip
_CODE_HEADS: Final = (
    "SKU",
    "Report ",
    "Product ",
    "REPORT ",
    "Item ",
    "Publication ",
    "Document ",
)  # one stands in each code
# "TL-ICT-733", "CSG-204"; it begins with a class of characters, so that all other places are passed over fast
_CODE: Final = late.regex(r"[A-Z](?<!\w[A-Z])[A-Z]{1,3}-(?:[A-Z]{2,4}-)?\d{2,5}\b")
_NO_CODES: Final = ("ISO-", "FY-", "CO-", "PM-", "SARS-", "IP-", "EN-", "UN-")  # models, illnesses, standards
_EXTENT: Final = late.regex(
    r"\b\d{2,3}\+? ?[Pp]ages\b|\b(?:[Nn]o\.? of |[Nn]umber of )?[Pp]ages?(?: [Cc]ount)? ?[:|] ?\d|\b[Pp]ages - \d"
)
_PAGE: Final = late.regex("[Pp]age")  # the pattern is dear: it is tried around these only
_BEFORE: Final = 12  # characters of an extent before that word, and behind it
_BEHIND: Final = 24
# Doors to the buying, that press releases carry, too.
_DOORS: Final = late.regex(
    r"\b(?:Single|Multi)[ -][Uu]ser\b|\b(?:Enterprise|Corporate|Site|User) [Ll]icen[cs]e"
    r"|\b(?:[Aa]dd to|ADD TO|[Mm]y) (?:[Cc]art|CART)\b|\b(?:B[Uu][Yy]|P[Uu][Rr][Cc][Hh][Aa][Ss][Ee]|Order|ORDER) "
    r"(?:[Nn][Oo][Ww]|(?:(?:[Ff]ull|FULL|[Tt]his|[Tt]he) ){0,2}(?:[Rr]eport|REPORT|[Ss]tudy))\b"
    r"|\b(?:[Ff]ree|[Rr]equest(?: a)?|[Dd]ownload(?: a)?|[Gg]et(?: a)?|[Vv]iew(?: a)?) (?:[Ff]ree |PDF )?[Ss]ample\b"
    r"|\bREQUEST (?:A )?(?:FREE )?SAMPLE\b|\b(?:[Ii]nquir[ey]|[Ee]nquir[ey]|[Ii]nquiry|[Ee]nquiry) [Bb]efore\b"
    r"|\b[Ss]peak to (?:[Aa]n )?[Aa]nalyst\b|\b[Tt]able [Oo]f [Cc]ontents?\b|\b[Rr]equest [Cc]ustomi[sz]ation\b"
)
_OFFER: Final = late.regex(
    r"\b(?:[Ss]ample|[Ff]ull|[Tt]his|[Cc]omplete|[Pp]urchase|[Bb]uy|[Mm]arket|[Rr]esearch|[Ii]ndustry|[Nn]ew|[Oo]ur) "
    r"(?:[\w-]+ ){0,2}?[Rr]eports?\b|\b[Mm]arket [Rr]esearch\b|\b[Ss]yndicated\b|\b[Mm]arket [Ss]tud(?:y|ies)\b"
)


def offers_report(text: str) -> bool:
    """Whether a document speaks of a market report, as the results of a maker of lamps do not.

    >>> offers_report("Request a sample of this report."), offers_report("Sales of lamps rose, reports Aster SA.")
    (True, False)
    """
    return _OFFER.search(text) is not None


@lru_cache(maxsize=2)  # one document asks for it again and again
def is_shop_page(text: str) -> bool:
    """Whether a document is a report's own page: its extent or code stands there, and a door to the buying.

    >>> is_shop_page("188 Pages  SKU: LMP7\\nBuy Now"), is_shop_page("Buy now\\nRequest a free sample")
    (True, False)
    """
    return _is_marked(text) and _DOORS.search(text) is not None


def _is_marked(text: str) -> bool:
    """Whether the code or the extent of a report stands in a text; the pattern is dear, its word is looked for first."""
    if any(head in text for head in _CODE_HEADS) and any(code in text for code in _CODES):
        return True
    if any(_EXTENT.search(text, max(0, word.start() - _BEFORE), word.end() + _BEHIND) for word in _PAGE.finditer(text)):
        return True
    return any(not match[0].startswith(_NO_CODES) for match in _CODE.finditer(text))
