"""What all tests share: names of tests that are the same in every process."""

from __future__ import annotations


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are no part of a test's name: those of an archive hold the time at which it was made."""
    return "bytes" if isinstance(val, bytes) else None
