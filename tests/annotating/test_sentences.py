"""Where sentences start."""

import pytest

from extractor.annotating.annotator import Annotator
from extractor.settings import Settings


@pytest.fixture(scope="module")
def annotator():
    return Annotator(Settings())


@pytest.mark.parametrize(
    "marked",
    [
        "Sales rose. |The market grew.",
        "Sales of Pfizer Inc. rose to USD 5 Mn. |Later they fell.",
        "F. Hoffmann-La Roche Ltd. and Dr. Reddy's lead.",
        "Made in the U.S. and sold abroad.",
        "Made by Acme Inc. |The firm grew.",
        "It doubled in the U.S. |However, Europe lagged.",
        "“It grew.” |He left.",
        "Key players\n|- Novartis AG\n|- Pfizer, Inc.\n\n|The market grew.",
        "across South Korea.|The market is large.",
        "Up to 5.5% p.a. in 2030! |What next? |USD 5 billion is near.",
        "He said approx. 12 units (vs. 13) were sold.",
    ],
)
def test_sentences_start_at_the_bars(annotator, marked):
    annotation = annotator.tokens(marked.replace("|", ""))
    found = [annotation.starts[token] for token in annotation.sentences]
    pieces = marked.split("|")
    assert found == [sum(map(len, pieces[:i])) for i in range(len(pieces))]


def test_sentence_of_a_token_is_its_span(annotator):
    annotation = annotator.tokens("Sales rose. The market grew.")
    assert annotation.sentence_of(4) == (3, 7)
