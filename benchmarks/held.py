"""Which labelled items are held out: the third that no tree learns from, and that nobody reads while writing rules."""

from __future__ import annotations

import argparse

from extractor.cleaning.learn import is_held


def belongs(name: str, part: str | None) -> bool:
    """Whether an item is of the part "read" or "held"; every item is of None.

    >>> [name for name in ("bearings-us-china", "brazil-biogas", "solar-pump-crore") if belongs(name, "held")]
    ['solar-pump-crore']
    """
    return part is None or is_held(name) == (part == "held")


def add_part(parser: argparse.ArgumentParser) -> None:
    """The options --read and --held, stored as `part`."""
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--read", dest="part", action="store_const", const="read", help="only items not held out")
    part.add_argument("--held", dest="part", action="store_const", const="held", help="only items held out")
