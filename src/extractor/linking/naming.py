"""Namings of markets: "the kelp snack market", "market for kelp in Peru", "Kelp Snacks to Hit USD 5 Billion"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from extractor import late
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName, Years
from extractor.linking.anchors import UNKNOWN, Anchored
from extractor.linking.names import INNER, OPENERS, STOPS, VERB_STOPS, core, is_generic
from extractor.linking.statement import fold_case, mentions_between, statement_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.statement import Statement

_FIRST_OUT = OPENERS | INNER  # words that open a name and are no part of it
HEADS = frozenset(("market", "markets", "industry", "sector", "business", "marketplace"))
HEAD_STEMS = ("market", "industry", "sector", "business")
SURE_HEADS = frozenset(("market", "markets"))
# "Allied Market Research": what follows "Market" in a firm's name. In titles the same words belong to the page.
FIRM_TAILS = frozenset(("research", "insights", "intelligence", "reports", "data", "future", "study", "us"))
TITLE_FIRM_TAILS = frozenset(("research",))
PAGE_WORDS = frozenset(("report", "reports", "study", "analysis", "by", "2023", "2024", "2025", "2026", "-", "–", "|"))
LONGEST_FIRM = 100  # characters of a company's name
LONGEST_NAME = 20  # tokens before "market"
# Opening sentences name the subject; later ones more often a neighbour.
OPENING_CHARS = 900
TITLE_WEIGHT, HEADLINE_WEIGHT, OPENING_WEIGHT, MOST_MENTIONS = 6, 4, 2, 5
VAGUE_WEIGHT = 1  # "how to run a drug market"
SAME_SUBJECT = ("It ", "Its ", "The market ", "This market ", "The industry ", "That market ")
POSSESSIVES = ("'s ", "’s ", "’ ", "' ")
LONGEST_SUBJECT = 6  # words
MOST_NAMINGS = 30  # the first of a document: its subject shows long before
FOR_NAME = Anchored(
    r"\b[Mm]arket for (?:the )?((?:[\w&/'’.®-]+ ){0,5}?[\w&/'’®-]+)(?= (?:in|is|was|has|will|reached|stood|at|are|to|by|would|could|should|and is|from|of)\b|[,.;:(]|$)"
)
VALUES_NAME = Anchored(
    r"\b(?:values?|valued|puts?|pegs?|pegged|sizes|estimates?|sizing) (?:the )?(?:global |worldwide )?((?:[\w&/'’-]+ ){0,4}[\w&/'’-]+) at \W?$"
)
# What is spent on or sold names the market where nothing else does: "spending on rail signalling in Europe stood at".
FLOW_NAME = Anchored(
    r"\b(?:[Ss]pending on|[Ss]pent (?:\W?[\w.,]+ ){1,3}on|[Dd]emand for|[Ss]ales of|[Tt]rade in|[Rr]evenues? from|[Tt]urnover (?:with|from|of|in)|[Ee]xpenditure on|(?:[Ss]hipments|[Ee]xports|[Ii]mports|[Cc]onsumption) of) (?:the )?((?:[\w&/'’-]+ ){0,4}?[\w&/'’-]+)(?= (?:in|across|stood|was|were|reached|will|is|are|could|should|totall?ed|hit|rose|fell|grew|may|at|to)\b)"
)
STATE_OF = late.regex(r"(?:[Ss]tate|[Ff]uture|[Rr]ise|[Gg]rowth|[Ss]ize|[Oo]utlook|[Rr]ole|[Pp]ower|[Ee]conomics|[Bb]usiness|[Aa]nalysis|[Oo]verview|[Ee]volution|[Ii]nside) of (?:the )?(?=\w)")
# Titles that name what grows without the word "market".
TITLE_NAME = late.regex(
    r"^(?:[^:<]{3,40}: )?(?:global |worldwide |the )?(?P<name>[\w&/’'., -]{3,60}?)(?:,? (?:is |are |now |still |seen |tipped )*(?:set |expected |likely |projected |poised |forecast )?(?:to|could|will|may) (?:reach|surpass|hit|exceed|cross|top|be worth|touch|near|grow to|climb to|approach|pass)\b[^<]{0,30}<m>|,? (?:is |are |now |still |currently |last )*(?:seen|put|pegged|estimated|valued|forecast|projected|expected) (?:at|to be)\b[^<]{0,20}<m>|: an? <m>)"
)
OFFICE = late.regex(r"(?:ministry|department|chamber|federation|confederation|secretary|minister|association|bureau)\b", re.IGNORECASE)
FLOW_TAIL = Anchored(
    r"(?:^|[.;] |\n)(?:In (?:19|20)\d\d,? )?((?:[\w&/'’-]+ ){0,3}[\w&/'’-]+) (?:sales|revenues?|demand|spending|shipments)(?= (?:in|across|stood|was|were|reached|will|totall?ed|hit|rose|fell|grew|could|should|may)\b)"
)
AMOUNT_WORD = late.regex(r"\d[^ ]*[ -]?(?:[mbtr]+illion|crore|lakh|bn|mn)\b", re.IGNORECASE)
PLACE_LISTED = late.regex(r",? (?:and|&) |, [A-Z]")
# What may stand between "market" and a place that limits it in a title, and behind that place.
TITLE_TAIL = late.regex(r"(?: (?:size|share|report|analysis|outlook|forecasts?|research|study|survey|statistics|trends?|growth|overview|industry|insights|and|&)\b,?)*(?: ?[-–—:|,(] ?| in | for )(?:the )?", re.IGNORECASE)
TITLE_END = late.regex(r"\W*(?:$|(?:19|20)\d\d)|\)| ?[|–—]| - ")
OF_REGION = late.regex(r"^,? ?(?:in|of|across) (?:the )?$")


@dataclass(slots=True)
class Candidate:
    """One naming of a market: the words before its head, with the region among or behind them."""

    words: str
    place: RegionName | None
    start: int
    end: int
    field: Literal["text", "title"]
    weight: float
    sure: bool
    figures: int = 0  # amounts and rates beside it
    ahead: str = ""  # the word before, lower-cased
    core: tuple[str, ...] = ()  # the words that tell this market from others

    def __post_init__(self) -> None:
        self.core = core(self.words)


def title_candidates(annotation: Annotation) -> list[Candidate]:
    title = annotation.title
    if title is None:
        return []
    found = [
        candidate
        for index, word in enumerate(title.words)
        if word.lower in HEADS and (candidate := _candidate(title, index, "title")) is not None
    ]
    for match in FOR_NAME.finditer(UNKNOWN, title.text) if not found else ():
        if not is_generic(match[1].split()):
            place = _place_after(title, match.end(1))
            found.append(Candidate(match[1], place, match.start(1), match.end(1), "title", float(TITLE_WEIGHT), True))
    return found or _from_headless_title(title)


def _from_headless_title(title: Annotation) -> list[Candidate]:
    """The market of "Cold brew coffee to surpass USD 5 billion by 2030"."""
    shape = statement_of(title, title.mentions, 0, len(title.text), "heading", "title", 0)
    match = TITLE_NAME.match(shape.shape)
    if match is None or "<c>" in match["name"]:
        return []
    start, end = shape.char(match.start("name")), shape.char(match.end("name"))
    place = next((item for item in title.mentions if isinstance(item, RegionName) and item.start == start), None)
    name = _clean(title.text[place.end if place else start : end])
    if not name or is_generic(name.split()) or any(mark in name for mark in "<>"):
        return []
    return [Candidate(name, place, start, end, "title", float(OPENING_WEIGHT), False)]


def body_candidates(annotation: Annotation, statements: list[Statement]) -> list[Candidate]:
    figures = [
        (item.start, item.end, count)
        for item in statements
        if item.field == "text" and (count := len(item.of(Money)) + len(item.of(Rate)))
    ]
    spans = iter(figures)
    current = next(spans, None)
    found: list[Candidate] = []
    seen_figure = False
    for index in islice(_heads(annotation), MOST_NAMINGS):
        at = annotation.starts[index]
        while current is not None and current[1] <= at:
            current = next(spans, None)
        candidate = _candidate(annotation, index, "text") or _named_behind(annotation, index)
        if candidate is None:
            continue
        if current is not None and (current[0] <= at or _goes_on(annotation, index, current[0])):
            candidate.figures = current[2]
        if candidate.figures and not seen_figure:
            candidate.weight += HEADLINE_WEIGHT
            seen_figure = True
        found.append(candidate)
    for item in statements:
        worded = _worded(item, first=not seen_figure)
        seen_figure = seen_figure or any(candidate.figures for candidate in worded)
        found += worded
    return found


def _goes_on(annotation: Annotation, head: int, start: int) -> bool:
    """Whether what starts at character `start` is the next sentence, and about the same: "It was worth"."""
    behind = annotation.sentence_of(head)[1]
    return behind < len(annotation.words) and annotation.starts[behind] == start and annotation.text.startswith(SAME_SUBJECT, start)


def _named_behind(annotation: Annotation, head: int) -> Candidate | None:
    """The market of "the market for kelp dryers in Peru", with or without figures beside it."""
    start = annotation.starts[head]
    match = FOR_NAME.regex.match(annotation.text, start)
    if match is None or is_generic(match[1].split()):
        return None
    place = _place_after(annotation, match.end(1))
    return Candidate(match[1], place, match.start(1), match.end(1), "text", float(OPENING_WEIGHT if start < OPENING_CHARS else 0), True)


def _heads(annotation: Annotation) -> Iterator[int]:
    """The tokens that may be the head of a market's name, in order."""
    lower = fold_case(annotation.text)
    places: list[int] = []
    for stem in HEAD_STEMS:
        at = lower.find(stem)
        while at >= 0:
            places.append(at)
            at = lower.find(stem, at + len(stem))
    for at in sorted(places):
        index = annotation.token_at(at)
        if annotation.words[index].lower in HEADS:
            yield index


