"""What the tests of this stage share: a cleaner, built once, and sources from strings."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from extractor.cleaning import Article, Cleaner
from extractor.reading.decode import sniff_media_type
from extractor.reading.source import Source


def source_of(text: str, uri: str = "text", url: str | None = None) -> Source:
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    return Source(uri, text, sniff_media_type(text, uri), None, len(text), digest, url=url)


@pytest.fixture(scope="session")
def make_source() -> Callable[..., Source]:
    return source_of


@pytest.fixture(scope="session")
def clean() -> Callable[[str], Article]:
    cleaner = Cleaner()
    return lambda text: cleaner(source_of(text))
