"""One resolver for all labels: where mentions overlap, the longest and best anchored wins."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from extractor.annotating.mention import CompanyName

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention

FIGURES = frozenset(["MONEY", "PERCENT", "YEAR", "PERIOD"])
# Of two mentions equally long the earlier label here wins.
_LABELS = {"MONEY": 0, "PERCENT": 1, "PERIOD": 2, "YEAR": 3, "COMPANY": 4, "REGION": 5, "ORGANISATION": 6}
_START = attrgetter("start")
_ORIGINS = {"user": 0, "rules": 1, "model": 3}
# Evidence that lets a company's name hold a figure ("Phillips 66 Company").
_ANCHORED = frozenset(["company.legal_form", "company.known", "company.user"])


def _preference(mention: Mention) -> tuple[int, int, int]:
    origin = _ORIGINS[mention.origin] if isinstance(mention, CompanyName) else 2
    if mention.rule.startswith("model."):
        origin = _ORIGINS["model"]
    return mention.start - mention.end, _LABELS.get(mention.label, 9), origin


class _Spans:
    """Spans that do not overlap, by start."""

    def __init__(self) -> None:
        self.items: list[tuple[int, int, int]] = []  # start, end, number of the mention

    def overlapping(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The spans that share a character with `start` to `end`."""
        at = bisect_left(self.items, (start,))
        if at and self.items[at - 1][1] > start:
            at -= 1
        found = []
        while at < len(self.items) and self.items[at][0] < end:
            found.append(self.items[at])
            at += 1
        return found


def resolve(annotation: Annotation) -> list[Mention]:
    """The mentions that stand, by position; none overlaps another.

    Longer beats shorter whatever the label, so a firm or an agency swallows the place in its name. A figure gives way
    to a name only where the name holds all of it and is sure.
    """
    mentions = annotation.mentions
    ordered = sorted(mentions, key=_START)
    for one, other in pairwise(ordered):
        if other.start < one.end:
            break
    else:
        return ordered
    spans = _Spans()
    preferences = list(map(_preference, mentions))
    order = sorted(range(len(mentions)), key=preferences.__getitem__)
    for number in [item for item in order if mentions[item].label in FIGURES]:
        mention = mentions[number]
        if not spans.overlapping(mention.start, mention.end):
            insort(spans.items, (mention.start, mention.end, number))
    for number in [item for item in order if mentions[item].label not in FIGURES]:
        mention = mentions[number]
        rivals = spans.overlapping(mention.start, mention.end)
        if rivals:
            inside = all(
                mention.start <= start and end <= mention.end and mentions[other].label in FIGURES
                for start, end, other in rivals
            )
            if not inside or mention.rule not in _ANCHORED:
                continue
            for rival in rivals:
                spans.items.remove(rival)
        insort(spans.items, (mention.start, mention.end, number))
    return [mentions[number] for _, _, number in spans.items]
