"""Every entry of every rules file: each rule finds its own hits, with their values, and nothing in what it refuses."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import Mention
from extractor.annotating.rules import Rule, load_all
from extractor.settings import Settings

# Rules of the stages to the right are run by the tests of those stages.
RULES = [rule for rule in load_all() if rule.file.startswith("annotating/")]


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


def unbracketed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its brackets, and the spans they marked ("\\[" stands for a bracket of the text)."""
    spans: list[tuple[int, int]] = []
    plain = ""
    for piece in re.split(r"(\[|\])", text):
        if piece == "[":
            spans.append((len(plain), len(plain)))
        elif piece == "]":
            spans[-1] = (spans[-1][0], len(plain))
        else:
            plain += piece
    return plain, spans


def found_by(rule: Rule, text: str) -> list[Mention]:
    return [mention for mention in annotator().annotate(text).mentions if mention.rule == rule.id]


def same(wanted: Any, got: Any) -> bool:
    if isinstance(got, Decimal):
        return Decimal(str(wanted)) == got
    return (None if wanted == "" else wanted) == got


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_finds_its_hits_with_their_values(rule: Rule) -> None:
    for hit in rule.hits:
        text, spans = unbracketed(hit["text"])
        mentions = {(mention.start, mention.end): mention for mention in found_by(rule, text)}
        for span in spans:
            assert span in mentions, f"{hit['text']}: found {[m.text for m in mentions.values()]}"
            wrong = {
                key: getattr(mentions[span], key)
                for key, value in hit.items()
                if key != "text" and not same(value, getattr(mentions[span], key))
            }
            assert not wrong, f"{hit['text']}: {wrong}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_finds_nothing_in_what_it_refuses(rule: Rule) -> None:
    for refusal in rule.refuses:
        text, _ = unbracketed(refusal["text"])
        assert [mention.text for mention in found_by(rule, text)] == [], f"{text}: {refusal['why']}"
