"""Containers: whatever a document came in, its text is the same."""

import bz2
import csv
import gzip
import io
import json
import lzma
import sqlite3
import tarfile
import zipfile
from contextlib import closing

import pytest

from extractor.commands.run import named_in
from extractor.reading.entry import Quarantined
from extractor.reading.plan import read_sources
from extractor.settings import Settings

TEXTS = [
    'Kelp farms, "wet" ones\nThe kelp market was worth €9.2 Mn in 2025.\n',
    "Second\n\nWool is woven by Kvist & Søn A/S.\n",
]
URLS = ["https://kelp.example/1", "https://wool.example/2"]


def as_tar(mode):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for number, text in enumerate(TEXTS):
            info = tarfile.TarInfo(f"pages/{number}.txt")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return buffer.getvalue()


def as_zip():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(TEXTS):
            archive.writestr(f"pages/{number}.txt", text)
    return buffer.getvalue()


def as_jsonl(field="text"):
    return "".join(json.dumps({"url": url, field: text}) + "\n" for url, text in zip(URLS, TEXTS, strict=True)).encode()


def as_csv(delimiter=",", encoding="utf-8"):
    buffer = io.StringIO(newline="")
    rows = csv.writer(buffer, delimiter=delimiter)
    rows.writerow(["url", "text"])
    rows.writerows(zip(URLS, TEXTS, strict=True))
    return buffer.getvalue().encode(encoding)


def as_sqlite():
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE notes (number INTEGER)")
        database.execute("CREATE TABLE pages (url TEXT, text TEXT)")
        database.executemany("INSERT INTO pages VALUES (?, ?)", zip(URLS, TEXTS, strict=True))
        database.commit()
        return database.serialize()


def as_zstd():
    return pytest.importorskip("zstandard").ZstdCompressor().compress(as_jsonl())


def as_parquet():
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.table({"url": URLS, "text": TEXTS}), buffer)
    return buffer.getvalue()


def as_warc():
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    buffer = io.BytesIO()
    warc = writer.WARCWriter(buffer, gzip=False)
    for url, text in zip(URLS, TEXTS, strict=True):
        answer = headers.StatusAndHeaders(
            "200 OK", [("Content-Type", "text/plain; charset=utf-8")], protocol="HTTP/1.1"
        )
        warc.write_record(
            warc.create_warc_record(url, "response", payload=io.BytesIO(text.encode()), http_headers=answer)
        )
    return buffer.getvalue()


CONTAINERS = {
    "pages.zip": as_zip,
    "pages.tar": lambda: as_tar("w"),
    "pages.tar.gz": lambda: as_tar("w:gz"),
    "pages.tgz": lambda: as_tar("w:gz"),
    "pages.tar.xz": lambda: as_tar("w:xz"),
    "pages.jsonl": as_jsonl,
    "PAGES.NDJSON": as_jsonl,
    "pages.jsonl.gz": lambda: gzip.compress(as_jsonl()),
    "pages.jsonl.bz2": lambda: bz2.compress(as_jsonl()),
    "pages.jsonl.zst": as_zstd,
    "pages.csv": as_csv,
    "pages.tsv": lambda: as_csv("\t"),
    "semicolons.csv": lambda: as_csv(";"),
    "bom.csv": lambda: as_csv(encoding="utf-8-sig"),
    "utf16.csv": lambda: as_csv(encoding="utf-16"),
    "windows.csv": lambda: as_csv(encoding="cp1252"),
    "pages.csv.xz": lambda: lzma.compress(as_csv()),
    "pages.sqlite": as_sqlite,
    "pages.db.gz": lambda: gzip.compress(as_sqlite()),
    "pages.parquet": as_parquet,
    "pages.warc": as_warc,
}
WRAPPERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def sources(*inputs, **reading):
    return list(read_sources([str(item) for item in inputs], Settings.from_dict({"reading": reading})))


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_container_holds_the_same_texts(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(CONTAINERS[name]())
    found = sources(path)
    assert [source.text for source in found] == TEXTS
    assert all(source.uri.startswith(str(path)) for source in found)
    assert len({(source.line, source.member, source.offset) for source in found}) == 2


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.csv", "pages.sqlite", "pages.parquet", "pages.warc"])
def test_a_container_says_where_its_documents_were_scraped(tmp_path, name):
    (tmp_path / name).write_bytes(CONTAINERS[name]())
    assert [source.url for source in sources(tmp_path / name)] == URLS


@pytest.mark.parametrize("suffix", WRAPPERS)
def test_a_compressed_text_is_the_text(tmp_path, suffix):
    path = tmp_path / f"kelp.txt{suffix}"
    path.write_bytes(WRAPPERS[suffix](TEXTS[0].encode()))
    assert [source.text for source in sources(path)] == TEXTS[:1]


@pytest.mark.parametrize("name", ["pages.zip", "pages.tar", "pages.tar.gz", "pages.sqlite"])
def test_a_container_without_a_suffix_is_told_by_its_bytes(tmp_path, name):
    path = tmp_path / "download"
    path.write_bytes(CONTAINERS[name]())
    assert [source.text for source in sources(path)] == TEXTS


def test_a_file_of_paths_names_the_inputs(tmp_path):
    paths = []
    for number, text in enumerate(TEXTS):
        paths.append(tmp_path / f"{1 - number} a page.txt")
        paths[-1].write_text(text, "utf-8")
    listing = tmp_path / "list"
    listing.write_bytes("\r\n".join(map(str, paths)).encode() + b"\r\n\r\n")
    assert [source.text for source in sources(*named_in([listing]))] == TEXTS


def test_a_folder_is_read_in_name_order_and_through_its_containers(tmp_path):
    (tmp_path / "b.txt").write_text("Last", "utf-8")
    (tmp_path / "a.zip").write_bytes(as_zip())
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert [source.text for source in sources(tmp_path)] == [*TEXTS, "Last"]


def test_the_settings_name_the_column(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_bytes(as_jsonl("scraped"))
    assert [source.text for source in sources(path, text_field="scraped")] == TEXTS


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("pages.zip", as_zip()[:60], "broken_container"),
        ("pages.tar.gz", as_tar("w:gz")[:100], "truncated"),
        ("kelp.txt.xz", b"no xz at all", "broken_container"),
        ("pages.sqlite", b"SQLite format 3\0 and no more", "broken_container"),
        ("pages.csv", b"", "bad_csv"),
        ("pages.csv", b"number,colour\n1,red\n", "no_text_field"),
        ("pages.jsonl", b"{no json}\n", "bad_json"),
        ("pages.jsonl", b'{"number": 1}\n', "no_text_field"),
    ],
)
def test_a_broken_container_is_a_row_with_a_reason(tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    found = sources(tmp_path / name)
    assert [source.code for source in found if isinstance(source, Quarantined)] == [code]


def test_a_bad_line_leaves_the_others(tmp_path):
    path = tmp_path / "pages.jsonl"
    first, second = as_jsonl().splitlines(keepends=True)
    path.write_bytes(first + b"{no json}\n\n" + second)
    assert [getattr(source, "text", None) for source in sources(path)] == [TEXTS[0], None, TEXTS[1]]


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"count": 2, "articles": rows}])
def test_a_json_file_that_is_named_holds_documents(tmp_path, wrap):
    (tmp_path / "dump.json").write_text(json.dumps(wrap([{"text": text} for text in TEXTS])), "utf-8")
    assert [(source.text, source.line) for source in sources(tmp_path / "dump.json")] == [(TEXTS[0], 1), (TEXTS[1], 2)]


