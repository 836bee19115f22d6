"""What short texts say, remembered: lines and blocks recur over the documents of a dump, long ones seldom."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

REMEMBERED_CHARS: Final = 400  # of a text that is remembered
REMEMBERED: Final = 8192  # texts, the last that were asked about


def remembering(read: Callable[[str], T]) -> Callable[[str], T]:
    """`read`, which tells something of a text that depends on nothing else, and looks at short ones once.

    >>> shout = remembering(str.upper)
    >>> shout("tin"), shout("tin" * 200) == "TIN" * 200
    ('TIN', True)
    """
    known = lru_cache(REMEMBERED)(read)

    def remembered(text: str) -> T:
        return known(text) if len(text) <= REMEMBERED_CHARS else read(text)

    return remembered
