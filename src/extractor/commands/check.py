"""`extractor check`: is a finished run whole?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def check(folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a finished run.")]) -> int:
    """Verify counts, digests, schema and offsets of a finished run. Exit status 1 when something is wrong."""
    from extractor.running.check import MAX_PROBLEMS, problems
    from extractor.writing.terminal import counted, plain

    count = 0
    for problem in problems(folder):
        count += 1
        if count <= MAX_PROBLEMS:
            typer.echo(plain(problem))
    typer.echo(counted(count, "problem") if count else "all well", err=True)
    return 1 if count else 0
