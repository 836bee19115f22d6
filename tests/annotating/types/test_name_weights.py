"""The weights of the marks of a name add up to the same in any order."""

from __future__ import annotations

from itertools import permutations

from extractor.annotating.types.companies.name_marks import load_weights, weight_of


def test_order_of_marks_tells_nothing() -> None:
    marks = [mark for mark, weight in load_weights().items() if weight % 1][:6]
    assert len({weight_of(order) for order in permutations(marks)}) == 1
