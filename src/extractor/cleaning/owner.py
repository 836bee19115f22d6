"""Whose page or text this is: the name that independent places of it begin with, such as masthead, foot and title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from extractor import late
from extractor.cleaning.article import Block
from extractor.cleaning.firm_names import bare, firm_weight, is_heading, is_known, is_periodical, is_person
from extractor.cleaning.shop import is_shop_page
from extractor.data.common_words import is_common
from extractor.data.publisher_cues import NAME

BRAND: Final = "brand"  # where a name was read that only the site shows: what a sentence says goes before it
TOP: Final = 8  # blocks of the start among which masthead and byline stand
RECURS: Final = 3  # times that a word stands in a document that goes by it
BELOW: Final = 2  # of these the ones behind the title that are no lines of the foot, in a short document
FOOT: Final = 8  # blocks of the end that may hold the owner's line
LONGEST: Final = 5  # words of a brand
AGREE: Final = 2  # kinds of place that must show one name
MOST_ADDRESSES: Final = 20  # that are looked at
READ: Final = 160  # characters of a line of the edges that are looked at
LEAST_WORD: Final = 4  # letters of a brand of one word
AT_TITLE_END: Final = late.regex(
    rf"(?:[|:–—] ?| - |, ?(?:[Ss]ays|[Ff]inds|[Rr]eports) |\b[Bb]y |\b[Aa]ccording [Tt]o ){NAME}$"
)
ADDRESSES: Final = late.regex(
    r"(?:@|www\.|https?://)(?:www\.)?([a-z0-9-]{4,40})\.(?:com|net|org|io|co|in|de|biz|us|ai)\b", re.IGNORECASE
)
_BRAND: Final = late.regex(NAME)
# What sets a brand off from the menu behind it, or from the claim below it.
_MENU: Final = late.regex(r" ?[|·•>›/\n] ?|\s{2,}| [–—-] |, (?=\d)|(?<=[a-z])(?=\+?\d)")
_BYLINES: Final = tuple(
    late.regex(pattern)
    for pattern in (rf"^(?:[Bb]y|BY) {NAME}(?:[,|·]|$)", rf"^{NAME}, \d", rf"\bat {NAME}(?:$| [|·•])")
)
_MAY_BE_BYLINE: Final = late.regex(r"^[Bb][Yy] | at |, \d")
_FOOT_LEAD: Final = late.regex(
    r"^(?:.{0,60}?(?:©|\([cC]\)|[Cc]opyright)\W*(?:\d{4}\W+)?(?:by )?|(?:PT|About|Why(?: choose)?|SOURCE:?|Source:?|The) )"
)
_RIGHTS: Final = late.regex(r"©|\([cC]\)|[Cc]opyright")
# Names of sites that carry what others send them.
_CARRIER: Final = late.regex(r"(?:wire|portal|presse?|news)\w{0,2}$|^(?:press|news)", re.IGNORECASE)
# A title of such work: "Lamps in Chile, Outlook to 2030".
_ABOUT_WORK: Final = late.regex(
    r"\b(?:market|industry|sector|outlook|forecast|report|study|mercado|mercato|marché)s?\b|markt\b", re.IGNORECASE
)
# An author's own work, or its price. The wordings are dear: they are tried only at these signs, or before such numbers.
_WORK_SIGNS: Final = ("We ", "we ", "Our ", "our ", "eport ", "rder ")
_OWN_WORK: Final = late.regex(
    r"(?<!\w)(?:[Ww]e (?:\w+ly |now |also )?(?:forecast|estimate|expect|project|value|size|put|see|model|raise|count)d?\b"
    r"|[Oo]ur (?:\w+ ){0,2}?(?:analysts|stud(?:y|ies)|reports?|surveys?|forecasts?|estimates?|base case|model|interviews"
    r"|data|team’s|team's)\b)"
    r"|(?<=[Rr])(?<!\w[Rr])eport (?:fee|price|no\.|[Nn]umber)|(?<=[Oo])(?<!\w[Oo])rder (?:form|this|the|full|report)"
)
_PRICE_OR_EXTENT: Final = late.regex(
    r"\d(?<!\d\d)\d{0,2}(?:[,.]\d{3}\b|\d* pages\b)"
)  # begins with a class of characters: fast
_PRICED: Final = late.regex(r"\b(?:[Ll]icen[cs]e|[Ee]dition|reader|user|seat|copy|site|report):? [^\n\d]{0,6}$")
_RUNS_TO: Final = late.regex(r"\b(?:study|report) (?:has|runs to) $")
_BEFORE_NUMBER: Final = 24  # characters, at most, of what costs so much or has so many pages
_EDGES_OF_WORD: Final = ".,;:’'\"“”()|·•™®"
_JOINING: Final = frozenset(("&", "and", "of", "for", "the", "de"))


class Place(NamedTuple):
    """What a place that may show the owner's name begins with.

    Attributes:
        kind: what place it is; places of one kind are no witnesses for one another.
        words: its words, without the marks that cling to them.
        pure: whether it is a line at the top of nothing but capitalised words, few enough for a name.
        masthead: whether it is such a line that the document begins with.
    """

    kind: str
    words: tuple[str, ...]
    pure: bool
    masthead: bool


class Owner(NamedTuple):
    """A name and how many kinds of place show it."""

    name: str
    kinds: int


def find_owner(
    blocks: Sequence[Block], whole: str, title: str, behind: str | None, marked: Sequence[str], *, weak: str | None
) -> str | None:
    """The name that places of several kinds agree on; None for newspapers, carriers, and pages of other things.

    Args:
        blocks: the blocks of the document, roles set.
        whole: all their text.
        title: the title.
        behind: what the page's title has behind that of the article.
        marked: names that the markup gives.
        weak: a name that looks like a research firm's, and only stands somewhere.
    """
    if weak is not None and is_known(weak):
        return weak
    end = AT_TITLE_END.search(title)
    topic = title if end is None else title[: end.start()]
    title_words = frozenset(topic.casefold().replace(",", " ").split())
    by_first: dict[str, list[Place]] = defaultdict(list)
    for place in _places(blocks, marked, behind or (None if end is None else end["name"])):
        by_first[place.words[0].casefold()].append(place)
    owners = [
        Owner(name, len({place.kind for place in group}))
        for group in by_first.values()
        if (name := _agreed(group, whole)) is not None and _may_own(name, title_words)
    ]
    best = max(owners, key=lambda owner: owner.kinds, default=None)
    if best is None:
        return weak or _alone(by_first, title_words, whole)
    name = best.name if weak is None else _settled(weak, best, by_first, whole)
    return name if name == weak or _tells_of_work(title, blocks) or _is_own_work(whole) else weak


def _settled(weak: str, best: Owner, by_first: Mapping[str, Sequence[Place]], whole: str) -> str:
    """Which of two names is the owner's: one that looks like a firm's, and one that more places show.

    Of two forms of one name that which stands more often; another name only where the first is of common words.
    """
    head = weak.split()[0].casefold()
    group = by_first.get(head, ())
    if best.name.split()[0].casefold() == head:
        if len(best.name) > len(weak) or any(place.pure and " ".join(place.words) == weak for place in group):
            return weak
        long = whole.count(weak)
        return best.name if whole.count(best.name) - long >= long else weak
    of_common = all(is_common(word.casefold()) for word in weak.split())
    return best.name if of_common and best.kinds > len({place.kind for place in group}) else weak


def _tells_of_work(title: str, blocks: Iterable[Block]) -> bool:
    """Whether a document about a market has no author of its own, as articles of newspapers have."""
    return _ABOUT_WORK.search(title) is not None and not any(
        block.role == "byline" or block.text.startswith(("By ", "BY ")) for block in blocks
    )


def _agreed(group: Sequence[Place], whole: str) -> str | None:
    """The name that places of different kinds begin with: the line at the top that is no more than a name, or the longest run of words alike."""
    if len({place.kind for place in group}) < AGREE:
        return None
    shared = max(
        (_shared(one, other) for one, other in combinations(group, 2) if one.kind != other.kind), key=len, default=()
    )
    if not shared:
        return None
    words = next((place.words for place in group if place.pure), shared)
    while words and words[-1].casefold() in _JOINING:
        words = words[:-1]
    if len(words) <= len(shared):
        words = shared[: len(words)]  # written as elsewhere, without a menu that clings to it
    if len(words) > 1 and _goes_by(words[0], " ".join(words), whole):
        words = words[:1]
    return " ".join(words) if 0 < len(words) <= LONGEST else None


def _goes_by(first: str, full: str, whole: str) -> bool:
    """Whether a text calls the owner by the first word of its name: a word of no language, that stands there again and again."""
    if len(first) < LEAST_WORD or is_common(first.casefold()):
        return False
    return whole.count(first) >= max(RECURS, 3 * whole.count(full))


def _shared(one: Place, other: Place) -> tuple[str, ...]:
    """The words that both places begin with; capitals alone are written as the other does, and a menu may cling to the last."""
    shared = []
    for left, right in zip(one.words, other.words, strict=False):
        if not (left[0].isupper() or left[0].isdigit() or left in _JOINING):
            break
        if left.casefold() == right.casefold():
            shared.append(right if left.isupper() and len(left) > LEAST_WORD else left)
            continue
        short, long = sorted((left, right), key=len)
        if long.startswith(short) and long[len(short)].isupper():
            shared.append(short)
        break
    return tuple(shared)


def _alone(by_first: Mapping[str, Sequence[Place]], title_words: frozenset[str], whole: str) -> str | None:
    """The name that is the masthead of a shop's page, or that of the house whose author tells of its work."""
    for group in by_first.values():
        for place in group:
            if place.kind == "affiliation" or (place.masthead and len(place.words) > 1):
                name = " ".join(place.words)
                name = place.words[0] if _goes_by(place.words[0], name, whole) else name
                told = _is_own_work if place.kind == "affiliation" else is_shop_page
                if _may_own(name, title_words) and told(whole):
                    return name
    return None


