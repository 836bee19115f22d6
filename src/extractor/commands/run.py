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


def _option(help_: str, panel: str, *names: str, **facts: Any) -> Any:
    return typer.Option(*names, help=help_, rich_help_panel=panel, show_default=False, **facts)


INPUTS, OUTPUTS, SITES, LIMITS, TOLD = (
    "Inputs",
    "Outputs",
    "Lines that recur over a site",
    "Workers and limits",
    "Progress",
)


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT...", help="Files, folders, containers, globs; '-' is standard input.", show_default=False
        ),
    ] = None,
    settings_file: SettingsFile = None,
    paths_from: Annotated[
        list[Path] | None, _option("A file that names inputs, one a line.", INPUTS, "--from", metavar="FILE")
    ] = None,
    text_field: Annotated[str | None, _option("Column or field that holds the document.", INPUTS)] = None,
    title_field: Annotated[str | None, _option("Column or field that holds its title.", INPUTS)] = None,
    url_field: Annotated[str | None, _option("Column or field that holds its address.", INPUTS)] = None,
    date_field: Annotated[str | None, _option("Column or field that holds its date.", INPUTS)] = None,
    table: Annotated[str | None, _option("Table of a SQLite input.", INPUTS)] = None,
    stdin_name: Annotated[
        str | None,
        _option("File name '-' is taken to have, which tells its format: dump.csv.", INPUTS, metavar="NAME"),
    ] = None,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="DIR", help="Folder the records go into.", rich_help_panel=OUTPUTS),
    ] = Path("out"),
    format_: Annotated[
        list[str] | None,
        _option(
            "Outputs beside records.jsonl: csv, parquet, sqlite, html. May be added to a finished run.",
            OUTPUTS,
            "--format",
            "-f",
            metavar="NAME,...",
        ),
    ] = None,
    duplicates: Annotated[bool | None, _option("Mark exact and near copies (the default).", OUTPUTS)] = None,
    fresh: Annotated[bool, _option("Start over instead of going on.", OUTPUTS, "--fresh")] = False,
    furniture: Annotated[
        bool | None,
        _option(
            "Drop lines that recur over the documents of a site (or folder): a first pass over up to 10,000 inputs counts "
            "them. Off unless asked for: it reads inputs twice, and near copies of an article count as recurring.",
            SITES,
            "--furniture/--no-furniture",
        ),
    ] = None,
    furniture_from: Annotated[
        Path | None,
        _option(
            "Lines counted by an earlier run (its folder or furniture.json): no first pass.", SITES, metavar="FILE"
        ),
    ] = None,
    workers: Annotated[
        int | None, _option("Processes; 0 is one a core (the default).", LIMITS, "--workers", "-w", min=0)
    ] = None,
    limit_seconds: Annotated[
        float | None, _option("Seconds a document may take; more, and it is quarantined.", LIMITS)
    ] = None,
    limit_memory: Annotated[
        int | None, _option("Megabytes a document may need; more, and it is quarantined.", LIMITS, metavar="MB")
    ] = None,
    log: Annotated[
        Log, typer.Option("--log", help="How progress is told on standard error.", rich_help_panel=TOLD)
    ] = Log.text,
    quiet: Annotated[bool, _option("No progress, no summary.", TOLD, "--quiet", "-q")] = False,
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
                "stdin_name": stdin_name,
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
