"""Chunks are cut as spaCy's tokenizer cuts them with our patterns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.annotating.splitting import MAX_RUN, split_chunk
from extractor.annotating.tokenizer import blank_language

NLP = blank_language()
_PIECES = (
    "$ € USD US$ Rs. kr 5 2024 1,200.5 9.2 Mn bn billion by % ' ’s ( ) [ ] \" “ ” . .. ... , ; : ! ? - – — / & + * # • "
    "Inc. Co. U.S. S.p.A. A/S CAGR market The Acme AT&T FY24 Q3 No. c. ca. p.a. x = ~ ™ ® ² ⁴ _ é 円 in to from"
).split(" ")


@pytest.mark.parametrize("text", ["$" * (MAX_RUN + 5), "(" * MAX_RUN + "5.2%)", "...", "'s", "(vs.", "US$.5", ".5m."])
def test_odd_chunks(text: str) -> None:
    assert split_chunk(text) == [token.text for token in NLP.make_doc(text)]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=7).map("".join))
def test_chunks_are_cut_as_spacy_cuts_them(text: str) -> None:
    assert split_chunk(text) == [token.text for token in NLP.make_doc(text)]
