"""How the words of a text are written, read once an annotation: which have capitals, which break a line, which are small."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.tokens.words import BREAK, CAPITAL, SMALL, selector

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

_CAPITALS, _SMALLS, _BREAKS = selector(CAPITAL), selector(SMALL), selector(BREAK)


def has_capital(word: Word) -> bool:
    """Whether the word has a capital letter."""
    return bool(word.bits & CAPITAL)


def capital_tokens(annotation: Annotation) -> list[int]:
    """Numbers of the tokens with a capital letter."""
    kept: list[int] | None = annotation.kept.get("capitals")
    if kept is None:
        bits = annotation.bits
        kept = annotation.kept["capitals"] = list(compress(range(len(bits)), bits.translate(_CAPITALS)))
    return kept


def line_breaks(annotation: Annotation) -> list[int]:
    """Numbers of the tokens that break a line."""
    bits = annotation.bits
    return list(compress(range(len(bits)), bits.translate(_BREAKS)))


def first_runs(annotation: Annotation) -> dict[str, list[int]]:
    """The tokens with a capital by the first run of their word."""
    kept: dict[str, list[int]] | None = annotation.kept.get("first_runs")
    if kept is None:
        kept = annotation.kept["first_runs"] = {}
        words = annotation.words
        for token in capital_tokens(annotation):
            own = words[token].runs
            if own:
                if own[0] in kept:
                    kept[own[0]].append(token)
                else:
                    kept[own[0]] = [token]
    return kept


def small_words(annotation: Annotation) -> set[str]:
    """The words that the text writes in small letters somewhere."""
    kept: set[str] | None = annotation.kept.get("small")
    if kept is None:
        bits = annotation.bits
        kept = annotation.kept["small"] = {word.text for word in compress(annotation.words, bits.translate(_SMALLS))}
    return kept