@lru_cache(maxsize=2)  # one document asks for it again and again
def _is_own_work(whole: str) -> bool:
    """Whether a document is a shop's page, or its author tells of work of its own, or what it costs.

    >>> _is_own_work("Tin lamps: we now expect more."), _is_own_work("A printed copy: EUR 1,950"), _is_own_work("The owe data 1,950")
    (True, True, False)
    """
    if is_shop_page(whole):
        return True
    for sign in _WORK_SIGNS:
        place = whole.find(sign)
        while place >= 0:
            if _OWN_WORK.match(whole, place) is not None:
                return True
            place = whole.find(sign, place + 1)
    for number in _PRICE_OR_EXTENT.finditer(whole):
        before = _RUNS_TO if number[0].endswith("s") else _PRICED
        if before.search(whole, max(0, number.start() - _BEFORE_NUMBER), number.start()) is not None:
            return True
    return False


def _places(blocks: Sequence[Block], marked: Iterable[str], at_end: str | None) -> Iterator[Place]:
    for given in marked:
        yield from _place("markup", given)
    if at_end:
        yield from _place("title", at_end)
    at = next((place for place, block in enumerate(blocks) if block.role == "title"), 0)
    foot = max(at + 1, len(blocks) - FOOT)
    for number, block in enumerate(blocks[:TOP]):
        if number > at + BELOW and number >= foot:
            break
        if block.role == "title" or (number > at and block.is_body):
            continue
        text = block.text[:READ]
        yield from _place("top", _MENU.split(text, maxsplit=1)[0], first=number == 0)
        for byline in _BYLINES if _MAY_BE_BYLINE.search(text) else ():
            if (match := byline.search(text)) is not None:
                yield from _place("affiliation" if match[0].startswith("at ") else "byline", match["name"])
    for block in blocks[foot:]:
        if not block.is_body and block.role != "related":
            text = block.text[:READ]
            kind = "rights" if _RIGHTS.search(text) is not None else "foot"
            yield from _place(kind, _FOOT_LEAD.sub("", text))
    debris = [block.text for block in blocks if not block.is_body]
    with_marks = [text for text in debris if "@" in text or "www." in text or "://" in text]
    labels = ADDRESSES.findall("\n".join(with_marks)) if with_marks else []
    for label in list(dict.fromkeys(labels))[:MOST_ADDRESSES]:
        yield from _place("address", label)


def _place(kind: str, text: str, *, first: bool = False) -> Iterator[Place]:
    text = text.strip()
    if not text or not (text[0].isupper() or text[0].isdigit() or kind == "address"):
        return
    pure = kind == "top" and _BRAND.fullmatch(text) is not None
    found = (bare(text) if pure else text).split(None, LONGEST + 1)[: LONGEST + 1]
    words = tuple([word.strip(_EDGES_OF_WORD) or word for word in found])
    if words:
        pure = pure and len(words) <= LONGEST
        yield Place(kind, words, pure, first and pure)


def _may_own(name: str, title_words: frozenset[str]) -> bool:
    if is_periodical(name) or is_person(name) or _CARRIER.search(name) is not None or is_heading(name):
        return False
    words = name.casefold().split()
    if len(words) == 1 and (len(name) < LEAST_WORD or is_common(words[0])):
        return False
    return not title_words.issuperset(words) and firm_weight(bare(name), title_words, telling=True) > 0.0
