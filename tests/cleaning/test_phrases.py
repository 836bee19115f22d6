"""Every phrase rule finds each of its hits and leaves each of its refusals alone; so do the sure rules of others."""

from __future__ import annotations

import pytest

from extractor.cleaning.phrases import Phrase, load_phrases
from extractor.errors import RuleError

PHRASES = load_phrases()


def test_ids_are_unique() -> None:
    ids = [phrase.id for phrase in PHRASES.all]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("phrase", PHRASES.all, ids=lambda phrase: phrase.id)
def test_rule_finds_its_hits(phrase: Phrase) -> None:
    for text in phrase.hits:
        assert phrase in PHRASES.match(text), text


@pytest.mark.parametrize("phrase", PHRASES.all, ids=lambda phrase: phrase.id)
def test_rule_leaves_its_refusals(phrase: Phrase) -> None:
    for text in phrase.refuses:
        assert phrase not in PHRASES.match(text), text
        assert not [other.id for other in PHRASES.match(text) if other.sure], text


@pytest.mark.parametrize("phrase", PHRASES.all, ids=lambda phrase: phrase.id)
def test_parts_of_a_pattern_find_what_the_whole_finds(phrase: Phrase) -> None:
    for hit in phrase.hits:
        for text in (hit, f"so {hit}", hit.lower(), hit[1:]):
            assert phrase.holds(text) == (phrase.pattern.search(text) is not None), text


def test_own_phrase_is_a_rule() -> None:
    phrases = load_phrases(("Brought to you by Acme",))
    assert [phrase.says for phrase in phrases.match("Brought to you by ACME today")] == [
        "your own phrase: Brought to you by Acme"
    ]


def test_own_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(RuleError, match="no word"):
        load_phrases(("***",))
