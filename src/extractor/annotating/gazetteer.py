"""Names looked up by their words, whatever the tokenizer made of the marks between them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

Value = TypeVar("Value")
_RUN = re.compile(r"[^\W_]+")
_ASCII_KEY = {number: chr(number).lower() if chr(number).isalnum() else " " for number in range(128)}
# Marks that may stand alone between two words of one name; a full stop or a semicolon ends it.
_INSIDE = frozenset(["-", "‐", "‑", "–", "'", "’", "&", "/", "+", ",", "(", ")", "."])


def folded(text: str) -> str:
    """`text` in lower case without accents.

    >>> folded("Côte d'Ivoire")
    "cote d'ivoire"
    """
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))


def runs(text: str) -> list[str]:
    """The unbroken runs of letters and digits in `text`, folded.

    >>> runs("AT&T Inc.")
    ['at', 't', 'inc']
    """
    return _RUN.findall(folded(text))


class Runs(NamedTuple):
    """The runs of one annotation: their text, and for each run the token it is in."""

    texts: list[str]
    tokens: list[int]


class Match(NamedTuple, Generic[Value]):
    """A name found: tokens `first` to `last` (excluded) and what the gazetteer knows of it."""

    first: int
    last: int
    value: Value


class RunTable(dict[str, tuple[str, ...]]):
    """Runs of a word, worked out once."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        found = self[text] = tuple(runs(text))
        return found

    def read(self, annotation: Annotation) -> Runs:
        """The runs of all tokens in order."""
        texts: list[str] = []
        tokens: list[int] = []
        for number, word in enumerate(annotation.words):
            for run in self[word.text]:
                texts.append(run)
                tokens.append(number)
        return Runs(texts, tokens)


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
        self.add_key(self.key(name), value)

    def add_key(self, key: str, value: Value) -> None:
        """Adds a name that is already a `key`."""
        if key:
            self._values[key] = value
            first = key.partition(" ")[0]
            self._lengths[first] = self._lengths.get(first, 0) | 1 << key.count(" ") + 1

    @staticmethod
    def key(name: str) -> str:
        """What names are compared by: their runs, one space between."""
        if name.isascii():
            return " ".join(name.translate(_ASCII_KEY).split())  # five times as fast as the pattern
        return " ".join(_RUN.findall(folded(name)))

    def get(self, name: str) -> Value | None:
        """The value of `name`, or None."""
        return self._values.get(self.key(name))

    def values(self) -> Iterator[Value]:
        """The values of all names."""
        return iter(self._values.values())

    def matches(self, annotation: Annotation, text: Runs) -> Iterator[Match[Value]]:
        """The longest name at each place, left to right, none inside another."""
        texts, tokens = text
        lengths, values = self._lengths, self._values
        position, count = 0, len(texts)
        while position < count:
            bits = lengths.get(texts[position])
            if bits is None or (position and tokens[position] == tokens[position - 1]):
                position += 1
                continue
            step = 1
            for size in range(bits.bit_length() - 1, 0, -1):
                end = position + size
                if not bits >> size & 1 or end > count or (end < count and tokens[end] == tokens[end - 1]):
                    continue
                value = values.get(" ".join(texts[position:end]))
                if value is not None and _unbroken(annotation, tokens[position], tokens[end - 1]):
                    yield Match(tokens[position], tokens[end - 1] + 1, value)
                    step = size
                    break
            position += step


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
