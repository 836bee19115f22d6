"""Our splitting of texts gives the tokens of spaCy's tokenizer with the same patterns, and spaCy is not imported for it."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractor.annotating.splitter import MAX_RUN, split_chunk, split_text
from extractor.annotating.tokenizer import blank_language

ARTICLES = sorted((Path(__file__).parents[2] / "fixtures" / "articles").glob("*.txt"))


@cache
def nlp() -> Language:
    return blank_language()


def by_spacy(text: str) -> list[tuple[str, int]]:
    return [(token.text, token.idx) for token in nlp().make_doc(text)]


def test_articles_are_split_as_spacy_splits_them() -> None:
    for path in ARTICLES[::3]:
        text = path.read_text("utf-8")
        assert list(split_text(text)) == by_spacy(text), path.name


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aBnUSDR$€%&'’.,;:-–/()[]\"12309 \n", max_size=24))
def test_any_text_is_split_as_spacy_splits_it(text: str) -> None:
    assert list(split_text(text)) == by_spacy(text)


def test_a_long_chunk_is_cut_first() -> None:
    assert "".join(split_chunk("$" * (MAX_RUN + 5))) == "$" * (MAX_RUN + 5)
    assert list(split_text("$" * (3 * MAX_RUN))) == by_spacy("$" * (3 * MAX_RUN))


def test_spacy_is_not_imported_for_records() -> None:
    code = "import sys, extractor; extractor.extract('Kelp sold for USD 9 million in 2025.'); print({'spacy', 'pandas'} & sys.modules.keys())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout.strip() == "set()"
