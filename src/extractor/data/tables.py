"""Reading of the package's own tables: tab-separated lines, `#` for comments."""

from __future__ import annotations

import gzip
from importlib.resources import files


def read_table(name: str) -> list[list[str]]:
    """The rows of data file `name` ("places.tsv", "own/countries.tsv") as lists of cells."""
    text = files("extractor.data").joinpath(name).read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


def read_words(name: str) -> list[str]:
    """The lines of compressed data file `name` ("common_words.txt.gz")."""
    text = gzip.decompress(files("extractor.data").joinpath(name).read_bytes()).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
