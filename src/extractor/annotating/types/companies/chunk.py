"""A chunk: a run of words shaped like a name, with its legal form, its brackets and what has been found out about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.types.companies.facts import NameFacts
    from extractor.annotating.types.companies.form_table import Form


class Chunk:
    """A run of name words.

    Attributes:
        first, last: the words of the name as tokens, the last excluded, without its form.
        end, tail: the token behind the form, and behind the brackets that follow it.
        form, prefix: the legal form behind the name and the one before it.
        start: the first token, the prefix form included.
        brackets: what the brackets behind the name hold, as tokens.
        joins: the weak words ("of", "and") inside the name that may part two names.
        facts: what the letters of the name say, set when the chunk is judged.
        known: what the table of known firms says of the name.
        evidence, refusal: why it is a company and why it is none; "" while nothing says so.
        role: its part in the market, "" while nothing says so.
        is_listed: whether it stands at the head of a line of a list: its role is the list's.
    """

    __slots__ = ("brackets", "end", "evidence", "facts", "first", "form", "is_listed", "joins", "known", "last", "prefix", "refusal", "role", "start", "tail")

    facts: NameFacts

    def __init__(self, first: int, last: int, end: int, tail: int, form: Form | None = None) -> None:
        self.first = self.start = first
        self.last = last
        self.end = end
        self.tail = tail
        self.form = form
        self.prefix: Form | None = None
        self.brackets: tuple[tuple[int, int], ...] = ()
        self.joins: tuple[int, ...] = ()
        self.known: str | None = None
        self.evidence = self.refusal = self.role = ""
        self.is_listed = False

    def start_at(self, first: int, prefix: Form | None = None) -> None:
        """Moves the first token of the name, and sets the form before it."""
        self.first = first
        self.prefix = prefix
        self.start = first if prefix is None else prefix.first

    @property
    def is_company(self) -> bool:
        """Whether what has been found so far makes it a company."""
        return bool(self.evidence) and not self.refusal
