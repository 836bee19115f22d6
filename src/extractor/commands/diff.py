"""`extractor diff`: what changed between two runs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

MAX_CHARS = 200  # of a value that is shown


def diff(
    before: Annotated[Path, typer.Argument(metavar="DIR1", help="Folder of the earlier run.")],
    after: Annotated[Path, typer.Argument(metavar="DIR2", help="Folder of the later run.")],
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a document that differs.")] = False,
) -> int:
    """Show what changed between two runs, document by document and field by field. Exit status 1 when something did."""
    from extractor.running.compare import changes
    from extractor.writing.terminal import plain

    kinds: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    for change in changes(before, after):
        kinds[change.kind] += 1
        fields.update(change.fields.keys())
        if json_:
            typer.echo(json.dumps(change.to_dict()))
            continue
        typer.echo(plain(f"{change.kind} {change.place}"))
        for name, (gone, come) in change.fields.items():
            for sign, values in (("-", gone), ("+", come)):
                for value in values:
                    typer.echo(plain(f"  {name} {sign} {value[:MAX_CHARS]}"))
    if not kinds:
        typer.echo("no document differs", err=True)
        return 0
    typer.echo(", ".join(f"{count} {kind}" for kind, count in kinds.most_common()), err=True)
    if fields:
        typer.echo("fields: " + ", ".join(f"{name} {count}" for name, count in fields.most_common()), err=True)
    return 1
