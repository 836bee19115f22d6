"""A chunk: a run of words shaped like a name, with its legal form, its brackets and what has been found out about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.types.companies.forms import Form


@dataclass(slots=True)
class Chunk:
    """A run of name words: tokens `first` to `last` (excluded) without the form, `end` behind form, `tail` behind brackets too."""

    first: int
    last: int
    end: int
    tail: int
    form: Form | None = None
    prefix: Form | None = None
    brackets: list[tuple[int, int]] = field(default_factory=list)
    joins: list[int] = field(default_factory=list)
    evidence: str = ""
    refusal: str = ""
    role: str = ""
    listed: bool = False  # stands at the head of a line of a list: its role is the list's
    known: str | None = None  # what the table of known firms says of the name

    @property
    def start(self) -> int:
        """First token with a prefix form."""
        return self.prefix.first if self.prefix is not None else self.first

    @property
    def is_company(self) -> bool:
        """Whether what has been found so far makes it a company."""
        return bool(self.evidence) and not self.refusal
