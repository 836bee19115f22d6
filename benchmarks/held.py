"""Which labelled items are held out: a third that nobody reads while writing rules and no tree learns from."""

from __future__ import annotations

import argparse
import hashlib

PARTS = 3  # one item in so many is held out


def is_held(name: str) -> bool:
    """Whether an item is held out: its id has a SHA-256 that three divides.

    >>> [name for name in ("bearings-us-china", "brazil-biogas", "solar-pump-crore") if is_held(name)]
    ['solar-pump-crore']
    """
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS == 0


def belongs(name: str, part: str | None) -> bool:
    """Whether an item is of the part "read" or "held"; every item is of None."""
    return part is None or is_held(name) == (part == "held")


def add_part(parser: argparse.ArgumentParser) -> None:
    """The options --read and --held, stored as `part`."""
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--read", dest="part", action="store_const", const="read", help="only items not held out")
    part.add_argument("--held", dest="part", action="store_const", const="held", help="only items held out")
