"""Tables of a run: the same values in every format, and nothing in them that a spreadsheet would run."""

import csv
import json
import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest

from extractor.errors import SettingsError
from extractor.extractor import Extractor
from extractor.records import Company
from extractor.writing.cells import safe_cell
from extractor.writing.disk import DISK
from extractor.writing.sinks import chosen, write_tables
from extractor.writing.tables import TABLES

SENTENCE = "The tidal lamp market was worth USD 9.2 Mn in 2025 and will reach USD 26.5 Mn by 2032, at a CAGR of 16.3% from 2025 to 2032."
FORMULA = '=HYPERLINK("http://kelp.example","go")'


@pytest.fixture(scope="module")
def record():
    found = Extractor()(
        f"{SENTENCE}\n\nKvist Lamps Ltd. sells them in Norway, where harbours order more of them every year."
    )
    hostile = Company(name=FORMULA, canonical="@sum\tx", role="mentioned", mentions=[], rule="test")
    player, *others = found.companies
    leading = [region.model_copy(update={"role": "dominant"}) for region in found.regions]
    companies = [player.model_copy(update={"role": "key_player"}), *others, hostile]
    return found.model_copy(update={"title": FORMULA, "companies": companies, "regions": leading})


@pytest.fixture
def written(record, tmp_path):
    """Writes the record in a format; gives the folder."""

    def write(name):
        path = tmp_path / "records.jsonl"
        path.write_text(record.to_json() + "\n", "utf-8")
        listed = write_tables(path, tmp_path, [name], DISK)
        assert all(item.is_file() for item in listed)
        assert not list(tmp_path.glob("*.new"))
        return tmp_path

    return write


def csv_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_file_a_table_with_its_head(written):
    folder = written("csv")
    for table in TABLES:
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == table.names


def test_csv_keeps_amounts_exact(written):
    rows = csv_rows(written("csv") / "estimates.csv")
    assert [(row["amount"], row["currency"], row["year"], row["amount_high"]) for row in rows] == [
        ("9200000", "USD", "2025", ""), ("26500000", "USD", "2032", ""),
    ]  # fmt: skip


def test_csv_makes_formulas_harmless(written):
    folder = written("csv")
    assert csv_rows(folder / "documents.csv")[0]["title"] == "'" + FORMULA
    last = csv_rows(folder / "companies.csv")[-1]
    assert (last["name"], last["canonical"]) == ("'" + FORMULA, "'@sum x")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1", "\x00=1", "\u00a0=1"])
def test_a_cell_that_would_run_is_quoted(text):
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("value", ["Kelp & Co.", "Søn A/S", "3-4", "€9", "", 7, -7, None, True])
def test_a_harmless_cell_stays_as_it_is(value):
    assert safe_cell(value) is value or safe_cell(value) == value


@pytest.fixture
def database(written):
    with closing(sqlite3.connect(written("sqlite") / "records.sqlite")) as opened:
        yield opened


def test_sqlite_has_every_table_with_the_rows(database, record):
    counts = {table.name: database.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in TABLES}
    assert counts == {
        "documents": 1, "estimates": len(record.estimates), "growth": len(record.growth),
        "companies": len(record.companies), "regions": len(record.regions),
        "segments": sum(len(item.values) for item in record.segments), "checks": len(record.checks),
    }  # fmt: skip
    assert counts["estimates"] == 2


def test_sqlite_has_a_number_beside_each_exact_amount(database):
    found = database.execute("SELECT amount, amount_value FROM estimates ORDER BY amount_value").fetchall()
    assert found == [("9200000", 9200000.0), ("26500000", 26500000.0)]


def test_every_sqlite_view_can_be_read(database):
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert names
    for name in names:
        assert database.execute(f"SELECT * FROM {name}").fetchall(), name


