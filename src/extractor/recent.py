"""A table of what was worked out of keys, that forgets the ones not met for long: a dump has more words than memory should hold."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(dict[K, V], ABC):
    """Works out a value on first look-up. When `most` are known a new generation begins; what is asked for again moves into it.

    So at most twice as many are held, and those that every document asks for are never worked out again. A look-up of a
    known key costs what one in a dictionary does.

    >>> class Doubled(Recent[int, int]):
    ...     def worked_out(self, key):
    ...         print("working out", key)
    ...         return 2 * key
    >>> doubled = Doubled(most=2)
    >>> [doubled[key] for key in (1, 2, 3, 1)]
    working out 1
    working out 2
    working out 3
    [2, 4, 6, 2]
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._before: dict[K, V] = {}

    @abstractmethod
    def worked_out(self, key: K) -> V:
        """The value of a key that is not known."""

    def __missing__(self, key: K) -> V:
        value = self._before.pop(key, None)
        if value is None:
            value = self.worked_out(key)
        if len(self) >= self._most:
            self._before = self.copy()
            self.clear()
        self[key] = value
        return value

    def forget(self) -> None:
        """Forgets everything."""
        self.clear()
        self._before.clear()
