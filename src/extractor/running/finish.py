"""The end of a run: copies marked, files put in place, tables written, every input accounted for."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractorError
from extractor.reading.entry import display_name
from extractor.running.identity import CALLED
from extractor.running.journal import ChangedError, State, changed_settings
from extractor.writing.disk import DISK, Disk, Replacement

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.running.copies import Mark
    from extractor.running.folder import RunFolder
    from extractor.settings import Settings

CHUNK = 1 << 20


def finish(
    folder: RunFolder, state: State, settings: Settings, identity: dict[str, str], inputs: list[str], disk: Disk = DISK
) -> State:
    """Puts the outputs of a complete run in place. Doing it twice gives the same.

    Raises:
        ExtractorError: if an input is unaccounted for.
    """
    balance(state)
    put_records(folder, state, settings, disk)
    copy_into_place(folder.partial(folder.issues), folder.issues, disk)
    written = [folder.records, folder.issues]
    from extractor.writing.sinks import write_tables

    written += write_tables(folder.records, folder.root, settings.writing.formats, disk)
    _put_summary(folder, describe(state, settings, identity, inputs, written), disk)
    folder.tidy()
    return state


def add_formats(folder: RunFolder, wanted: list[str], disk: Disk) -> list[str]:
    """Writes the outputs that a finished run does not have yet, from its records; which these are. The others stay."""
    from extractor.writing.sinks import write_tables

    summary = json.loads(folder.summary.read_text("utf-8"))
    had = summary["settings"]["writing"]["formats"]
    added = [name for name in dict.fromkeys(wanted) if name not in {*had, "jsonl"}]
    if added:
        summary["files"].update(_described(write_tables(folder.records, folder.root, added, disk)))
        summary["settings"]["writing"]["formats"] = [*had, *added]
        _put_summary(folder, summary, disk)
    return added


def _put_summary(folder: RunFolder, summary: dict[str, Any], disk: Disk) -> None:
    with Replacement(folder.summary, disk) as file:
        file.write(json.dumps(summary, indent=2, sort_keys=False).encode() + b"\n")


def _described(written: list[Path]) -> dict[str, dict[str, Any]]:
    """The files of a run as `run.json` has them."""
    return {path.name: {"bytes": path.stat().st_size, "sha256": file_digest(path)} for path in written}


def balance(state: State) -> None:
    """The law of conservation.

    Raises:
        ExtractorError: if inputs are not records + empty + quarantined.
    """
    counts = state.counts
    accounted = counts["records"] + counts["empty"] + counts["quarantined"]
    if accounted != state.inputs:
        raise ExtractorError(f"{state.inputs} inputs, but {accounted} are accounted for")


def put_records(folder: RunFolder, state: State, settings: Settings, disk: Disk) -> None:
    """Marks the copies and puts the records in place."""
    partial = folder.partial(folder.records)
    marks: dict[int, Mark] = {}
    if settings.writing.duplicates and state.counts["records"] > 1:
        from extractor.running.copies import find_copies

        marks = find_copies(folder.sketches)
    state.counts["duplicates"] = sum(1 for mark in marks.values() if mark.duplicate_of)
    if not marks:
        copy_into_place(partial, folder.records, disk)
        return
    with Replacement(folder.records, disk) as target, partial.open("rb") as file:
        for number, line in enumerate(file):
            target.write(marked(line, marks[number]) if number in marks else line)


UNMARKED = b'"duplicate_of":null,"cluster":null'


def marked(line: bytes, mark: Mark) -> bytes:
    """The line of a record with its mark. Inside a JSON string every quote is escaped, so the fields are found by their text.

    Raises:
        ExtractorError: if the record was marked before or has no such fields.
    """
    if UNMARKED not in line:
        raise ExtractorError("a record without the fields for duplicates")
    copy_of = f'"{mark.duplicate_of}"' if mark.duplicate_of else "null"
    return line.replace(UNMARKED, f'"duplicate_of":{copy_of},"cluster":"{mark.cluster}"'.encode(), 1)


def copy_into_place(partial: Path, place: Path, disk: Disk) -> None:
    """Copies a grown file to its final name in one step; the grown file stays until the run is finished."""
    with Replacement(place, disk) as target, partial.open("rb") as file:
        while chunk := file.read(CHUNK):
            target.write(chunk)


def file_digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def describe(
    state: State,
    settings: Settings,
    identity: dict[str, str],
    inputs: list[str],
    written: list[Path],
) -> dict[str, Any]:
    """The content of `run.json`."""
    from importlib.metadata import version

    import extractor

    counts = state.counts
    return {
        "counts": {
            "inputs": state.inputs,
            "records": counts["records"],
            "empty": counts["empty"],
            "quarantined": counts["quarantined"],
            "duplicates": counts["duplicates"],
        },
        "quarantined": dict(sorted(state.quarantined.items())),
        "empty": dict(sorted(state.empty.items())),
        "checks": dict(sorted(state.checks.items())),
        "examples": {
            code: {"document": place, "message": message} for code, (place, message) in sorted(state.examples.items())
        },
        "skipped": dict(sorted(state.skipped.items())),
        "seconds": state.seconds,
        "settings": settings.model_dump(mode="json"),
        "versions": {"extractor": extractor.__version__, "spacy": version("spacy")},
        "inputs": [display_name(item) for item in inputs],
        "identity": {**identity, "chain": state.chain},
        "files": _described(written),
    }


def finished_state(folder: RunFolder, identity: dict[str, str], settings: Settings) -> State:
    """The state of the finished run in a folder.

    Raises:
        ChangedError: if it was over other inputs, settings or rules.
    """
    try:
        summary = json.loads(folder.summary.read_text("utf-8"))
        for name, value in identity.items():
            if summary["identity"][name] != value:
                told = (
                    changed_settings(summary["settings"], settings.model_dump(mode="json"))
                    if name == "settings"
                    else ""
                )
                raise ChangedError(f"{CALLED.get(name, name)} have changed since this run was finished{told}")
        for name, facts in summary["files"].items():
            if not (folder.root / name).exists() or (folder.root / name).stat().st_size != facts["bytes"]:
                raise ChangedError(f"{name} is not as this run has written it")
        state = State(
            inputs=summary["counts"]["inputs"],
            chain=summary["identity"]["chain"],
            seconds=summary["seconds"],
            complete=True,
        )
        state.counts.update(summary["counts"])
        state.quarantined.update(summary["quarantined"])
        state.empty.update(summary["empty"])
        state.checks.update(summary["checks"])
        state.examples = {code: [item["document"], item["message"]] for code, item in summary["examples"].items()}
        state.skipped.update(summary["skipped"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ChangedError(f"{folder.summary} cannot be read ({type(error).__name__})") from error
    return state
