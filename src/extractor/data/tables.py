"""Reading of the package's own tables: tab-separated lines, `#` for comments."""

from __future__ import annotations

import gzip
from importlib.resources import files


def read_table(name: str) -> list[list[str]]:
    """The rows of data file `name` ("demonyms.tsv", "places.tsv.gz") as lists of cells."""
    return [line.split("\t") for line in read_lines(name)]


def read_lines(name: str) -> list[str]:
    """The lines of data file `name` ("common_words.txt.gz"), without comments."""
    data = files("extractor.data").joinpath(name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
