"""The sketch of a body: a fingerprint by which copies are found without comparing texts."""

from __future__ import annotations


def sketch(text: str) -> bytes:
    """The fingerprint of a text."""
    return b""
