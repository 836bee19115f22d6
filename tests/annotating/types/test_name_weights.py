"""The weights of the marks of a name, and of a firm, add up to the same in any order."""

from __future__ import annotations

from itertools import permutations

import pytest

from extractor.annotating.types.companies.weights import NAME_TABLE, PASSAGE_TABLE, ROLE_TABLE
from extractor.data.weights import load_weights, weight_of


@pytest.mark.parametrize("table", [NAME_TABLE, PASSAGE_TABLE, ROLE_TABLE])
def test_order_of_marks_tells_nothing(table: str) -> None:
    weights = load_weights(table)
    marks = [mark for mark, weight in weights.items() if weight % 1][:6]
    assert len({weight_of(order, weights) for order in permutations(marks)}) == 1
