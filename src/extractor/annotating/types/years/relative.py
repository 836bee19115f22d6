"""Periods told in words that the document dates elsewhere: "during the forecast period", "from 2025 over the next five years"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import TENS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention, Years

# A phrase, the token it starts with and the one behind it, and the years it means.
Dated = tuple[int, int, int, int]

_LEADS = frozenset("forecast forecasted forecasting projection projected assessment prediction outlook".split())
_NOUNS = ("period", "timeframe", "timeline", "horizon", "window")
_COMING = frozenset({"next", "coming", "following", "subsequent"})
# What may stand between "forecast period" and its years.
_LEADING = frozenset(
    "( : | , of from between is was - – [ spanning covering running i.e. ; to and in the years year".split()
)
_LONGEST_LEAD = 4
# What sets a year as the start of the years to come.
_SETS_START = frozenset({"from", "since", "after", "beginning", "starting", "in", "by"})
_LONGEST_COMING = 50


def dated(annotation: Annotation, found: list[Mention]) -> Iterator[Dated]:
    """The phrases that the document dates, given the years and periods `found` in it."""
    words = annotation.words
    phrases = [(at - 1, at + 1) for at in _tokens_with(annotation, _NOUNS) if at and words[at - 1].lower in _LEADS]
    if phrases:
        yield from _forecast(annotation, sorted(phrases), found)
    for at in _tokens_with(annotation, ("years", "decade")):
        is_decade = words[at].lower == "decade"
        first = at - 1 if is_decade else at - 2
        if first < 0 or words[first].lower not in _COMING:
            continue
        years = 10 if is_decade else _count(words[at - 1].lower)
        start = _start_before(annotation, first, found) if years else None
        if years and start is not None:
            yield first, at + 1, start, start + years


def _tokens_with(annotation: Annotation, nouns: tuple[str, ...]) -> Iterator[int]:
    """The tokens that start with one of the nouns, searched for in the text: far faster than to look at each word."""
    lower = annotation.lower
    for noun in nouns:
        at = lower.find(noun)
        while at >= 0:
            token = annotation.token_at(at)
            if annotation.starts[token] == at:
                yield token
            at = lower.find(noun, at + len(noun))


def _forecast(annotation: Annotation, phrases: list[tuple[int, int]], found: list[Mention]) -> Iterator[Dated]:
    periods = {mention.first: mention for mention in found if mention.label == "PERIOD"}
    ends = {mention.last: mention for mention in periods.values()}
    declared: set[tuple[int, int]] = set()
    undated: list[tuple[int, int]] = []
    for first, last in phrases:
        period = _beside(annotation, first, last, periods, ends)
        if period is None:
            undated.append((first, last))
        else:
            declared.add((period.start_year, period.end_year))  # type: ignore[attr-defined]
    if len(declared) == 1:
        start, end = declared.pop()
        for first, last in undated:
            yield first, last, start, end


def _beside(
    annotation: Annotation, first: int, last: int, periods: dict[int, Mention], ends: dict[int, Mention]
) -> Mention | None:
    """The period that dates the phrase where it stands: right behind it, or right before."""
    words = annotation.words
    for at in range(last, min(len(words), last + _LONGEST_LEAD)):
        if at in periods:
            return periods[at]
        if words[at].lower not in _LEADING:
            break
    return ends.get(first)


def _count(lower: str) -> int | None:
    years = int(lower) if lower.isdigit() else UNITS.get(lower, TENS.get(lower, 0))
    return years if 0 < years <= _LONGEST_COMING else None


def _start_before(annotation: Annotation, first: int, found: list[Mention]) -> int | None:
    """The one year of the sentence that the years to come are counted from."""
    begin = annotation.sentence_of(first)[0]
    starts: list[Years] = [mention for mention in found if mention.label == "YEAR" and begin <= mention.first < first]  # type: ignore[misc]
    if len(starts) != 1 or not starts[0].first or annotation.words[starts[0].first - 1].lower not in _SETS_START:
        return None
    return starts[0].start_year
