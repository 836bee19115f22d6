"""English words that texts write in small letters more often than with a capital, from `common_words.txt.gz`."""

from __future__ import annotations

from functools import lru_cache

from extractor.data.tables import read_lines


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """English words that texts write in small letters more often than with a capital; see `is_common`."""
    return frozenset(read_lines("common_words.txt.gz"))


def is_common(word: str) -> bool:
    """Whether a word in small letters is a common English word, or the plural of one.

    >>> is_common("trolleys"), is_common("kombucha"), is_common("pfizer")
    (True, False, False)
    """
    words = common_words()
    return word in words or (word[-1:] == "s" and (word[:-1] in words or (word[-2:] == "es" and word[:-2] in words)))
