"""Standard input has no name: what begins as rows or as a table is read as such, everything else is a document."""

import gzip
import io
import json
import sys

import pytest

from extractor.reading.plan import read_sources
from extractor.settings import Settings

ROWS = [{"url": "https://kelp.example/1", "text": "Kelp."}, {"text": "Wool."}]
LINES = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
TABLE = b"url,text\nhttps://kelp.example/1,Kelp.\n,Wool.\n"


@pytest.fixture
def read(monkeypatch):
    """The texts of what comes in on standard input."""

    def texts(data, **reading):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return [source.text for source in read_sources(["-"], Settings.from_dict({"reading": reading}))]

    return texts


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LINES, id="json-lines"),
        pytest.param(b"\xef\xbb\xbf" + LINES, id="json-lines-with-a-mark"),
        pytest.param(gzip.compress(LINES), id="json-lines-compressed"),
        pytest.param(json.dumps(ROWS).encode(), id="json-array"),
        pytest.param(json.dumps(ROWS, indent=2).encode(), id="json-over-lines"),
        pytest.param(TABLE, id="csv"),
        pytest.param(TABLE.replace(b",", b"\t"), id="tsv"),
    ],
)
def test_rows_are_told_from_a_document(read, data):
    assert read(data) == ["Kelp.", "Wool."]


@pytest.mark.parametrize(
    "text",
    [
        "Title, text and links\nKelp is grown.\n",
        "{Kelp} is grown.\n",
        "[1] Kelp is grown.\n",
        "text\nKelp is grown.\n",
        "<p>Kelp</p>\n",
    ],
)
def test_a_document_stays_one(read, text):
    assert read(text.encode()) == [text]


def test_a_table_of_other_names_is_told_by_the_name_it_is_given(read):
    data = b"place,words\n1,Kelp.\n2,Wool.\n"
    assert len(read(data)) == 1
    assert read(data, stdin_name="dump.csv", text_field="words") == ["Kelp.", "Wool."]
