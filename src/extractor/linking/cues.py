"""Cue patterns as data: each entry of cues.toml has its pattern, what it hits and what it refuses."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extractor.errors import RuleError

CUE_FILE = "cues.toml"
WORD_LIST = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: `id` is "group.name" and travels to the record."""

    id: str
    pattern: str
    hits: tuple[str, ...]
    refuses: tuple[str, ...]


class CueGroup:
    """All cues of one group compiled into one alternation, so that a text is searched once.

    Where several cues match at one place the one that stands first in the file wins.
    """

    def __init__(self, cues: list[Cue]) -> None:
        self.cues = cues
        self._ids = {f"c{number}": cue.id for number, cue in enumerate(cues)}
        self.regex = re.compile("|".join(f"(?P<c{number}>{cue.pattern})" for number, cue in enumerate(cues)))

    def id_of(self, match: re.Match[str]) -> str:
        """The id of the cue that made `match`."""
        return self._ids[match.lastgroup or "c0"]

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return self.regex.search(text, start, len(text) if end is None else end)

    def full(self, text: str) -> str | None:
        """The id of the cue that matches all of `text`, or None."""
        match = self.regex.fullmatch(text)
        return None if match is None else self.id_of(match)

    def last(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The last match in `text[start:end]`."""
        found = None
        for match in self.regex.finditer(text, start, end):
            found = match
        return found


def read_cues(source: str, name: str = CUE_FILE) -> dict[str, CueGroup]:
    """The cue groups of a TOML text: a table `words` of word lists, then one array of entries a group.

    `{name}` in a pattern stands for an alternation of a word list. Patterns have no capturing groups of their own.

    Raises:
        RuleError: for an entry without hits or refusals, an unknown word list, or a pattern that does not compile.
    """
    data: dict[str, Any] = tomllib.loads(source)
    words = {key: "|".join(sorted(value, key=len, reverse=True)) for key, value in data.pop("words", {}).items()}
    groups: dict[str, CueGroup] = {}
    for group, entries in data.items():
        cues = []
        for entry in entries:
            identifier = f"{group}.{entry['id']}"
            for needed in ("hits", "refuses"):
                if not entry.get(needed):
                    raise RuleError(f"{name}: {identifier}: {needed!r} is empty; add a sentence in placeholder form")
            try:
                pattern = WORD_LIST.sub(lambda match: f"(?:{words[match[1]]})", entry["pattern"])
                if re.compile(pattern).groups:
                    raise RuleError(f"{name}: {identifier}: write (?:...) for every group")
            except (KeyError, re.error) as error:
                raise RuleError(f"{name}: {identifier}: {error}") from error
            cues.append(Cue(identifier, pattern, tuple(entry["hits"]), tuple(entry["refuses"])))
        groups[group] = CueGroup(cues)
    return groups


@cache
def cue_groups() -> dict[str, CueGroup]:
    """The groups of the package's own cues.toml, compiled once."""
    return read_cues(files("extractor.linking").joinpath(CUE_FILE).read_text("utf-8"))
