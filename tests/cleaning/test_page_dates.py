"""Which of the dates that a page states and shows is that of its article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.cleaning import Article

Clean = Callable[[str], Article]
P1 = "Copper lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year."
P2 = "The copper lamp market was worth USD 41 million in 2023, and the guild expects USD 66 million by 2030."
JSON_LD = (
    '<script type="application/ld+json">{"@type": "Article", "headline": "Copper Lamps Return",'
    ' "datePublished": "2024-05-06", "dateModified": "2024-11-02"}</script>'
)
TIME = '<meta property="article:published_time" content="2024-05-06T08:00:00Z">'
MODIFIED = '<meta property="article:modified_time" content="2024-11-02T08:00:00Z">'


def page(head: str, *lines: str) -> str:
    """A page whose lines stand below the title."""
    shown = "".join(f"<p>{line}</p>" for line in lines)
    body = f"<article><h1>Copper Lamps Return</h1>{shown}<p>{P1}</p><p>{P2}</p><p>{P1}</p></article>"
    return f"<!doctype html><html lang='en'><head><title>Copper Lamps Return</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "line", "published", "why"),
    [
        (JSON_LD, "12 April 2024", "2024-04-12", "the markup has the day the site was moved"),
        (JSON_LD, "2 November 2024", "2024-11-02", "what is shown is the markup's date of the last edition"),
        (JSON_LD, "9 December 2024", "2024-05-06", "a later day that the markup states nowhere is today's"),
        (JSON_LD, "Last updated: 2 November 2024", "2024-11-02", "readers see no other"),
        (TIME, "Last updated: 2 November 2024", "2024-05-06", "the article's own time of publication"),
        (TIME + JSON_LD, "Last updated: 2 November 2024", "2024-05-06", "JSON-LD says that time too"),
        (TIME + JSON_LD, "2 November 2024", "2024-05-06", "two of the page's parts agree on the first edition"),
        (TIME, "By Ana Petrova, 7 May 2024", "2024-05-06", "a bare date does not go before that"),
        (MODIFIED, "Published in May 2024", "2024-05", "a month of publication goes before a day of modification"),
        (MODIFIED, "Published in November 2024", "2024-11-02", "they agree, and the day is more precise"),
    ],
)
def test_shown_date_against_that_of_the_markup(clean: Clean, head: str, line: str, published: str, why: str) -> None:
    assert clean(page(head, line)).published == published, why


@pytest.mark.parametrize("name", ["published-date", "publish_date", "pubDate", "DC.date.issued", "article:published"])
def test_names_of_meta_elements_with_any_marks(clean: Clean, name: str) -> None:
    assert clean(page(f'<meta name="{name}" content="2024-05-06">')).published == "2024-05-06"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["Thread starter ana", "Start date May 6, 2024"], "2024-05-06"),
        (["Thread starter ana Start date May 6, 2024"], "2024-05-06"),
        (["Course leader ana", "Start date May 6, 2024"], None),
    ],
)
def test_date_that_starts_a_thread_but_no_course(clean: Clean, lines: list[str], published: str | None) -> None:
    assert clean(page("", *lines)).published == published


def test_labelled_date_at_the_foot_of_an_article(clean: Clean) -> None:
    markup = page(JSON_LD.replace("2024-05-06", "2024-11-01"), *[P1] * 12)
    foot = "<form><p>Subscribe to our letter</p></form><p>Published 6 May 2024</p>"
    assert clean(markup.replace("</article>", f"</article>{foot}")).published == "2024-05-06"


def test_date_of_the_last_change_to_the_site_is_no_date_of_the_article(clean: Clean) -> None:
    markup = page("", *[P1] * 12).replace("</article>", "</article><p>Site last updated: 20 December 2025</p>")
    assert clean(markup).published is None


def test_day_on_which_the_page_was_written_goes_before_that_of_what_it_tells(clean: Clean) -> None:
    assert (
        clean(page("", "Lamps failed, 2 May 2024", "Written 6 May 2024 by Ana, Harbour Guild")).published
        == "2024-05-06"
    )
