"""What tells whose figures a document gives, from `publisher_cues.toml`: weights, classes of words, wordings of lines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from extractor import late
from extractor.errors import RuleError

# A word of a name: capitals, digits before a capital ("6Wresearch", "360iResearch"), "iLamp", "eTrade"; a full stop only inside or in a short form.
_TOKEN: Final = (
    r"(?:[A-ZÀ-Þ][\w&’'+-]*(?:\.[\w&]+)*(?:(?<=\bInc)\.|(?<=\bLtd)\.|(?<=\bPvt)\.|(?<=\bCo)\.|(?<=\bSt)\."
    r"|(?<=\b[A-Z])\.)?"
    r"|\d{1,3}i?[A-Z]\w+|(?<![^\W_])[a-z]{1,2}[A-Z]\w{2,}|&|and(?= [A-Z]))"
)
# At most seven words; "de" between two as in "Informes de Expertos".
NAME: Final = rf"(?P<name>(?:The )?{_TOKEN}(?: {_TOKEN}){{0,6}}(?: (?:de|of|for) [A-Z]\w+)?)"


class Cue(NamedTuple):
    """One wording of a line that names who sends or owns a text. One that `begins_text` holds at the start of a line only."""

    id: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    begins_text: bool
    hits: tuple[str, ...]
    refuses: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where a text holds the wording."""
        return self.pattern.match(text) if self.begins_text else self.pattern.search(text)

    def may_match(self, text: str) -> bool:
        """Whether a text holds one of the signs without which the pattern cannot match."""
        for sign in self.signs:
            if sign in text:
                return True
        return not self.signs


@cache
def load_word_classes() -> dict[str, frozenset[str]]:
    """The words by which a name is seen to be behind figures: class -> words in lower case."""
    return {name: frozenset(words.split()) for name, words in _data()["classes"].items()}


@cache
def load_weights() -> dict[str, float]:
    """What each mark of evidence weighs; below zero what speaks against a name."""
    return {mark: float(weight) for mark, weight in _data()["weights"].items()}


@cache
def load_cues() -> tuple[Cue, ...]:
    """All wordings, in the order of the file."""
    return tuple(_cue(entry) for entry in _data()["cue"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("extractor.data") / "publisher_cues.toml").read_text("utf-8"))


def _cue(entry: dict[str, Any]) -> Cue:
    pattern = str(entry.get("pattern", ""))
    where = f"publisher_cues.toml: {entry.get('id', 'a cue without id')}"
    if pattern.count("{name}") != 1:
        raise RuleError(f"{where}: the pattern must hold {{name}} once")
    try:
        return Cue(
            id=entry["id"],
            pattern=late.regex(pattern.replace("{name}", NAME)),
            signs=tuple(entry["signs"]),
            begins_text=pattern.startswith("^"),
            hits=tuple(entry["hits"]),
            refuses=tuple(entry["refuses"]),
        )
    except KeyError as error:
        raise RuleError(f"{where}: {error!r}") from error
