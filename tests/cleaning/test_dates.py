from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.cleaning import Article
from extractor.cleaning.dates import find_date

Clean = Callable[[str], Article]


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


@pytest.mark.parametrize(
    "text", ["Published: 10/12/2024 (10 December)", "Tuesday, 10/12/2024", "10/12/2024, the 10th of December"]
)
def test_line_that_says_the_date_in_words_too_tells_the_order(text: str) -> None:
    assert find_date(text) == "2024-12-10"


def test_day_first_decides_only_the_open_case() -> None:
    assert find_date("03/04/2024") == "2024-03-04"
    assert find_date("03/04/2024", day_first=True) == "2024-04-03"
    assert find_date("12/31/2024", day_first=True) == "2024-12-31"


@pytest.mark.parametrize(
    "text", ["from 2024 to 2032", "Published Feb 12", "call 555 0100", "9.2 Mn", "May rise by 40%"]
)
def test_no_date_is_made_up(text: str) -> None:
    assert find_date(text) is None


TITLE = "Copper Lamp Market to Reach USD 66 Million by 2030"
BODY = (
    "The copper lamp market was worth USD 41 million in 2023 and is expected to reach USD 66 million by 2030, "
    "growing at a CAGR of 7.0% from 2024 to 2030, says the guild.\n"
    "Copper lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year.\n"
    "Orders come from harbour towns that want their old light back, and nineteen foundries now share the copper "
    "work between them.\n"
    "Nobody knows how long the old moulds will last, but the apprentices are learning to make new ones from drawings.\n"
)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Last updated: May 6, 2024 | First published: Jan 2, 2024", "2024-01-02"),
        ("Published Jan 2, 2024 · Updated May 6, 2024", "2024-01-02"),
        ("Jan 2, 2024 (updated May 6, 2024)", "2024-01-02"),
        ("Publish Date: Jan-2024", "2024-01"),
        ("Jan 2024", "2024-01"),
        ("Last modified date: May 6, 2024", "2024-05-06"),
        ("5 days ago", None),
        ("Registered: 2024-01-27", None),
        ("Member since Jan 2, 2024", None),
        ("Closing date: 29 March 2024", None),
        ("Valid until 3 May 2025", None),
        ("Letter 31 | May 2024", "2024-05"),
        ("Report ID: 7714 | Published Date: May 2024 | Pages: 150", None),
        ("Published Date: May 2024\nReport ID: 7714", None),
        ("Published Date: 6 May 2024 | No. of Pages: 150", "2024-05-06"),
        ("Medical Devices | May 2024 | 350 Pages", None),
    ],
)
def test_date_of_a_line_beside_the_title(clean: Clean, line: str, published: str | None) -> None:
    article = clean(
        f"Home\nReports\n{TITLE}\n{line}\n{BODY}Related News\nTin lamps dim\nMarch 9, 2025\n© 2025 Quayside"
    )
    assert article.published == published


def test_dateline_goes_before_a_date_behind_it(clean: Clean) -> None:
    assert (
        clean(f"{TITLE}\nVARNA, Jan. 2, 2024 (EXAMPLE NEWSWIRE) -- {BODY}Related News\nMarch 9, 2025\n").published
        == "2024-01-02"
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [("Last Updated: 17, June 2025", "2025-06-17"), ("Sector note 31, 3 December 2024", "2024-12-03")],
)
def test_marks_around_the_day(text: str, iso: str) -> None:
    assert find_date(text) == iso


def test_dateline_on_a_line_of_its_own(clean: Callable[[str], Article]) -> None:
    paragraph = (
        "The kelp lamp market grew in the year, and the shops of the harbour sold all that they had in their stores. "
        * 3
    )
    article = clean(
        f"Kelp lamps light up Varna at last\n\nVARNA, BULGARIA, September 12, 2024 /Example Newswire/ "
        f"--\n\n{paragraph}\n\n{paragraph}"
    )
    assert article.published == "2024-09-12"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Published: 2024-01-02 Pages: 195 Add to cart", "2024-01-02"),
        ("Ana Petrova Follow 6 min read Jan 2, 2024 212 9 Listen", "2024-01-02"),
        ("Posted on Tuesday, 2 January 2024 by Ana", "2024-01-02"),
        ("Basket Search our studies Published 2 January 2024 English version", "2024-01-02"),
        ("Business Trade Lamps sell January 2, 2024 - 09:05 GMT Copy link", "2024-01-02"),
        ("A study published on 2 January 2024 in Sofia counts lamps.", None),
    ],
)
def test_date_in_a_head_glued_to_its_paragraph(clean: Clean, head: str, published: str | None) -> None:
    assert clean(f"{TITLE}\n{head} {BODY}").published == published


@pytest.mark.parametrize(
    ("prose", "published"),
    [
        ("VARNA, 10 December 2024: the guild met.", "2024-12-10"),
        ("It met on December 10, 2024 for the last time.", "2024-10-12"),
        ("Nobody knows when it met.", "2024-10-12"),
    ],
)
def test_dates_in_words_tell_the_order_of_day_and_month(clean: Clean, prose: str, published: str) -> None:
    assert clean(f"{TITLE}\nIssued: 10/12/2024\n{BODY}{prose}\n").published == published


@pytest.mark.parametrize(
    ("line", "text", "published"),
    [
        ("10/12/2024 16:40", BODY, "2024-12-10"),
        ("10/12/2024 4:40 PM", BODY, "2024-10-12"),
        ("10/12/2024", BODY.replace("USD ", "€"), "2024-12-10"),
        ("10/12/2024", BODY.replace("USD ", "$"), "2024-10-12"),
    ],
)
def test_clock_and_money_tell_the_order_of_day_and_month(clean: Clean, line: str, text: str, published: str) -> None:
    assert clean(f"Copper Lamp Market to Grow by 2030\n{line}\n{text}").published == published
