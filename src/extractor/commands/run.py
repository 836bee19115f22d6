"""`extractor run`: many documents become records in a folder."""

from __future__ import annotations

import contextlib
import signal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.commands.base import SettingsFile, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator


class Log(StrEnum):
    """How progress is told."""

    text = "text"
    json = "json"


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT...", help="Files, folders, containers, globs; '-' is standard input.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="DIR", help="Folder the records are written into.", show_default=False),
    ] = Path("out"),
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME,...",
            help="Outputs beside records.jsonl: csv, parquet, sqlite, html.",
            show_default=False,
        ),
    ] = None,
    paths_from: Annotated[
        list[Path] | None,
        typer.Option("--from", metavar="FILE", help="A file that names inputs, one a line.", show_default=False),
    ] = None,
    settings_file: SettingsFile = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-w", min=0, help="Processes; 0 is one a core.", show_default=False)
    ] = None,
    limit_seconds: Annotated[
        float | None, typer.Option(help="Seconds a document may take.", show_default=False)
    ] = None,
    limit_memory: Annotated[
        int | None, typer.Option(help="Megabytes a document may need.", metavar="MB", show_default=False)
    ] = None,
    text_field: Annotated[
        str | None, typer.Option(help="Column or field that holds the document.", show_default=False)
    ] = None,
    url_field: Annotated[
        str | None, typer.Option(help="Column or field that holds its address.", show_default=False)
    ] = None,
    date_field: Annotated[
        str | None, typer.Option(help="Column or field that holds its date.", show_default=False)
    ] = None,
    title_field: Annotated[
        str | None, typer.Option(help="Column or field that holds its title.", show_default=False)
    ] = None,
    table: Annotated[str | None, typer.Option(help="Table of a SQLite input.", show_default=False)] = None,
    duplicates: Annotated[bool | None, typer.Option(help="Mark exact and near copies.", show_default=False)] = None,
    furniture: Annotated[
        bool | None,
        typer.Option(
            "--furniture/--no-furniture",
            help="Drop lines that recur over the documents of a site (or folder): a first pass over up to 10,000 "
            "inputs counts "
            "them. Off unless asked for: it reads inputs twice, and near copies of an article count as recurring.",
            show_default=False,
        ),
    ] = None,
    furniture_from: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Lines counted by an earlier run (its folder or furniture.json): no first pass.",
            show_default=False,
        ),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over instead of going on.")] = False,
    log: Annotated[Log, typer.Option("--log", help="How progress is told on standard error.")] = Log.text,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> int:
    """Turn documents into records; run again to go on where a run was stopped.

    Exit status: 0 all well, 1 some inputs were quarantined, 2 wrong usage, 3 stopped and resumable, 130 interrupted.
    """
    from extractor import exit_status
    from extractor.running.progress import Reporter
    from extractor.running.run import Run, StoppedError
    from extractor.writing.sinks import chosen

    formats = [name.strip() for item in format_ for name in item.split(",") if name.strip()] if format_ else None
    settings = load_settings(
        settings_file,
        {
            "reading": {
                "text_field": text_field,
                "url_field": url_field,
                "date_field": date_field,
                "title_field": title_field,
                "table": table,
            },
            "cleaning": {"furniture": furniture},
            "writing": {"formats": formats, "duplicates": duplicates},
            "running": {"workers": workers, "limit_seconds": limit_seconds, "limit_memory_mb": limit_memory},
        },
    )
    chosen(settings.writing.formats)
    listed = [*(inputs or []), *named_in(paths_from or [])]
    with _signals() as asked, Reporter(log.value, quiet) as reporter:
        job = Run(
            listed,
            out,
            settings,
            on_progress=reporter.update,
            should_stop=lambda: bool(asked),
            furniture=bool(furniture),
            furniture_from=furniture_from,
        )
        reporter.begin(job)
        try:
            state = job(fresh=fresh)
        except StoppedError as error:
            reporter.stopped(str(error))
            return exit_status.INTERRUPTED if asked.get("signal") == signal.SIGINT else exit_status.STOPPED
        reporter.summary(state, job)
    return exit_status.SOME_QUARANTINED if state.counts["quarantined"] else exit_status.OK


def named_in(files: list[Path]) -> list[str]:
    """The inputs that files of paths name, one a line; relative ones are taken from where the command runs.

    Raises:
        SettingsError: if a file cannot be read.
    """
    from extractor.errors import SettingsError

    found: list[str] = []
    for path in files:
        try:
            lines = path.read_text("utf-8", "surrogateescape").split("\n")
        except OSError as error:
            raise SettingsError(f"cannot read {path}: {error.strerror}") from error
        found += [line.rstrip("\r") for line in lines if line.strip()]
    return found


@contextlib.contextmanager
def _signals() -> Iterator[dict[str, Any]]:
    """Collects the first signal that asks the program to end; a second one ends it at once.

    What is ignored stays so: a program in the background, or under `nohup`, is not to hear of it.
    """
    from extractor.running.protocol import ENDING_SIGNALS

    asked: dict[str, Any] = {}
    before: dict[int, Any] = {}

    def note(number: int, frame: object) -> None:
        asked["signal"] = number
        restore()

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in ENDING_SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            before[number] = signal.signal(number, note)
    try:
        yield asked
    finally:
        restore()
