"""The bytes of a file, taken with care: a regular one, of bounded size, without waiting for anybody."""

from __future__ import annotations

import os
import stat

from extractor.errors import SourceError


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    Raises:
        SourceError: "missing", "not_a_file", "too_large" or "unreadable".
    """
    try:
        # Non-blocking, so that a FIFO that took the place of the file cannot hold the worker.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise SourceError("missing", "no such file") from error
    except (OSError, ValueError) as error:
        raise SourceError("unreadable", getattr(error, "strerror", None) or str(error)) from error
    try:
        facts = os.fstat(descriptor)
        if stat.S_ISDIR(facts.st_mode):
            raise SourceError("not_a_file", "a folder, not a file")
        if not stat.S_ISREG(facts.st_mode):
            raise SourceError("not_a_file", "not a regular file")
        if facts.st_size > limit:
            raise SourceError("too_large", f"{facts.st_size} bytes, the limit is {limit} (reading.max_bytes)")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(limit)
    except OSError as error:
        raise SourceError("unreadable", error.strerror or str(error)) from error
    finally:
        os.close(descriptor)
