"""Parts of a market whose shares stand side by side: "Steel holds 51%, wood 30% and concrete 19%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.linking.segments.patterns import SENTENCE_END
from extractor.linking.segments.values import PERCENT, PERCENT_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.linking.segments.lines import Line

FEWEST_SHARES = 3  # parts with shares side by side; two may be any two
_WORD = r"[\w&’'/-]+"
_PART = (
    rf"(?!(?:[Ii]ts?|[Tt]hey|[Tt]h(?:is|at|ese|ose)|which|who|[Tt]he|and)\b){_WORD}"
    rf"(?: (?!(?:and|is|are|was|were|of|in|with|for|has|have|by)\b){_WORD}){{0,3}}?"
)
_STANDS = (
    r"(?:accounts? for|accounted for|h[eo]lds?|makes? up|made up|takes?|took|leads?|led|dominate[sd]?|remains?"
    r"|brings? in|brought in|generate[sd]?|provides?|provided|contributes?|contributed|represents?|represented"
    r"|captured?|sells? best|(?:is|are|was|were) the (?:largest|biggest|leading|main|top))"
)
_SHARE = late.regex(PERCENT)
_SIDES = late.regex(r"[,;] (?:and |while |whereas )?| and | while | whereas ")
_SHARED = late.regex(
    rf"^(?:[Tt]he )?(?P<name>{_PART})(?: segment)?(?: {_STANDS})?(?: (?:for|at|with|another|about|around|nearly|some"
    rf"|roughly))* \(?{PERCENT}"
)


def in_turn(line: Line) -> Iterator[tuple[int, int, list[str]]]:
    """ "Steel holds 51%, wood 30% and concrete 19%": extent and names."""
    if sum(map(line.text.count, PERCENT_ENDS)) < FEWEST_SHARES or len(_SHARE.findall(line.text)) < FEWEST_SHARES:
        return
    start = 0
    for stop in (*(match.end() for match in SENTENCE_END.finditer(line.text)), len(line.text)):
        sentence = line.text[start:stop]
        matches = [_SHARED.match(side.strip()) for side in _SIDES.split(sentence) if _SHARE.search(side)]
        if len(matches) >= FEWEST_SHARES and all(matches):
            yield start, stop, [match["name"] for match in matches if match is not None]
        start = min(stop + 1, len(line.text))
