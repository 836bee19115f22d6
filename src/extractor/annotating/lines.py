"""The lines of an annotation and how each is written, worked out when asked for and kept."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from extractor.annotating.spelling import line_breaks

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# A line of more tokens is a paragraph, whatever its capitals.
LONGEST_HEADING = 24


class Lines:
    """First and last (excluded) token of each line; line breaks belong to none."""

    def __init__(self, annotation: Annotation) -> None:
        words = annotation.words
        self.words = words
        breaks = line_breaks(annotation)
        self.firsts = [0, *[number + 1 for number in breaks]]
        self.lasts = [*breaks, len(words)]
        self._titles: dict[int, bool] = {}
        self._shouts: dict[int, bool] = {}

    def number(self, token: int) -> int:
        """Number of the line that the token is on."""
        return bisect_right(self.firsts, token) - 1

    def span(self, token: int) -> tuple[int, int]:
        """First and last (excluded) token of the line that `token` is on."""
        line = bisect_right(self.firsts, token) - 1
        return self.firsts[line], self.lasts[line]

    def is_title(self, token: int) -> bool:
        """Whether the line is written like a heading: no full stop, its long words capitalised."""
        line = bisect_right(self.firsts, token) - 1
        known = self._titles.get(line)
        if known is None:
            known = self._titles[line] = self._reads_as_title(self.firsts[line], self.lasts[line])
        return known

    def _reads_as_title(self, first: int, last: int) -> bool:
        if last - first > LONGEST_HEADING or last == first or self.words[last - 1].text in ".;!":
            return False
        long_words = [word.is_capitalized for word in self.words[first:last] if word.is_alpha and word.width > 3]
        return len(long_words) > 1 and all(long_words)

    def is_shouted(self, token: int) -> bool:
        """Whether every word of the line is in capitals and there are several."""
        line = bisect_right(self.firsts, token) - 1
        known = self._shouts.get(line)
        if known is None:
            letters = [word.is_upper for word in self.words[self.firsts[line] : self.lasts[line]] if word.is_alpha]
            known = self._shouts[line] = len(letters) > 2 and all(letters)
        return known


def lines_of(annotation: Annotation) -> Lines:
    """The lines of the annotation, read once."""
    kept = annotation.kept
    if "lines" not in kept:
        kept["lines"] = Lines(annotation)
    lines: Lines = kept["lines"]
    return lines
