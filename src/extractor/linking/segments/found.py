"""What a line is found to say of segments."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """A dimension (None when it has no name), the text that lists its values, and the extent of both in the body."""

    by: str | None
    values: list[str]
    start: int
    end: int
