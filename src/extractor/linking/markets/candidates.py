"""One naming of a market, read from the words before its head ("the kelp snack market") or behind it ("market for kelp")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractor import late
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName, Years
from extractor.linking.markets.adjectives import placed, with_adjective
from extractor.linking.markets.names import INNER, OPENERS, STOPS, VERB_STOPS, clean_name, core, is_generic, of_one
from extractor.linking.markets.places import (
    FRONTED_PLACE,
    LONGEST_FRONT,
    TITLE_FRONT,
    place_after,
    place_before,
    place_in_front,
    place_in_tail,
    place_of_span,
)
from extractor.linking.statements.statement import mentions_between

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

HEADS = frozenset(("market", "markets", "industry", "sector", "business", "marketplace", "aftermarket"))
OWN_HEAD = "aftermarket"  # a head that stays in the name
SURE_HEADS = frozenset(("market", "markets", OWN_HEAD))
# "Allied Market Research": what follows "Market" in a firm's name. In titles the same words belong to the page.
FIRM_TAILS = frozenset(("research", "insights", "intelligence", "reports", "data", "future", "study", "us"))
PAGE_WORDS = frozenset(("report", "study", "analysis", "by", "-", "–", "|"))
LONGEST_FIRM = 100  # characters of a company's name
LONGEST_NAME = 20  # tokens before "market"
# "The wider market for kitchenware" is not that of the knives before it.
NEIGHBOURS = frozenset(("wider", "broader", "larger", "parent"))
LONGEST_SUBJECT = 6  # words
FOR_NAME = late.regex(
    r"\b[Mm]arket for (?:the )?((?:[\w&/'’.®-]+ ){0,5}?[\w&/'’®-]+)(?= (?:in|is|was|has|will|reached|stood|at|are"
    r"|to|by|would|could|should|may|might|and is|from|of|set|seen|tipped|expected|projected|poised|forecast|likely"
    r"|nears|tops|hits|reaches|grew|rose|fell|grows|worth|valued|estimated|came|continues|shrank|sank|slid|made|sold|held"
    r"|[a-z]{3,}ed(?= (?:from|to|by|at|in|with|about|around|nearly|some|more|over|just|only|[^ ]{0,3}\d)))\b"
    r"|[,.;:(]| [–—-]|$)"
)
LONGEST_USE, MOST_USED = 8, 4  # tokens and words of what is used in a field: "the AI in healthcare market"
OWN_WORDS = frozenset(("its", "their"))
LONGEST_ADJECTIVE = 40  # characters of "the Southeast Asian " and more
DETERMINERS = frozenset(("the", "a", "this", "global", "worldwide", "overall"))
NO_USE = frozenset(
    "growth rise decline fall drop increase changes change demand sales trends developments investment investments leader leaders "
    "player players interest competition opportunity opportunities innovation advances prices role use share boom "
    "slowdown downturn recovery spending company companies firms analysts position place participants volumes activity "
    "one first shift shifts".split()
)
SPACED_DASHES = (" - ", " – ", " — ")
AMOUNT_WORD = late.regex(r"\d[^ ]*[ -]?(?:[mbtr]+illion|crore|lakh|bn|mn)\b", re.IGNORECASE)
# What a naming calls its subject: a market, an industry or business, what is bought, or what a title asks the size of.
Call = Literal["market", "industry", "flow", "asked"]


@dataclass(slots=True)
class Candidate:
    """One naming of a market: the words before its head, with the region among or behind them."""

    words: str
    place: RegionName | None
    start: int
    end: int
    field: Literal["text", "title"]
    call: Call
    figures: int = 0  # amounts and rates beside it
    ahead: str = ""  # the word before, lower-cased
    core: tuple[str, ...] = ()  # the words that tell this market from others

    def __post_init__(self) -> None:
        set_in = placed(self.words) if self.place is None else None
        self.core = core(set_in[1] if set_in is not None else self.words)

    @property
    def sure(self) -> bool:
        """Whether its subject is called a market."""
        return self.call == "market"


def candidate_at(annotation: Annotation, head: int, where: Literal["text", "title"]) -> Candidate | None:
    words = annotation.words
    if _names_firm(annotation, head, where):
        return None
    first = head
    while first > max(0, head - LONGEST_NAME):
        word = words[first - 1]
        lower = word.lower
        if (
            (lower in STOPS and not _joined(annotation, first - 1) and not _owns(annotation, first - 1))
            or lower in HEADS
            or (lower in VERB_STOPS and not word.is_capitalized and not _describes(annotation, first - 1))
            or (word.is_space and "\n" in word.text)
        ):
            break
        if (
            word.is_punct
            and lower not in ("&", "-", "‑", "–", "/", "'", "’", "®", "™", "(", ")")
            and not (where == "title" and lower == ",")
        ):
            break
        if (
            word.is_punct
            and where == "text"
            and annotation.text.startswith(SPACED_DASHES, annotation.starts[first - 1] - 1)
        ):
            break
        first -= 1
    first = _with_field(annotation, first, head, where)
    while first < head and (words[first].is_punct or words[first].is_space or words[first].lower in INNER):
        first += 1
    shaped = _shaped(annotation, first, head, where) if first < head else None
    return _before_mark(annotation, first, head) if shaped is None and where == "title" else shaped


def _with_field(annotation: Annotation, first: int, head: int, where: Literal["text", "title"]) -> int:
    """Where the name starts in "the global AI in healthcare market": what is used, and the field it is used in.

    Only behind a determiner or at the start of a title, and not where the word in front is a change or an actor
    ("the growth in retail market").
    """
    words = annotation.words
    if not 0 < first < head or words[first - 1].lower != "in" or _joined(annotation, first - 1):
        return first
    start = at = first - 1
    while at > max(0, start - LONGEST_USE) and (
        words[at - 1].text in ("(", ")", "-")
        or not (words[at - 1].is_punct or words[at - 1].is_space or words[at - 1].lower in STOPS)
    ):
        at -= 1
    told = words[at - 1].lower in DETERMINERS if at else where == "title"
    if at == start and told and not _holds_place(annotation, start, head):
        return start  # "the in vitro fertilization market", "In-Flight Catering Market"
    used = annotation.text[annotation.starts[at] : annotation.starts[start]].split()
    named = 0 < len(used) <= MOST_USED and core(" ".join(used)) and used[-1].lower() not in NO_USE
    if not told or not named or any(word.lower() in VERB_STOPS for word in used):
        return first
    return first if _holds_place(annotation, at, head) else at


def _holds_place(annotation: Annotation, first: int, last: int) -> bool:
    """Whether a place stands in the words from `first` to `last` (excluded)."""
    ahead = annotation.starts[first], annotation.end(last - 1)
    return any(isinstance(item, RegionName) for item in mentions_between(annotation, *ahead))


def named_behind(annotation: Annotation, head: int) -> Candidate | None:
    """The market of "the market for kelp dryers in Peru", with or without figures beside it."""
    start = annotation.starts[head]
    match = FOR_NAME.match(annotation.text, start)
    if match is None or is_generic(match[1].split()) or (head and annotation.words[head - 1].lower in NEIGHBOURS):
        return None
    place = place_after(annotation, match.end(1)) or place_before(annotation, start)
    name = (
        match[1]
        if place is not None
        else with_adjective(annotation.text[max(0, start - LONGEST_ADJECTIVE) : start], match[1])
    )
    return Candidate(name, place, match.start(1), match.end(1), "text", "market")


def _joined(annotation: Annotation, index: int) -> bool:
    """Whether a word stands inside a compound: the "in" of "plug-in"."""
    start = annotation.starts[index]
    return start > 1 and annotation.text[start - 1] == "-" and annotation.text[start - 2].isalnum()


def _describes(annotation: Annotation, index: int) -> bool:
    """Whether a participle is no verb but tells of what follows: "the UK driving school market"."""
    if not index or not annotation.words[index].lower.endswith("ing"):
        return False
    if annotation.words[index - 1].lower in DETERMINERS:
        return True
    start = annotation.starts[index]
    return any(
        item.end + 1 == start
        for item in mentions_between(annotation, start - LONGEST_FRONT, start)
        if isinstance(item, RegionName)
    )


def _owns(annotation: Annotation, index: int) -> bool:
    """Whether a word goes on with a name: the "its" of "EDTA and its salts"."""
    return (
        annotation.words[index].lower in OWN_WORDS and index > 0 and annotation.words[index - 1].lower in ("and", "&")
    )


def _before_mark(annotation: Annotation, first: int, head: int) -> Candidate | None:
    """The name in "Ceramic Bearings - Global Market Trajectory" and "Car Sensors: Market to Double"."""
    while first > 0 and not annotation.words[first - 1].is_punct:
        first -= 1
    mark = first - 1
    if mark < 1 or annotation.words[mark].text not in (":", "-", "–", "—", "|"):
        return None
    place = place_of_span(annotation, first, head)
    if any(
        word.lower not in OPENERS and not word.is_space
        for word in annotation.words[place.last if place is not None else first : head]
    ):
        return None
    start = mark
    while start > 0 and not annotation.words[start - 1].is_punct:
        start -= 1
    if mark - start > LONGEST_SUBJECT or any(word.lower in STOPS - OPENERS for word in annotation.words[start:mark]):
        return None
    found = _shaped(annotation, start, mark, "title")
    return (
        None if found is None else replace(found, words=of_one(found.words), call="market", place=found.place or place)
    )


def _names_firm(annotation: Annotation, head: int, where: Literal["text", "title"]) -> bool:
    """Whether "Market" stands in the name of a firm."""
    words = annotation.words
    if not words[head].is_capitalized or head + 1 >= len(words):
        return False
    following = words[head + 1]
    behind = words[head + 2] if head + 2 < len(words) else None
    has_year = behind is not None and behind.is_digit  # "Kelp Market Research 2025", "the Kelp Market Study 2025"
    if where == "title":
        of_page = behind is not None and behind.lower in PAGE_WORDS
        is_firm = following.lower == "research" and not has_year and not of_page
        return following.lower == "reports" or is_firm
    if following.is_capitalized and following.lower in FIRM_TAILS and words[head].text != words[head].text.upper():
        return not has_year
    at = annotation.starts[head]
    return any(
        isinstance(item, CompanyName) and item.end > at
        for item in mentions_between(annotation, at - LONGEST_FIRM, at + 1)
    )


def _shaped(annotation: Annotation, first: int, head: int, where: Literal["text", "title"]) -> Candidate | None:
    start, end = annotation.starts[first], annotation.end(head - 1)
    place: RegionName | None = None
    for item in mentions_between(annotation, start - LONGEST_FIRM, end):
        if item.end <= start:
            continue
        if isinstance(item, Money | Rate | Years):
            start = item.end
        elif isinstance(item, RegionName) and place is None and _opens_name(annotation, start, item):
            place = item
            start = item.end
    if start >= end:
        return None
    if head < len(annotation.words) and annotation.words[head].lower == OWN_HEAD and start < end:
        end = annotation.end(head)
    name = clean_name(annotation.text[start:end])
    if not name or is_generic(name.split()) or AMOUNT_WORD.search(name):
        return None
    place = place or place_after(annotation, annotation.end(head))
    if place is None and where == "title":
        place = place_in_tail(annotation, annotation.end(head)) or place_in_front(annotation, TITLE_FRONT, start)
    elif place is None:
        place = place_in_front(annotation, FRONTED_PLACE, start)
    return Candidate(
        name,
        place,
        start,
        annotation.end(head),
        where,
        "market" if annotation.words[head].lower in SURE_HEADS else "industry",
        ahead=annotation.words[first - 1].lower if first else "",
    )


def _opens_name(annotation: Annotation, start: int, place: RegionName) -> bool:
    """Whether a market's name begins behind a place: "global Peru kelp", "sharp rise ahead for Peru's kelp"."""
    owns = annotation.text.startswith(("'s ", "’s "), place.end)
    return owns or is_generic(annotation.text[start : place.start].split())
