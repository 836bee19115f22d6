"""Where a document shows names that may be the publisher's: the places of its site, the lines of its senders, its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from extractor import late
from extractor.cleaning.attributions import attributions_in
from extractor.cleaning.block import KEPT, Block
from extractor.cleaning.firm_names import bare, squeezed
from extractor.data.publisher_cues import NAME, load_cues

READ: Final = 1500  # characters of a paragraph that are looked at
DEBRIS_READ: Final = (
    420  # characters of a block of the debris that are looked at: "About us" paragraphs begin with the name
)
LEAST_BODY: Final = 40  # characters of a paragraph that states anything
TOP: Final = 8  # blocks of the start among which masthead and byline stand
BELOW: Final = 2  # of these the ones behind the title that are no lines of the foot, in a short document
FOOT: Final = 8  # blocks of the end that may hold the owner's line
LINE: Final = 160  # characters of a line of the edges that are looked at
LONGEST: Final = 5  # words of a line that is no more than a name
LONGEST_LABEL: Final = 60  # characters
MOST_ADDRESSES: Final = 20  # that are looked at
REMEMBERED: Final = 4096  # texts
OF_OTHERS: Final = frozenset(("comments", "related", "toc"))  # roles of blocks that name other articles and people

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
# A label that stands before the name alone.
_LABEL: Final = late.regex(
    r"^(?:(?:News |Press release )?(?:provided|distributed|submitted|issued|published) by"
    r"|(?:(?:media|press|sales) )?contact(?: us| info(?:rmation)?| details)?|press release from|company(?: name)?|publisher)\W*$",
    re.IGNORECASE,
)
_STATES: Final = r"(?:[Ff]inds|[Ss]ays|[Rr]eports|[Ff]orecasts|[Pp]redicts|[Ss]hows|[Pp]rojects|[Ee]stimates|[Ee]xpects|[Rr]eckons|[Rr]eveals|[Nn]otes|[Ss]uggests)"
# Where a title names its source: at the end in three ways, or at the start.
_TITLE_ENDS: Final = tuple(
    late.regex(pattern)
    for pattern in (
        rf"(?:,|\b(?:by|for|to|in|at)\b.*?) (?:[Ss]ays|[Ff]inds|[Rr]eports|[Rr]eveals|[Nn]otes|[Aa]ccording [Tt]o) {NAME}$",
        rf"(?:, |[|:–—] ?| - ){NAME} (?:(?:[Ss]tudy|[Rr]eport|[Aa]nalysis|[Rr]esearch|[Dd]ata) )?{_STATES}$",
        rf"(?:[|:–—] ?| - |\b[Bb]y |\b[Aa]ccording [Tt]o |, [Pp]er |\b[Ss]ays ){NAME}$",
    )
)
_TITLE_START: Final = late.regex(rf"^{NAME}(?:: | [|–—-] | (?:[Ss]ees|[Rr]aises|[Cc]uts|{_STATES}) )")
# What ends the name at the start of a line: legal forms, years, what feet of pages go on with.
_BEHIND_NAME: Final = late.regex(
    r"^(?:(?:19|20)\d\d|All|Inc|Ltd|LLC|LLP|Pvt|Private|Limited|GmbH|AG|Co|Corp|SAS?|SL|BV|AS|AB|KG|SE|Oy|Sp|Sarl|SARL|KK|FZ-LLC|e\.K|Pte|Sdn"
    r"|Registered|Reproduction|Rights|Copyright|Contact|Email|Tel|Phone|Home|Terms|Privacy|Imprint|Is|Logo|Search|Menu|Log|Login|Sign|Reports?|Suite"
    r"|What|We|PRs|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|May|March|April|June|July|August|(?:Jan|Febr)uary|(?:Septem|Octo|Novem|Decem)ber|[A-Z]{2,3}\s?\d+)$"
)
_GLUED_BEFORE: Final = late.regex(r"^(?:Menu|MENU|Home|Search|Toggle|Skip to content)(?=[A-Z])")
_EDGES_OF_WORD: Final = ".,;:’'\"“”|·•™®"
_JOINING: Final = frozenset(("&", "and", "of", "for", "the", "de"))
_OF_SENDERS: Final = {
    "line.about": "about",
    "line.source": "sender",
    "line.source_inside": "sender",
    "line.issued_by": "issuer",
    "line.own_work": "masthead",
}
_OF_OWNERS: Final = frozenset(("line.copyright", "line.copyright_behind", "line.rights"))


class Sighting(NamedTuple):
    """A name at one place of a document.

    Attributes:
        name: the name, without what clings to it; at the start of a longer line perhaps with words behind it.
        kind: what place it is: "markup", "title", "masthead", "top", "rights", "foot", "address", "byline" (of the site), "about",
            "sender", "issuer", "label", "of" (of its senders), or a kind of attribution; one in the debris begins with "x ".
        exact: whether the place ends where the name does.
        figure: whether its sentence holds a figure.
        start: offset of an attribution in the article's text, else -1.
    """

    name: str
    kind: str
    exact: bool = True
    figure: bool = False
    start: int = -1


@lru_cache(maxsize=2)  # a document asks twice
def name_in_title(title: str) -> tuple[str, str, bool]:
    """The name a title gives as its source, the title without it, and whether it stands at the start.

    >>> name_in_title("Lamp Market to Reach $2 Billion by 2030, Tin Road Finds")[:2]
    ('Tin Road', 'Lamp Market to Reach $2 Billion by 2030,  Finds')
    """
    for pattern in (*_TITLE_ENDS, _TITLE_START):
        match = pattern.search(title)
        if match is not None:
            start, stop = match.span("name")
            return bare(match["name"]), title[:start] + title[stop:], pattern is _TITLE_START
    return "", title, False


def sightings_of(blocks: Sequence[Block], marked: Iterable[str], title_name: str, behind: str | None) -> list[Sighting]:
    """All names that a document shows at places that tell.

    Args:
        blocks: the blocks of the document, roles set.
        marked: names that the markup gives: publisher, author, site.
        title_name: what the title gives as its source.
        behind: what the page's title has behind that of the article.
    """
    found = [Sighting(name, "markup", exact=False) for given in marked if (name := _leading_name(given))]
    found += [Sighting(name, "title") for name in (title_name, _leading_name(behind or "")) if name]
    found += _at_edges(blocks)
    for block in blocks:
        text = block.text
        if block.role in KEPT:
            if len(text) >= LEAST_BODY:
                start = block.start
                found += [
                    Sighting(name, kind, figure=figure, start=start + place)
                    for name, kind, figure, place in attributions_in(text[:READ])
                ]
            elif text.startswith(("Source", "SOURCE", "About")):
                found += _in_debris(text)
        elif (
            block.role != "title"
            and block.role != "comments"
            and (len(text) <= LONGEST_LABEL or block.role not in OF_OTHERS)
        ):
            found += _in_debris(text[:DEBRIS_READ])
    found += _behind_labels(blocks)
    found += _addresses(blocks)
    return found


@lru_cache(REMEMBERED)
def _in_debris(text: str) -> tuple[Sighting, ...]:
    """What a block that is not part of the article says: the same blocks recur over a whole dump."""
    found = []
    for cue in load_cues():
        match = cue.search(text) if cue.may_match(text) else None
        if match is not None and (name := _leading_name(match["name"])):
            kind = "rights" if cue.id in _OF_OWNERS else _OF_SENDERS.get(cue.id, "of")
            found.append(Sighting(name, kind))
    found += [Sighting(name, f"x {kind}") for name, kind, *_ in attributions_in(text)]
    return tuple(found)


def _at_edges(blocks: Sequence[Block]) -> Iterator[Sighting]:
    """Masthead and byline at the top, the owner's line at the foot."""
    at = next((place for place, block in enumerate(blocks) if block.role == "title"), 0)
    foot = max(at + 1, len(blocks) - FOOT)
    for number, block in enumerate(blocks[:TOP]):
        if number > at + BELOW and number >= foot:
            break
        if block.role == "title" or (number > at and block.role in KEPT):
            continue
        text = block.text[:LINE]
        head = _GLUED_BEFORE.sub("", _MENU.split(text, maxsplit=1)[0])
        pure = len(head.split()) <= LONGEST and _BRAND.fullmatch(head) is not None
        name = bare(head) if pure else _leading_name(head)
        if name:
            yield Sighting(name, "masthead" if pure and number == 0 else "top", exact=pure)
        for byline in _BYLINES if _MAY_BE_BYLINE.search(text) else ():
            if (match := byline.search(text)) is not None:
                yield Sighting(bare(match["name"]), "byline")
    for block in blocks[foot:]:
        if block.role not in KEPT and block.role != "related":
            text = block.text[:LINE]
            name = _leading_name(_FOOT_LEAD.sub("", text))
            if name:
                yield Sighting(name, "rights" if _RIGHTS.search(text) is not None else "foot", exact=False)


