"""Words that a pattern cannot match without: a text's words are looked at once, and most patterns are then never run.

What a pattern needs is worked out from the pattern itself, so that the two cannot drift apart. Each need ("one of
these words") has a bit; a text has the bits of the needs that its words meet, and a pattern is run only where all of
its bits are there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import reduce
from operator import or_
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, TypeVar

from extractor import late
from extractor.needs import Needs, known_needs
from extractor.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLACEHOLDER = re.compile(r"<\w>")  # in nearly every statement: no help
SHORTEST = 2  # characters of a fragment worth looking for
TOLD_BY = 4  # characters that tell nearly all fragments apart
MOST_NEEDS = 3  # of one pattern: the most telling ones
MOST_WORDS = 20_000  # whose bits are kept, of a generation (recent.py)
LONGEST_KEPT = 40  # characters of a word whose bits are kept
UNKNOWN = -1  # the bits of a text that nobody looked at: everything may be in it


def taken_apart(pattern: str, flags: int = 0) -> Needs:
    """What a pattern needs, read from the pattern; the most telling first.

    >>> taken_apart(r"(?:[Dd]eal|contract)s? (?:worth|of a) <m>").fragments
    (('deal', 'contract'), ('worth', 'of'))
    """
    parsed = _parser.parse(pattern, flags)
    return Needs(parsed.state.groups - 1, tuple(_needs(parsed)))  # the match as a whole is a group


def _needs(parsed: Any) -> list[tuple[str, ...]]:
    found = {tuple(dict.fromkeys(map(_fragment, strings))): None for strings in _sequence(parsed)}
    useful = [fragments for fragments in found if all(len(fragment) >= SHORTEST for fragment in fragments)]
    useful.sort(key=lambda fragments: (-min(map(len, fragments)), len(fragments)))
    return useful[:MOST_NEEDS]


def _fragment(string: str) -> str:
    """The longest piece of a string that lies within one word."""
    return max(PLACEHOLDER.sub(" ", string.lower()).split(), key=len, default="")


def _sequence(parsed: Any) -> Iterator[list[str]]:
    """One set of strings for each part of a sequence that has to be there."""
    run: list[str] = []
    for operation, argument in parsed:
        if operation is _constants.AT:  # a word's edge takes up no characters
            continue
        char = _char(operation, argument)
        if char is not None:
            run.append(char)
            continue
        if run:
            yield ["".join(run)]
            run = []
        yield from _part(operation, argument)
    if run:
        yield ["".join(run)]


def _char(operation: Any, argument: Any) -> str | None:
    """The one character that an element stands for, a class of both its cases included."""
    if operation is _constants.LITERAL:
        return chr(argument)
    if operation is _constants.IN and all(kind is _constants.LITERAL for kind, _ in argument):
        chars = {chr(code).lower() for _, code in argument}
        return chars.pop() if len(chars) == 1 else None
    return None


def _part(operation: Any, argument: Any) -> Iterator[list[str]]:
    if operation is _constants.SUBPATTERN:
        yield from _sequence(argument[3])
    elif operation is _constants.BRANCH:
        strings: list[str] = []
        for branch in argument[1]:
            best = max(
                _sequence(branch), key=lambda found: min(len(_fragment(string)) for string in found), default=None
            )
            if best is None:
                return
            strings += best
        yield strings
    elif operation is _constants.MAX_REPEAT and argument[0] > 0:
        yield from _sequence(argument[2])


class _WordBits(Recent[str, int]):
    """The bits of words, worked out when first asked for."""

    def __init__(self) -> None:
        super().__init__(MOST_WORDS)
        # Fragments and their bits by their first characters; those of fewer stand whole.
        self.starting: defaultdict[str, dict[str, int]] = defaultdict(dict)

    def __missing__(self, word: str) -> int:
        return super().__missing__(word) if len(word) <= LONGEST_KEPT else self.worked_out(word)

    def worked_out(self, word: str) -> int:
        """The needs that a word meets."""
        bits = 0
        starts = [word[at : at + size] for size in range(SHORTEST, TOLD_BY + 1) for at in range(len(word) - size + 1)]
        for start in self.starting.keys() & starts:
            for fragment, needs in self.starting[start].items():
                if fragment in word:
                    bits |= needs
        return bits


class Anchors:
    """The needs of many patterns, and which of them the words of a text meet."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, ...], int] = {}
        self._words = _WordBits()
        self.size = 0  # how many needs there are: it grows when rule files are loaded

    def needed(self, needs: Iterable[tuple[str, ...]]) -> int:
        """The bits of some needs, taken up into the table."""
        bits = 0
        for fragments in needs:
            if fragments not in self._bits:
                bit = self._bits[fragments] = 1 << len(self._bits)
                for fragment in fragments:
                    alike = self._words.starting[fragment[:TOLD_BY]]
                    alike[fragment] = alike.get(fragment, 0) | bit
                self._words.forget()
                self.size = len(self._bits)
            bits |= self._bits[fragments]
        return bits

    def seen(self, text: str) -> int:
        """The bits that the words of a lower-case text meet."""
        return reduce(or_, filter(None, map(self._words.__getitem__, text.split())), 0)


