"""What a line is found to say of segments."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """A dimension (None when it has no name), the text that lists its values, and the extent of both in the body.

    With `told` they are some of the values only, which prose speaks of: "Other materials are glass and wood".
    """

    by: str | None
    values: list[str]
    start: int
    end: int
    told: bool = False


class Below(NamedTuple):
    """A dimension, its values, and the index of the last line that belongs to it."""

    by: str | None
    values: list[str]
    last: int
