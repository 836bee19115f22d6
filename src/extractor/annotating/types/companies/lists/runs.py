"""Lines in a row that hold a name each: where enough of the names are firms for certain, the others are firms too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.names.chunk import OF_NAMES, PARDONED, Chunk, count_sure
from extractor.annotating.types.companies.words.cues import OTHER_HEADING
from extractor.annotating.types.companies.words.vocabulary import THING_HEADS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# Of so many lines in a row that hold a name each, this many and this share must be sure for the rest to be taken.
LEAST_RUN, LEAST_SURE, SURE_SHARE = 3, 2, 0.25
# ... and this share for those that are refused elsewhere.
MOST_SHARE = 0.5
PARDONED_PLACES = PARDONED | {"place", "job"}


class Run:
    """The lines in a row that hold a name each, with or without a remark behind it ("Orvane - lifts")."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.names: list[Chunk] = []
        self.has_remarks = False

    def add(self, chunk: Chunk, *, has_remark: bool) -> None:
        """Adds the name of the next line."""
        if has_remark != self.has_remarks:
            self.close()
            self.has_remarks = has_remark
        self.names.append(chunk)

    def close(self) -> None:
        """Ends the run: with enough sure firms in it the other names are taken too."""
        names, self.names = self.names, []
        share = sure_share(self.annotation, names)
        if share and self.has_remarks:
            _take_remarked(names)
        elif share:
            _take_alone(self.annotation, names, share)


def _take_alone(annotation: Annotation, names: list[Chunk], share: float) -> None:
    """Takes names that are all their lines hold, of which this share is sure."""
    # where most are sure, a place or a word among them is a firm too ("Antofagasta")
    pardoned = PARDONED_PLACES if share >= MOST_SHARE else OF_NAMES
    for chunk in names:
        is_plain = chunk.facts.is_plain and (share < MOST_SHARE or reads_as_heading(annotation, chunk))
        if not chunk.is_company and chunk.refusal in pardoned and not is_plain:
            chunk.evidence, chunk.refusal = "series", ""
        chunk.role = chunk.role or "key_player"


def _take_remarked(names: list[Chunk]) -> None:
    """Takes names with a remark behind each ("Orvane - lifts")."""
    for chunk in names:
        if not chunk.is_company and chunk.refusal in OF_NAMES and not chunk.facts.is_plain:
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
