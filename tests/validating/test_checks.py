"""Each check on the smallest record that trips it, and beside it one that does not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.records import CheckResult, Issue, Record, Segment
from extractor.validating.checks import all_checks, run_checks

Make = Callable[..., Record]


def outcome(record: Record, code: str) -> CheckResult | None:
    return next((check for check in run_checks(record) if check.code == code), None)


CASES = [
    # (code, estimates, rates, whether it is found)
    ("cagr_consistent", ("base 9.2M USD 2025", "forecast 26.5M USD 2032"), ("CAGR 16.3 2025-2032",), True),
    ("cagr_mismatch", ("base 9.2M USD 2025", "forecast 26.5M USD 2032"), ("CAGR 16.3 2025-2032",), False),
    ("cagr_mismatch", ("base 9.1B USD 2024", "forecast 14.9B USD 2031"), ("CAGR 11.2 2024-2031",), True),
    ("cagr_consistent", ("base 9.1B USD 2024", "forecast 14.9B USD 2031"), ("CAGR 11.2 2024-2031",), False),
    ("cagr_consistent", ("base 13.41B USD 2022", "forecast 19.03B USD 2029"), ("CAGR 5.1 2023-2029",), True),
    ("cagr_consistent", ("base 5.6B USD 2020", "forecast 3.1B USD 2027"), ("CAGR -8.1 2020-2027",), True),
    ("cagr_consistent", ("base 9.2M USD 2025", "forecast 26.5M USD 2032 [Seoul]"), ("CAGR 16.3 2025-2032",), False),
    ("cagr_mismatch", ("base 9.2M USD 2025", "forecast 26.5M EUR 2032"), ("CAGR 1 2025-2032",), False),
    ("forecast_before_base", ("base 5M USD 2030", "forecast 9M USD 2025"), (), True),
    ("forecast_before_base", ("base 5M USD 2025", "forecast 9M USD 2030"), (), False),
    ("years_out_of_order", (), ("CAGR 5 2030-2025",), True),
    ("years_out_of_order", (), ("CAGR 5 2025-2030",), False),
    ("year_outside_period", ("base 5M USD 2025", "forecast 9M USD 2035"), ("CAGR 5 2026-2033",), True),
    ("year_outside_period", ("base 5M USD 2025", "forecast 9M USD 2033"), ("CAGR 5 2026-2033",), False),
    ("share_over_100", (), ("share 144 2024-2024 [Europe]",), True),
    ("share_over_100", (), ("share 44 2024-2024 [Europe]",), False),
    ("share_over_100", (), ("YoY 144 2023-2024",), False),
    ("segments_exceed_total", ("base 5M USD 2025", "base 6M USD 2025 [trays]"), (), True),
    ("segments_exceed_total", ("base 5M USD 2025", "base 4M USD 2025 [trays]"), (), False),
    ("magnitude_conflict", ("base 9.2M USD 2025", "base 9.2B USD 2025"), (), True),
    ("magnitude_conflict", ("base 9.2M USD 2025", "base 9.3M USD 2025"), (), False),
    ("magnitude_conflict", ("base 9.2M USD 2024", "forecast 14.8B USD 2031"), ("CAGR 7.0 2024-2031",), True),
    ("conflict", ("base 9.2M USD 2025", "base 9.9M USD 2025"), (), True),
    ("conflict", ("base 9.2M USD 2025", "base 9.9M USD 2024"), (), False),
    ("conflict", ("base 9.2M USD 2025", "base 9.9M EUR 2025"), (), False),
    ("conflict", (), ("CAGR 5 2025-2030", "CAGR 7 2025-2030"), True),
    ("conflict", (), ("CAGR 5 2025-2030", "CAGR 7 2025-2030 [Europe]"), False),
    ("currency_conflict", ("base 9.2M USD 2025", "base 9.2M EUR 2025"), (), True),
    ("currency_conflict", ("base 9.2M USD 2025", "base 8.4M EUR 2025"), (), False),
    ("currency_mix", ("base 9.2M USD 2025", "forecast 12M EUR 2030"), (), True),
    ("currency_mix", ("base 9.2M USD 2025", "base 8.4M EUR 2025", "forecast 12M EUR 2030"), (), False),
    ("title_body_mismatch", ("forecast 12M USD 2030", "title:forecast 15M USD 2030"), (), True),
    ("title_body_mismatch", ("forecast 12M USD 2030", "title:forecast 15M USD 2032"), (), False),
    ("title_body_mismatch", (), ("CAGR 5 2025-2030", "title:CAGR 6"), True),
    ("headline_trusted", ("base 9.2M USD 2025", "forecast 26.5M USD 2032"), ("CAGR 16.3 2025-2032",), True),
    ("headline_trusted", ("base 9.1B USD 2024", "forecast 14.9B USD 2031"), ("CAGR 11.2 2024-2031",), False),
    ("headline_doubtful", ("base 9.1B USD 2024", "forecast 14.9B USD 2031"), ("CAGR 11.2 2024-2031",), True),
    ("headline_doubtful", ("forecast 26.5M USD 2032",), ("CAGR 16.3 2025-2032",), True),
]


@pytest.mark.parametrize(("code", "estimates", "rates", "found"), CASES)
def test_check(make: Make, code: str, estimates: tuple[str, ...], rates: tuple[str, ...], found: bool) -> None:
    assert (outcome(make(estimates, rates), code) is not None) == found


def test_cagr_gives_both_rates_and_says_what_it_counts_from(make: Make) -> None:
    check = outcome(
        make(("base 9.2M USD 2025", "forecast 26.5M USD 2032"), ("CAGR 16.3 2025-2032",)), "cagr_consistent"
    )
    assert check is not None
    assert (check.stated, check.implied) == (Decimal("16.3"), Decimal("16.32"))
    assert "counting from the base year" in check.message
    assert "9200000" in check.message
    assert check.fields == ["growth[0]", "estimates[0]", "estimates[1]"]


def test_cagr_over_the_stated_period(make: Make) -> None:
    check = outcome(
        make(("base 100M USD 2020", "forecast 161.1M USD 2026"), ("CAGR 10.0 2021-2026",)), "cagr_consistent"
    )
    assert check is not None
    assert "over the stated period (5 years)" in check.message


def test_rounding_of_the_values_widens_the_tolerance(make: Make) -> None:
    # 2 to 3 billion may hide 1.51 to 3.49: the implied 8.4% is less sure than from 2.01 to 3.01 billion.
    assert (
        outcome(make(("base 2B USD 2025", "forecast 3B USD 2030"), ("CAGR 9.2 2025-2030",)), "cagr_consistent")
        is not None
    )
    assert (
        outcome(make(("base 2.01B USD 2025", "forecast 3.01B USD 2030"), ("CAGR 9.2 2025-2030",)), "cagr_mismatch")
        is not None
    )


def test_segments_of_one_dimension_may_not_exceed_the_total(make: Make) -> None:
    segment = Segment(by="Type", values=["Trays", "Lids"], evidence=[])
    record = make(("base 5M USD 2025", "base 3M USD 2025 [trays]", "base 4M USD 2025 [lids]"), segments=(segment,))
    check = outcome(record, "segments_exceed_total")
    assert check is not None and check.implied == Decimal(7_000_000)


@pytest.mark.parametrize(
    ("rates", "found"),
    [
        (("share 60 2024-2024 [trays]", "share 55 2024-2024 [lids]"), True),
        (("share 60 2024-2024 [trays]", "share 41 2024-2024 [lids]"), False),
        (("share 60 2024-2024 [trays]", "share 55 2025-2025 [lids]"), False),
        (("share 60 2024-2024 [trays]", "share 55 2024-2024 [Europe]"), False),
    ],
)
def test_shares_of_one_dimension_may_not_exceed_the_whole(make: Make, rates: tuple[str, ...], found: bool) -> None:
    segment = Segment(by="Type", values=["Trays", "Lids"], evidence=[])
    check = outcome(make((), rates, segments=(segment,)), "shares_exceed_whole")
    assert (check is not None) == found
    assert check is None or check.message == "shares of Type add up to 115% in 2024"


def test_unread_magnitude_is_an_error(make: Make) -> None:
    record = make(issues=(Issue(stage="annotating", code="unread_magnitude", detail="'zillion' beside 'USD 5'"),))
    check = outcome(record, "unread_magnitude")
    assert check is not None and check.severity == "error"


def test_doubt_about_a_segment_leaves_the_headline_alone(make: Make) -> None:
    estimates = (
        "base 9.2M USD 2025",
        "forecast 26.5M USD 2032",
        "base 3M USD 2025 [trays]",
        "base 4M USD 2025 [trays]",
    )
    assert outcome(make(estimates, ("CAGR 16.3 2025-2032",)), "headline_trusted") is not None


def test_no_market_no_verdict(make: Make) -> None:
    codes = {check.code for check in run_checks(make(market=None))}
    assert codes == set()


def test_checks_run_in_rank_order() -> None:
    names = [check.name for check in all_checks()]
    assert (names[0], names[-1]) == ("cagr", "headline")


def test_headline_messages_hold_the_figures(make: Make) -> None:
    trusted = outcome(
        make(("base 9.2M USD 2025", "forecast 26.5M USD 2032"), ("CAGR 16.3 2025-2032",)), "headline_trusted"
    )
    assert trusted is not None and "9200000" in trusted.message and "16.3%" in trusted.message
    doubtful = outcome(
        make(("base 9.1B USD 2024", "forecast 14.9B USD 2031"), ("CAGR 11.2 2024-2031",)), "headline_doubtful"
    )
    assert doubtful is not None and "11.2%" in doubtful.message and "14900000000" in doubtful.message


@pytest.mark.parametrize(
    ("code", "estimates", "rates", "found"),
    [case for case in CASES if case[3] and case[0] not in ("headline_doubtful",)],
)
def test_every_message_holds_a_figure(
    make: Make, code: str, estimates: tuple[str, ...], rates: tuple[str, ...], found: bool
) -> None:
    check = outcome(make(estimates, rates), code)
    assert found and check is not None and any(char.isdigit() for char in check.message)
