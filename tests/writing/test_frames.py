"""Records in memory as DataFrames."""

from decimal import Decimal

from extractor import Extractor, tables
from extractor.writing.tables import TABLES

TEXT = "The tidal lamp market was worth USD 9.2 Mn in 2025 and will reach USD 26.5 Mn by 2032, at a CAGR of 16.3% from 2025 to 2032."


def test_every_table_is_there_with_its_columns():
    for frames in (tables([]), tables([Extractor()(TEXT)])):
        assert {name: list(frame.columns) for name, frame in frames.items()} == {
            table.name: table.names for table in TABLES
        }


def test_amounts_are_exact_and_years_whole():
    frame = tables([Extractor()(TEXT)])["estimates"]
    assert frame["amount"].tolist() == [Decimal(9200000), Decimal(26500000)]
    assert frame["amount"].astype(float).sum() == 35700000.0
    assert frame["year"].dtype == "Int64"
    assert frame["end_year"].isna().all()


def test_facts_join_documents_by_id():
    frames = tables(Extractor().pipe([TEXT, TEXT.replace("lamp", "kettle")]))
    joined = frames["estimates"].merge(frames["documents"], on="id", suffixes=("", "_of_document"))
    assert len(joined) == 4
    assert joined["market"].nunique() == 2
