"""Checking a finished run: counts, digests, schema, offsets."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from extractor.errors import SettingsError
from extractor.running.finish import file_digest
from extractor.running.folder import RunFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import ValidationError

MAX_PROBLEMS = 50  # told one by one; more of them say nothing new


def read_summary(folder: RunFolder) -> dict[str, Any]:
    """The content of `run.json`.

    Raises:
        SettingsError: if the folder holds no finished run.
    """
    try:
        summary = json.loads(folder.summary.read_text("utf-8"))
        for name in ("counts", "files", "settings"):
            if not isinstance(summary[name], dict):
                raise TypeError(name)
    except FileNotFoundError as error:
        begun = "; one was begun, 'extractor run' goes on with it" if folder.journal.exists() else ""
        raise SettingsError(f"{folder.root} holds no finished run (no run.json){begun}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"{folder.summary} cannot be read ({type(error).__name__})") from error
    return dict(summary)


def problems(out: Path) -> Iterator[str]:
    """What is wrong with a finished run; nothing when all is well.

    Raises:
        SettingsError: if the folder holds no finished run.
    """
    folder = RunFolder(out)
    summary = read_summary(folder)
    for name, facts in summary["files"].items():
        path = out / name
        if not path.is_file():
            yield f"{name}: missing"
        elif path.stat().st_size != facts["bytes"]:
            yield f"{name}: {path.stat().st_size} bytes, {facts['bytes']} were written"
        elif file_digest(path) != facts["sha256"]:
            yield f"{name}: its content has changed"
    found: Counter[str] = Counter()
    yield from _records(folder, found)
    yield from _issues(folder, found)
    found["inputs"] = found["records"] + found["empty"] + found["quarantined"]
    for name, count in summary["counts"].items():
        if found[name] != count:
            yield f"run.json counts {count} {name}, there are {found[name]}"


def _records(folder: RunFolder, found: Counter[str]) -> Iterator[str]:
    from pydantic import ValidationError

    from extractor.records import Record

    try:
        with folder.records.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    record = Record.model_validate_json(line)
                except ValidationError as error:
                    yield f"records.jsonl line {number}: {_first(error)}"
                    found["records"] += 1
                    continue
                found["records" if record.status == "ok" else "empty"] += 1
                found["duplicates"] += record.duplicate_of is not None
                if record.id != f"sha256:{record.source.sha256}":
                    yield f"records.jsonl line {number}: id and source.sha256 differ"
    except OSError as error:
        yield f"records.jsonl: {error.strerror}"


def _first(error: ValidationError) -> str:
    """What is wrong first, in one line."""
    first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}"[:300] if where else first["msg"][:300]


def _issues(folder: RunFolder, found: Counter[str]) -> Iterator[str]:
    try:
        with folder.issues.open("rb") as file:
            for number, line in enumerate(file, 1):
                found["quarantined"] += 1
                try:
                    row = json.loads(line)
                    missing = {"id", "source", "stage", "code", "detail", "seconds"} - row.keys()
                except (ValueError, AttributeError):
                    yield f"issues.jsonl line {number}: no JSON object"
                    continue
                if missing:
                    yield f"issues.jsonl line {number}: without {', '.join(sorted(missing))}"
    except OSError as error:
        yield f"issues.jsonl: {error.strerror}"
