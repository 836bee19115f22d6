"""The table of chunks gives the tokens that the tokenizer gives for the whole text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.annotating.annotator import Annotator
from extractor.settings import Settings

ANNOTATOR = Annotator(Settings())


def pieces(text: str) -> list[tuple[str, int]]:
    read = ANNOTATOR.tokens(text)
    return [(word.text, start) for word, start in zip(read.words, read.starts, strict=True)]


def whole(text: str) -> list[tuple[str, int]]:
    return [(token.text, token.idx) for token in ANNOTATOR.nlp.make_doc(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Acme Inc. paid US$ 4.5 Bn.",
        "a\n\nb c",
        "a  b",
        " a",
        "a ",
        "a \nb",
        "a\tb \t c",
        "$" * 600 + " x",
        "USD 5m\n- 7.5%\u00a0more",
        "(well-known), \"Inc.\" (vs. Gartner's) 7.5%. 2024-2030, Q3-24 5's “word” millionby",
    ],
)
def test_a_text_is_the_tokens_of_its_chunks(text: str) -> None:
    assert pieces(text) == whole(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB1.,$%- \n\t'(€\u00a0\u2028\u3000\x1c\x85", max_size=30))
def test_any_white_space_gives_the_same_tokens(text: str) -> None:
    assert pieces(text) == whole(text)


_CORES = st.sampled_from(["well", "Inc", "CAGR", "of", "U", "usd", "No", "c", "m", "2024", "1,200", "5.2"])


@settings(max_examples=150, deadline=None)
@given(
    st.tuples(
        st.sampled_from(["", "(", '"', "“"]),
        _CORES,
        st.sampled_from(["", "-"]),
        _CORES,
        st.sampled_from(["", "'s", "’s", "%"]),
        st.sampled_from(["", ")", '"', "”"]),
        st.sampled_from([*".,;:!?", ""]),
    ).map("".join)
)
def test_what_is_told_without_the_tokenizer_is_what_it_tells(chunk: str) -> None:
    assert pieces(chunk) == whole(chunk)


@pytest.mark.parametrize("text", ["Acme Inc. paid US$ 4.5 Bn.", "a\n\nb c ", " a  b"])
def test_the_doc_is_the_text(text: str) -> None:
    read = ANNOTATOR.tokens(text)
    assert read.doc.text == text
    assert [token.text for token in read.doc] == [word.text for word in read.words]


def test_bits_are_those_of_the_words() -> None:
    read = ANNOTATOR.tokens("Sales of USD 5.\n\nMore")
    assert list(read.bits) == [word.bits for word in read.words]


def test_articles_are_read_as_the_tokenizer_reads_them() -> None:
    for path in sorted((Path(__file__).parents[2] / "fixtures" / "articles").glob("*.txt"))[::4]:
        text = path.read_text("utf-8")
        assert pieces(text) == whole(text), path.name
