"""Lines in a row that hold a name each: where enough of the names are firms for certain, the others are firms too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.chunk import PARDONED, Chunk, count_sure
from extractor.annotating.types.companies.cues import OTHER_HEADING
from extractor.annotating.types.companies.words import THING_HEADS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# Of so many lines in a row that hold a name each, this many and this share must be sure for the rest to be taken.
LEAST_RUN, LEAST_SURE, SURE_SHARE = 3, 2, 0.25
# ... and this share for those that are refused elsewhere.
MOST_SHARE = 0.5
_IN_RUNS = frozenset(PARDONED[:3])
PARDONED_PLACES = frozenset([*PARDONED, "place", "job"])


class Run:
    """The lines in a row that hold a name each, with or without a remark behind it ("Orvane - lifts")."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.names: list[Chunk] = []
        self.remarked: list[Chunk] = []

    def add(self, chunk: Chunk, *, is_remarked: bool) -> None:
        """Adds the name of the next line."""
        if is_remarked:
            self._close_names()
            self.remarked.append(chunk)
        else:
            self._close_remarked()
            self.names.append(chunk)

    def close(self) -> None:
        """Ends the run."""
        self._close_names()
        self._close_remarked()

    def _close_names(self) -> None:
        names, self.names = self.names, []
        share = sure_share(self.annotation, names)
        if not share:
            return
        # where most are sure, a place or a word among them is a firm too ("Antofagasta")
        pardoned = PARDONED_PLACES if share >= MOST_SHARE else _IN_RUNS
        for chunk in names:
            is_plain = chunk.facts.is_plain and (share < MOST_SHARE or reads_as_heading(self.annotation, chunk))
            if not chunk.is_company and chunk.refusal in pardoned and not is_plain:
                chunk.evidence, chunk.refusal = "series", ""
            chunk.role = chunk.role or "key_player"

    def _close_remarked(self) -> None:
        names, self.remarked = self.remarked, []
        if not sure_share(self.annotation, names):
            return
        for chunk in names:
            if not chunk.is_company and chunk.refusal in _IN_RUNS and not chunk.facts.is_plain:
                chunk.take("series", "key_player")


def sure_share(annotation: Annotation, names: list[Chunk]) -> float:
    """The share of the names that are firms for certain, or 0 where it is too small for the others to be firms."""
    if len(names) < LEAST_RUN:
        return 0
    sure, trust = count_sure(annotation, names)
    return sure / len(names) if sure and trust >= max(LEAST_SURE, SURE_SHARE * len(names)) else 0


def reads_as_heading(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether a word of reports is in the name ("Company Overview", "Recent Developments")."""
    words = [word.lower for word in annotation.words[chunk.first : chunk.last]]
    return (
        not THING_HEADS.isdisjoint(words)
        or OTHER_HEADING.search(" ".join(words)) is not None
        or words[-1:] == ["financials"]
    )