def _worded(statement: Statement, *, first: bool) -> list[Candidate]:
    """Namings without the head word behind them: "the market for X", "values X at USD 5 billion"."""
    found = []
    money = statement.of(Money)
    seen = statement.seen
    text = statement.annotation.text[statement.start : statement.end]
    weight = float(OPENING_WEIGHT + (HEADLINE_WEIGHT if first else 0))
    for match in (*FLOW_NAME.finditer(seen, text), *FLOW_TAIL.finditer(seen, text)) if money or ("shipments" in statement.shape and statement.of(Rate)) else ():
        behind = statement.start + match.end()
        if any(isinstance(item, CompanyName) for item in mentions_between(statement.annotation, statement.start + match.start(1), behind)):
            continue
        if not HEADS & set(match[1].lower().split()) and not is_generic(match[1].split()):
            start, end = statement.start + match.start(1), statement.start + match.end(1)
            place = _place_after(statement.annotation, end) or _place_after(statement.annotation, statement.start + match.end()) or _place_before(statement, statement.start + match.start())
            words = match[1]
            own = next((item for item in mentions_between(statement.annotation, start, end) if isinstance(item, RegionName)), None)
            if own is not None and own.start == start:
                place, words = own, _clean(statement.annotation.text[own.end : end])
            if words and not is_generic(words.split()):
                found.append(Candidate(words, place, start, end, "text", weight - 1, False, max(1, len(money))))
    if money:
        valued = VALUES_NAME.search(seen, text[: money[0].mention.start - statement.start])
        if valued is not None and not HEADS & set(valued[1].lower().split()):
            words = valued[1].removesuffix(" there")
            if not is_generic(words.split()):
                start = statement.start + valued.start(1)
                found.append(Candidate(words, None, start, start + len(words), "text", weight, False, len(money)))
    return found


