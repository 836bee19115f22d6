"""The collector rests and works again; what is built is old at once, and nobody's frozen objects are thawed."""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor import extract
from extractor.collector import built_for_good, collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("block", [collector_at_rest, built_for_good])
def test_the_collector_rests_and_works_again(block: Callable[[], AbstractContextManager[None]]) -> None:
    with block(), block():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_for_those_who_switched_it_off() -> None:
    gc.disable()
    try:
        with built_for_good():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_built_is_old_at_once() -> None:
    with built_for_good():
        built = [[] for _ in range(5000)]
    assert any(item is built for item in gc.get_objects(generation=2))


def test_frozen_objects_stay_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with built_for_good():
            pass
        assert gc.get_freeze_count() > frozen / 2  # some may be freed meanwhile; thawed, all would be gone
    finally:
        gc.unfreeze()


def test_a_text_leaves_no_circles_behind() -> None:
    seed = Path("seeds/south-korea-car-t.txt")
    extract(seed)  # what is made once is made
    gc.collect()
    with collector_at_rest():
        extract(seed)
        assert gc.collect() == 0