def test_a_json_file_may_be_one_document_or_lines_in_truth(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps({"text": TEXTS[0], "url": URLS[0]}), "utf-8")
    (tmp_path / "two.json").write_bytes(as_jsonl())
    assert [source.text for source in sources(str(tmp_path / "*.json"))] == [TEXTS[0], *TEXTS]


def test_a_json_file_in_a_folder_is_left_alone(tmp_path):
    (tmp_path / "package.json").write_text('{"text": "no document"}')
    (tmp_path / "b.txt").write_text("Last", "utf-8")
    assert [source.text for source in sources(tmp_path)] == ["Last"]


@pytest.mark.parametrize("data", [b"[1, 2", b'"text"', b'{"a": 1}', b"[" * 100_000, b"\xff\xfe"])
def test_a_json_file_that_holds_no_document_is_a_row(tmp_path, data):
    (tmp_path / "dump.json").write_bytes(data)
    assert [type(source) for source in sources(tmp_path / "dump.json")] == [Quarantined]


@pytest.mark.parametrize(
    ("name", "limits", "code"),
    [
        ("pages.zip", {"max_members": 1}, "too_many_members"),
        ("pages.tar", {"max_members": 1}, "too_many_members"),
        ("pages.tar.gz", {"max_depth": 1}, "nested_too_deep"),
        ("pages.jsonl", {"max_bytes": 60}, "too_large"),
        ("pages.csv", {"max_bytes": 60}, "too_large"),
        ("pages.csv", {"max_bytes": 10}, "too_large"),
    ],
)
def test_every_limit_ends_in_a_row_that_names_it(tmp_path, name, limits, code):
    (tmp_path / name).write_bytes(CONTAINERS[name]())
    rows = [source for source in sources(tmp_path / name, **limits) if isinstance(source, Quarantined)]
    assert code in {row.code for row in rows}
    assert any(next(iter(limits)) in row.detail for row in rows)


def test_a_bomb_is_told_by_its_proportion(tmp_path):
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"kelp " * 4_000_000))
    assert [row.code for row in sources(tmp_path / "bomb.txt.gz", max_ratio=100)] == ["bomb"]
    assert [row.bytes for row in sources(tmp_path / "bomb.txt.gz", max_ratio=2000)] == [20_000_000]


def test_the_limit_of_everybodys_csv_module_stays(tmp_path):
    before = csv.field_size_limit()
    (tmp_path / "pages.csv").write_bytes(as_csv())
    sources(tmp_path / "pages.csv", max_bytes=10)
    assert csv.field_size_limit() == before
