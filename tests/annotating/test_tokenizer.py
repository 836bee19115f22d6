"""Tokens: what is told apart, what stays whole, and time that grows with the text."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from extractor.annotating.tokens.token_patterns import is_whole
from extractor.annotating.tokens.tokenizer import MAX_RUN, blank_language


@cache
def nlp() -> Language:
    return blank_language()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("USD9.2Mn", "USD 9.2 Mn"),
        ("US$4.5Bn", "US$ 4.5 Bn"),
        ("A$31m", "A$ 31 m"),
        ("12.3Bn", "12.3 Bn"),
        ("500USD", "500 USD"),
        ("Rs.500", "Rs. 500"),
        ("GH₵20", "GH₵ 20"),
        ("kr500", "kr 500"),
        ("16.3%CAGR", "16.3 % CAGR"),
        ("25bps", "25 bps"),
        ("9.2billionby", "9.2 billion by"),
        ("2025-2032", "2025 - 2032"),
        ("2025–2032", "2025 – 2032"),
        ("€200m-€250m", "€ 200 m - € 250 m"),
        ("$5/month", "$ 5 / month"),
        ("(3.1%)", "( 3.1 % )"),
        ("2033(F)", "2033 ( F )"),
        ("US-based", "US - based"),
        ("market.The", "market . The"),
        ("by2030", "by 2030"),
        ("Acme's", "Acme 's"),
        ("1,200.5", "1,200.5"),
        ("1.200,5", "1.200,5"),
        ("FY2024-25", "FY2024 - 25"),
        ("4Q23", "4Q23"),
        ("2025E", "2025E"),
    ],
)
def test_numbers_are_told_from_what_is_glued_to_them(text: str, tokens: str) -> None:
    assert [token.text for token in nlp().make_doc(text)] == tokens.split(" ")


@pytest.mark.parametrize(
    "text", ["Inc.", "Co.", "U.S.", "S.p.A.", "N.V.", "A/S", "Rs.", "SFr.", "US$m", "e.g.", "St.", "Dec."]
)
def test_abbreviations_and_names_stay_whole(text: str) -> None:
    assert is_whole(text)
    assert [token.text for token in nlp().make_doc(f"seen {text} here")] == ["seen", text, "here"]


@pytest.mark.parametrize("name", ["AT&T", "R&D", "9001:2015"])
def test_marks_inside_short_names_split_nothing(name: str) -> None:
    assert [token.text for token in nlp().make_doc(f"seen {name} here")] == ["seen", name, "here"]


@pytest.mark.parametrize("text", ["market.", "2025.", "Mn.", "(see", "well-known", "ab&cde", "x/y"])
def test_ordinary_words_with_marks_do_not(text: str) -> None:
    assert not is_whole(text)


@pytest.mark.parametrize(
    "text",
    ["$" * 3000, "1," * 2000, "a" * 1000 + " b", " " * 500 + "x", "x\n\n" + "-" * 700 + "\ny", "", " ", "\n"],
    ids=["signs", "commas", "letters", "spaces", "dashes", "empty", "space", "break"],
)
def test_tokens_cover_the_text_whatever_it_is(text: str) -> None:
    doc = nlp().make_doc(text)
    assert doc.text == text
    assert all(len(token.text) <= max(MAX_RUN, 500) for token in doc)


def test_a_long_run_is_cut_and_offsets_hold() -> None:
    text = "before " + "$" * (MAX_RUN + 5) + " after USD 5"
    doc = nlp().make_doc(text)
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)
    assert [token.text for token in doc][-3:] == ["after", "USD", "5"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("USD5", ["USD", "5"]),
        ("(Rs.500)", ["(", "Rs.", "500", ")"]),
        ("500USD", ["500", "USD"]),
        ("1,200kr", ["1,200", "kr"]),
        ("TOP10", ["TOP10"]),
        ("TOP1,200", ["TOP", "1,200"]),
        ("xUSD5", ["xUSD5"]),
        ("500USDX", ["500USDX"]),
    ],
)
def test_a_word_of_money_parts_from_its_number(text: str, words: list[str]) -> None:
    assert [token.text for token in nlp()(text)] == words
