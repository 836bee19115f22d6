"""The research firm behind the figures: what body and debris say of it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from extractor import late
from extractor.cleaning.article import KEPT, Block
from extractor.cleaning.brands import ABOUT_MARKET, EDGE, owner
from extractor.cleaning.firm_names import known_firms, may_be_firm, squeezed
from extractor.cleaning.firm_signs import REMEMBERED, Signs, signs_in
from extractor.cleaning.owner import ADDRESSES, AT_TITLE_END, BRAND, find_owner
from extractor.cleaning.shop import is_shop_page, offers_report
from extractor.cleaning.votes import CLAIMS, MENTION, OWNERS, PROVIDED, Votes
from extractor.data.publisher_cues import NAME, Cue, load_cues, load_words

READ: Final = 1500  # characters of a paragraph that are looked at
DEBRIS_READ: Final = (
    420  # characters of a block of the debris that are looked at: "About us" paragraphs begin with the name
)
LEAST_BODY: Final = 40  # characters of a paragraph that states anything
EARLY: Final = 4  # paragraphs in which a name counts more
_FIGURE_MARKS: Final = ("%", "$", "€", "£", "₹")
_FIGURE_WORD: Final = late.regex(
    r"\b(?:USD|EUR|INR|Rs|billion|million|Bn|Mn|bn|crore|CAGR|market|per cent"
    r"|[Mm]il(?:li(?:ard|on)\w*|iard\w*|jo\w+|h[oõ]\w+)|[Mm]rd|[Mm]io|bilh\w+|[Mm]arkt|marché|mercado|mercato)\b"
)
_TITLE_START: Final = late.regex(
    rf"{NAME}(?:: | [|–—-] | (?:[Ss]ees|[Ss]ays|[Ee]xpects|[Ff]orecasts|[Pp]redicts|[Pp]rojects) )"
)
_ADDRESS_MARKS: Final = ("@", "www.", "://")
_PROVIDED: Final = late.regex(
    r"^(?:(?:News |Press release )?(?:provided|distributed|submitted|issued|published) by"
    r"|(?:(?:media|press|sales) )?contact(?: us| info(?:rmation)?| details)?|press release from|company(?: name)?)\W*$",
    re.IGNORECASE,
)
_OPENS_CREDIT: Final = ("Source", "SOURCE", "About", "Published", "Publisher")
_LABELS: Final = (
    " By",
    " BY",
    " by\n",
    " by:",
    "ontact:",
    "ontact Us",
    "ontact us",
    "CONTACT",
    " from:",
    "ompany:",
    "ompany Name",
)
_LONGEST_LABEL: Final = 60  # characters
OF_OTHERS: Final = frozenset(("comments", "related", "toc"))  # roles of blocks that name other articles and people
_NAMES: Final = late.regex(NAME)
_VERB: Final = late.regex(rf" {load_words()['saying']}[ .,:]")
_REACH: Final = 110  # characters from a name to the verb or the noun of its wording, at most


@cache
def _cues(where: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in load_cues() if cue.where == where)


def _read_body(text: str, signs: Signs, votes: Votes, early: float, *, about_figures: bool) -> None:
    """A paragraph of the article. One without figures names a firm only where it speaks of a report.

    Args:
        text: the paragraph.
        signs: what in it speaks for a firm: wordings that make no name one are tried only around the parts of names.
        votes: take what is found.
        early: weight of a name that stands early in the article.
        about_figures: whether the paragraph states any.
    """
    places = _places(text, signs.names)
    before = "\n".join([text[max(0, place - _REACH) : place] for place in places])
    behind = "\n".join([text[place : place + _REACH] for place in places])
    for cue in _cues("any"):
        if (cue.calls and not signs.calls) or not (about_figures or cue.of_reports):
            continue
        if cue.telling and (cue.begins_with_name or cue.calls):
            _read_around(cue, text, _places(text, cue.signs), votes, early)
        elif cue.begins_with_name:
            if not cue.signs or _holds(behind, cue.signs):
                _read_around(cue, text, _ends(cue, text, places), votes, early)
        elif _holds(text if cue.telling else before, cue.signs):
            for match in cue.pattern.finditer(text):
                votes.add(match["name"], cue.weight + early, "body", telling=cue.telling, called=cue.calls, tells=True)


def _read_around(cue: Cue, text: str, ends: Iterable[int], votes: Votes, early: float) -> None:
    """A wording around the places, in order, where it may stand, or where its name may end."""
    start = stop = -1
    for end in ends:
        if end - _REACH > stop:
            _read_window(cue, text, start, stop, votes, early)
            start = max(0, end - _REACH)
        stop = end + _REACH
    _read_window(cue, text, start, stop, votes, early)


def _read_window(cue: Cue, text: str, start: int, stop: int, votes: Votes, early: float) -> None:
    if stop > 0:
        for match in cue.pattern.finditer(text, start, stop):
            votes.add(match["name"], cue.weight + early, "body", telling=cue.telling, called=cue.calls, tells=True)


def _ends(cue: Cue, text: str, places: Sequence[int]) -> Iterator[int]:
    """Where a wording that begins with a name may end, behind the places of names."""
    done = 0
    for place in places:
        start, stop = max(place, done), place + _REACH
        if start < stop:
            yield from _verbs(text, start, stop) if not cue.signs else _places(text, cue.signs, start, stop)
        done = stop


class _Found(NamedTuple):
    """A name that a line of the debris holds, and by which wording; None when it only stands there."""

    name: str
    cue: Cue | None


@lru_cache(REMEMBERED)
def _read_debris(text: str, at_edge: bool, of_site: bool) -> tuple[_Found, ...]:
    """What a block that is not part of the article says: the same blocks recur over a whole dump.

    With `of_site` the names that only stand in it count; those in lists of other articles are headlines.
    """
    found = []
    for cue in _cues("line"):
        if _holds(text, cue.signs) if cue.signs else at_edge:
            match = cue.search(text)
            if match is not None:
                found.append(_Found(match["name"], cue))
    for cue in _cues("any"):
        if cue.telling and _holds(text, cue.signs):
            match = cue.search(text)
            if match is not None:
                found.append(_Found(match["name"], cue))
    signs = signs_in(text) if of_site else None
    if signs is not None and signs.names:
        found += [_Found(match["name"], None) for match in _NAMES.finditer(text) if may_be_firm(match["name"])]
    return tuple(found)


def _count_debris(text: str, votes: Votes, *, at_edge: bool, of_site: bool = True) -> None:
    for name, cue in _read_debris(text, at_edge, of_site):
        if cue is None:
            votes.add(name, MENTION, "debris")
        elif cue.where == "line":
            votes.claim(name, cue.id, cue.weight)
        else:
            votes.add(name, cue.weight, "about", telling=at_edge, tells=True)


def _states_figure(text: str) -> bool:
    return _holds(text, _FIGURE_MARKS) or _FIGURE_WORD.search(text) is not None


def _holds(text: str, signs: Iterable[str]) -> bool:
    for sign in signs:  # noqa: SIM110  (a generator costs three times as much, and this is asked a thousand times a document)
        if sign in text:
            return True
    return False


def _verbs(text: str, start: int, stop: int) -> Iterator[int]:
    """The places of verbs of stating that a name may stand before."""
    for verb in _VERB.finditer(text, start, stop):
        last_word = text.rfind(" ", 0, verb.start()) + 1
        if (
            not text[last_word].islower()
            or text[verb.start() - 1] == ","
            or text.startswith(("now ", "also "), last_word)
        ):
            yield verb.end()


def _places(text: str, signs: Iterable[str], start: int = 0, stop: int = READ) -> list[int]:
    """Where the signs stand in a text between two places, in order."""
    found = []
    for sign in signs:
        place = text.find(sign, start, stop)
        while place >= 0:
            found.append(place)
            place = text.find(sign, place + 1, stop)
    return sorted(found)


def find_publisher(
    blocks: Sequence[Block], stated: Iterable[str | None], behind: str | None = None
) -> tuple[str, str] | None:
    """The name of the firm and where it was read, or None when no name, or no single one, stands out.

    Args:
        blocks: the blocks of the document, roles set.
        stated: names that the markup gives: publisher, author, site.
        behind: what the page's title has behind that of the article: a site's name, perhaps.
    """
    title = next((block.text for block in blocks if block.role == "title"), "")
    votes = Votes(frozenset(title.lower().replace(",", " ").split()))
    marked = [given for given in stated if given]
    for given in marked:
        votes.add(given, 3.0, "markup")
    title_signs = signs_in(title)
    if title_signs is not None and title_signs.names:
        for match in (AT_TITLE_END.search(title), _TITLE_START.match(title)):
            if match is not None:
                votes.add(match["name"], MENTION, "title")
    whole = "\n".join([block.text for block in blocks])
    _read(blocks, whole, votes)
    if votes.agreed and (ABOUT_MARKET.search(title) or offers_report(whole)):
        votes.believe(OWNERS, CLAIMS)
    best = votes.best(whole)
    if best is not None and votes.tells(best[0]):
        return best
    found = find_owner(blocks, whole, title, behind, marked, weak=None if best is None else best[0])
    if found is not None:
        return best if best is not None and best[0] == found else (found, BRAND)
    page_title = title if behind is None else f"{title} | {behind}"
    return owner(blocks, whole, page_title, marked, votes, is_shop=is_shop_page(whole))


def _read(blocks: Sequence[Block], whole: str, votes: Votes) -> None:
    size = len(blocks)
    kept = 0
    for place, block in enumerate(blocks):
        text = block.text
        in_article = block.role in KEPT or block.role == "title"
        kept += in_article
        if in_article:
            if len(text) >= LEAST_BODY and (signs := signs_in(text[:READ])) is not None:
                _read_body(text[:READ], signs, votes, 1.0 if kept <= EARLY else 0.0, about_figures=_states_figure(text))
            elif len(text) < LEAST_BODY and text.startswith(_OPENS_CREDIT):
                _count_debris(text, votes, at_edge=place < EDGE or place >= size - EDGE)
        elif _is_read(block) and signs_in(text[:DEBRIS_READ]) is not None:
            at_edge = place < EDGE or place >= size - EDGE
            _count_debris(text[:DEBRIS_READ], votes, at_edge=at_edge, of_site=block.role not in OF_OTHERS)
    if _holds(whole, _LABELS):
        for block, following in pairwise(blocks):
            if len(block.text) < _LONGEST_LABEL and not block.is_body and _PROVIDED.match(block.text):
                votes.claim(following.text, PROVIDED, 4.0)
    if _holds(whole, _ADDRESS_MARKS):
        _by_domain(blocks, votes)


def _is_read(block: Block) -> bool:
    """Comments and lists of other articles name other firms."""
    return block.role not in OF_OTHERS or len(block.text) <= _LONGEST_LABEL


def _by_domain(blocks: Sequence[Block], votes: Votes) -> None:
    """Addresses of mail and site that spell a name found, or a known one."""
    for block in blocks:
        text = block.text
        if block.is_body or not _holds(text, _ADDRESS_MARKS):
            continue
        for label in {label.lower().replace("-", "") for label in ADDRESSES.findall(text)}:
            key = squeezed(label)
            if key in votes.weights:
                votes.weights[key] += 2.0
            elif key in known_firms():
                votes.add(known_firms()[key], 2.0, "address")
