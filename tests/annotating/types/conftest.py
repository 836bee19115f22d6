"""What the tests of numbers share: a finder of the mentions that a test's module is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor import mentions
from extractor.annotating.mention import Mention, Money, Rate, Years

KINDS: dict[str, type[Mention]] = {"test_money": Money, "test_rates": Rate, "test_years": Years}


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Callable[[str], list[Mention]]:
    """The mentions of a text of the kind that the module is named for."""
    kind = KINDS[request.path.stem]
    return lambda text: [mention for mention in mentions(text) if isinstance(mention, kind)]
