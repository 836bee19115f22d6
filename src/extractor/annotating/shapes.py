"""Patterns over phrases: which rule's sequence of phrase classes a run of quantities goes on with, longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.quantities import PHRASE_CLASSES
from extractor.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.annotating.rules import Rule


class Shapes:
    """The patterns of some rules, expanded and looked up by their string of symbols."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, Rule] = {}
        for rule in rules:
            for place in rule.pattern:
                for choice in place.choices:
                    if choice not in PHRASE_CLASSES:
                        raise RuleError(f"{rule.file}: {rule.id}: unknown class {choice!r}; known are {', '.join(sorted(PHRASE_CLASSES))}")
            for sequence in rule.sequences():
                self._rules.setdefault("".join(PHRASE_CLASSES[item] for item in sequence), rule)
        self._lengths = sorted({len(symbols) for symbols in self._rules if symbols}, reverse=True)
        self.starts = frozenset(symbols[0] for symbols in self._rules if symbols)

    def at(self, symbols: str, start: int) -> Iterator[tuple[Rule, int]]:
        """The rules whose pattern starts at `start`, each with the place behind its match, the longest first."""
        for length in self._lengths:
            piece = symbols[start : start + length]
            if len(piece) == length and piece in self._rules:
                yield self._rules[piece], start + length
