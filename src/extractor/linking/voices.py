"""Figures of one sentence that several give, each a market value of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from extractor.linking.points import Point
    from extractor.linking.statement import Statement

# Between two figures this tells that someone else gives the second.
OTHER_VOICE = late.regex(
    r"(?:\b(?:while|whereas|but|and)|[,;]) (?:the )?(?:<c>|another|others?|a (?:second|third|rival)|firm [a-z]"
    r"|the (?:second|third|other)|[a-z]+ (?:research|insights|intelligence|analysts?))\b[^<;]{0,40}$|(?:[,;]"
    r"|\band) <c> ?$|\bwhile [^<;,]{2,40} (?:expects|sees|puts|estimates|predicts|forecasts|says|values"
    r"|projects)\b"
)


def mark_voices(found: list[Point], statement: Statement) -> None:
    """ "One firm sees 4 billion by 2028, another expects 5 billion by 2030": figures that compete."""
    if any(OTHER_VOICE.search(statement.shape, one.position, other.position) for one, other in pairwise(found)):
        for point in found:
            point.voice = True
