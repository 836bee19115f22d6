"""The table of common words: English words that texts write in small letters more often than with a capital.

Source: spacy-lookups-data (MIT): how often each spelling occurs in a large corpus of web text, and the words of WordNet 3.0
(WordNet licence), which keep out misspellings and names.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extractor.data.tables import write_compressed

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "# Made by `python -m extractor.data.build`; do not edit. Source: spacy-lookups-data (MIT), WordNet 3.0 (WordNet licence).\n"
# The rarest word kept has about one occurrence in a hundred million.
LEAST_LOG_PROBABILITY = -18.3
# So much likelier (in natural logarithm) in small letters than capitalised: capitals also start sentences.
LEAST_LEAD = 0.4
UNSEEN = -20.0
MOST_LETTERS = 16


def _lookup(name: str) -> Any:
    return json.loads(gzip.decompress(files("spacy_lookups_data").joinpath(f"data/{name}.json.gz").read_bytes()))


def common_words() -> list[str]:
    """The words in order; regular plurals are left out where the singular is there."""
    chance: dict[str, float] = _lookup("en_lexeme_prob")
    known = {*_lookup("en_lemma_lookup")}
    for words in _lookup("en_lemma_index").values():
        known.update(words)
    found = {
        word
        for word, value in chance.items()
        if value >= LEAST_LOG_PROBABILITY
        and word.isascii()
        and word.isalpha()
        and word.islower()
        and 1 < len(word) <= MOST_LETTERS
        and word in known
        and value - chance.get(word.capitalize(), UNSEEN) >= LEAST_LEAD
    }
    return sorted(word for word in found if not (word.endswith("s") and word[:-1] in found))


def build_words(folder: Path) -> Path:
    """Writes `common_words.txt.gz`, a word a line."""
    return write_compressed(folder / "common_words.txt.gz", HEADER + "".join(f"{word}\n" for word in common_words()))
