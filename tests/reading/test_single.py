"""One document where one is asked for, in whatever it comes; what is none is refused by name."""

import gzip
import io
import json
import tarfile
import zipfile

import pytest

from extractor.errors import SourceError
from extractor.reading.accept import make_source
from extractor.reading.single import document_at
from extractor.settings import Settings

TEXT = "The kelp market was worth €9.2 Mn in 2025.\n"


def zipped(count):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", TEXT)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kelp.txt.gz", gzip.compress(TEXT.encode())),
        ("kelp.zip", zipped(1)),
        ("kelp.jsonl", json.dumps({"text": TEXT}).encode()),
        ("kelp.json", json.dumps({"text": TEXT}).encode()),
    ],
)
def test_a_container_of_one_document_is_that_document(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    assert make_source(tmp_path / name, Settings()).text == TEXT


def test_a_container_says_where_the_document_was(tmp_path):
    (tmp_path / "kelp.zip").write_bytes(zipped(1))
    source = make_source(tmp_path / "kelp.zip", Settings())
    assert (source.uri, source.member) == (str(tmp_path / "kelp.zip"), "0.txt")


def empty_tar():
    buffer = io.BytesIO()
    tarfile.open(fileobj=buffer, mode="w").close()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("two.zip", zipped(2), "several_documents"),
        ("none.tar", empty_tar(), "empty_container"),
        ("broken.zip", b"no zip", "broken_container"),
        ("photo.txt", bytes(range(256)) * 40, "binary"),
    ],
)
def test_what_is_not_one_document_is_refused_by_name(tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=name) as caught:
        make_source(tmp_path / name, Settings())
    assert caught.value.code == code


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(SourceError, match="a folder, not a file"):
        make_source(tmp_path, Settings())


def test_a_document_of_a_dump_is_found_by_its_place(tmp_path):
    rows = [json.dumps({"text": TEXT}), "no json", json.dumps({"text": "Wool."})]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(rows), "utf-8")
    assert document_at(str(dump), Settings(), line=3).text == "Wool."
    for line, told in ((2, "dump.jsonl, line 2: Expecting value"), (4, "dump.jsonl, line 4: no such document")):
        with pytest.raises(SourceError, match=told):
            document_at(str(dump), Settings(), line=line)


def test_a_document_of_an_archive_is_found_by_its_member(tmp_path):
    (tmp_path / "kelp.zip").write_bytes(zipped(3))
    assert document_at(str(tmp_path / "kelp.zip"), Settings(), member="1.txt").member == "1.txt"
