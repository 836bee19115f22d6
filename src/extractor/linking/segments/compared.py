"""Parts of a market that sentences compare without naming the dimension: for an article that lists none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import Anchored
from extractor.linking.segments.patterns import SENTENCE_END
from extractor.linking.segments.patterns_told import ABSTRACT, GENERIC_SUBJECT, NO_NAME
from extractor.linking.segments.values import PERCENT, PERCENT_ENDS, split_values, value_of
from extractor.records import Evidence, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.annotating.annotation import Annotation
    from extractor.linking.segments.lines import Line

FEWEST = 2
FEWEST_SHARES = 3  # parts with shares side by side; two may be any two
LONGEST = 4  # words of a part's name
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
_GROUP = (
    r"(?:segment|use|application|product(?: group| type)?|category|group|type|channel|material|end[- ]use(?:r)?"
    r"|customer|buyer|format|form|technology)s?"
)
_FIRST = rf"(?:^|(?<=[.;:] )|(?<=, ))(?:[Tt]he )?(?P<first>{_PART})(?: segment| category)? {_STANDS}\b[^.;:\n]{{0,90}}?"
# "Roller doors account for 60% of sales, well ahead of swing doors and gates"
AHEAD_OF = Anchored(rf"{_FIRST}\b(?:ahead of|followed by|trailed by|and then come) (?P<values>[^.;:\n]+)")
# "The largest use is farms, followed by gardens and roads"
LARGEST_IS = Anchored(
    rf"\b[Tt]he (?:largest|biggest|leading|main|most important|dominant|top) (?:[\w-]+ )?{_GROUP} (?:is|are|was|were"
    rf"|remains?) (?:the )?(?P<first>{_PART})(?: segment)?(?:,? (?:with|at) [^,.;\n]{{1,40}}| \([^()\n]{{1,12}}\))?,? "
    r"(?:ahead of|followed by|before) (?P<values>[^.;:\n]+)"
)
# "Steel leads with 58% of revenue; wood and concrete share the rest"
AND_REST = Anchored(
    rf"{_FIRST}[.;,] (?:and |while |whereas )?(?:[Tt]he )?(?P<values>(?:{_WORD},? ){{1,9}}?)"
    r"(?:shares?|makes? up|split|divide|accounts? for|takes?|covers?|fills?|follow) (?:most of )?(?:the |what )"
    r"(?:rest|remainder|remaining|balance|others?|is left)\b"
)
COMPARING = (AHEAD_OF, LARGEST_IS, AND_REST)
# "Hybrid, one of the two segments in the study, ... Growth in the Full Ceramic segment": what is called a segment.
CALLED = Anchored(
    rf"(?:^|(?<=[.;] )|(?<=, ))(?P<first>{_PART}), one of the (?:[\w-]+ ){{0,2}}segments\b"
    rf"|\b(?:in|of|for) the (?P<other>{_PART}) segment (?:is|was|will|should|has)\b"
)
KINDS_BEHIND = late.regex(r" (?:types|kinds|varieties|versions)$")
_SHARE = late.regex(PERCENT)
_SIDES = late.regex(r"[,;] (?:and |while |whereas )?| and | while | whereas ")
_SHARED = late.regex(
    rf"^(?:[Tt]he )?(?P<name>{_PART})(?: segment)?(?: {_STANDS})?(?: (?:for|at|with|another|about|around|nearly|some"
    rf"|roughly))* \(?{PERCENT}"
)


def compared(annotation: Annotation, lines: Sequence[Line]) -> list[Segment]:
    """The parts of which sentences say which is larger, or what share each has: one segment a sentence, without a dimension."""
    taken = {mention.text.lower() for mention in annotation.mentions}
    found: list[Segment] = []
    for line in lines:
        if line.kind != "paragraph" and line.kind != "list_item":
            continue
        for start, end, names in (*in_turn(line), *_ranked(line)):
            values = list(dict.fromkeys(value for name in names if (value := _part(name, taken)) is not None))
            if len(values) >= FEWEST and len(values) == len(names):
                at = line.start + start
                text = line.text[start:end]
                evidence = Evidence(start=at, end=at + len(text), text=text, rule="segments.compared")
                found.append(Segment(by=None, values=values, evidence=[evidence]))
    return found or _called(lines, taken)


def _called(lines: Sequence[Line], taken: set[str]) -> list[Segment]:
    """What an article calls segments, when there are several."""
    values: dict[str, str] = {}
    evidence: list[Evidence] = []
    for line in lines:
        for match in CALLED.finditer(line.seen, line.text):
            value = _part(match["first"] or match["other"], taken)
            if value is not None and value.lower() not in values:
                values[value.lower()] = value
                start = line.start + match.start()
                evidence.append(Evidence(start=start, end=start + len(match[0]), text=match[0], rule="segments.called"))
    return [Segment(by=None, values=list(values.values()), evidence=evidence)] if len(values) >= FEWEST else []


def _part(name: str, taken: set[str]) -> str | None:
    """A part's name, or None for a place, a firm, or what is no part."""
    name = KINDS_BEHIND.sub("", NO_NAME.sub("", name.strip()))
    low = name.lower()
    if (
        not name
        or len(name.split()) > LONGEST
        or low in taken
        or low.removeprefix("the ") in taken
        or low in GENERIC_SUBJECT
    ):
        return None
    if ABSTRACT.search(name) or any(map(str.isdigit, name)):
        return None
    return value_of(name)


def _ranked(line: Line) -> Iterator[tuple[int, int, list[str]]]:
    """ "Steel accounts for half of sales, ahead of wood and glass": extent and names."""
    for pattern in COMPARING:
        for match in pattern.finditer(line.seen, line.text):
            yield match.start(), match.end(), [match["first"], *split_values(match["values"])]


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
