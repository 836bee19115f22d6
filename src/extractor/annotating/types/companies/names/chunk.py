"""A chunk: a run of words shaped like a name, with its legal form, its brackets and what has been found out about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.letters.facts import name_table
from extractor.annotating.types.companies.words.vocabulary import company_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.forms.form_table import Form
    from extractor.annotating.types.companies.letters.facts import NameFacts


# Refusals that do not count in a list of companies, where "Hugo Boss" is no person: the more speaks for a list, the more of them.
UNDECIDED = frozenset(["", "shared"])
OF_NAMES = UNDECIDED | {"person"}
OF_THINGS = OF_NAMES | {"thing"}
PARDONED = OF_THINGS | {"common word"}


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
        evidence, refusal: why it is a company and why it is none; "" while nothing says so.
        role: its part in the market, "" while nothing says so.
        series: the chunks of its enumeration, itself included, separated by list marks alone; None before they are found.
        is_listed: whether it stands at the head of a line of a list: its role is the list's.
    """

    __slots__ = (
        "brackets",
        "end",
        "evidence",
        "facts",
        "first",
        "form",
        "is_listed",
        "joins",
        "last",
        "prefix",
        "refusal",
        "role",
        "series",
        "start",
        "tail",
    )

    facts: NameFacts

    def __init__(self, first: int, last: int, form: Form | None = None) -> None:
        self.first = self.start = first
        self.last = last
        self.form = form
        self.end = self.tail = last if form is None else form.last
        self.prefix: Form | None = None
        self.brackets: tuple[tuple[int, int], ...] = ()
        self.joins: tuple[int, ...] = ()
        self.evidence = self.refusal = self.role = ""
        self.series: list[Chunk] | None = None
        self.is_listed = False

    def start_at(self, first: int, prefix: Form | None = None) -> None:
        """Moves the first token of the name, and sets the form before it."""
        self.first = first
        self.prefix = prefix
        self.start = first if prefix is None else prefix.first

    def rest(self, first: int) -> Chunk:
        """The chunk from token `first` on, with its form and its brackets."""
        rest = Chunk(first, self.last, self.form)
        rest.end, rest.tail, rest.brackets = self.end, self.tail, self.brackets
        return rest

    def take(self, evidence: str, role: str = "") -> None:
        """Makes it a company, by this evidence and with this role where it has none."""
        self.evidence, self.refusal = self.evidence or evidence, ""
        self.role = self.role or role

    def refuse(self, reason: str) -> None:
        """Makes it no company."""
        self.evidence, self.refusal = "", reason

    def form_text(self, annotation: Annotation) -> str | None:
        """The form behind the name as written."""
        return None if self.form is None else annotation.span_text(self.form.first, self.form.last)

    @property
    def group(self) -> list[Chunk]:
        """The chunks of its enumeration; one that has none stands alone."""
        return self.series or [self]

    @property
    def is_company(self) -> bool:
        """Whether what has been found so far makes it a company."""
        return bool(self.evidence) and not self.refusal


def firms_of(chunks: Iterable[Chunk]) -> list[Chunk]:
    """The chunks that are companies by what has been found so far."""
    return [chunk for chunk in chunks if chunk.evidence and not chunk.refusal]


def count_sure(annotation: Annotation, chunks: Iterable[Chunk]) -> tuple[int, float]:
    """How many are companies, and that with half of each that only the last word of its name speaks for."""
    sure = likely = 0
    for chunk in chunks:
        if chunk.is_company:
            sure += 1
        elif (
            not chunk.refusal
            and chunk.last - chunk.first > 1
            and annotation.words[chunk.last - 1].lower in company_words()
        ):
            likely += 1
    return sure, sure + likely / 2


def chunk_of(annotation: Annotation, first: int, last: int, form: Form | None = None) -> Chunk:
    """A chunk that is no run of name words, with the facts of its name."""
    chunk = Chunk(first, last, form)
    chunk.facts = name_table().facts(annotation, first, last)
    return chunk
