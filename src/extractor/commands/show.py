"""`extractor show`: one document, marked up in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.commands.base import SettingsFile, load_settings


def show(
    document: Annotated[
        str,
        typer.Argument(
            metavar="INPUT", help="A text or HTML file, or a container (see --line); '-' is standard input."
        ),
    ],
    settings_file: SettingsFile = None,
    line: Annotated[
        int | None,
        typer.Option(help="The document of this line or row of a dump, as 'source' has it.", show_default=False),
    ] = None,
    member: Annotated[
        str | None, typer.Option(help="The document of this member of an archive.", show_default=False)
    ] = None,
    dropped: Annotated[bool, typer.Option(help="Show what was dropped, and why.")] = True,
    json_: Annotated[bool, typer.Option("--json", help="Print the record as JSON instead.")] = False,
) -> int:
    """Show what is read from one document: values, rules, links, and what was dropped."""
    from extractor.extractor import Extractor
    from extractor.reading.accept import make_source
    from extractor.running.nursery import be_quiet
    from extractor.writing.show import print_document

    be_quiet()
    settings = load_settings(settings_file)
    if line is None and member is None:
        source = make_source(_content(document), settings)
    else:
        from extractor.reading.single import document_at

        source = document_at(document, settings, line=line, member=member)
    extractor = Extractor(settings)
    if json_:
        typer.echo(extractor(source).to_json().encode())  # JSON is UTF-8, whatever the terminal
        return 0
    print_document(extractor(source), extractor.clean(source), show_dropped=dropped)
    return 0


def _content(document: str) -> object:
    import sys
    from pathlib import Path

    return sys.stdin.buffer.read() if document == "-" else Path(document)
