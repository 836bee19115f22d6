"""How far the decision leans towards keeping, and what its confidence is."""

from __future__ import annotations

import numpy as np
import pytest

from extractor.cleaning.phrases import load_phrases
from extractor.cleaning.verdict import bare_headings, confidence, debris_at_end, lowered

WORDS = np.array([40.0, 40.0, 3.0], np.float32)


def test_clear_document_is_decided_at_one_in_two() -> None:
    scores = np.array([9.0, 9.0, -9.0], np.float32)
    assert np.allclose(lowered(scores, WORDS), scores, atol=0.05)


def test_unclear_document_keeps_more() -> None:
    scores = np.array([-0.5, -0.6, -6.0], np.float32)
    assert (lowered(scores, WORDS) > 0).tolist() == [True, True, False]


def test_hopeless_document_keeps_nothing() -> None:
    assert (lowered(np.full(3, -5.0, np.float32), WORDS) < 0).all()


def test_confidence_grows_with_the_scores() -> None:
    kept = [True, True, False]
    unsure, sure = (confidence(np.array([s, s, -s], np.float32), kept, WORDS) for s in (0.5, 4.0))
    assert 0.0 < unsure < sure <= 1.0


def test_last_headings_that_head_nothing_are_bare_but_a_list_of_headlines_is_none() -> None:
    prose = ["paragraph"] * 4
    assert bare_headings([*prose, "heading", "heading"], [True] * 6) == [5, 4]
    assert bare_headings([*prose, "heading", "heading", "heading"], [True] * 7) == []
    assert bare_headings([*prose, "heading", "list_item"], [True] * 6) == []


@pytest.mark.parametrize(
    ("last", "is_debris"),
    [
        ("Dana Roe is the health and fitness director at Kelpwire.", True),
        ("Updated September 26, 2011", True),
        ("Photo credit: Dana Roe", True),
        ("Anna Berg covers tin for the guild.", False),  # the article is about her
        ("Ready to cast a lamp of your own? Find a foundry near you.", False),
    ],
)
def test_lines_on_author_and_date_behind_an_article(last: str, is_debris: bool) -> None:
    texts = [*["Anna Berg casts lamps in Varna, and her foundry is busy again this year."] * 4, last]
    cues = {place: load_phrases().match(text) for place, text in enumerate(texts)}
    assert debris_at_end(texts, cues, [True] * 5) == ([4] if is_debris else [])