def _leading_name(text: str) -> str:
    """The capitalised words that a line begins with, as far as they may be a name.

    >>> _leading_name("Lampeter & Lowe LLP, 4 Harbour Row, Bristol"), _leading_name("an unnamed owner")
    ('Lampeter & Lowe', '')
    """
    words: list[str] = []
    for given in text.split(None, LONGEST + 1)[: LONGEST + 1]:
        if given.startswith("("):
            break
        word = given.strip(_EDGES_OF_WORD) or given
        if words and _BEHIND_NAME.match(word):
            break
        if not (word[0].isupper() or word in _JOINING or (word[0].isalnum() and any(map(str.isupper, word[1:4])))):
            if word.isalpha():
                return ""  # the line is a sentence
            break
        words.append(word)
        if given.endswith((",", ";", ":")):
            break
    while words and words[-1] in _JOINING:
        words.pop()
    return bare(" ".join(words))


def _behind_labels(blocks: Sequence[Block]) -> Iterator[Sighting]:
    for block, following in pairwise(blocks):
        if (
            len(block.text) < LONGEST_LABEL
            and _LABEL.match(block.text)
            and block.role not in KEPT
            and (name := _leading_name(following.text))
        ):
            yield Sighting(name, "label", exact=False)


def _addresses(blocks: Sequence[Block]) -> Iterator[Sighting]:
    """Addresses of mail and site, as their words are spelled."""
    debris = "\n".join([block.text for block in blocks if block.role not in KEPT])
    has_address = "@" in debris or "www." in debris or "://" in debris
    labels = ADDRESSES.findall(debris) if has_address else []
    for label in list(dict.fromkeys(labels))[:MOST_ADDRESSES]:
        yield Sighting(squeezed(label.lower().replace("-", "")), "address")
