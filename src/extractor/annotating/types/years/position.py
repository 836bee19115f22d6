"""Where in the year: "end of 2031", "mid-2030s", "third quarter of 2024"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.years.point import Point

Position = Literal["start", "mid", "end"]
_WORDS: dict[str, Position] = {
    "end": "end", "late": "end", "close": "end", "ending": "end", "ended": "end", "mid": "mid", "middle": "mid", "early": "start",
    "start": "start", "beginning": "start",
}  # fmt: skip
_BESIDE = frozenset({*_WORDS, "of", "the", "year", "-", "‑", "–"})
_ORDINALS = frozenset("first second third fourth last final 1st 2nd 3rd 4th".split())


def position_of(annotation: Annotation, first: int) -> Position | None:
    """The part of the year that the words before token `first` name."""
    words = annotation.words
    at = first - 1
    if at < 0 or words[at].lower not in _BESIDE:
        return None
    while at >= 0 and at > first - 4 and words[at].lower in ("of", "the", "year", "-", "‑", "–"):
        at -= 1
    if at < 0:
        return None
    return _WORDS.get(words[at].lower)


def quarter_start(annotation: Annotation, point: Point, floor: int) -> None:
    """Takes in "third quarter of" before a year."""
    words = annotation.words
    at = point.first - 1
    if at > floor and words[at].lower in ("of", ",", "in"):
        at -= 1
    if at > floor and words[at].lower in ("quarter", "half") and words[at - 1].lower in _ORDINALS:
        point.first, point.kind, point.rule = at - 1, "quarter", "years.quarter_words"
