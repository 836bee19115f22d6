"""Given names of people, from `own/given_names.tsv`: for cleaning, names and linking."""

from __future__ import annotations

from functools import lru_cache

from extractor.data.tables import read_table


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of people, lower case."""
    return frozenset(row[0] for row in read_table("own/given_names.tsv"))
