"""Names looked up by their words, whatever the tokenizer made of the marks between them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from extractor.annotating.folding import RUN, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

Value = TypeVar("Value")
_ASCII_KEY = {number: chr(number).lower() if chr(number).isalnum() else " " for number in range(128)}
_ONE_RUN = 1 << 1  # the bit set of names of one run alone
# Marks that may stand alone between two words of one name; a full stop or a semicolon ends it.
_INSIDE = frozenset(["-", "‐", "‑", "–", "'", "’", "&", "/", "+", ",", "(", ")", "."])


# Marks that no name goes across.
_ENDING = frozenset([";", ":", "|", "!", "?", "•", "…", "\n\n"])


class Match(NamedTuple, Generic[Value]):
    """A name found: tokens `first` to `last` (excluded) and what the gazetteer knows of it."""

    first: int
    last: int
    value: Value


def plain_key(name: str) -> str:
    """`Gazetteer.key` for filling tables, where no name comes twice and a cache only costs."""
    if name.isascii():
        return " ".join(name.translate(_ASCII_KEY).split())  # five times as fast as the pattern
    return " ".join(RUN.findall(folded(name)))


_kept_key = lru_cache(maxsize=20_000)(plain_key)


class Gazetteer(Generic[Value]):
    """Many names with a value each. Building is one dictionary entry a name; a look-up costs one a run of the text.

    >>> names = Gazetteer[str]()
    >>> names.add("Hewlett-Packard Co.", "HP")
    >>> len(names), names.get("hewlett packard co")
    (1, 'HP')
    """

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}
        self._lengths: dict[str, int] = {}  # first run -> bit set of how many runs its names have

    def __len__(self) -> int:
        return len(self._values)

    def add(self, name: str, value: Value) -> None:
        """Adds one name; a name added twice keeps its last value."""
        self.add_key(plain_key(name), value)

    def add_key(self, key: str, value: Value) -> None:
        """Adds a name that is already a `key`."""
        if key:
            self._values[key] = value
            first = key.partition(" ")[0]
            self._lengths[first] = self._lengths.get(first, 0) | 1 << key.count(" ") + 1

    @staticmethod
    def key(name: str) -> str:
        """What names are compared by: their runs, one space between."""
        return _kept_key(name)

    def get(self, name: str) -> Value | None:
        """The value of `name`, or None."""
        return self._values.get(self.key(name))

    def starts_among(self, index: Mapping[str, list[int]]) -> list[int]:
        """The tokens of `index` (by the first run of their word) at which a name may start, in order."""
        return sorted([token for run in index.keys() & self._lengths.keys() for token in index[run]])

    def matches(self, annotation: Annotation, tokens: Iterable[int]) -> Iterator[Match[Value]]:
        """The longest name at each of the given tokens, left to right, none inside another."""
        words = annotation.words
        lengths, values = self._lengths, self._values
        free = 0
        for token in tokens:
            if token < free:
                continue
            own = words[token].runs
            if not own:
                continue
            bits = lengths.get(own[0])
            if bits is None:
                continue
            if bits == _ONE_RUN and len(own) == 1:
                match = values.get(own[0])  # most names are one word, and no longer one starts with it
                last = token + 1
            else:
                last, match = self._longest(words, token, own, bits, values)
            if match is not None and (last - token < 2 or _unbroken(annotation, token, last - 1)):
                yield Match(token, last, match)
                free = last

    @staticmethod
    def _longest(
        words: list[Word], token: int, own: tuple[str, ...], bits: int, values: dict[str, Value]
    ) -> tuple[int, Value | None]:
        """Token behind the longest name that starts at `token`, and its value."""
        size = len(own)
        key = own[0] if size == 1 else " ".join(own)
        best = values.get(key) if bits >> size & 1 else None
        best_last = token + 1
        for number in range(token + 1, len(words)):
            if bits >> size < 2:  # no name has more runs
                break
            more = words[number].runs
            if more:
                added = len(more)
                size += added
                key = f"{key} {more[0]}" if added == 1 else f"{key} {' '.join(more)}"
                if bits >> size & 1:
                    value = values.get(key)
                    if value is not None:
                        best, best_last = value, number + 1
            elif words[number].text in _ENDING:
                break
        return best_last, best


def _unbroken(annotation: Annotation, first: int, last: int) -> bool:
    """Whether the tokens between two words of a name are marks that a name may hold, and no blank line."""
    words = annotation.words
    for number in range(first + 1, last):
        word = words[number]
        if word.is_space:
            if word.text.count("\n") > 1:
                return False
        elif word.is_punct and word.text not in _INSIDE:
            return False
    return True
