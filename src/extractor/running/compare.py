"""What changed between two runs, field by field."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extractor.errors import SettingsError
from extractor.running.folder import RunFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Fields that say how and where, not what; evidence moves with every change of the text.
LEFT_OUT = frozenset({"schema_version", "versions", "source", "id", "confidence"})
LEFT_OUT_OF_ITEMS = frozenset({"evidence", "start", "end", "mentions", "rule"})


@dataclass(slots=True)
class Change:
    """One document that differs: `fields` maps each field to what was taken away and what came."""

    uri: str
    kind: str  # "added", "removed", "changed"
    fields: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values."""
        return {
            "uri": self.uri,
            "change": self.kind,
            "fields": {name: {"-": old, "+": new} for name, (old, new) in self.fields.items()},
        }


def changes(before: Path, after: Path) -> Iterator[Change]:
    """The documents that differ between two runs, in the order of the second, then those it lacks.

    Documents are matched by where they came from, or by their bytes when they moved.

    Raises:
        SettingsError: if one of the folders holds no records.
    """
    offsets, by_id = _index(RunFolder(before).records)
    unmatched = set(offsets)
    with RunFolder(before).records.open("rb") as old_file:
        for line in _lines(RunFolder(after).records):
            record = json.loads(line)
            place = _place(record)
            if place not in unmatched:
                place = next((known for known in by_id.get(record["id"], ()) if known in unmatched), "")
            if not place:
                yield Change(record["source"]["uri"], "added")
                continue
            unmatched.discard(place)
            old_file.seek(offsets[place])
            old_line = old_file.readline()
            if old_line == line:
                continue
            fields = differences(json.loads(old_line), record)
            if fields:
                yield Change(record["source"]["uri"], "changed", fields)
    for place in offsets:
        if place in unmatched:
            yield Change(json.loads(place)[0], "removed")


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
    return json.dumps([source["uri"], source["member"], source["line"], source["offset"]])


def _index(path: Path) -> tuple[dict[str, int], dict[str, list[str]]]:
    offsets: dict[str, int] = {}
    by_id: dict[str, list[str]] = {}
    offset = 0
    for line in _lines(path):
        record = json.loads(line)
        place = _place(record)
        offsets[place] = offset
        by_id.setdefault(record["id"], []).append(place)
        offset += len(line)
    return offsets, by_id


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from error
