"""What changed between two runs, field by field."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.errors import SettingsError
from extractor.reading.entry import place_in
from extractor.running.folder import RunFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Fields that say how and where, not what; evidence moves with every change of the text.
LEFT_OUT = frozenset({"schema_version", "versions", "source", "id", "confidence"})
LEFT_OUT_OF_ITEMS = frozenset({"evidence", "start", "end", "mentions", "rule"})


@dataclass(slots=True)
class Change:
    """One document that differs: `fields` maps each field to what was taken away and what came.

    `place` says for a person where the document is, `source` the same in parts (`uri`, `member`, `line`, `offset`).
    """

    source: dict[str, Any]
    kind: str  # "added", "removed", "changed"
    fields: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where the document is, in one phrase."""
        return place_in(self.source)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values."""
        return {
            **self.source,
            "change": self.kind,
            "fields": {name: {"-": old, "+": new} for name, (old, new) in self.fields.items()},
        }


def changes(before: Path, after: Path) -> Iterator[Change]:
    """The documents that differ between two runs, in the order of the second, then those it lacks.

    Documents are matched by their bytes, so that a row that was put into a dump does not make all rows below it differ;
    those whose bytes have changed by where they came from.

    Raises:
        SettingsError: if one of the folders holds no records.
    """
    old_records, new_records = RunFolder(before).records, RunFolder(after).records
    old, new = _Index(old_records), _Index(new_records)
    unmatched = dict.fromkeys(old.offsets)
    with old_records.open("rb") as old_file:
        for line in _lines(new_records):
            record = json.loads(line)
            place = _place(record)
            match = _match(place, record["id"], old, new, unmatched)
            if match is None:
                yield Change(_source(place), "added")
                continue
            del unmatched[match]
            old_file.seek(old.offsets[match])
            old_line = old_file.readline()
            fields = {} if old_line == line else differences(json.loads(old_line), record)
            if fields:
                yield Change(_source(place), "changed", fields)
    for place in unmatched:
        yield Change(_source(place), "removed")


def _match(place: str, id_: str, old: _Index, new: _Index, unmatched: dict[str, None]) -> str | None:
    """The place in the earlier run of a document of the later one, None for a document that it lacks."""
    if place in unmatched and old.ids[place] == id_:
        return place
    same = old.by_id.get(id_, deque())
    while same and same[0] not in unmatched:
        same.popleft()
    if same:
        return same[0]
    # What was here before may have moved, and be met further down.
    return place if place in unmatched and old.ids[place] not in new.by_id else None


class _Index:
    """Where the records of a run are, by the places of their documents and by their ids."""

    def __init__(self, path: Path) -> None:
        self.offsets: dict[str, int] = {}
        self.ids: dict[str, str] = {}
        self.by_id: dict[str, deque[str]] = {}
        offset = 0
        for line in _lines(path):
            record = json.loads(line)
            place = _place(record)
            self.offsets[place] = offset
            self.ids[place] = record["id"]
            self.by_id.setdefault(record["id"], deque()).append(place)
            offset += len(line)


def differences(old: dict[str, Any], new: dict[str, Any]) -> dict[str, tuple[list[str], list[str]]]:
    """Field by field what two records of one document do not share.

    >>> differences({"title": "Kelp", "years": []}, {"title": "Kelp farms", "years": []})
    {'title': (['Kelp'], ['Kelp farms'])}
    """
    found = {}
    for name in dict.fromkeys([*old, *new]):
        if name in LEFT_OUT or old.get(name) == new.get(name):
            continue
        one, other = _items(old.get(name)), _items(new.get(name))
        gone, come = _without(one, other), _without(other, one)
        if gone or come:
            found[name] = (gone, come)
    return found


def _items(value: Any) -> list[str]:
    if value is None or value in ([], {}, ""):
        return []
    if isinstance(value, list):
        return [_shown(item) for item in value]
    if isinstance(value, str) and "\n" in value:
        return [part for part in value.split("\n") if part]
    return [_shown(value)]


def _shown(item: Any) -> str:
    if isinstance(item, dict):
        item = {name: value for name, value in item.items() if name not in LEFT_OUT_OF_ITEMS and value is not None}
    return item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)


def _without(items: list[str], others: list[str]) -> list[str]:
    rest = list(others)
    left = []
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            left.append(item)
    return left


def _place(record: dict[str, Any]) -> str:
    source = record["source"]
    return json.dumps({name: source[name] for name in ("uri", "member", "line", "offset") if source[name] is not None})


def _source(place: str) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads(place)
    return parts


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from error
