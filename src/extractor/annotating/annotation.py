"""The annotation of one text: its spaCy Doc, a fast view of the tokens, its blocks and its mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from extractor.annotating.folding import fold_case
from extractor.annotating.tokens.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from extractor.annotating.mention import Mention
    from extractor.annotating.tokens.words import Word
    from extractor.cleaning.article import Article
    from extractor.cleaning.block import BlockKind


M = TypeVar("M", bound="Mention")
_NONE: list[Any] = []


class Part(NamedTuple):
    """A block of the text as tokens: `first` to `last` (excluded), with what cleaning said of it."""

    first: int
    last: int
    kind: BlockKind
    level: int


@dataclass
class Annotation:
    """What the annotating stage knows of one text. Token numbers index `words` and `starts`.

    Attributes:
        vocab: gives the spaCy vocabulary of the Doc.
        words: one `Word` a token (shared objects: compare with `is`).
        starts: character offset of each token.
        bits: what the bits of `words.py` say of each token.
        parts: the blocks of the text in order; one part when the text came without blocks.
        title: the annotation of the article's title, which is not part of `text`.
        body: of a title, the annotation of the text below it, as tokens, while the title is being read.
        article: the cleaned article, or None when a plain text was annotated.
        mentions: everything found, by position.
        kept: what a module works out of the text once for all that ask, by a name of its own.
    """

    vocab: Callable[[], Vocab]
    text: str
    words: list[Word]
    starts: list[int]
    bits: bytes
    parts: list[Part]
    article: Article | None = None
    title: Annotation | None = None
    body: Annotation | None = None
    mentions: list[Mention] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def doc(self) -> Doc:
        """The spaCy Doc of `text`, made when first asked for: no finder needs it."""
        from spacy.tokens import Doc

        words = [word.text for word in self.words]
        ends = [start + word.width for start, word in zip(self.starts, self.words, strict=True)]
        following = [*self.starts[1:], len(self.text)] if words else []
        return Doc(self.vocab(), words=words, spaces=[end < start for end, start in zip(ends, following, strict=True)])

    @cached_property
    def lower(self) -> str:
        """The text in small letters, offsets kept."""
        return fold_case(self.text)

    @cached_property
    def lowers(self) -> list[str]:
        """The words in small letters."""
        return [word.lower for word in self.words]

    def end(self, token: int) -> int:
        """Character offset behind token number `token`."""
        return self.starts[token] + self.words[token].width

    def span_text(self, first: int, last: int) -> str:
        """Characters of the tokens `first` to `last` (excluded)."""
        return self.text[self.starts[first] : self.starts[last - 1] + self.words[last - 1].width]

    def has_space_before(self, token: int) -> bool:
        """Whether white space stands before the token (true for the first)."""
        if not token:
            return True
        before = self.words[token - 1]
        return self.starts[token - 1] + before.width < self.starts[token] or before.is_space

    def token_at(self, char: int) -> int:
        """Number of the token that covers, or else precedes, character `char`."""
        return max(0, bisect_right(self.starts, char) - 1)

    @cached_property
    def sentences(self) -> list[int]:
        """Token numbers at which sentences start, in order; list items, rows and headings are sentences of their own."""
        return sentence_starts(self.words, self.bits)

    def sentence_of(self, token: int) -> tuple[int, int]:
        """First and last (excluded) token of the sentence that `token` is in."""
        return self._sentence_spans[bisect_right(self.sentences, token) - 1]

    @cached_property
    def _sentence_spans(self) -> list[tuple[int, int]]:
        """First and last (excluded) token of each sentence; at the end, where index -1 finds it, the whole text."""
        count = len(self.words)
        return [*pairwise([*self.sentences, count]), (0, count)]

    def part_of(self, token: int) -> int:
        """Index into `parts` of the block that `token` is in."""
        return max(0, bisect_right(self._part_firsts, token) - 1)

    @cached_property
    def _part_firsts(self) -> list[int]:
        """The first token of each part, once all are there."""
        return [part.first for part in self.parts]

    def of(self, kind: type[M]) -> list[M]:
        """The mentions of a kind, by position, once all are found; not to be changed."""
        return cast("list[M]", self._by_kind.get(kind, _NONE))

    @cached_property
    def _by_kind(self) -> dict[type[Mention], list[Mention]]:
        found: defaultdict[type[Mention], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[type(mention)].append(mention)
        return found
