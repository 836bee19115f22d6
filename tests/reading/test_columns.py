"""What a dump says beside its texts ends in the record."""

import json

import pytest

from extractor import Extractor
from extractor.errors import SourceError
from extractor.reading.columns import find_columns
from extractor.reading.plan import read_sources
from extractor.settings import Settings

TEXT = "The kelp market was worth USD 9.2 Mn in 2025. It may reach USD 12 Mn by 2030, and farmers are glad of it."


def records(tmp_path, rows, **reading):
    path = tmp_path / "dump.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    settings = Settings.from_dict({"reading": reading})
    extractor = Extractor(settings)
    return [extractor(source) for source in read_sources([str(path)], settings)]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["url", "title", "articleBody"], "articleBody"),
        (["id", "News Content", "date"], "News Content"),
        (["text_length", "text_lang", "page-text"], "page-text"),
        (["description", "scraped_text"], "scraped_text"),
        (["description", "id"], "description"),
        (["text", "HTML"], "HTML"),
        (["raw_content", "content_type"], "raw_content"),
    ],
)
def test_the_column_of_the_text_is_found_by_its_name(names, text):
    assert find_columns(names, Settings()).text == text


def test_a_table_without_a_text_is_refused():
    with pytest.raises(SourceError, match="among id, colour"):
        find_columns(["id", "colour"], Settings())


def test_title_author_and_date_come_from_columns_where_the_text_is_silent(tmp_path):
    [record] = records(
        tmp_path,
        [
            {
                "body": TEXT,
                "headline": "Kelp Market Report",
                "pub_date": "4 March 2025",
                "authors": ["Ada Wren", "Bo Li"],
            }
        ],
    )
    assert (record.title, record.published, record.author) == ("Kelp Market Report", "2025-03-04", "Ada Wren, Bo Li")
    assert record.metadata_sources["title"] == "column"
    assert record.market.name == "Kelp Market"


@pytest.mark.parametrize(("reading", "title"), [({}, "Kelp Market"), ({"title_field": "title"}, "Kelp Market | Dump")])
def test_what_the_document_states_itself_wins_unless_the_column_was_named(tmp_path, reading, title):
    [record] = records(
        tmp_path, [{"html": f"<h1>Kelp Market</h1><p>{TEXT}</p>", "title": "Kelp Market | Dump"}], **reading
    )
    assert record.title == title


def test_a_row_without_a_page_gives_its_text(tmp_path):
    found = records(
        tmp_path, [{"html": None, "text": TEXT}, {"html": " ", "text": TEXT}, {"html": f"<p>{TEXT}</p>", "text": "-"}]
    )
    assert [record.text for record in found] == [TEXT] * 3


def test_a_unix_time_is_a_date(tmp_path):
    assert records(tmp_path, [{"text": TEXT, "published": 1741132800}])[0].published == "2025-03-05"


def test_a_time_of_fetching_is_no_date_of_publication(tmp_path):
    assert (
        records(tmp_path, [{"text": TEXT, "crawl_date": "2025-03-05", "scraped_date": "2025-03-05"}])[0].published
        is None
    )
