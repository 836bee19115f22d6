"""`extractor rules`: what the rules are, with the sentences they find and those they refuse."""

from __future__ import annotations

from typing import Annotated

import typer

ID_WIDTH = 34  # of the column of ids


def rules(
    pattern: Annotated[str, typer.Argument(metavar="[ID]", help="Only rules whose id contains this.")] = "",
    examples: Annotated[bool, typer.Option(help="Show the sentences each rule finds and refuses.")] = False,
) -> int:
    """List the rules by which values are found, with their sources."""
    from extractor.errors import SettingsError
    from extractor.writing.terminal import plain

    try:
        from extractor.annotating.rules import load_all
    except ImportError as error:
        raise SettingsError("this build has no list of rules") from error
    shown = [rule for rule in load_all() if pattern in rule.id]
    if not shown:
        raise SettingsError(f"no rule has {pattern!r} in its id")
    for rule in shown:
        typer.echo(plain(f"{rule.id}{' ' * max(1, ID_WIDTH - len(rule.id))}{rule.source}"))
        if examples:
            for hit in rule.hits:
                typer.echo(plain(f"    finds    {_text(hit)}"))
            for refusal in rule.refuses:
                typer.echo(plain(f"    refuses  {_text(refusal)}"))
    return 0


def _text(example: object) -> str:
    return str(example.get("text", example)) if isinstance(example, dict) else str(getattr(example, "text", example))
