"""What an entity type must provide to be found by the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.settings import Settings

Finder = Callable[["Annotation"], "list[Mention]"]


@dataclass(frozen=True, slots=True)
class EntityType:
    """One kind of mention: `build` compiles its finder once; finders run in the order of `rank`.

    A finder sees in `annotation.mentions` what types of lower rank have found, and in `annotation.doc` the text as a
    spaCy Doc, whose vocabulary spaCy's matchers take.
    `classify` gives a word its lexical class ("<currency>") or None; the first type that has one wins.
    `settle` is called when all finders have run, for what only the mentions of other types can tell.
    """

    name: str
    labels: tuple[str, ...]
    rank: int
    build: Callable[[Settings], Finder]
    classify: Callable[[str], str | None] | None = None
    settle: Callable[[Annotation], None] | None = None
