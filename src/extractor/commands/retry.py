"""`extractor retry`: the quarantined inputs of a run once more."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def retry(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a finished run.")],
    limit_seconds: Annotated[
        float | None, typer.Option(help="Seconds a document may take now.", show_default=False)
    ] = None,
    limit_memory: Annotated[
        int | None, typer.Option(help="Megabytes a document may need now.", metavar="MB", show_default=False)
    ] = None,
    max_bytes: Annotated[int | None, typer.Option(help="Bytes a document may have now.", show_default=False)] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-w", min=0, help="Processes; 0 is one a core.", show_default=False)
    ] = None,
) -> int:
    """Process the quarantined inputs of a run again, with its settings and other limits if you say so."""
    from extractor import exit_status
    from extractor.running.check import read_summary
    from extractor.running.folder import RunFolder
    from extractor.running.identity import worker_count
    from extractor.running.retry import retry as run_again
    from extractor.settings import Settings

    summary = read_summary(RunFolder(folder))
    values = summary["settings"]
    for section, name, value in (
        ("running", "limit_seconds", limit_seconds), ("running", "limit_memory_mb", limit_memory),
        ("reading", "max_bytes", max_bytes), ("running", "workers", workers),
    ):  # fmt: skip
        if value is not None:
            values[section][name] = value
    settings = Settings.from_dict(values)
    before = summary["counts"]["quarantined"]
    if not before:
        typer.echo("nothing is quarantined", err=True)
        return exit_status.OK
    state = run_again(folder, settings, worker_count(settings))
    left = state.counts["quarantined"]
    typer.echo(
        f"{before} quarantined before, {left} now; {state.counts['records']} records, {state.counts['empty']} empty",
        err=True,
    )
    return exit_status.SOME_QUARANTINED if left else exit_status.OK
