"""Trying again what a finished run had to quarantine; what was done stays as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from extractor.errors import SettingsError, SourceError
from extractor.reading.entry import Entry, Quarantined, path_displayed, place_in, place_of
from extractor.reading.open import document_id, entry_id
from extractor.reading.plan import Planner
from extractor.reading.rows import row_document
from extractor.running.check import read_summary
from extractor.running.finish import UNMARKED, finish
from extractor.running.folder import RunFolder
from extractor.running.identity import CALLED, link, rules_digest, settings_digest
from extractor.running.journal import ChangedError, Journal, State
from extractor.running.protocol import DEFAULT_FACTORY, Done, Job
from extractor.running.run import account
from extractor.running.sites import load
from extractor.running.supervisor import Supervisor
from extractor.writing.disk import DISK, Appender, Disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extractor.settings import Settings

Place = tuple[str, str | None, int | None, int | None]
_MARK = re.compile(rb'"duplicate_of":(?:null|"sha256:[0-9a-f]{64}"),"cluster":(?:null|"sha256:[0-9a-f]{64}")')


def retry(out: Path, settings: Settings, workers: int, *, factory: str = DEFAULT_FACTORY, disk: Disk = DISK) -> State:
    """Processes the quarantined inputs of a finished run again and puts what comes of them in its place.

    Raises:
        SettingsError: if there is no finished run or its inputs cannot be read twice.
        ChangedError: if the rules have changed: old and new records would be mixed.
    """
    folder = RunFolder(out)
    summary = read_summary(folder)
    inputs = [path_displayed(item) for item in summary["inputs"]]
    if "-" in inputs:
        raise SettingsError("standard input cannot be read again")
    planner = Planner(settings, left_out=out)
    planner.check(inputs)  # they are named as they were then: from another folder they are not to be found
    if summary["identity"]["rules"] != rules_digest(settings, factory):
        raise ChangedError(f"{CALLED['rules']} have changed since this run was finished")
    with folder.locked():
        rows = [json.loads(line) for line in folder.issues.read_bytes().splitlines()]
        outcomes = _again(rows, folder, settings, workers, factory)
        identity = {
            **{name: summary["identity"][name] for name in ("inputs", "rules")},
            "settings": settings_digest(settings),
        }
        state = _merge(folder, rows, outcomes, disk)
        state.seconds = summary["seconds"]
        state.skipped.update(summary["skipped"])
        for number, entry in enumerate(planner(inputs), 1):
            state.chain = link(state.chain, entry)
            if number > state.inputs:
                break
        journal = Journal(folder.journal, identity, disk)
        journal.state = state
        state.complete = True
        journal.commit()
        journal.close()
        folder.summary.unlink()
        return finish(folder, state, settings, identity, inputs, disk)


def _place(item: Any) -> Place:
    source = item["source"] if isinstance(item, dict) else None
    if source is not None:
        return (source["uri"], source.get("member"), source.get("line"), source.get("offset"))
    return (item.uri, item.member, item.line, item.offset)


def _again(
    rows: list[dict[str, Any]], folder: RunFolder, settings: Settings, workers: int, factory: str
) -> dict[Place, list[Done | Quarantined]]:
    """The new outcomes of each quarantined place; several where a container can be read now.

    Raises:
        ChangedError: if another document of a container than those is not what it was: then rows may have moved, and a
            quarantined place holds another row.
    """
    wanted = {_place(row) for row in rows}
    uris = list(dict.fromkeys(row["source"]["uri"] for row in rows))
    known = _known_places(folder, set(uris))
    asked: list[tuple[Place, Entry | Quarantined]] = []
    for uri in uris:
        for entry in Planner(settings)([path_displayed(uri)]):
            place = _place(entry)
            if place in wanted:
                asked.append((place, entry))
            elif place not in known:  # behind the point where the container broke
                asked.append(((uri, None, None, None), entry))
            elif known.pop(place) != _id_of(entry, settings):
                raise ChangedError(f"{place_of(*place)} has changed since this run was finished")
    if known:
        raise ChangedError(f"{place_of(*next(iter(known)))} was there when this run was finished")
    found: dict[Place, list[Done | Quarantined]] = {}
    counted = factory == DEFAULT_FACTORY and folder.furniture.exists()
    furniture = load(folder.furniture) if counted else None
    with Supervisor(Job(factory, settings, furniture, sketches=settings.writing.duplicates), workers) as supervisor:
        for (place, _), (_, outcome) in zip(asked, supervisor.outcomes(entry for _, entry in asked), strict=True):
            found.setdefault(place, []).append(outcome)
    return found


def _known_places(folder: RunFolder, uris: set[str]) -> dict[Place, str]:
    """The documents of containers that have a record, with their ids."""
    known = {}
    with folder.records.open("rb") as file:
        for line in file:
            record = json.loads(line)
            place = _place(record)
            if place[0] in uris:
                known[place] = record["id"]
    return known


def _id_of(entry: Entry | Quarantined, settings: Settings) -> str | None:
    if isinstance(entry, Quarantined) or entry.payload is None:
        return None
    if entry.shape != "json":
        return entry_id(entry)
    try:
        return document_id(row_document(entry.payload, settings).data)
    except SourceError:
        return None


def _merge(
    folder: RunFolder,
    rows: list[dict[str, Any]],
    outcomes: dict[Place, list[Done | Quarantined]],
    disk: Disk,
) -> State:
    """Old records and new outcomes in input order, in the files a run grows."""
    folder.journal.unlink(missing_ok=True)
    state = State()
    files = {
        "records": Appender(folder.partial(folder.records), 0, disk),
        "issues": Appender(folder.partial(folder.issues), 0, disk),
        "sketches": Appender(folder.sketches, 0, disk),
    }
    for outcome in _in_order(folder, rows, outcomes):
        account(state, state.inputs, outcome, files)
    for name, file in files.items():
        file.commit()
        state.sizes[name] = file.size
        file.close()
    return state


def _in_order(
    folder: RunFolder, rows: Iterable[dict[str, Any]], outcomes: dict[Place, list[Done | Quarantined]]
) -> Iterator[Done | Quarantined]:
    position = 0
    with folder.records.open("rb") as file:
        for row in rows:
            while position < row["index"]:
                yield _kept(next(file))
                position += 1
            position += 1
            # An input that is gone keeps its row.
            yield from outcomes.get(_place(row), [_still(row)])
        for line in file:
            yield _kept(line)


def _still(row: dict[str, Any]) -> Quarantined:
    return Quarantined(**{name: row[name] for name in ("id", "stage", "code", "detail", "seconds")}, **row["source"])


def _kept(line: bytes) -> Done:
    """A record that was done, as if it had just been: its mark is taken off, its sketch made anew."""
    from extractor.records import Record
    from extractor.running.sketch import sketch
    from extractor.running.work import empty_reason

    record = json.loads(line)
    ok = record["status"] == "ok"
    return Done(
        _MARK.sub(UNMARKED, line, count=1),
        record["status"],
        tuple((check["code"], check["message"]) for check in record["checks"] if check["severity"] != "info"),
        "" if ok else empty_reason(Record.model_validate(record)),
        sketch(record["text"], record["id"]) if ok else b"",
        place_in(record["source"]),
    )
