"""A name that may be a place with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.lines import lines_of
from extractor.annotating.types.regions.context import AFTER, neighbour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.regions.candidate import Candidate
    from extractor.annotating.types.regions.places import Place


class Borders(NamedTuple):
    """All candidates of a text by their first token, and by the token behind them."""

    starts: Mapping[int, Candidate]
    ends: Mapping[int, Candidate]


class Spot:
    """A candidate and its surroundings.

    Attributes:
        doubt: what else its name mostly is ("word", "person"), or None.
        is_listed: whether only list marks stand between it and another candidate.
        borders: where all candidates of the text start and end.
        best: the best known of the places it may mean; `head` its first word.
        before, after: the words beside it, None where the line ends there.
    """

    __slots__ = (
        "after",
        "annotation",
        "before",
        "best",
        "borders",
        "doubt",
        "first",
        "head",
        "is_listed",
        "last",
        "senses",
        "words",
    )

    def __init__(
        self, annotation: Annotation, candidate: Candidate, doubt: str | None, borders: Borders, *, is_listed: bool
    ) -> None:
        self.annotation = annotation
        self.words: Sequence[Word] = annotation.words
        self.first, self.last, self.senses = candidate
        self.doubt = doubt
        self.is_listed = is_listed
        self.borders = borders
        self.best: Place = self.senses.places[0]
        self.head = self.words[self.first]
        self.before = neighbour(annotation, self.first - 1)
        self.after = neighbour(annotation, self.last)

    @property
    def text(self) -> str:
        """The name as written."""
        return self.annotation.span_text(self.first, self.last)

    @property
    def is_sole(self) -> bool:
        """Whether the name is one word."""
        return self.last - self.first == 1

    @property
    def has_strong_name(self) -> bool:
        """Whether the name is hardly ever anything else: a country's, a macro-region's, a known one of several words."""
        return self.best.kind in ("country", "macro_region") or (not self.is_sole and self.best.is_known)

    @property
    def is_title(self) -> bool:
        """Whether its line is written like a heading."""
        return lines_of(self.annotation).is_title(self.first)

    @property
    def is_shouted(self) -> bool:
        """Whether its line is all in capitals."""
        return lines_of(self.annotation).is_shouted(self.first)

    @property
    def is_paired(self) -> bool:
        """Whether another candidate follows behind a comma ("Wilmington, Delaware")."""
        return self.after is not None and self.after.text == "," and self.last + 1 in self.borders.starts

    @property
    def has_name_behind(self) -> bool:
        """Whether a capitalised word follows that is no place and does not leave this one ("Oxford Nanopore")."""
        after = self.after
        return (
            after is not None
            and after.is_capitalized
            and (after.is_alpha or "'" in after.text or "’" in after.text)
            and self.last not in self.borders.starts
            and after.lower not in AFTER
            and not self.is_title
        )

    @property
    def has_capital_before(self) -> bool:
        """Whether a capitalised word that is neither a place nor a day stands before."""
        before = self.before
        return (
            before is not None
            and before.is_capitalized
            and self.first not in self.borders.ends
            and before.lower not in CALENDAR_WORDS
        )

    def is_led(self, words: AbstractSet[str]) -> bool:
        """Whether one of these words, in small letters, stands directly before the name."""
        return self.before is not None and self.before.lower in words
