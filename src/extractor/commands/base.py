"""The application all commands belong to, and the options they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from extractor.settings import Settings

app = typer.Typer(
    name="extractor",
    help="Turns scraped market-research articles into validated records with evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        import extractor

        typer.echo(f"extractor {extractor.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Turns scraped market-research articles into validated records with evidence."""


SettingsFile = Annotated[
    Path | None,
    typer.Option(
        "--settings", "-s", metavar="FILE", help="Settings in TOML (see 'extractor init').", show_default=False
    ),
]


def load_settings(path: Path | None, changes: dict[str, dict[str, Any]] | None = None) -> Settings:
    """The settings of a file, or the defaults, with what the command line changes; None changes nothing.

    Raises:
        SettingsError: if file or option is wrong.
    """
    from extractor.settings import Settings

    settings = Settings() if path is None else Settings.from_toml(path)
    values = settings.model_dump()
    for section, options in (changes or {}).items():
        values[section].update({name: value for name, value in options.items() if value is not None})
    return Settings.from_dict(values)
