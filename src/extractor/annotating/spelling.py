"""How the words of a text are written, read once an annotation: which have capitals, which break a line, which are small."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import MOST_WORDS, RUNS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

# One bit a property, so that what is known of a whole text is one string of bytes.
CAPITAL = 1  # a capital letter somewhere in it
SMALL = 2  # letters alone, none of them a capital
BREAK = 4  # white space with a line break


class Spellings(dict["Word", int]):
    """The bits of a word, worked out once."""

    def __missing__(self, word: Word) -> int:
        if len(self) > MOST_WORDS:
            self.clear()
        capital = word.text != word.lower
        found = self[word] = CAPITAL * capital | SMALL * (word.is_alpha and not capital) | BREAK * (word.is_space and "\n" in word.text)
        return found


SPELLINGS = Spellings()


def _selector(bit: int) -> bytes:
    return bytes(1 if value & bit else 0 for value in range(256))


_CAPITALS, _SMALLS, _BREAKS = _selector(CAPITAL), _selector(SMALL), _selector(BREAK)


def has_capital(word: Word) -> bool:
    """Whether the word has a capital letter."""
    return bool(SPELLINGS[word] & CAPITAL)


def spelling_of(annotation: Annotation) -> bytes:
    """The bits of every token."""
    kept: bytes | None = annotation.doc.user_data.get("spelling")
    if kept is None:
        kept = annotation.doc.user_data["spelling"] = bytes(map(SPELLINGS.__getitem__, annotation.words))
    return kept


def capital_tokens(annotation: Annotation) -> list[int]:
    """Numbers of the tokens with a capital letter."""
    kept: list[int] | None = annotation.doc.user_data.get("capitals")
    if kept is None:
        bits = spelling_of(annotation)
        kept = annotation.doc.user_data["capitals"] = list(compress(range(len(bits)), bits.translate(_CAPITALS)))
    return kept


def line_breaks(annotation: Annotation) -> list[int]:
    """Numbers of the tokens that break a line."""
    bits = spelling_of(annotation)
    return list(compress(range(len(bits)), bits.translate(_BREAKS)))


def first_runs(annotation: Annotation) -> dict[str, list[int]]:
    """The tokens with a capital by the first run of their word."""
    kept: dict[str, list[int]] | None = annotation.doc.user_data.get("first_runs")
    if kept is None:
        kept = annotation.doc.user_data["first_runs"] = {}
        words = annotation.words
        for token in capital_tokens(annotation):
            own = RUNS[words[token].text]
            if own:
                if own[0] in kept:
                    kept[own[0]].append(token)
                else:
                    kept[own[0]] = [token]
    return kept


def small_words(annotation: Annotation) -> set[str]:
    """The words that the text writes in small letters somewhere."""
    kept: set[str] | None = annotation.doc.user_data.get("small")
    if kept is None:
        bits = spelling_of(annotation)
        kept = annotation.doc.user_data["small"] = {word.text for word in compress(annotation.words, bits.translate(_SMALLS))}
    return kept


def lowers_of(annotation: Annotation) -> list[str]:
    """The words in small letters."""
    kept: list[str] | None = annotation.doc.user_data.get("lowers")
    if kept is None:
        kept = annotation.doc.user_data["lowers"] = [word.lower for word in annotation.words]
    return kept
