"""Patterns over phrases: which rule's sequence of phrase classes a run of quantities goes on with, longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.quantities.runs import PHRASE_CLASSES
from extractor.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.rules import Rule

# Stretches of symbols whose rules are kept: texts use a few dozen.
_MOST_KEPT = 10_000


class Shapes:
    """The patterns of some rules, expanded and looked up by their string of symbols."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, Rule] = {}
        for rule in rules:
            for place in rule.pattern:
                for choice in place.choices:
                    if choice not in PHRASE_CLASSES:
                        raise RuleError(
                            f"{rule.file}: {rule.id}: unknown class {choice!r}; known are "
                            f"{', '.join(sorted(PHRASE_CLASSES))}"
                        )
            for sequence in rule.sequences():
                self._rules.setdefault("".join(PHRASE_CLASSES[item] for item in sequence), rule)
        self._lengths = sorted({len(symbols) for symbols in self._rules if symbols}, reverse=True)
        self._longest = self._lengths[0] if self._lengths else 0
        self._found: dict[str, list[tuple[Rule, int]]] = {}
        self.starts = frozenset(symbols[0] for symbols in self._rules if symbols)

    def at(self, symbols: str, start: int) -> list[tuple[Rule, int]]:
        """The rules whose pattern starts at `start`, each with the number of phrases it takes, the longest first."""
        piece = symbols[start : start + self._longest]
        found = self._found.get(piece)
        if found is None:
            found = [
                (self._rules[piece[:length]], length)
                for length in self._lengths
                if length <= len(piece) and piece[:length] in self._rules
            ]
            if len(self._found) < _MOST_KEPT:
                self._found[piece] = found
        return found
