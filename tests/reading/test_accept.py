"""What needs no identity is not read for one."""

from __future__ import annotations

import pytest

from extractor import Settings
from extractor.reading.accept import make_source

TEXT = "Tin lamps sold well."


@pytest.mark.parametrize("source", [TEXT, f"<p>{TEXT}</p>"])
def test_string_without_identity_is_the_same_but_for_size_and_digest(source: str) -> None:
    plain, known = (make_source(source, Settings(), identified=identified) for identified in (False, True))
    assert (plain.text, plain.media_type) == (known.text, known.media_type)
    assert (plain.bytes, plain.sha256) == (0, "")
    assert known.bytes == len(source)
    assert len(known.sha256) == 64


def test_bytes_keep_theirs() -> None:
    assert len(make_source(TEXT.encode(), Settings(), identified=False).sha256) == 64
