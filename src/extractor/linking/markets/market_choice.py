"""Whether an article is about a market, and under which of its phrases (market_names.py) it is filed.

Most call it a market under one name. Where they have several names for it, or nothing calls it one, the phrases are weighed:
"Basalt fibre finds its feet" over a text on a "basalt fibre spinner" and "her sector, at $310m in 2024": the text
speaks of a size and of growth, and never of "the basalt fibre market".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName, Years
from extractor.data.weights import load_weights, weight_of
from extractor.linking.markets.adjectives import with_adjective
from extractor.linking.markets.candidates import LONGEST_ADJECTIVE, NEIGHBOURS, Candidate
from extractor.linking.markets.market_names import MARKET_TABLE, OPENING_CHARS, MarketName, NameFinder
from extractor.linking.markets.names import core
from extractor.linking.markets.places import place_after, place_before

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statements.statement import Statement

# Between a place and what is had there: "Peru's ...", "Peru: ..."; "... in Peru", "..., Peru".
OWNER = late.regex(r"[’']s? (?:[\w-]+ )?|[:,] (?:the )?| [–—-] ")
SET_IN = late.regex(r"[^:.;]{0,40}\b(?:in|across|throughout) (?:the )?|, | [–—-] | ?\(|: ")
THE_MARKET = late.regex(r"\b(?:the|this|that|whose) (?:market|industry|sector|niche|category)\b")
# A size is told of a market under many names ...
SIZE = late.regex(
    r"\b(?:market|industry|sector|niche|trade|business|category|segment|space|demand|sales|sells?|sold|revenues?|turnover"
    r"|turned over|spend(?:ing|s)?|spent|outlays?|paid|pay|takings|took in|take in|billed|billings|premiums|orders|ordered|bought|buy"
    r"|affair|worth|valued|value|generated?|generates|earned|earns?|fetched|brought|brings?|consumption|consumed|expenditure)\b"
)
# ... and so is where it goes.
AHEAD = late.regex(
    r"\b(?:will|could|should|may|might|would|expects?|expected|projects?|projected|forecasts?|foresees?|sees?|seen|likely|set to)\b"
    r"[^.;]{0,80}(?:<m>[^.;]{0,40}<y>|<y>[^.;]{0,60}<m>)|<m>[^.;]{0,30}\b(?:by|until|in) <y>"
)
YEARLY = late.regex(
    r"<r>[^.;]{0,20}\b(?:a year|per year|yearly|annually|per annum|p\.a|each year|every year|cagr)|\b(?:annual|yearly|compound|cagr)\b[^.;]{0,40}<r>"
)
# Who counts markets, and how what is counted is told.
ANALYST = late.regex(
    r"\b(?:research(?:ers?)?|analysts?|analytics|analysis|consult(?:ancy|ancies|ants?|ing)|advisory|insights?|intelligence"
    r"|tracker|institute|statistics|economist|economics|data|think tank|white paper|forecaster|report|study|survey"
    r"|estimates?|reckons?|sees|puts|pegs|values|valued|sized)\b"
)
SHARE = late.regex(
    r"\b(?:share|accounts? for|accounted for|leads?|largest|biggest|holds?|takes?|took|fastest|quickest)\b"
)
MOST_BEFORE = 3  # statements with figures before the market is first named
# What firms, their owners and public works do with money; who counts a market may be a firm as well.
FIRM = late.regex(
    r"^(?:the )?<c>|\b(?:company|companys|group|contracts?|projects?|budget|deal|stake|shares|shareholders|dividend|profits?|loss"
    r"|ebitda|raised|funding|investors?|acquisition|acquired?|subsidiary|staff|employees|council|mayor|guidance|net income"
    r"|(?:first|second|third|fourth|last|this) quarter|half-year|cash flow)\b"
)
FIRMS_DEED = late.regex(
    r"\b(?:raises|buys|acquires|takes over|sells|sues|hires|appoints|names|opens|launches|unveils|posts|closes|wins|signs|results"
    r"|earnings)\b",
    re.IGNORECASE,
)

# What statements with figures tell, as marks of an article.
TOLD_OF = {"size": SIZE, "ahead": AHEAD, "yearly": YEARLY, "analyst": ANALYST, "share": SHARE}
ANY_PAGE = "page"  # the mark of all articles
MOST_DATED = 3  # statements with amounts and years; more are all the same


def is_undisputed(namings: list[Candidate], annotation: Annotation) -> bool:
    """Whether all namings have one name that is surely called a market, in the text or over a text that opens with its words."""
    if len({frozenset(item.core) for item in namings}) != 1:
        return False
    if any(item.sure and item.field == "text" and item.ahead not in NEIGHBOURS for item in namings):
        return True
    opening = core(annotation.text[:OPENING_CHARS])
    return any(item.sure and item.field == "title" and set(item.core) <= set(opening) for item in namings)


def likeliest(annotation: Annotation, statements: list[Statement], namings: list[Candidate]) -> list[Candidate]:
    """The namings of the likeliest name of the article's market; none where more speaks against any market.

    `namings` are those that call something a market, or what is sold or paid for (naming.py).
    """
    if not is_named(annotation, statements, namings) and (
        annotation.title is None or weight_of(page_marks(annotation, statements), load_weights(MARKET_TABLE)) <= 0
    ):
        return []
    if is_undisputed(namings, annotation):
        return namings
    finder = NameFinder(annotation, statements, namings)
    best = finder.best()
    if best is None:
        return []
    if best.namings:
        return best.namings
    found = _naming_of(annotation, finder.shown(best))
    return [replace(found, words=found.words[: _last_start(found.words)] + finder.last_word(best))]


def _last_start(words: str) -> int:
    """Where the last word of a name starts, behind a space or a joint."""
    return 1 + max(words.rfind(mark) for mark in " -‑/")


def is_told(naming: Candidate, annotation: Annotation, statements: list[Statement]) -> bool:
    """Whether the figures are of the market with this naming, and not of something else with it as an aside."""
    if naming.field == "title":
        return True
    if not naming.figures:
        return False
    before = sum(item.start < naming.start for item in statements if item.of(Money) or item.of(Rate))
    return before <= MOST_BEFORE or (
        annotation.title is not None and not set(naming.core).isdisjoint(core(annotation.title.text))
    )


def is_named(annotation: Annotation, statements: list[Statement], namings: list[Candidate]) -> bool:
    """Whether a reader has found what the figures are of (an industry, what is sold or paid for), or "the market" has one."""
    return any(is_told(item, annotation, statements) for item in namings) or any(
        item.field == "text" and item.of(Money) and item.of(Years) and THE_MARKET.search(item.shape)
        for item in statements
    )


def page_marks(annotation: Annotation, statements: list[Statement]) -> set[str]:
    """What speaks for and against an article being about a market where no reader has found one."""
    marks = {ANY_PAGE}
    title = annotation.title
    if title is not None and FIRMS_DEED.search(title.text):
        marks.add("page title, deed")
    if title is not None and title.of(CompanyName):
        marks.add("page title, firm")
    told: set[str] = set()
    dated = 0
    for statement in statements:
        money = statement.of(Money)
        if statement.field != "text" or not (money or statement.of(Rate)):
            continue
        dated += bool(money and statement.of(Years))
        what = ("page firm " if FIRM.search(statement.shape) else "page ") + ("money" if money else "rate")
        kinds = {kind for kind, pattern in TOLD_OF.items() if pattern.search(statement.shape)}
        marks.add(what)
        marks.update(f"{what}, {kind}" for kind in kinds)
        told |= kinds
    marks.add(f"page dated {min(dated, MOST_DATED)}")
    if {"ahead", "yearly"} <= told:
        marks.add("page ahead and yearly")
    return marks


def _naming_of(annotation: Annotation, best: MarketName) -> Candidate:
    """A phrase as a naming, with the place that it is set in."""
    row = best.row
    assert row is not None
    start, end = row.starts[best.first], row.ends[best.last - 1]
    words = row.text[start:end]
    title = annotation.title
    in_title = title is not None and row.text is title.text
    if title is not None and in_title:
        place = _place(title, start, end)
    else:
        place = place_after(annotation, end) or place_before(annotation, start)
    if place is None:
        words = with_adjective(row.text[max(0, start - LONGEST_ADJECTIVE) : start], words)
    return Candidate(words, place, start, end, "title" if in_title else "text", "flow")


def _place(title: Annotation, start: int, end: int) -> RegionName | None:
    """The place in "Peru's kelp dryers", "Peru: kelp dryers run short", "Why kelp dryers, Peru" and "Kelp dryers in Peru"."""
    for item in title.mentions:
        if not isinstance(item, RegionName):
            continue
        if item.end <= start:
            if OWNER.fullmatch(title.text[item.end : start]) and not title.text[: item.start].strip():
                return item
        elif SET_IN.fullmatch(title.text[end : item.start]):
            return item
    return None
