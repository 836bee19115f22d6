"""The table of currencies is what its script makes, and our own table names only codes that exist."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from extractor import extract
from extractor.annotating.lexicon.currencies import currencies
from extractor.data import build_currencies
from extractor.data.tables import read_table
from extractor.records import Currency


@pytest.mark.skipif(importlib.util.find_spec("babel") is None, reason="needs the build extra")
def test_the_file_is_what_the_script_makes(tmp_path: Path) -> None:
    made = build_currencies.build_currencies(tmp_path)
    assert made.read_text("utf-8") == (Path(build_currencies.__file__).parent / made.name).read_text("utf-8")


def test_our_own_table_names_known_codes() -> None:
    codes = {row[0] for row in read_table("currencies.tsv")} | {"BTC", "ETH", "USDC", "USDT", "XDR", "XRP", "ZWL"}
    for _, surfaces, candidates, default, _source in read_table("own/currencies.tsv"):
        named = {*candidates.split(), default.partition("*")[0]} - {""}
        assert named <= codes, surfaces
        assert named, surfaces


def test_an_amount_in_a_coin_of_four_letters_makes_a_record() -> None:
    record = extract("Traders say that USDT 5 million of kelp was sold through the Oban exchange in 2024.")
    assert [(value.currency, value.amount) for value in record.money] == [("USDT", Decimal(5_000_000))]


def test_records_take_the_code_of_every_currency() -> None:
    known = currencies()
    for code in {unit.code for table in (known.exact, known.names) for unit in table.values()} - {None}:
        TypeAdapter(Currency).validate_python(code)


@pytest.mark.parametrize(
    ("name", "code", "factor"),
    [
        ("tunisian dinars", "TND", "1"),
        ("peru sol", "PEN", "1"),
        ("vietnamese đồng", "VND", "1"),
        ("slovenian tolars", "SIT", "1"),
        ("indian paise", "INR", "0.01"),
        ("kuwaiti fils", "KWD", "0.001"),
    ],
)
def test_a_country_and_a_unit_of_its_currency_are_a_name(name: str, code: str, factor: str) -> None:
    named = currencies().names[name]
    assert (named.code, named.factor) == (code, Decimal(factor))


@pytest.mark.parametrize("name", ["south korea won", "germany marks", "germany euro", "zimbabwean mark"])
def test_a_country_before_another_word_is_no_name(name: str) -> None:
    assert name not in currencies().names
