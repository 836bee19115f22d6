"""The commands, one module each."""

from __future__ import annotations

from extractor.commands.base import app
from extractor.commands.check import check
from extractor.commands.diff import diff
from extractor.commands.init import init
from extractor.commands.retry import retry
from extractor.commands.rules import rules
from extractor.commands.run import run
from extractor.commands.schema import schema
from extractor.commands.show import show

for command in (run, show, check, retry, diff, rules, schema, init):
    app.command()(command)

__all__ = ["app"]
