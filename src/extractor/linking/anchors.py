"""Literal text that a pattern cannot match without: a cheap look at a string before a dear search of it.

What a pattern needs is worked out from the pattern itself, so that the two cannot drift apart.
"""

from __future__ import annotations

import re
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# A text that has none of the strings of one of these sets is not matched.
Needs = tuple[tuple[str, ...], ...]

PLACEHOLDER = re.compile(r"<\w>")  # in nearly every statement: no help
SHORTEST = 2  # characters of a string worth looking for
MOST_STRINGS = 90  # in one set: beyond that looking costs more than it saves
MOST_SETS = 2


def needs_of(pattern: str) -> Needs:
    """The sets of strings of which a match of `pattern` has one each; () where nothing can be said.

    >>> needs_of(r"(?:deal|contract)s? (?:worth|of) <m>")
    (('deal', 'contract'), ('worth', 'of'))
    """
    sets = [strings for strings in _sequence(_parser.parse(pattern)) if _is_useful(strings)]
    sets.sort(key=lambda strings: (-min(map(len, strings)), len(strings)))
    return tuple(sets[:MOST_SETS])


def may_match(needs: Needs, text: str) -> bool:
    """Whether `text` has what a pattern needs."""
    for strings in needs:
        for string in strings:
            if string in text:
                break
        else:
            return False
    return True


def _is_useful(strings: tuple[str, ...]) -> bool:
    return len(strings) <= MOST_STRINGS and all(len(PLACEHOLDER.sub("", string).strip()) >= SHORTEST for string in strings)


def _sequence(parsed: Any) -> Iterator[tuple[str, ...]]:
    """One set of strings for each part of a sequence that has to be there."""
    run: list[str] = []
    for operation, argument in parsed:
        if operation is _constants.LITERAL:
            run.append(chr(argument))
            continue
        if operation is _constants.AT:  # a word's edge takes up no characters
            continue
        if run:
            yield ("".join(run),)
            run = []
        yield from _part(operation, argument)
    if run:
        yield ("".join(run),)


def _part(operation: Any, argument: Any) -> Iterator[tuple[str, ...]]:
    if operation is _constants.SUBPATTERN:
        yield from _sequence(argument[3])
    elif operation is _constants.BRANCH:
        strings: list[str] = []
        for branch in argument[1]:
            best = max((found for found in _sequence(branch) if found), key=lambda found: min(map(len, found)), default=None)
            if best is None:
                return
            strings += best
        yield tuple(dict.fromkeys(strings))
    elif operation is _constants.MAX_REPEAT and argument[0] > 0:
        yield from _sequence(argument[2])


class Anchored:
    """A compiled pattern that is searched for only in texts that have what it needs."""

    __slots__ = ("needs", "regex")

    def __init__(self, pattern: str) -> None:
        self.regex = re.compile(pattern)
        self.needs = needs_of(pattern)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return self.regex.search(text, start, len(text) if end is None else end) if may_match(self.needs, text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in `text`."""
        return self.regex.finditer(text) if may_match(self.needs, text) else iter(())
