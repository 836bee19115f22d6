"""The commands, one module each."""

from __future__ import annotations

from extractor.commands.base import app
from extractor.commands.run import run
from extractor.commands.schema import schema
from extractor.commands.show import show

for command in (run, show, schema):
    app.command()(command)

__all__ = ["app"]
