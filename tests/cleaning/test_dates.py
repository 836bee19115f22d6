from __future__ import annotations

import pytest

from extractor.cleaning.dates import find_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-11-04T09:15:00Z", "2024-11-04"),
        ("20241104", "2024-11-04"),
        ("NEW YORK, 19 July 2023 --", "2023-07-19"),
        ("Published Date: February 2025", "2025-02"),
        ("Posted by X on 12/31/2024", "2024-12-31"),
        ("Nov. 4, 2024, 06:40 AM", "2024-11-04"),
        ("4th November 2024", "2024-11-04"),
        ("04.11.2024", "2024-11-04"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("2024年11月4日", "2024-11-04"),
        ("15. März 2024", "2024-03-15"),
        ("2025", "2025"),
    ],
)
def test_date_is_read_as_precise_as_stated(text: str, iso: str) -> None:
    assert find_date(text) == iso


def test_day_first_decides_only_the_open_case() -> None:
    assert find_date("03/04/2024") == "2024-03-04"
    assert find_date("03/04/2024", day_first=True) == "2024-04-03"
    assert find_date("12/31/2024", day_first=True) == "2024-12-31"


@pytest.mark.parametrize("text", ["from 2024 to 2032", "Published Feb 12", "call 555 0100", "9.2 Mn", "May rise by 40%"])
def test_no_date_is_made_up(text: str) -> None:
    assert find_date(text) is None