def _candidate(annotation: Annotation, head: int, where: Literal["text", "title"]) -> Candidate | None:
    words = annotation.words
    if _names_firm(annotation, head, where):
        return None
    first = head
    while first > max(0, head - LONGEST_NAME):
        word = words[first - 1]
        lower = word.lower
        if (lower in STOPS and not _joined(annotation, first - 1)) or lower in HEADS or (lower in VERB_STOPS and not word.is_capitalized) or (word.is_space and "\n" in word.text):
            break
        if word.is_punct and lower not in ("&", "-", "‑", "–", "/", "'", "’", "®", "™", "(", ")") and not (where == "title" and lower == ","):
            break
        if lower[-1] in ".!?" and len(lower) > 4 and "." not in lower[:-1]:
            break
        first -= 1
    while first < head and (words[first].is_punct or words[first].is_space or words[first].lower in INNER):
        first += 1
    shaped = _shaped(annotation, first, head, where) if first < head else None
    return _before_mark(annotation, first, head) if shaped is None and where == "title" else shaped


def _joined(annotation: Annotation, index: int) -> bool:
    """Whether a word stands inside a compound: the "in" of "plug-in"."""
    start = annotation.starts[index]
    return start > 1 and annotation.text[start - 1] == "-" and annotation.text[start - 2].isalnum()


def _before_mark(annotation: Annotation, first: int, head: int) -> Candidate | None:
    """The name in "Ceramic Bearings - Global Market Trajectory" and "Car Sensors: Market to Double"."""
    while first > 0 and not annotation.words[first - 1].is_punct:
        first -= 1
    mark = first - 1
    if mark < 1 or annotation.words[mark].text not in (":", "-", "–", "—", "|"):
        return None
    place = _place_of_span(annotation, first, head)
    if any(word.lower not in OPENERS and not word.is_space for word in annotation.words[place.last if place is not None else first : head]):
        return None
    start = mark
    while start > 0 and not annotation.words[start - 1].is_punct:
        start -= 1
    if mark - start > LONGEST_SUBJECT or any(word.lower in STOPS - OPENERS for word in annotation.words[start:mark]):
        return None
    found = _shaped(annotation, start, mark, "title")
    return None if found is None else replace(found, sure=True, place=found.place or place)


