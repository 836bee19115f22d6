"""How far the decision leans towards keeping, and what its confidence is."""

from __future__ import annotations

import numpy as np

from extractor.cleaning.verdict import bare_headings, confidence, lowered

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
