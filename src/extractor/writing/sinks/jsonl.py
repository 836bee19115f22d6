"""JSON Lines: the records themselves, which every run writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.writing.sinks import Sink

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.writing.disk import Disk


def write(records: Path, folder: Path, disk: Disk) -> list[Path]:
    """Nothing to do: `records.jsonl` is there."""
    return []


SINK = Sink("jsonl", write)
