"""The resolver: the longest and best anchored mention stands."""

from __future__ import annotations

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import CompanyName, Mention, Years
from extractor.annotating.resolve import resolve
from extractor.settings import Settings


def mention(label: str, start: int, end: int, rule: str = "test.rule") -> Mention:
    if label == "COMPANY":
        return CompanyName(label, start, end, "", rule, 0, 0)
    if label == "YEAR":
        return Years(label, start, end, "", rule, 0, 0)
    return Mention(label, start, end, "", rule, 0, 0)


@pytest.mark.parametrize(
    ("mentions", "standing"),
    [
        ([("REGION", 8, 15), ("COMPANY", 0, 15)], [("COMPANY", 0, 15)]),
        ([("REGION", 0, 4), ("ORGANISATION", 0, 30)], [("ORGANISATION", 0, 30)]),
        ([("REGION", 0, 6), ("COMPANY", 0, 6)], [("COMPANY", 0, 6)]),
        ([("REGION", 0, 6), ("REGION", 8, 12)], [("REGION", 0, 6), ("REGION", 8, 12)]),
        ([("REGION", 0, 6), ("COMPANY", 4, 20), ("REGION", 18, 30)], [("COMPANY", 4, 20)]),
        ([("YEAR", 5, 9), ("COMPANY", 0, 9)], [("YEAR", 5, 9)]),
    ],
)
def test_of_overlapping_mentions_the_longer_stands(
    mentions: list[tuple[str, int, int]], standing: list[tuple[str, int, int]]
) -> None:
    annotation = Annotator(Settings()).tokens("x" * 40)
    annotation.mentions = [mention(*item) for item in mentions]
    assert [(item.label, item.start, item.end) for item in resolve(annotation)] == standing


def test_sure_name_may_hold_a_figure() -> None:
    annotation = Annotator(Settings()).tokens("x" * 40)
    annotation.mentions = [mention("YEAR", 5, 9), mention("COMPANY", 0, 15, "company.legal_form")]
    assert [item.label for item in resolve(annotation)] == ["COMPANY"]
