"""Numbered headings that hold a name each, with prose between ("1. Orvane Foods ... 2. Tesselka ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.types.companies.names.chunk import OF_THINGS, Chunk, count_sure

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# So many headings in order make a ranking; half of them must not be words of the language.
LEAST_RANKS = 3
# What says of a heading that it is a firm: its own evidence, or half of that the last word of its name.
LEAST_SURE = 1.5
_MARKS = frozenset(["#", "(", "No", "no"])
# A title that announces a ranking of firms ("7 Lamp Makers to Watch", "The Best Lamp Brands of 2025").
_ANNOUNCES = late.regex(
    r"\b(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|twelve|top|best|leading|biggest|largest)\b[^.:;|]{0,60}"
    r"\b(?:companies|makers|manufacturers|brands|firms|start-?ups|suppliers|vendors|producers|developers|players|chains)\b"
)


class Ranks:
    """The ranking being read, line by line."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.names: list[Chunk] = []
        self.last = 0  # the number of the last heading
        title = annotation.article.title if annotation.article is not None else None
        self.is_announced = title is not None and _ANNOUNCES.search(title.lower()) is not None
        self.step = 0  # 1 upwards, -1 in a countdown, 0 while not known

    def add(self, token: int, chunk: Chunk) -> None:
        """Adds the heading whose line starts at `token` and holds nothing but its number and the chunk."""
        number = self._number(token, chunk)
        if number is None:
            return
        step = number - self.last
        if not self.names or abs(step) != 1 or self.step not in (0, step):
            self.close()
            self.names, self.step = [chunk], 0
        else:
            self.names.append(chunk)
            self.step = step
        self.last = number

    def _number(self, token: int, chunk: Chunk) -> int | None:
        for word in self.annotation.words[token : chunk.start]:
            if word.is_digit:
                return int(word.text)
            if word.text not in _MARKS and not word.is_space:
                return None
        return None

    def close(self) -> None:
        """Ends the ranking: with enough sure firms in it, or under a title that announces firms, the others are taken too."""
        names, self.names = self.names, []
        if len(names) < LEAST_RANKS or any(chunk.refusal == "place" for chunk in names):
            return
        _, trust = count_sure(self.annotation, names)
        plain = sum(not chunk.is_company and chunk.facts.is_plain for chunk in names)
        if (trust < LEAST_SURE and not self.is_announced) or 2 * plain > len(names):
            return
        for chunk in names:
            if chunk.is_company or chunk.refusal in OF_THINGS:
                chunk.take("list", "key_player")
