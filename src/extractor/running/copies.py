"""Copies among the records of a run: the same body, or nearly, under another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def find_copies(sketches: Path) -> dict[int, tuple[str, str]]:
    """For each record that has copies, by its number: the id it is a copy of ("" for the one kept), and its cluster."""
    return {}
