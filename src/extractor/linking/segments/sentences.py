"""Sentences that list the values of a dimension, or the parts of a market."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.linking.segments.dimensions import has_head, is_dimension
from extractor.linking.segments.found import Found
from extractor.linking.segments.patterns import (
    AHEAD,
    ARE_KINDS,
    BEHIND,
    BY_INTO,
    BY_TELLS,
    BY_TELLS_PLAIN,
    IS_SPLIT,
    KINDS_ARE,
    NEXT_SPLIT,
    NUMBERED_KINDS,
    SORTS,
    SPLIT_OBJECT,
    SPLIT_SUBJECT,
    SPLITS,
    TELLS_APART,
)
from extractor.linking.segments.values import CONTINUATION, split_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.linking.segments.lines import Line

KIND_SENTENCES = (KINDS_ARE, BY_TELLS_PLAIN, NUMBERED_KINDS, ARE_KINDS, TELLS_APART)
SPLITTING = (IS_SPLIT, SPLITS, SORTS, BY_INTO)
NEEDED_TO_SPLIT = tuple({pattern.needed for pattern in SPLITTING})
NEEDED_FOR_KINDS = tuple({pattern.needed for pattern in KIND_SENTENCES})
GROUPS = frozenset(("categories", "groups"))  # that sentences call their parts, though the words name no dimension
FORM_THE = (" are the ", " form the ", " make up the ", " constitute the ")
LONGEST_PLAIN = 5  # words of a value that is not capitalised
SENTENCE_STARTS = (". ", "\n", "; ", ", while ", ", whereas ")
KIND_START = re.compile(r"^(?:the|key|main|major) ", re.IGNORECASE)
NAMED = re.compile(r"\b(?:is|are|was|were|has|have|can|will|should|must)\b")


def sentences(line: Line) -> list[Found]:
    seen = line.seen
    found = sorted(_splits(line), key=lambda item: item.start) if _may_hold(seen, NEEDED_TO_SPLIT) else []
    if not _may_hold(seen, NEEDED_FOR_KINDS):
        return found
    kinds = [item for item in _kinds(line) if all(item.end <= one.start or item.start >= one.end for one in found)]
    return sorted(found + kinds, key=lambda item: item.start) if kinds else found


def _may_hold(seen: int, needed: tuple[int, ...]) -> bool:
    """Whether a line with these bits may hold one of several patterns."""
    for bits in needed:  # noqa: SIM110  (a generator costs three times as much, and this is asked of every line)
        if seen & bits == bits:
            return True
    return False


def _splits(line: Line) -> Iterator[Found]:
    """ "Based on type, the market is divided into A, B and C", in any order of its parts."""
    taken: list[tuple[int, int]] = []
    for pattern in SPLITTING:
        at = 0
        while (match := pattern.search(line.seen, line.text, at)) is not None:
            if any(match.start() < stop and match.end() > start for start, stop in taken):
                at = match.start() + 1
                continue
            found, at = _split(line, match, of_market=pattern is IS_SPLIT)
            if found:
                taken.append((match.start(), at))
                yield from found


def _split(line: Line, match: re.Match[str], *, of_market: bool) -> tuple[list[Found], int]:
    """The dimensions that one such sentence lists, and where to read on.

    With `of_market` a sentence without a dimension must speak of the market.
    """
    text = line.text
    start = max(
        text.rfind(mark, 0, match.start()) + len(mark) if mark in text[: match.start()] else 0
        for mark in SENTENCE_STARTS
    )
    values = match["values"]
    following = NEXT_SPLIT.search(values)
    if following is not None:
        values = values[: following.start()]
    behind = _behind(values)
    if behind is not None:
        values = values[: behind.start()]
    elif following is None and (goes_on := CONTINUATION.search(values)) is not None:
        values = values[: goes_on.start()]
    at = match.start("values")
    by = _dimension_said(match, text[start : match.end()], behind)
    plain = by is None and of_market and SPLIT_OBJECT.search(text[start : match.start()]) is None
    bare_as = by is None and match[0][: at - match.start()].endswith(" as ")
    if plain or bare_as or (by is not None and not is_dimension(by)):
        return [], max(at, match.start() + 1)
    items = split_values(values)
    found = [Found(by, items, line.start + at, line.start + at + len(values))] if len(items) > 1 else []
    if following is not None:
        told = following["values"]
        last = _behind(told)
        named = following["by"] or (last["by"] if last is not None else None)
        if named is not None and is_dimension(named):
            begin = line.start + at + following.start()
            rest = split_values(told if last is None else told[: last.start()])
            return [*found, Found(named, rest, begin, line.start + match.end("values"))], match.end()
    return found, at + len(values)


def _behind(values: str) -> re.Match[str] | None:
    """The dimension that is named behind its values: "steel, wood and slate by material"."""
    match = BEHIND.search(values)
    return match if match is not None and has_head(match["by"]) else None


def _dimension_said(match: re.Match[str], sentence: str, behind: re.Match[str] | None) -> str | None:
    if match["by"]:
        return match["by"].strip()
    told = AHEAD.match(sentence) or SPLIT_SUBJECT.match(sentence) or behind
    return told["by"] if told is not None else None


def _found(line: Line, match: re.Match[str], by: str | None, values: list[str]) -> Found:
    """The values of a dimension, with the extent of what the match says they are."""
    return Found(by, values, line.start + match.start("values"), line.start + match.end("values"))


def _are_short(values: list[str]) -> bool:
    """Whether there are several values, each short enough to be one that is not capitalised."""
    return len(values) > 1 and all(len(value.split()) <= LONGEST_PLAIN for value in values)


def _kinds(line: Line) -> Iterator[Found]:
    """ "The main types of kayaks are A, B and C"; "Three grades are sold: A, B and C" """
    text = line.text
    for match in KINDS_ARE.finditer(line.seen, text):
        values = split_values(match["values"])
        capital = match["values"][0].isupper() or match["values"][0].isdigit()
        told = (
            bool(match["main"].strip())
            or match["of"] is not None
            or match["said"] is not None
            or " are " not in match[0]
        )
        plain = told and _are_short(values) and not any(map(NAMED.search, values))
        if is_dimension(match["by"]) and (capital or plain) and len(values) > 1:
            found = _found(line, match, KIND_START.sub("", match["by"]), values)
            yield found._replace(told="ther " in match["main"])
    for match in BY_TELLS_PLAIN.finditer(line.seen, text):
        values = split_values(match["values"])
        if is_dimension(match["by"]) and _are_short(values):
            yield _found(line, match, match["by"], values)
    if line.kind != "paragraph":
        return
    for pattern, signs in ((NUMBERED_KINDS, (": ", ", namely")), (ARE_KINDS, FORM_THE), (TELLS_APART, (" ",))):
        if not pattern.may_match(line.seen) or not any(map(text.__contains__, signs)):
            continue
        for match in pattern.regex.finditer(text):
            by: str | None = match.groupdict().get("dimension") or match.groupdict().get("by")
            if by is None and (tellers := BY_TELLS.findall(text[: match.start("values")])):
                by = tellers[-1]
            if pattern is ARE_KINDS and not (has_head(match["by"]) or match["by"] in GROUPS):
                continue
            if is_dimension(by) if by is not None else match[0][:2].lower() != "it":
                yield _found(line, match, by, split_values(match["values"]))
