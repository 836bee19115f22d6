"""A name that may be a place, before anything is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from extractor.annotating.types.regions.places import Senses


class Candidate(NamedTuple):
    """A name that may be a place: its tokens and what it may mean."""

    first: int
    last: int
    senses: Senses
