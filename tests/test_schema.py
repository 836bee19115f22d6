"""The committed JSON Schema is the one the models give."""

import json
from importlib.resources import files

from extractor.records import Record, json_schema


def test_committed_schema_is_fresh():
    committed = json.loads(files("extractor.data").joinpath("record.schema.json").read_text("utf-8"))
    assert committed == json_schema(), "stale: run `make schema`"


def test_schema_names_every_field_of_the_contract():
    contract = (
        "schema_version id source status language title author published publisher text market estimates growth "
        "money years "
        "companies regions segments checks issues other versions"
    )
    assert set(contract.split()) <= json_schema()["properties"].keys() == Record.model_fields.keys()
