"""What stands directly before and behind an enumeration, and whether it says that companies are enumerated."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.lists.column_heads import role_of
from extractor.annotating.types.companies.words.cues import (
    BEHIND,
    BEHIND_STARTS,
    CALLED_FIRMS,
    COMPANY_NOUN,
    HEADING,
    LEAD_ENDS,
    LEAD_FILLERS,
    LEAD_HEADS,
    LEAD_IN,
    LEAD_WORDS,
    OTHER_HEADING,
    SEGMENTS,
)
from extractor.annotating.types.companies.words.role_cues import LIST_NOUNS, OUTLETS, SOURCES

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Characters before a list in which its lead-in is looked for.
LEAD_IN_REACH = 200
# ... and behind it, in which is looked for what says that these were companies.
BEHIND_REACH = 80
# ... and tokens: one of LEAD_WORDS must be among them.
LEAD_TOKENS = 80
# A line above of so many characters was wrapped, and its sentence goes on.
LEAST_WRAPPED = 60
# Words that fill a lead-in between its verb and the list at most.
LONGEST_FILLING = 6
# Words of a label that a line starts on at most, and tokens of the list behind it at least.
LONGEST_LABEL, LEAST_FILLING = 4, 3
_SENTENCE_ENDS = (". ", "! ", "? ", "; ")


def is_framed(annotation: Annotation, first: int, tail: int) -> bool:
    """Whether something that could lead in a list stands before token `first`, or go on behind one from `tail` on."""
    before = annotation.lowers[first - 1] if first else ""
    return ((before in LEAD_ENDS or before in LEAD_FILLERS) and _lead_end(annotation, first) >= 0) or _may_follow(
        annotation, tail
    )


def _lead_end(annotation: Annotation, first: int) -> int:
    """The token before `first` and before words that fill a lead-in, when a lead-in may end on it; else -1."""
    lowers = annotation.lowers
    at = first - 1
    while at > 0 and lowers[at] in LEAD_FILLERS and at > first - LONGEST_FILLING:
        at -= 1
    if at < 0 or lowers[at] not in LEAD_ENDS:
        return -1
    heads = LEAD_HEADS.get(lowers[at])
    return at if heads is None or (at and lowers[at - 1] in heads) else -1


def _may_follow(annotation: Annotation, tail: int) -> bool:
    """Whether the first word from token `tail` on may go on behind a list."""
    lowers = annotation.lowers
    if tail >= len(lowers):
        return False
    if lowers[tail] in BEHIND_STARTS:
        return True
    words = annotation.words
    if not words[tail].is_punct:
        return False
    beyond = next((word.lower for word in words[tail + 1 : tail + 3] if not word.is_punct), "")
    return beyond in BEHIND_STARTS


class Frame:
    """What stands directly before and behind a series."""

    def __init__(self, annotation: Annotation, series: list[Chunk]) -> None:
        self.annotation = annotation
        self.first, self.tail = series[0].start, series[-1].tail
        self.ahead = _lead_end(annotation, self.first)
        self.may_follow = _may_follow(annotation, self.tail)

    @property
    def fills_line(self) -> bool:
        """Whether the series is all that its line holds behind a short label of no segments ("Added: Orvane, Tessel")."""
        annotation, colon = self.annotation, self.first - 1
        if colon < 1 or annotation.words[colon].text != ":" or self.tail - self.first < LEAST_FILLING:
            return False
        first, last = lines_of(annotation).span(colon)
        if last > self.tail or colon - first > LONGEST_LABEL:
            return False
        label = annotation.span_text(first, colon)
        return not (SEGMENTS.search(label.lower()) or OTHER_HEADING.search(label))

    def label_role(self) -> str:
        """The part that a label gives the series, which is all that its line holds behind it ("Supplier: Orvane Foods"); else ""."""
        annotation, colon = self.annotation, self.first - 1
        if colon < 1 or annotation.words[colon].text != ":":
            return ""
        first, last = lines_of(annotation).span(colon)
        if not 0 < colon - first <= LONGEST_LABEL or last - self.tail > (annotation.words[last - 1].text == "."):
            return ""
        return role_of(annotation.span_text(first, colon))

    def goes_on(self) -> bool:
        """Whether what follows says that these were companies ("are the key players")."""
        if not self.may_follow:
            return False
        return bool(BEHIND.match(self._behind()))

    def are_called_firms(self) -> bool:
        """Whether what follows calls them what only firms are called ("are the four big names")."""
        return self.may_follow and CALLED_FIRMS.match(self._behind()) is not None

    def _behind(self) -> str:
        tail = self.annotation.end(self.tail - 1)
        return self.annotation.lower[tail : tail + BEHIND_REACH]

    def lead_in(self) -> tuple[str, bool]:
        """The text before the series in its sentence, and whether it announces companies."""
        if self.ahead < 0:
            return "", False
        near = self.annotation.lowers[max(0, self.ahead - LEAD_TOKENS) : self.first]
        if LEAD_WORDS.isdisjoint(near):
            return "", False
        before, is_whole = self._text_before()
        if self._leads_in(before, is_whole=is_whole):
            return before, True
        ends_open = before.rstrip()[-1:] in ":–—-|"
        if not ends_open or OTHER_HEADING.search(before.split(":")[0][-60:]):
            return before, False
        return before, bool(HEADING.search(before)) or (
            COMPANY_NOUN.search(before) is not None and not SEGMENTS.search(before)
        )

    def _leads_in(self, before: str, *, is_whole: bool) -> bool:
        """Whether the text before, which is `is_whole` as it stands in the document, ends on a lead-in."""
        if not is_whole:
            return LEAD_IN.search(before) is not None
        annotation = self.annotation
        first = bisect_left(annotation.starts, annotation.starts[self.first] - len(before))
        # the end of the window must be the start of the list, spaces and all
        text, offsets, stop = annotation.text, annotation.starts, annotation.starts[self.first]
        lowers = annotation.lowers
        return any(
            lowers[token] in LEAD_WORDS and LEAD_IN.match(text, offsets[token], stop)
            for token in range(first, self.first)
        )

    def _text_before(self) -> tuple[str, bool]:
        """The sentence so far, with the line above where the series starts its own; and whether it is all one piece."""
        text = self.annotation.text
        start = self.annotation.starts[self.first]
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - LEAD_IN_REACH) : start]
        is_whole = True
        if line and not before.strip(" -*•|0123456789.)"):
            previous = text.rfind("\n", 0, line - 1) + 1
            above = text[previous : line - 1]
            is_wrapped = line > 1 and text[line - 2] != "\n" and line - previous > LEAST_WRAPPED
            if above.rstrip().endswith(":") or is_wrapped:
                before = f"{above} {before}"
                is_whole = False
        for mark in _SENTENCE_ENDS:
            before = before[before.rfind(mark) + len(mark) :] if mark in before else before
        return before, is_whole


def list_role(before: str, items: int = 0) -> str:
    """The role that a list's lead-in gives its items; `items` of them where they stand in the sentence."""
    before = before.lower()
    if OUTLETS.search(before) or (items == 1 and SOURCES.search(before)):
        return "mentioned"
    tail = before[-80:]
    for role, nouns in LIST_NOUNS:
        if nouns.search(tail):
            return role
    return "key_player"
