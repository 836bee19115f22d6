"""`extractor init`: a settings file to edit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer


def init(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="File to write; '-' prints it.")] = Path(
        "extractor.toml"
    ),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
) -> int:
    """Write a settings file with every setting, its default and what it does."""
    from extractor.errors import SettingsError

    text = settings_toml()
    if str(path) == "-":
        typer.echo(text, nl=False)
        return 0
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise SettingsError(f"{path} exists; --force overwrites it") from error
    except OSError as error:
        raise SettingsError(f"cannot write {path}: {error.strerror}") from error
    typer.echo(f"wrote {path}", err=True)
    return 0


def settings_toml() -> str:
    """The settings with their defaults as TOML, every value commented out.

    >>> "[running]" in settings_toml(), "# workers = 0" in settings_toml()
    (True, True)
    """
    from extractor.settings import Settings

    lines = [
        "# Settings of extractor. Every value is the default; take the '#' away to change one.",
        "# Use: extractor run INPUT --settings FILE",
    ]
    for name, section in Settings.model_fields.items():
        model = section.annotation
        assert model is not None
        lines += ["", f"# {(model.__doc__ or '').strip().splitlines()[0]}", f"[{name}]"]
        for key, field in model.model_fields.items():
            lines.append(f"# {field.description or key}")
            value = field.get_default(call_default_factory=True)
            lines.append(f"# {key} = {_toml(value)}" if value is not None else f'# {key} = ""  # empty: not set')
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value)  # strings, numbers and booleans are written alike in JSON and TOML
