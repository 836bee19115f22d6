"""English words that texts write in small letters more often than with a capital, from `common_words.txt.gz`."""

from __future__ import annotations

from functools import lru_cache

from extractor.data.tables import read_lines

# What is done where a verb on "-ize" does it: "customization".
_MADE_SO = frozenset(["ization", "isation"])


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """English words that texts write in small letters more often than with a capital; see `is_common`."""
    return frozenset(read_lines("common_words.txt.gz"))


def is_common(word: str) -> bool:
    """Whether a word in small letters is a common English word, or made of one: its plural, "-ization".

    >>> is_common("trolleys"), is_common("kombucha"), is_common("pfizer"), is_common("customization")
    (True, False, False, True)
    """
    words = common_words()
    if word in words:
        return True
    if word[-1:] == "s":
        return word[:-1] in words or (word[-2:] == "es" and word[:-2] in words)
    stem = word[: -len("ization")]
    return word[-len("ization") :] in _MADE_SO and (stem in words or f"{stem}ize" in words)
