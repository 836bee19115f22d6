"""Users' own names: gazetteer files in CSV or JSON Lines, hundreds of thousands of names in seconds."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.annotating.gazetteer import Gazetteer
from extractor.collector import built_for_good
from extractor.errors import SettingsError
from extractor.reading.formats.csv import delimiter_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLUMNS = {"name", "aliases", "identifier", "label"}
_JSON_SUFFIXES = frozenset([".jsonl", ".ndjson", ".json"])


class UserName(NamedTuple):
    """A name of the user's list: its canonical form and the user's key for it (LEI, ticker ...)."""

    name: str
    identifier: str | None


def load_user_names(paths: Iterable[str], label: str) -> Gazetteer[UserName]:
    """All names of the files; rows of another `label` are left out.

    A file has the columns (CSV, with a header) or keys (JSON Lines) `name` and, as wanted, `aliases` (several in one
    cell with "|" between, or a JSON list), `identifier` and `label` (COMPANY or REGION).

    Raises:
        SettingsError: if a file cannot be read or has no names, with file, line and what would be right.
    """
    gazetteer: Gazetteer[UserName] = Gazetteer()
    with built_for_good():
        _fill(gazetteer, paths, label)
    return gazetteer


def _fill(gazetteer: Gazetteer[UserName], paths: Iterable[str], label: str) -> None:
    add = gazetteer.add
    for path in paths:
        count = 0
        for name, aliases, identifier, row_label in _rows(Path(path)):
            if row_label and row_label.upper() != label:
                continue
            value = UserName(name, identifier or None)
            add(name, value)
            for alias in aliases:
                add(alias, value)
            count += 1
        if not count:
            raise SettingsError(f"gazetteer {path}: no names; write a column 'name' (and 'aliases', 'identifier')")


def _rows(path: Path) -> Iterator[tuple[str, list[str], str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from (_json_rows(file, path) if path.suffix.lower() in _JSON_SUFFIXES else _csv_rows(file, path))
    except OSError as error:
        raise SettingsError(f"cannot read gazetteer {path}: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"gazetteer {path}: {error}") from error


def _csv_rows(file: Iterable[str], path: Path) -> Iterator[tuple[str, list[str], str, str]]:
    lines = iter(file)
    head = next(lines, "")
    delimiter = delimiter_of(head)
    header = [cell.strip().lower() for cell in next(csv.reader([head], delimiter=delimiter), [])]
    if "name" not in header:
        raise SettingsError(
            f"gazetteer {path}: the first line is {','.join(header)!r}; it must name the columns, one of them 'name'"
        )
    at = {column: header.index(column) for column in _COLUMNS if column in header}
    name_at, aliases_at, identifier_at, label_at = (
        at.get(column, -1) for column in ("name", "aliases", "identifier", "label")
    )
    for row in csv.reader(lines, delimiter=delimiter):
        size = len(row)
        if size <= name_at or not row[name_at]:
            continue
        cell = row[aliases_at] if 0 <= aliases_at < size else ""
        yield (
            row[name_at],
            [alias.strip() for alias in cell.split("|")] if cell else [],
            row[identifier_at].strip() if 0 <= identifier_at < size else "",
            row[label_at].strip() if 0 <= label_at < size else "",
        )


def _json_rows(file: Iterable[str], path: Path) -> Iterator[tuple[str, list[str], str, str]]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            item: Any = json.loads(line)
        except json.JSONDecodeError as error:
            raise SettingsError(f"gazetteer {path}: line {number}: {error}; write one JSON object a line") from error
        if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"]:
            raise SettingsError(
                f"gazetteer {path}: line {number}: no 'name'; write "
                f'{{"name": ..., "aliases": [...], "identifier": ...}}'
            )
        aliases = item.get("aliases") or []
        if isinstance(aliases, str):
            aliases = aliases.split("|")
        yield (
            item["name"],
            [str(alias).strip() for alias in aliases],
            str(item.get("identifier") or ""),
            str(item.get("label") or ""),
        )
