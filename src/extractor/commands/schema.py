"""`extractor schema`: the JSON Schema of a record."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record."""
    from extractor.records import Record

    typer.echo(json.dumps(Record.model_json_schema(mode="serialization"), indent=2))
