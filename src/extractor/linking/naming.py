"""Where a document names markets: "the kelp snack market", "market for kelp in Peru", "Kelp Snacks to Hit USD 5 Billion"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName
from extractor.linking.anchors import Anchored
from extractor.linking.candidates import (
    FOR_NAME,
    HEADS,
    OPENING_WEIGHT,
    TITLE_WEIGHT,
    Candidate,
    candidate_at,
    clean_name,
    named_behind,
    place_after,
)
from extractor.linking.names import is_generic
from extractor.linking.statement import lowered, mentions_between, statement_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.statement import Statement

HEAD_STEMS = ("market", "industry", "sector", "business")
HEADLINE_WEIGHT, MOST_MENTIONS = 4, 5
SAME_SUBJECT = ("It ", "Its ", "The market ", "This market ", "The industry ", "That market ")
POSSESSIVES = ("'s ", "’s ", "’ ", "' ")
MOST_NAMINGS = 30  # the first of a document: its subject shows long before
VALUES_NAME = Anchored(
    r"\b(?:values?|valued|puts?|pegs?|pegged|sizes|estimates?|sizing) (?:the )?(?:global "
    r"|worldwide )?((?:[\w&/'’-]+ ){0,4}[\w&/'’-]+) at \W?$"
)
# What is spent on or sold names the market where nothing else does: "spending on rail signalling in Europe stood at".
FLOW_NAME = Anchored(
    r"\b(?:[Ss]pending on|[Ss]pent (?:\W?[\w.,]+ ){1,3}on|[Dd]emand for|[Ss]ales of|[Tt]rade in|[Rr]evenues? from"
    r"|[Tt]urnover (?:with|from|of|in)|[Ee]xpenditure on|(?:[Ss]hipments|[Ee]xports|[Ii]mports"
    r"|[Cc]onsumption) of) (?:the )?((?:[\w&/'’-]+ ){0,4}?[\w&/'’-]+)(?= (?:in|across|stood|was|were|reached|will"
    r"|is|are|could|should|totall?ed|hit|rose|fell|grew|may|at|to)\b)"
)
# Titles that name what grows without the word "market".
TITLE_NAME = late.regex(
    r"^(?:[^:<]{3,40}: )?(?:global |worldwide |the )?(?P<name>[\w&/’'., -]{3,60}?)(?:,? (?:is |are |now |still "
    r"|seen |tipped )*(?:set |expected |likely |projected |poised |forecast )?(?:to|could|will|may) (?:reach"
    r"|surpass|hit|exceed|cross|top|be worth|touch|near|grow to|climb to|approach|pass)\b[^<]{0,30}<m>|,? (?:is "
    r"|are |now |still |currently |last )*(?:seen|put|pegged|estimated|valued|forecast|projected|expected) (?:at"
    r"|to be)\b[^<]{0,20}<m>|: an? <m>)"
)
FLOW_TAIL = Anchored(
    r"(?:^|[.;] |\n)(?:In (?:19|20)\d\d,? )?((?:[\w&/'’-]+ ){0,3}[\w&/'’-]+) (?:sales|revenues?|demand|spending"
    r"|shipments)(?= (?:in|across|stood|was|were|reached|will|totall?ed|hit|rose|fell|grew|could|should|may)\b)"
)


def title_candidates(annotation: Annotation) -> list[Candidate]:
    title = annotation.title
    if title is None:
        return []
    found = [
        candidate
        for index, word in enumerate(title.words)
        if word.lower in HEADS and (candidate := candidate_at(title, index, "title")) is not None
    ]
    for match in FOR_NAME.finditer(title.text) if not found else ():
        if not is_generic(match[1].split()):
            place = place_after(title, match.end(1))
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
    name = clean_name(title.text[place.end if place else start : end])
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
        candidate = candidate_at(annotation, index, "text") or named_behind(annotation, index)
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
    return (
        behind < len(annotation.words)
        and annotation.starts[behind] == start
        and annotation.text.startswith(SAME_SUBJECT, start)
    )


def _heads(annotation: Annotation) -> Iterator[int]:
    """The tokens that may be the head of a market's name, in order."""
    lower = lowered(annotation)
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
    for match in (
        (*FLOW_NAME.finditer(seen, text), *FLOW_TAIL.finditer(seen, text))
        if money or ("shipments" in statement.shape and statement.of(Rate))
        else ()
    ):
        behind = statement.start + match.end()
        if any(
            isinstance(item, CompanyName)
            for item in mentions_between(statement.annotation, statement.start + match.start(1), behind)
        ):
            continue
        if not HEADS & set(match[1].lower().split()) and not is_generic(match[1].split()):
            start, end = statement.start + match.start(1), statement.start + match.end(1)
            place = (
                place_after(statement.annotation, end)
                or place_after(statement.annotation, statement.start + match.end())
                or _place_before(statement, statement.start + match.start())
            )
            words = match[1]
            own = next(
                (item for item in mentions_between(statement.annotation, start, end) if isinstance(item, RegionName)),
                None,
            )
            if own is not None and own.start == start:
                place, words = own, clean_name(statement.annotation.text[own.end : end])
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


def _place_before(statement: Statement, start: int) -> RegionName | None:
    """The region in "Italy's exports of kelp"."""
    for item in statement.of(RegionName):
        mention = item.mention
        if isinstance(mention, RegionName) and statement.annotation.text[mention.end : start] in POSSESSIVES:
            return mention
    return None