ANCHORS = Anchors()
MADE: set[tuple[str, int]] = set()  # the patterns that were made, with their flags: what `needs.json` is made of


class Anchored:
    """A pattern that is run only on texts whose words meet its needs, and compiled for the first that does.

    `seen` in the methods are the bits of a text that holds the one searched, or UNKNOWN.

    Attributes:
        needed: the bits that a text must have.
        groups: how many capturing groups the pattern has.
        regex: the pattern itself.

    Raises:
        re.error: for a text that is no pattern, at once.
    """

    __slots__ = ("groups", "needed", "regex")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        needs = known_needs(pattern, int(flags)) or taken_apart(pattern, flags)
        MADE.add((pattern, int(flags)))
        self.groups = needs.groups
        self.needed = ANCHORS.needed(needs.fragments)
        self.regex = late.regex(pattern, flags)

    def may_match(self, seen: int) -> bool:
        """Whether a text with these bits may hold a match."""
        return seen & self.needed == self.needed

    def search(self, seen: int, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return (
            self.regex.search(text, start, len(text) if end is None else end)
            if seen & self.needed == self.needed
            else None
        )

    def match(self, seen: int, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at `start`."""
        return (
            self.regex.match(text, start, len(text) if end is None else end)
            if seen & self.needed == self.needed
            else None
        )

    def fullmatch(self, seen: int, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match of all of `text[start:end]`."""
        return (
            self.regex.fullmatch(text, start, len(text) if end is None else end)
            if seen & self.needed == self.needed
            else None
        )

    def finditer(self, seen: int, text: str) -> Iterator[re.Match[str]]:
        """The matches in `text`."""
        return self.regex.finditer(text) if seen & self.needed == self.needed else iter(())


MOST_CHOICES = 2_000  # kept by a sieve, of a generation (recent.py): texts have few of the possible sets of bits
T = TypeVar("T")


class Sieve(Recent[int, tuple[tuple[T, Anchored], ...]]):
    """Patterns that are tried one after the other, each with what it stands for; texts with like bits are sieved once."""

    def __init__(self, members: Iterable[tuple[T, Anchored]]) -> None:
        super().__init__(MOST_CHOICES)
        self._members = tuple(members)
        self._mask = reduce(or_, (anchored.needed for _, anchored in self._members), 0)

    def worked_out(self, seen: int) -> tuple[tuple[T, Anchored], ...]:
        """Those whose pattern may match in a text with these bits and no others, in order."""
        return tuple(member for member in self._members if member[1].may_match(seen))

    def may_match(self, seen: int) -> tuple[tuple[T, Anchored], ...]:
        """Those whose pattern may match in a text with these bits, in order."""
        return self[seen & self._mask]
