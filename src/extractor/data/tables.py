"""Reading and writing of the package's own tables: tab-separated lines, `#` for comments."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read_table(name: str) -> list[list[str]]:
    """The rows of data file `name` ("demonyms.tsv", "places.tsv.gz") as lists of cells."""
    return [line.split("\t") for line in read_lines(name)]


def read_lines(name: str) -> list[str]:
    """The lines of data file `name` ("common_words.txt.gz"), without comments."""
    data = files("extractor.data").joinpath(name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def write_compressed(path: Path, text: str) -> Path:
    """Writes `text` without a time in it: the same bytes every day."""
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    return path


def lines_of_key(lines: list[str], key: str) -> list[str]:
    """The lines of a sorted table whose first cell is `key`, found by halving: no dictionary of the table is made.

    >>> lines_of_key(["a\\t1", "b\\t2", "b\\t3"], "b")
    ['b\\t2', 'b\\t3']
    """
    start = f"{key}\t"
    first = last = bisect_left(lines, start)
    while last < len(lines) and lines[last].startswith(start):
        last += 1
    return lines[first:last]
