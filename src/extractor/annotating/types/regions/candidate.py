"""A name that may be a place, before anything is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.types.regions.places import Senses


class Candidate(NamedTuple):
    """A name that may be a place: its tokens and what it may mean."""

    first: int
    last: int
    senses: Senses


def tokens_of(candidates: Iterable[Candidate]) -> set[int]:
    """All tokens that the candidates hold."""
    return {token for candidate in candidates for token in range(candidate.first, candidate.last)}
