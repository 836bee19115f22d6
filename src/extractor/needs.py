"""What patterns need (anchors.py), worked out beforehand: taking all patterns apart costs a fifth of a first record.

`needs.json` has the needs by a digest of the pattern, so a pattern that was changed is simply not in it and is taken
apart when it is made, as before. `make data` works the file out anew (data/build_needs.py).
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

FILE = "needs.json"


class Needs(NamedTuple):
    """What a pattern needs.

    Attributes:
        groups: how many capturing groups it has.
        fragments: the sets of word fragments, in small letters, of which a match has one each.
    """

    groups: int
    fragments: tuple[tuple[str, ...], ...]


def digest(pattern: str, flags: int) -> str:
    """What a pattern is known by in the file."""
    return blake2b(f"{flags}:{pattern}".encode(), digest_size=8).hexdigest()


@cache
def _known() -> dict[str, tuple[int, list[list[str]]]]:
    known: dict[str, tuple[int, list[list[str]]]] = json.loads(files("extractor.data").joinpath(FILE).read_bytes())
    return known


def known_needs(pattern: str, flags: int) -> Needs | None:
    """The needs that were worked out beforehand, or None for a pattern that is new."""
    entry = _known().get(digest(pattern, flags))
    return None if entry is None else Needs(entry[0], tuple(map(tuple, entry[1])))
