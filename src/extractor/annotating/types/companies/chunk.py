"""A chunk: a run of words shaped like a name, with its legal form, its brackets and what has been found out about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.types.companies.form_table import Form


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
    start: int = field(init=False)  # first token with a prefix form
    known: str | None = None  # what the table of known firms says of the name

    def __post_init__(self) -> None:
        self.start = self.first if self.prefix is None else self.prefix.first

    def start_at(self, first: int, prefix: Form | None = None) -> None:
        """Moves the first token of the name, and sets the form before it."""
        self.first = first
        self.prefix = prefix
        self.start = first if prefix is None else prefix.first

    @property
    def is_company(self) -> bool:
        """Whether what has been found so far makes it a company."""
        return bool(self.evidence) and not self.refusal