def _place_of_span(annotation: Annotation, first: int, last: int) -> RegionName | None:
    """The place named between a mark and "market": "Kelp snacks: Peru market to double"."""
    if first >= last:
        return None
    return next((item for item in mentions_between(annotation, annotation.starts[first], annotation.end(last - 1)) if isinstance(item, RegionName)), None)


def _place_in_tail(title: Annotation, end: int) -> RegionName | None:
    """The one place behind the market in a title, set off by a mark: "Kelp Snack Market Report – UK 2024-2028"."""
    places = [item for item in title.mentions if isinstance(item, RegionName) and item.start >= end]
    if len(places) != 1 or TITLE_TAIL.fullmatch(title.text, end, places[0].start) is None:
        return None
    return places[0] if TITLE_END.match(title.text, places[0].end) is not None else None


def _names_firm(annotation: Annotation, head: int, where: Literal["text", "title"]) -> bool:
    """Whether "Market" stands in the name of a firm."""
    words = annotation.words
    if not words[head].is_capitalized or head + 1 >= len(words):
        return False
    following = words[head + 1]
    if where == "title":
        behind = words[head + 2].lower if head + 2 < len(words) else ""
        listing = following.lower == "reports" or (following.lower == "research" and behind == "reports")
        return listing or (following.lower in TITLE_FIRM_TAILS and behind not in PAGE_WORDS)
    if following.is_capitalized and following.lower in FIRM_TAILS and words[head].text != words[head].text.upper():
        return True
    at = annotation.starts[head]
    return any(isinstance(item, CompanyName) and item.end > at for item in mentions_between(annotation, at - LONGEST_FIRM, at + 1))


def _shaped(annotation: Annotation, first: int, head: int, where: Literal["text", "title"]) -> Candidate | None:
    start, end = annotation.starts[first], annotation.end(head - 1)
    place: RegionName | None = None
    for item in mentions_between(annotation, start - LONGEST_FIRM, end):
        if item.end <= start:
            continue
        if isinstance(item, Money | Rate | Years):
            start = item.end
        elif isinstance(item, RegionName) and place is None and is_generic(annotation.text[start : item.start].split()):
            place = item
            start = item.end
    if start >= end:
        return None
    prefix = STATE_OF.match(annotation.text, start, end)
    if prefix is not None:
        return _shaped(annotation, annotation.token_at(prefix.end()), head, where)
    name = _clean(annotation.text[start:end])
    if not name or is_generic(name.split()) or AMOUNT_WORD.search(name) or OFFICE.match(name):
        return None
    place = place or _place_after(annotation, annotation.end(head)) or (_place_in_tail(annotation, annotation.end(head)) if where == "title" else None)
    indefinite = first > 0 and annotation.words[first - 1].lower in ("a", "an")
    behind_bar = where == "title" and "|" in annotation.text[:start]  # the site's own name
    weight = float(VAGUE_WEIGHT if indefinite or behind_bar else TITLE_WEIGHT if where == "title" else OPENING_WEIGHT if start < OPENING_CHARS else 0)
    return Candidate(name, place, start, annotation.end(head), where, weight, annotation.words[head].lower in SURE_HEADS, ahead=annotation.words[first - 1].lower if first else "")


def _clean(name: str) -> str:
    name = " ".join(name.split())
    for possessive in ("'s ", "’s "):
        name = name.removeprefix(possessive)
    words = name.strip(" -–—,:;'’\"“”.|").split()
    while words and words[0].lower().strip(",.") in _FIRST_OUT:
        words = words[1:]
    if words and words[-1].startswith("(") and words[-1].endswith(")") and len(words) > 1:
        words = words[:-1]  # "electric vehicle (EV) market"
    return " ".join(words)


def _place_before(statement: Statement, start: int) -> RegionName | None:
    """The region in "Italy's exports of kelp"."""
    for item in statement.of(RegionName):
        mention = item.mention
        if isinstance(mention, RegionName) and statement.annotation.text[mention.end : start] in POSSESSIVES:
            return mention
    return None


def _place_after(annotation: Annotation, end: int) -> RegionName | None:
    """The region in "market in Canada", unless a list of regions follows."""
    for mention in mentions_between(annotation, end, end + 13):
        if isinstance(mention, RegionName):
            if not OF_REGION.match(annotation.text[end : mention.start]):
                return None
            behind = annotation.text[mention.end : mention.end + 6]
            return None if PLACE_LISTED.match(behind) else mention
    return None
