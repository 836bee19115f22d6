"""Regular expressions that are compiled when first used: to compile all of them takes longer than to read a document."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_ATTRIBUTES = ("pattern", "flags", "groups", "groupindex")


class _Late:
    """Stands in for a pattern; once compiled, its methods are the pattern's own and cost what those cost."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _ATTRIBUTES:
            raise AttributeError(name)
        self.compile()
        return self.__dict__[name]

    def compile(self) -> None:
        pattern, flags = self._source
        compiled = re.compile(pattern, flags)
        self.__dict__.update((name, getattr(compiled, name)) for name in (*_METHODS, *_ATTRIBUTES))


_made: list[_Late] = []


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when first used; what is wrong with it is said only then (a test compiles all).

    >>> regex(r"ke(lp)").sub(r"he\\1", "kelp")
    'help'
    """
    made = _Late(pattern, flags)
    _made.append(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> int:
    """Compiles what has been put off, as a process does before it makes others like itself; how many there are.

    Raises:
        re.error: for a text that is no pattern.
    """
    for made in _made:
        if "search" not in made.__dict__:
            made.compile()
    return len(_made)
