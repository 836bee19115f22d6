"""Cue patterns as data: each entry of cues.toml has its pattern, what it hits and what it refuses."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from extractor.anchors import ANCHORS, UNKNOWN, Anchored, Sieve
from extractor.errors import RuleError

CUE_FILE = "cues.toml"
WORD_LIST = re.compile(r"\{([a-z_]+)\}")


class Hit(NamedTuple):
    """A match and the id of the cue that made it."""

    id: str
    match: re.Match[str]


class Cue(NamedTuple):
    """One entry: `id` is "group.name" and travels to the record."""

    id: str
    pattern: str
    anchored: Anchored
    hits: tuple[str, ...]
    refuses: tuple[str, ...]


class CueGroup:
    """The cues of one group. Where several match at one place the one that stands first in the file wins.

    `seen` in the methods are the bits (anchors.py) of a text that holds the one searched: a cue whose words are not
    among them is not searched for.
    """

    def __init__(self, cues: list[Cue]) -> None:
        self.cues = cues
        self._sieve = Sieve((cue.id, cue.anchored) for cue in cues)

    def search(self, text: str, start: int = 0, end: int | None = None, *, seen: int = UNKNOWN) -> Hit | None:
        """The first match in `text[start:end]`."""
        end = len(text) if end is None else end
        best: Hit | None = None
        for identifier, anchored in self._sieve.may_match(seen):
            match = anchored.regex.search(text, start, end)
            if match is not None and (best is None or match.start() < best.match.start()):
                best = Hit(identifier, match)
        return best

    def full(self, text: str) -> str | None:
        """The id of the cue that matches all of `text`, or None."""
        for identifier, anchored in self._sieve.may_match(ANCHORS.seen(text)):
            if anchored.regex.fullmatch(text) is not None:
                return identifier
        return None

    def last(self, text: str, start: int, end: int, *, seen: int = UNKNOWN) -> Hit | None:
        """The last match in `text[start:end]`."""
        best: Hit | None = None
        for identifier, anchored in self._sieve.may_match(seen):
            for match in anchored.regex.finditer(text, start, end):
                if best is None or match.start() > best.match.start():
                    best = Hit(identifier, match)
        return best


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
                anchored = Anchored(pattern)
                if anchored.groups:
                    raise RuleError(f"{name}: {identifier}: write (?:...) for every group")
            except (KeyError, re.error) as error:
                raise RuleError(f"{name}: {identifier}: {error}") from error
            cues.append(Cue(identifier, pattern, anchored, tuple(entry["hits"]), tuple(entry["refuses"])))
        groups[group] = CueGroup(cues)
    return groups


@cache
def cue_groups() -> dict[str, CueGroup]:
    """The groups of the package's own cues.toml, compiled once."""
    return read_cues(files("extractor.linking.estimates").joinpath(CUE_FILE).read_text("utf-8"))
