"""What kind of rate a percentage is (CAGR, YoY, share, other) and which way it goes, from the wording around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

Kind = Literal["CAGR", "YoY", "share", "other"]

_CAGR = re.compile(
    r"\bCAGRs?\b|compound(?:ed)?[\s-](?:annual|average)|annual(?:ized|ised)? (?:compound|growth)|compounded annual|"
    r"annually|per annum|\bp\.a\.|(?:a|per|each|every) year|yearly|average annual|annual(?:ised|ized)? rate",
    re.IGNORECASE,
)
_YOY = re.compile(r"year[\s-](?:on|over)[\s-]year|\byoy\b|\by-o-y\b|\by/y\b|annual growth|from (?:the )?(?:a year|previous year|prior year)|over the previous year|compared (?:to|with) \d{4}", re.IGNORECASE)
_SHARE = re.compile(
    r"\bshares?\b|account(?:s|ed|ing)? for|of (?:the )?(?:total|global|overall|market|sales|revenue|world|all)|contribut|dominat|"
    r"\bheld\b|\bholds?\b|\bholding\b|\bcaptur|represent|\bcommand|majority|penetration|went to|made up|makes up|comprise|constitut",
    re.IGNORECASE,
)
_UP = re.compile(r"\b(?:grow|grew|increas|ris|rose|up\b|gain|climb|expand|jump|surg|higher|accelerat)", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:declin|fall|fell|decreas|drop|down\b|shrink|shrank|contract(?:s|ed|ing|ion)?\b|lower\b|slump|lost|loss|slip|plung|reduc)", re.IGNORECASE)
_BEFORE, _AFTER = 90, 60


def kind_of(annotation: Annotation, first: int, last: int) -> Kind:
    """The kind that the words of the clause around the tokens `first` to `last` (excluded) speak for."""
    before, after = _clause(annotation, first, last)
    found: list[tuple[int, Kind]] = []
    for kind, pattern in (("CAGR", _CAGR), ("YoY", _YOY), ("share", _SHARE)):
        distance = _nearest(pattern, before, after)
        if distance is not None:
            found.append((distance, kind))  # type: ignore[arg-type]
    return min(found)[1] if found else "other"


def direction_of(annotation: Annotation, first: int, last: int) -> Literal["up", "down"] | None:
    """Which way the rate goes, as the nearest verb before it says."""
    before, _ = _clause(annotation, first, last)
    up = max((match.end() for match in _UP.finditer(before)), default=-1)
    down = max((match.end() for match in _DOWN.finditer(before)), default=-1)
    if up == down:
        return None
    return "up" if up > down else "down"


def _clause(annotation: Annotation, first: int, last: int) -> tuple[str, str]:
    start, end = annotation.sentence_of(first)
    here, there = annotation.starts[first], annotation.end(last - 1)
    text = annotation.text
    before = text[max(annotation.starts[start], here - _BEFORE) : here]
    after = text[there : min(annotation.end(end - 1), there + _AFTER)]
    return before, after


def _nearest(pattern: re.Pattern[str], before: str, after: str) -> int | None:
    """How many characters lie between the rate and the nearest match."""
    distances = [len(before) - match.end() for match in pattern.finditer(before)]
    distances += [match.start() for match in pattern.finditer(after)]
    return min(distances, default=None)
