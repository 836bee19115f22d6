"""The name a page or text about a market shows in several places, where it tells of its owner's own work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractor import late
from extractor.cleaning.article import Block
from extractor.cleaning.brands import AT_TITLE_END, BRAND
from extractor.cleaning.firm_names import bare, firm_weight, is_periodical, is_person
from extractor.data.publisher_cues import NAME

TOP: Final = 7  # blocks of the start among which the brand and the byline stand
FOOT: Final = 8  # blocks of the end that may hold the owner's line
LONGEST: Final = 5  # words of a brand
AGREE: Final = 2  # kinds of place that must show one name
_BRAND: Final = late.regex(NAME)
# What sets a brand off from the menu behind it, or from the claim below it.
_MENU: Final = late.regex(r" ?[|·•>›/\n] ?|\s{2,}| [–—-] |, (?=\d)")
_BYLINES: Final = tuple(
    late.regex(pattern) for pattern in (rf"^(?:[Bb]y|BY) {NAME}(?:[,|·]|$)", rf"^{NAME}, \d", rf"\bat {NAME}$")
)
_FOOT_LEAD: Final = late.regex(
    r"^(?:.{0,60}?(?:©|\([cC]\)|[Cc]opyright)\W*(?:\d{4}\W+)?|(?:PT|About|Why(?: choose)?|SOURCE:?|Source:?|The) )"
)
# Names of sites that carry what others send them.
_CARRIER: Final = late.regex(r"(?:wire|portal|presse?|news)\w{0,2}$|^(?:press|news)", re.IGNORECASE)
# A title of such work: "Lamps in Chile, Outlook to 2030".
_ABOUT_WORK: Final = late.regex(
    r"\b(?:market|industry|sector|outlook|forecast|report|study|mercado|mercato|marché)s?\b|markt\b", re.IGNORECASE
)
# An author's own work, or its price.
_OWN_WORK: Final = late.regex(
    r"\b[Ww]e (?:now |also |conservatively )?(?:forecast|estimate|expect|project|value|size|put|see)\b"
    r"|\b[Oo]ur (?:\w+ ){0,2}?(?:analysts|stud(?:y|ies)|reports?|surveys?|forecasts?|estimates?|base case|model|interviews"
    r"|data)\b|\b[Rr]eport (?:fee|price|no\.|[Nn]umber)|\b[Oo]rder (?:form|this|the|full|report)"
    r"|\b(?:[Ll]icen[cs]e|[Ee]dition|reader|user|seat|copy|site|report):? [^\n\d]{0,6}\d{1,3}[,.]\d{3}\b"
    r"|\b(?:study|report) (?:has|runs to) \d+ pages\b"
)


def shown_owner(
    blocks: Sequence[Block], whole: str, title: str, behind: str | None, marked: Sequence[str], *, is_shop: bool
) -> tuple[str, str] | None:
    """The name that two kinds of place agree on, and `BRAND`; None for newspapers, carriers, and pages of other things.

    Args:
        blocks: the blocks of the document, roles set.
        whole: all their text.
        title: the title.
        behind: what the page's title has behind that of the article.
        marked: names that the markup gives.
        is_shop: whether the document is a report's own page.
    """
    if _ABOUT_WORK.search(title) is None:
        return None
    at = next((place for place, block in enumerate(blocks) if block.role == "title"), 0)
    top = [b.text for place, b in enumerate(blocks[:TOP]) if b.role != "title" and (place < at or not b.is_body)]
    foot = [_FOOT_LEAD.sub("", block.text) for block in blocks[-FOOT:] if not block.is_body]
    kinds: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    end = AT_TITLE_END.search(title)
    for given, kind in _candidates(top, behind or (None if end is None else end["name"]), marked):
        name = bare(given)
        key = name.casefold()
        kinds.setdefault(key, set()).add(kind)
        if key not in shown or shown[key].isupper():
            shown[key] = name
    topic = title if end is None else title[: end.start()]
    title_words = frozenset(topic.casefold().replace(",", " ").split())
    for key, found in kinds.items():
        if not _may_own(shown[key], title_words):
            continue
        if any(_opens(text, key) for text in top):
            found.add("top")
        if (named := next((text for text in foot if _opens(text, key)), None)) is not None:
            found.add("foot")
            if shown[key].isupper():
                shown[key] = named[: len(key)]
        elif any(text.casefold() == key.partition(" ")[0] for text in foot):
            found.add("foot")  # "Why Lampeter" on the page of Lampeter Trade Desk
        if len(found) >= AGREE:
            return (shown[key], BRAND) if is_shop or _OWN_WORK.search(whole) is not None else None
    return None


def _candidates(top: Sequence[str], at_end: str | None, marked: Sequence[str]) -> Iterator[tuple[str, str]]:
    for given in marked:
        yield given, "markup"
    if at_end:
        yield at_end, "title"
    for text in top:
        head = _MENU.split(text, maxsplit=1)[0]
        if len(head.split()) <= LONGEST and _BRAND.fullmatch(head) is not None:
            yield head, "top"
        for byline in _BYLINES:
            if (match := byline.search(text)) is not None:
                yield match["name"], "byline"


def _may_own(name: str, title_words: frozenset[str]) -> bool:
    if is_periodical(name) or is_person(name) or _CARRIER.search(name) is not None:
        return False
    words = name.casefold().split()
    return not title_words.issuperset(words) and firm_weight(name, title_words, telling=True) > 0.0


def _opens(text: str, key: str) -> bool:
    """Whether a line begins with a name, and no word runs on behind it."""
    if text[: len(key)].casefold() != key:
        return False
    behind = text[len(key) : len(key) + 1]
    return not behind.islower()