def test_in_every_view_a_report_and_its_copy_count_once(record, tmp_path):
    """Two records, the second a copy of the first: each view says what it says of the first alone."""
    copy = record.model_copy(update={"id": "sha256:" + "0" * 64, "duplicate_of": record.id, "cluster": record.id})
    kept = record.model_copy(update={"cluster": record.id})
    found = []
    for name, items in (("alone", [kept]), ("both", [kept, copy])):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "records.jsonl").write_text("".join(item.to_json() + "\n" for item in items), "utf-8")
        write_tables(folder / "records.jsonl", folder, ["sqlite"], DISK)
        with closing(sqlite3.connect(folder / "records.sqlite")) as database:
            views = sorted(view for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'"))
            found.append({view: database.execute(f"SELECT * FROM {view}").fetchall() for view in views})
            assert database.execute("SELECT count(*) FROM documents").fetchone() == (len(items),)
    assert found[0] == found[1]
    assert "company_counts" in found[0]


def test_sqlite_cells_are_safe_too(database):
    assert database.execute("SELECT title FROM documents").fetchone() == ("'" + FORMULA,)


def test_parquet_has_exact_decimals(written):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(written("parquet") / "estimates.parquet").to_pylist()
    assert [(row["amount"], row["year"]) for row in rows] == [(Decimal(9200000), 2025), (Decimal(26500000), 2032)]


def test_parquet_writes_tables_without_rows(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "records.jsonl").write_bytes(b"")
    write_tables(tmp_path / "records.jsonl", tmp_path, ["parquet"], DISK)
    assert [parquet.read_table(tmp_path / f"{table.name}.parquet").num_rows for table in TABLES] == [0] * len(TABLES)


def test_parquet_leaves_out_what_does_not_fit(record, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    values = json.loads(record.to_json())
    values["estimates"][0]["amount"] = "9" * 60
    values["estimates"][1]["amount"] = "1.23456789"
    (tmp_path / "records.jsonl").write_text(json.dumps(values) + "\n", "utf-8")
    write_tables(tmp_path / "records.jsonl", tmp_path, ["parquet"], DISK)
    assert parquet.read_table(tmp_path / "estimates.parquet")["amount"].to_pylist() == [None, None]


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(SettingsError, match=r"'xlsx' is not known; there are .*csv.*sqlite"):
        chosen(["csv", "xlsx"])


def test_a_database_that_cannot_be_written_is_an_error_of_the_disk_and_leaves_nothing(record, tmp_path, monkeypatch):
    def full(database, records):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("extractor.writing.sinks.sqlite._fill", full)
    path = tmp_path / "records.jsonl"
    path.write_text(record.to_json() + "\n", "utf-8")
    with pytest.raises(OSError, match="disk is full"):
        write_tables(path, tmp_path, ["sqlite"], DISK)
    assert [item.name for item in tmp_path.iterdir()] == ["records.jsonl"]


def test_the_report_shows_the_values_and_marks_them_in_the_text(written):
    page = (written("html") / "report.html").read_text("utf-8")
    assert "USD 9,200,000 in 2025" in page
    assert '<mark class="money">USD 9.2 Mn</mark>' in page
    assert '<mark class="company">Kvist Lamps Ltd' in page


def test_nothing_a_document_says_is_markup_of_the_report(record, tmp_path):
    evil = record.model_copy(update={"title": "<script>alert(1)</script>\x1b[2J"})
    path = tmp_path / "records.jsonl"
    path.write_text(evil.to_json() + "\n", "utf-8")
    write_tables(path, tmp_path, ["html"], DISK)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<script" not in page
    assert "\x1b" not in page


def test_the_report_of_no_record_is_a_page(tmp_path):
    (tmp_path / "records.jsonl").write_bytes(b"")
    write_tables(tmp_path / "records.jsonl", tmp_path, ["html"], DISK)
    assert (tmp_path / "report.html").read_text("utf-8").endswith("</html>\n")


def test_a_forecast_of_another_market_has_that_market_and_its_rate(record, tmp_path):
    """A round-up: each value beside the rate of its own market."""
    other = [item.model_copy(update={"market": "Kelp Market"}) for item in (*record.estimates, *record.growth)]
    values, rate = other[: len(record.estimates)], other[-1].model_copy(update={"rate": Decimal("4.5")})
    both = record.model_copy(
        update={"estimates": [*record.estimates, *values], "growth": [*record.growth, rate], "market": None}
    )
    (tmp_path / "records.jsonl").write_text(both.to_json() + "\n", "utf-8")
    write_tables(tmp_path / "records.jsonl", tmp_path, ["sqlite"], DISK)
    with closing(sqlite3.connect(tmp_path / "records.sqlite")) as database:
        rows = database.execute(
            "SELECT market, base_value, forecast_value, cagr FROM forecasts ORDER BY market"
        ).fetchall()
    assert rows == [(None, 9200000.0, 26500000.0, "16.3"), ("Kelp Market", 9200000.0, 26500000.0, "4.5")]


def test_who_plays_and_where_it_leads_are_listed_by_market(database):
    assert database.execute("SELECT market, company FROM key_players").fetchall() == [
        ("Tidal Lamp Market", "Kvist Lamps")
    ]
    assert database.execute("SELECT market, role, region, code FROM leading_regions").fetchall() == [
        ("Tidal Lamp Market", "dominant", "Norway", "NO")
    ]


def test_the_report_lists_the_facts_and_what_was_quarantined(written, tmp_path):
    row = {"source": {"uri": "dump.jsonl", "line": 7}, "code": "bad_json", "detail": "cut <off>"}
    (tmp_path / "issues.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    page = (written("html") / "report.html").read_text("utf-8")
    assert "<td>dump.jsonl, line 7</td><td>bad_json</td><td>cut &lt;off&gt;</td>" in page
    assert "<dt>Growth</dt><dd>CAGR: 16.3%, 2025-2032</dd>" in page
    assert "Norway" in page[page.index("<dt>Regions</dt>") :].partition("<dt>")[2].partition("<dt>")[0]
