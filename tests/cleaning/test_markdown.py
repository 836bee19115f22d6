"""Markdown is read as what it shows: marks go, tables stay tables, front matter is no text."""

from __future__ import annotations

import pytest

from extractor import clean
from extractor.cleaning.flat.markdown import is_markdown, without_marks

ARTICLE = (
    "# Kelp farms\n\nThe kelp market was worth **USD 4.5 billion** in 2024, says [Kvist "
    "Research](https://kvist.example/a), and it will "
    "reach USD 9 billion by 2030.\n\n"
)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("**Kelp** grows", "Kelp grows"),
        ("__Kelp__ and *wrack* and _dulse_", "Kelp and wrack and dulse"),
        ("see [the note](/kelp) now", "see the note now"),
        ('see [the note](https://kelp.example/a_(b) "Note").', "see the note."),
        ("[![Badge](https://a.example/b.svg)](https://a.example) Kelp", " Kelp"),
        ("![A chart of kelp](chart.png)", ""),
        ("see [the note][2] and the foot[^1]", "see the note and the foot"),
        ("[2]: https://kelp.example", ""),
        ("it cost \\$5 \\- or 6\\. *", "it cost $5 - or 6. *"),
        ("> They said so", "They said so"),
        ("+ an item", "- an item"),
        ("* * *", ""),
        ("Kelp\n====", "# Kelp\n"),
        ("```python", ""),
        ("`kelp`", "kelp"),
        ("<https://kelp.example/>", "https://kelp.example/"),
    ],
)
def test_marks_go(marked: str, shown: str) -> None:
    assert without_marks(f"{ARTICLE}{marked}").text.removeprefix(without_marks(ARTICLE).text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_names and 2 * 3 * 4 cost 5",
        "** Note: kelp is wet",
        "#kelp #wrack [1]",
        "a | b\nc | d",
        "-----\nKelp\n-----",
    ],
)
def test_a_text_without_markdown_stays_as_it_is(text: str) -> None:
    assert not is_markdown(text)
    assert without_marks(text).text == text


def test_a_pipe_table_is_rows_of_cells() -> None:
    text = clean(
        ARTICLE
        + "| Kind | 2024 (USD M) |\n|:--|--:|\n| Sugar kelp | 2,100 |\n| winged kelp | 900 |\n\nBoth kinds grow in "
        "cold water."
    ).text
    assert "\n\nKind | 2024 (USD M)\nSugar kelp | 2,100\nwinged kelp | 900\n\n" in text


def test_lines_keep_their_numbers() -> None:
    assert without_marks("---\ntitle: Kelp\n---\n" + ARTICLE).text.count("\n") == ARTICLE.count("\n") + 3


def test_front_matter_dates_the_article_and_is_no_text() -> None:
    article = clean(
        '---\ntitle: "Kelp farms grow"\ndate: 2025-03-04\nauthor: Ada Wren\ntags:\n  - kelp\n---\n' + ARTICLE
    )
    assert (article.title, article.published, article.author) == ("Kelp farms", "2025-03-04", "Ada Wren")
    assert article.origins["published"] == "front matter"
    assert "tags" not in article.text


def test_the_head_of_a_page_served_as_markdown_is_no_text() -> None:
    article = clean(
        "Title: Kelp farms | Kelp News\n\nURL Source: https://kelp.example/a\n\nPublished Time: "
        "2025-03-04T10:00:00Z\n\nMarkdown Content:\n" + ARTICLE
    )
    assert (article.title, article.published) == ("Kelp farms", "2025-03-04")
    assert "URL Source" not in "".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    "text", ["Title: Kelp\nKelp grows well.", "---\nKelp grows well.\n---\n", "---\ntitle: Kelp\nwithout an end"]
)
def test_what_only_looks_like_front_matter_stays(text: str) -> None:
    assert without_marks(text).text == text


def test_tables_are_read_into_figures() -> None:
    from extractor import extract

    record = extract(
        ARTICLE
        + "| Kind | 2024 (USD M) |\n|:--|--:|\n| Sugar kelp | 2,100 |\n| Winged kelp | 900 |\n\nBoth kinds grow in "
        "cold water."
    )
    assert {(item.scope, int(item.amount)) for item in record.estimates if item.scope} == {
        ("Sugar kelp", 2_100_000_000),
        ("Winged kelp", 900_000_000),
    }
