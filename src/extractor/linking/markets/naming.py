"""Where a document names markets: "the kelp snack market", "market for kelp in Peru", "Kelp Snacks to Hit USD 5 Billion"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extractor.anchors import Anchored
from extractor.annotating.mention import Money, Rate
from extractor.linking.markets.candidates import (
    FOR_NAME,
    HEADS,
    NEIGHBOURS,
    Candidate,
    candidate_at,
    named_behind,
)
from extractor.linking.markets.flows import from_headless_title, named_as_business, named_by_flow
from extractor.linking.markets.names import is_generic, of_one
from extractor.linking.markets.places import place_after
from extractor.linking.markets.trades import named_by_trade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.linking.statements.statement import Statement

HEAD_STEMS = ("market", "industry", "sector", "business")
SAME_SUBJECT = ("It ", "Its ", "The market ", "This market ", "The industry ", "That market ")
MOST_NAMINGS = 30  # the first of a document: its subject shows long before
VALUES_NAME = Anchored(
    r"\b(?:values?|valued|puts?|pegs?|pegged|sizes|estimates?|sizing) (?:the )?(?:global "
    r"|worldwide )?((?:[\w&/'’-]+ ){0,4}[\w&/'’-]+) at \W?$"
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
            found.append(Candidate(of_one(match[1]), place, match.start(1), match.end(1), "title", "market"))
    return found or from_headless_title(title)


def body_candidates(annotation: Annotation, statements: list[Statement]) -> list[Candidate]:
    figures = [
        (item.start, item.end, count)
        for item in statements
        if item.field == "text" and (count := len(item.of(Money)) + len(item.of(Rate)))
    ]
    spans = iter(figures)
    current = next(spans, None)
    found: list[Candidate] = []
    for index in islice(_heads(annotation), MOST_NAMINGS):
        at = annotation.starts[index]
        while current is not None and current[1] <= at:
            current = next(spans, None)
        candidate = candidate_at(annotation, index, "text") or named_behind(annotation, index)
        if candidate is None:
            continue
        if current is not None and (current[0] <= at or _goes_on(annotation, index, current[0])):
            candidate.figures = current[2]
        found.append(candidate)
    for item in statements:
        found += _worded(item)
    if not any(candidate.figures and candidate.ahead not in NEIGHBOURS for candidate in found):
        found += _traded(statements)
    return found


def _traded(statements: list[Statement]) -> list[Candidate]:
    """Namings by what is paid for and what earns, of a text without any other beside a figure."""
    return [named for item in statements if item.field == "text" and item.of(Money) for named in named_by_trade(item)]


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
    lower = annotation.lower
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


def _worded(statement: Statement) -> list[Candidate]:
    """Namings without the head word behind them: "sales of X", "values X at USD 5 billion"."""
    money = statement.of(Money)
    has_flow = bool(money) or ("shipments" in statement.shape and bool(statement.of(Rate)))
    found = named_by_flow(statement) if has_flow else []
    if money:
        found += named_as_business(statement)
    valued = _valued(statement) if money else None
    return found if valued is None else [*found, valued]


def _valued(statement: Statement) -> Candidate | None:
    """The market that a statement puts a value on: "values [reverse logistics] at USD 5 billion"."""
    money = statement.of(Money)
    text = statement.annotation.text[statement.start : money[0].mention.start]
    match = VALUES_NAME.search(statement.seen, text)
    if match is None or HEADS & set(match[1].lower().split()):
        return None
    words = match[1].removesuffix(" there")
    if is_generic(words.split()):
        return None
    start = statement.start + match.start(1)
    return Candidate(words, None, start, start + len(words), "text", "flow", len(money))
